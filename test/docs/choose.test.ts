import { readFileSync } from 'node:fs';
import * as everyday from 'overdeliver';
import * as chart from 'overdeliver/chart';
import * as core from 'overdeliver/core';
import * as english from 'overdeliver/english';
import * as sql from 'overdeliver/sql';
import { expect, it } from 'vitest';
import { exported } from './parameter-sets';

const page = readFileSync('docs/reference/index.md', 'utf8');
const listed = [...page.matchAll(/^\| .*/gm)].flatMap(([row]) => [
  ...row.matchAll(/`(\w+)`( ★)?/g),
]);
const known = { ...exported, ...chart, ...core, ...english, ...sql };

it('lists functions that there are, and marks those that overdeliver itself exports', () => {
  expect(listed.length).toBeGreaterThan(100);
  const wrong = listed.filter(
    ([, name = '', star]) => !(name in known) || name in everyday !== (star !== undefined),
  );
  expect(wrong.map(([text]) => text)).toEqual([]);
});

it('names every function that is exported', () => {
  const names = new Set([...page.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  const functions = Object.entries(known).filter(
    ([name, value]) => typeof value === 'function' && /^[a-z]/.test(name),
  );
  expect(functions.length).toBeGreaterThan(150);
  expect(functions.map(([name]) => name).filter((name) => !names.has(name))).toEqual([]);
});
