import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { levelSchema } from '../input/schemas';
import { momentsOf } from '../survey/mean';

/** What several people answered, summed up. */
export interface RatingSummary {
  /** The mean of their levels. */
  readonly mean: Level;
  /** The standard deviation of their levels, 0 to 100 points. */
  readonly sd: number;
  /** How many they are, a whole number from 1 on. */
  readonly n: number;
}

/**
 * A level at a touchpoint: one number that stands as it is (a single customer's, a target, an estimate), the
 * levels that several people gave, or a summary of them.
 */
export type Rating = Level | ArrayLike<Level> | RatingSummary;

/** A mean and how far it may be off. */
export interface Estimate {
  readonly mean: number;
  /** The squared standard error; 0 for a number that stands as it is, NaN for the word of one person. */
  readonly variance: number;
  readonly df: number;
  /** The people behind it; Infinity for a number that stands as it is. */
  readonly n: number;
}

const sdText = 'a standard deviation from 0 to 100';
const countText = 'a whole number from 1 on';
const summarySchema = z.strictObject({
  mean: levelSchema,
  sd: z.number(sdText).check(z.gte(0, sdText), z.lte(100, sdText)),
  n: z.int(countText).check(z.gte(1, countText)),
});

/** Reads one side of a touchpoint. */
export function estimateOf(path: string, rating: Rating): Estimate {
  if (rating === undefined || rating === null) {
    const expected = 'a level from 0 to 100, several in an array, or { mean, sd, n }';
    refuse(path, rating, expected, 'missing');
  }
  if (isColumn(rating)) return meanOf(checkedColumn(path, rating));
  if (typeof rating === 'object') {
    const { mean, sd, n } = read(summarySchema, rating, path);
    return { mean, variance: n > 1 ? sd ** 2 / n : Number.NaN, df: n - 1, n };
  }
  return { mean: read(levelSchema, rating, path), variance: 0, df: Infinity, n: Infinity };
}

/**
 * Received less expected. Two columns are the answers of the same people in the same order, so that their
 * differences count; otherwise the two sides are independent (Welch 1947).
 */
export function gapOf(
  path: string,
  sides: { readonly expected: Rating; readonly received: Rating },
  expected: Estimate,
  received: Estimate,
): Estimate {
  if (isColumn(sides.expected) && isColumn(sides.received)) {
    const { length } = sides.expected;
    if (sides.received.length !== length) {
      const same = `a length of ${length}, since the same people gave both; else { mean, sd, n }`;
      refuse(`${path}.received`, sides.received, same, 'length-mismatch');
    }
    const before = sides.expected;
    return meanOf(Float64Array.from(sides.received, (level, i) => level - (before[i] as number)));
  }
  const variance = expected.variance + received.variance;
  const spread = expected.variance ** 2 / expected.df + received.variance ** 2 / received.df;
  return {
    mean: received.mean - expected.mean,
    variance,
    df: variance ** 2 / spread,
    n: Math.min(expected.n, received.n),
  };
}

function isColumn(rating: Rating): rating is ArrayLike<Level> {
  return typeof rating === 'object' && 'length' in rating;
}

function checkedColumn(path: string, levels: ArrayLike<Level>): ArrayLike<Level> {
  if (!(levels.length > 0)) refuse(path, levels, 'at least one level', 'missing');
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i] as number;
    if (!(typeof level === 'number' && level >= 0 && level <= 100)) {
      refuse(`${path}[${i}]`, level, 'a level from 0 to 100');
    }
  }
  return levels;
}

function meanOf(values: ArrayLike<number>): Estimate {
  const n = values.length;
  const { mean, squares } = momentsOf(values);
  return { mean, variance: squares / (n - 1) / n, df: n - 1, n };
}
