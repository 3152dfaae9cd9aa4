import * as z from 'zod/mini';
import type { Interval } from '../core/interval';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { confidenceOption } from '../input/schemas';
import { plus } from '../numerics/nearly';
import { normalQuantile } from '../numerics/normal';
import { wilson } from '../numerics/proportion';
import { studentQuantile } from '../numerics/student';
import { meanSummarySchema, netPromoterSummarySchema, shareCountSchema } from './input-differences';
import type { MeanEstimate } from './mean';
import type { NetPromoterScore } from './net-promoter';

/** How two results differ, and whether by more than chance. */
export interface Difference extends Interval {
  /** The second less the first. */
  readonly difference: number;
  /** Whether the interval of the difference leaves 0 out. */
  readonly moreThanChance: boolean;
}

/** How many of how many: promises kept of those that fell due, satisfied answers of all. */
export interface ShareCount {
  /** A whole number from 0 to `n`. */
  readonly count: number;
  /** A whole number from 1. */
  readonly n: number;
}

/** Promises kept of those that fell due; a `keptRate` is one as it is. */
export interface KeptCount {
  /** A whole number from 0 to `due`. */
  readonly kept: number;
  /** A whole number from 1. */
  readonly due: number;
}

/** How sure an interval is. */
export interface DifferenceOptions {
  /** Above 0 and below 1; .95 unless given. */
  readonly confidence?: number | undefined;
}

const optionsSchema = once(() => z.strictObject({ confidence: confidenceOption() }));
const readOptions = (options: DifferenceOptions) =>
  read(optionsSchema, options, 'options').confidence;

function differing(difference: number, low: number, high: number): Difference {
  return { difference, low, high, moreThanChance: low > 0 || high < 0 };
}

/**
 * Whether two shares differ by more than chance, such as the kept rates of two months or the satisfied of two years, by
 * Newcombe's hybrid of their Wilson intervals (Newcombe 1998, Statistics in Medicine 17:873, method 10).
 *
 * It takes each case for itself: where promises are broken together, in a storm or a strike, it is too sure.
 *
 * @param first such as `{ count: 48, n: 80 }`, or the `keptRate` of May as it is
 * @param second other cases, such as those of June
 * @returns the difference of the shares, -1 to 1
 * @throws InvalidInputError for counts that cannot be
 * @example
 * ```ts
 * import { shareDifference } from 'overdeliver/survey';
 *
 * const { difference, low, high, moreThanChance } = shareDifference(
 *   { count: 48, n: 80 },
 *   { count: 56, n: 70 },
 * );
 * [difference, low, high]; // => [0.2, 0.0524, 0.3339]
 * moreThanChance; // => true
 * ```
 */
export function shareDifference(
  first: ShareCount | KeptCount,
  second: ShareCount | KeptCount,
  options: DifferenceOptions = {},
): Difference {
  return door('shareDifference', () => {
    const confidence = readOptions(options);
    const [a, b] = [first, second].map((given, i) => {
      const { count, n } = read(shareCountSchema, given, i === 0 ? 'first' : 'second');
      const [low, high] = wilson(count, n, confidence);
      return { share: count / n, low, high };
    }) as [ShareRange, ShareRange];
    const difference = b.share - a.share;
    return differing(
      difference,
      difference - Math.hypot(b.share - b.low, a.high - a.share),
      difference + Math.hypot(b.high - b.share, a.share - a.low),
    );
  });
}

interface ShareRange extends Interval {
  readonly share: number;
}

/**
 * Whether two net promoter scores differ by more than chance, by the normal interval of two independent scores, each with
 * the standard error `sqrt((p + d - (p - d)^2) / n)`.
 *
 * @param first what `netPromoterScore` returned
 * @param second the same for other people
 * @returns the difference of the scores, -2 to 2
 * @throws InvalidInputError for what is no net promoter score
 * @example
 * ```ts
 * import { netPromoterScore } from 'overdeliver';
 * import { netPromoterDifference } from 'overdeliver/survey';
 *
 * const asked = (promoters: number, detractors: number) =>
 *   netPromoterScore(Array.from({ length: 100 }, (_, i) => (i < promoters ? 9 : i < promoters + detractors ? 4 : 7)));
 * const change = netPromoterDifference(asked(40, 25), asked(50, 20));
 * [change.difference, change.low, change.high]; // => [0.15, -0.068, 0.368]
 * change.moreThanChance; // => false
 * ```
 */
export function netPromoterDifference(
  first: NetPromoterScore,
  second: NetPromoterScore,
  options: DifferenceOptions = {},
): Difference {
  return door('netPromoterDifference', () => {
    const confidence = readOptions(options);
    const a = read(netPromoterSummarySchema, first, 'first');
    const b = read(netPromoterSummarySchema, second, 'second');
    const half =
      normalQuantile((1 + confidence) / 2) * Math.hypot(a.standardError, b.standardError);
    const difference = b.score - a.score;
    return differing(difference, difference - half, difference + half);
  });
}

/**
 * Whether two means differ by more than chance, by Welch's interval, which does not suppose that both spread alike
 * (Welch 1947, Biometrika 34:28).
 *
 * @param first a mean with its standard deviation: what the scores of this module return, or `{ n, mean, sd }` of your own
 * @param second the same of other people
 * @returns the difference, in the unit of the means
 * @throws InvalidInputError for what is no mean
 * @throws NotEnoughDataError for a mean of fewer than 2 answers
 * @example
 * ```ts
 * import { meanDifference } from 'overdeliver/survey';
 *
 * const last = { n: 40, mean: 61.2, sd: 18 };
 * const change = meanDifference(last, { n: 55, mean: 70.4, sd: 15.5 });
 * [change.low, change.high]; // => [2.17, 16.23]
 * change.moreThanChance; // => true
 * ```
 */
export function meanDifference(
  first: Pick<MeanEstimate, 'n' | 'mean' | 'sd'>,
  second: Pick<MeanEstimate, 'n' | 'mean' | 'sd'>,
  options: DifferenceOptions = {},
): Difference {
  return door('meanDifference', () => {
    const confidence = readOptions(options);
    const a = read(meanSummarySchema, first, 'first');
    const b = read(meanSummarySchema, second, 'second');
    const [u, v] = [a.sd ** 2 / a.n, b.sd ** 2 / b.n];
    const difference = plus(b.mean, -a.mean);
    if (u + v === 0) return differing(difference, difference, difference);
    // Shares of the variance, so that no square of one overflows or vanishes.
    const share = u / (u + v);
    const df = 1 / (share ** 2 / (a.n - 1) + (1 - share) ** 2 / (b.n - 1));
    const half = studentQuantile((1 + confidence) / 2, df) * Math.sqrt(u + v);
    return differing(difference, difference - half, difference + half);
  });
}
