import type { ReadResponses } from './input-responses';
import { levelsOf, meansByRespondent } from './levels';
import { type MeanEstimate, meanOf } from './mean';
import type { DimensionsWanted, Wanted } from './parameters';
import { onSide, type QualityItem, type QualityItems } from './servqual';

/**
 * Levels on both sides of those who gave both, and the gap: perceived - expected, in points from -100 to 100.
 *
 * @inline
 */
export interface LevelGap {
  readonly expected: MeanEstimate;
  readonly perceived: MeanEstimate;
  readonly gap: MeanEstimate;
  /** Respondents who did not give both. */
  readonly missing: number;
}

/** The least and the greatest gap. */
export const ends = [-100, 100] as const;

/** The levels of one respondent; null without both. */
export type Pair = readonly [expected: number, perceived: number] | null;

export const parts = {
  expected: (pair: Pair) => pair?.[0] ?? null,
  perceived: (pair: Pair) => pair?.[1] ?? null,
  gap: (pair: Pair) => pair && pair[1] - pair[0],
};

export function pairsOf(
  items: QualityItems,
  item: QualityItem,
  responses: ReadResponses,
): readonly Pair[] {
  const expected = levelsOf(responses, onSide(items, item, 'expected'));
  const perceived = levelsOf(responses, onSide(items, item, 'perceived'));
  return expected.map((e, r) => {
    const p = perceived[r];
    return e == null || p == null ? null : [e, p];
  });
}

/** The mean of what each respondent answered on both sides, over some items. */
export function meanPairs(
  items: readonly { readonly pairs: readonly Pair[] }[],
  wanted: Pick<DimensionsWanted, 'answeredShare'>,
): readonly Pair[] {
  const means = (part: 'expected' | 'perceived') =>
    meansByRespondent(
      items.map(({ pairs }) => pairs.map(parts[part])),
      wanted,
    );
  const perceived = means('perceived');
  return means('expected').map((e, r): Pair => {
    const p = perceived[r];
    return e === null || p == null ? null : [e, p];
  });
}

export function gapOf(pairs: readonly Pair[], wanted: Wanted): LevelGap {
  const given = pairs.filter((pair) => pair !== null);
  const mean = (part: keyof typeof parts, range?: typeof ends) =>
    meanOf(given.map(parts[part]) as number[], wanted, range);
  return {
    expected: mean('expected'),
    perceived: mean('perceived'),
    gap: mean('gap', ends),
    missing: pairs.length - given.length,
  };
}
