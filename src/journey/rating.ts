import type { Level } from '../core/level';
import { momentsOf } from '../survey/mean';

/**
 * A level from 0 to 100 at a touchpoint: one number that stands as it is (a single customer's, a target, an estimate),
 * the levels that several people gave, or a summary of them: their mean, their standard deviation `sd` from 0 to 100
 * points, and how many they are, `n`, a whole number from 1 on.
 */
export type Rating =
  | Level
  | ArrayLike<Level>
  | { readonly mean: Level; readonly sd: number; readonly n: number };

/** A mean and how far it may be off. */
export interface Estimate {
  readonly mean: number;
  /** The squared standard error; 0 for a number that stands as it is, NaN for the word of one person. */
  readonly variance: number;
  readonly df: number;
  /** The people behind it; Infinity for a number that stands as it is. */
  readonly n: number;
}

export const isColumn = (rating: Rating): rating is ArrayLike<Level> =>
  typeof rating === 'object' && 'length' in rating;

/** One side of a touchpoint. */
export function estimateOf(rating: Rating): Estimate {
  if (isColumn(rating)) return meanOf(rating);
  if (typeof rating === 'object') {
    const { mean, sd, n } = rating;
    return { mean, variance: n > 1 ? sd ** 2 / n : Number.NaN, df: n - 1, n };
  }
  return { mean: rating, variance: 0, df: Infinity, n: Infinity };
}

/**
 * Received less expected. Two columns are the answers of the same people in the same order, so that their
 * differences count; otherwise the two sides are independent (Welch 1947).
 */
export function gapOf(expected: Rating, perceived: Rating): Estimate {
  if (isColumn(expected) && isColumn(perceived)) {
    return meanOf(Float64Array.from(perceived, (level, i) => level - (expected[i] as number)));
  }
  const [before, after] = [estimateOf(expected), estimateOf(perceived)];
  const variance = before.variance + after.variance;
  const spread = before.variance ** 2 / before.df + after.variance ** 2 / after.df;
  return {
    mean: after.mean - before.mean,
    variance,
    df: variance ** 2 / spread,
    n: Math.min(before.n, after.n),
  };
}

function meanOf(values: ArrayLike<number>): Estimate {
  const n = values.length;
  const { mean, squares } = momentsOf(values);
  return { mean, variance: squares / (n - 1) / n, df: n - 1, n };
}
