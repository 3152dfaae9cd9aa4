import {
  folkloreWordOfMouth,
  recoveryDefaults,
  switchingDefaults,
  wordOfMouthDefaults,
} from 'overdeliver/loyalty';
import { expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';

const sets = [switchingDefaults, wordOfMouthDefaults, folkloreWordOfMouth, recoveryDefaults];

it.each(sets)('$id is frozen data, each number assumed and in its range', (set) => {
  expectSurvivesJson(set);
  expect(Object.isFrozen(set.parameters)).toBe(true);
  for (const { value, range, status, source } of Object.values(set.parameters)) {
    expect(value).toBeGreaterThanOrEqual(range[0]);
    expect(value).toBeLessThanOrEqual(range[1]);
    // What the papers cited give is an order or a shape, none of these numbers.
    expect(status).toBe('assumed');
    expect(source).not.toBe('');
  }
});

it('has ids that differ', () => {
  expect(new Set(sets.map(({ id }) => id)).size).toBe(sets.length);
});
