import { type Stage, stageNames } from '../expectation/stages';
import type { Dialect } from './dialects';
import { type Fault, type Layer, v } from './nested';

/** One stage for all rows, or the column that holds its name. */
export type StageSource = Stage | { readonly column: string };

/** A number by the place of a name, which is the same in all rows or stands in a column. */
export function byPlace(
  as: string,
  source: string | { readonly column: string },
  names: readonly string[],
  numbers: readonly number[],
  { number }: Dialect,
): string {
  if (typeof source === 'string') return number(numbers[names.indexOf(source)] as number);
  const cases = numbers.map((value, place) => `WHEN ${v(as)} = ${place} THEN ${number(value)}`);
  return `CASE ${cases.join(' ')} END`;
}

/** A condition on the stage: whether it is one of some places. */
export const isAt = (stage: StageSource, places: readonly number[]): string | null => {
  if (typeof stage !== 'string') {
    return places.length === 0 ? null : `${v('stage')} IN (${places.join(', ')})`;
  }
  return places.includes(stageNames.indexOf(stage)) ? '1 = 1' : null;
};

/** The places of texts among names, in two layers: as they are, and as a place, null for none. */
export function placeLayers(
  as: string,
  column: string,
  names: readonly string[],
  { quote, string }: Dialect,
): readonly [raw: Layer, place: Layer] {
  // Not `CASE x WHEN`, in which ClickHouse makes 255 of -1, and null of null whatever ELSE says.
  const cases = names.map((name, place) => `WHEN ${v(`${as}_raw`)} = '${name}' THEN ${place}`);
  return [
    { [`${as}_raw`]: string(quote(column)) },
    { [as]: `CASE ${cases.join(' ')} ELSE -1 END` },
  ];
}

/** The faults of such a text. */
export const placeFaults = (as: string, column: string): readonly Fault[] => [
  { code: 'missing', input: column, when: `${v(`${as}_raw`)} IS NULL` },
  { code: 'unknown-name', input: column, when: `${v(as)} = -1` },
];
