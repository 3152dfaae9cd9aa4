import { type Level, percentOfScale } from '../core/level';
import { atLeast } from '../numerics/nearly';
import type { ReadResponses } from './input-responses';
import type { ScaleItem } from './instrument';
import { average } from './mean';
import type { DimensionsWanted } from './parameters';

/** A level: null for a missing answer, undefined for one that was not asked for. */
export type MaybeLevel = Level | null | undefined;

/** The levels of all answers to an item. */
export function levelsOf(
  { answersTo }: Pick<ReadResponses, 'answersTo'>,
  { id, scale, reversed }: ScaleItem,
): readonly MaybeLevel[] {
  return answersTo(id).map((answer) => {
    if (typeof answer !== 'number') return answer === null ? null : undefined;
    const level = percentOfScale(answer, scale);
    return reversed ? 100 - level : level;
  });
}

/** The mean of what was answered of what was asked; null if that is too little. */
function meanAnswered(
  levels: readonly MaybeLevel[],
  { answeredShare }: Pick<DimensionsWanted, 'answeredShare'>,
): Level | null {
  const given = levels.filter((level) => level != null);
  const of = levels.filter((level) => level !== undefined).length;
  return given.length === 0 || !atLeast(given.length, answeredShare * of) ? null : average(given);
}

/** The mean of what each respondent answered, from the columns of some items. */
export function meansByRespondent(
  columns: readonly (readonly MaybeLevel[])[],
  wanted: Pick<DimensionsWanted, 'answeredShare'>,
): readonly (Level | null)[] {
  const [first = []] = columns;
  return first.map((_, r) =>
    meanAnswered(
      columns.map((column) => column[r]),
      wanted,
    ),
  );
}
