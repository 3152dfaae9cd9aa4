import { expect } from 'vitest';

/** Holds when a result is plain data without NaN, Infinity, -0, undefined, dates or functions. */
export function expectSurvivesJson(value: unknown): void {
  expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value);
}
