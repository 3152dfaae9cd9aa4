import { checkArray, isFiniteNumber } from '../capability/checks';
import { refuse } from '../core/refuse';

/** Columns of a snapshot, each checked in one pass. */

/** A column of a given length of which each value is as it should be. */
export function columnOf<Value>(
  fn: string,
  path: string,
  column: unknown,
  length: number | undefined,
  isGood: (value: unknown) => boolean,
  expected: string,
  code?: 'wrong-type',
): readonly Value[] {
  checkArray(fn, path, column, length, 'values');
  const values = column as readonly Value[];
  for (let i = 0; i < values.length; i++) {
    if (!isGood(values[i])) refuse(fn, `${path}[${i}]`, values[i], expected, code);
  }
  return values;
}

/** Finite numbers within bounds. */
export function numbersIn(
  fn: string,
  path: string,
  column: unknown,
  length: number | undefined,
  [min, max]: readonly [min: number, max: number] = [-Infinity, Infinity],
): readonly number[] {
  const bounds = min === -Infinity ? '' : ` from ${min} to ${max}`;
  const isGood = (value: unknown) => isFiniteNumber(value) && value >= min && value <= max;
  return columnOf(fn, path, column, length, isGood, `a finite number${bounds}`);
}

/** Numbers, null for NaN. */
export function gapsIn(fn: string, path: string, column: unknown, length: number) {
  const isGood = (value: unknown) => value === null || isFiniteNumber(value);
  const values = columnOf<number | null>(
    fn,
    path,
    column,
    length,
    isGood,
    'a finite number or null',
  );
  return values.map((value) => value ?? Number.NaN);
}

/** Names, each of them once where they must be. */
export function textsIn(fn: string, path: string, column: unknown, length?: number, once = false) {
  const isText = (value: unknown) => typeof value === 'string';
  const texts = columnOf<string>(fn, path, column, length, isText, 'a string', 'wrong-type');
  if (!once) return texts;
  const seen = new Set<string>();
  texts.forEach((text, i) => {
    if (seen.has(text))
      refuse(fn, `${path}[${i}]`, text, 'a name that occurs once', 'duplicate-id');
    seen.add(text);
  });
  return texts;
}

/** Times in ISO 8601, as milliseconds. */
export function timesIn(fn: string, path: string, column: unknown, length: number, now: number) {
  const isTime = (value: unknown) =>
    typeof value === 'string' && /^[+-]?\d+-\d\d-\d\dT.*Z$/.test(value) && Date.parse(value) <= now;
  const expected =
    'a time in ISO 8601 up to that of the last event, such as 2026-03-02T10:00:00.000Z';
  return columnOf<string>(fn, path, column, length, isTime, expected).map((value) =>
    Date.parse(value),
  );
}
