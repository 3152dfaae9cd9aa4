import { type Stage, stageNames } from '../expectation/stages';
import type { Dialect } from './dialects';
import { type Fault, type Layer, v } from './nested';

/** One stage for all rows, or the column that holds its name. */
export type StageSource = Stage | { readonly column: string };

/** A number by stage, for those that rows can be at. */
export const byStage = (
  stage: StageSource,
  numberAt: (place: number) => number,
  { number }: Dialect,
): string => {
  if (typeof stage === 'string') return number(numberAt(stageNames.indexOf(stage)));
  const cases = stageNames.map((_, place) => `WHEN ${place} THEN ${number(numberAt(place))}`);
  return `CASE ${v('stage')} ${cases.join(' ')} END`;
};

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
): readonly Layer[] {
  const cases = names.map((name, place) => `WHEN '${name}' THEN ${place}`);
  return [
    { [`${as}_raw`]: string(quote(column)) },
    { [as]: `CASE ${v(`${as}_raw`)} ${cases.join(' ')} ELSE -1 END` },
  ];
}

/** The faults of such a text. */
export const placeFaults = (as: string, column: string): readonly Fault[] => [
  { code: 'missing', input: column, when: `${v(`${as}_raw`)} IS NULL` },
  { code: 'unknown-name', input: column, when: `${v(as)} = -1` },
];
