import { expect, it } from 'vitest';
import { nameOf } from '../../bench/speed/growth/case';
import { growthCases } from '../../bench/speed/growth/cases';
import { without } from '../../bench/speed/growth/without';

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../../src/*/index.ts', {
  eager: true,
});
const isFunction = (value: unknown) =>
  typeof value === 'function' && !String(value).startsWith('class');
const functions = Object.entries(modules)
  .filter(([path]) => !path.includes('/numerics/'))
  .flatMap(([, exported]) => Object.keys(exported).filter((name) => isFunction(exported[name])));

const cases = Object.values(growthCases).flat();
const timed = new Set(cases.flatMap((one) => one.of));
const excused = Object.values(without).flat();

it('every exported function is timed as what it takes grows, or the reason why not is listed', () => {
  const both = new Set([...timed, ...excused]);
  expect(functions.filter((name) => !both.has(name))).toEqual([]);
  expect([...both].filter((name) => !functions.includes(name))).toEqual([]);
  expect(excused.filter((name) => timed.has(name))).toEqual([]);
});

it('no two cases have one name', () => {
  const named = cases.map(nameOf);
  expect(new Set(named).size).toBe(named.length);
});
