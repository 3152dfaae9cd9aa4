import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { check } from '../core/check';
import { InvalidInputError, NotEnoughDataError } from '../core/errors';
import { functionSchema } from '../core/schemas';
import { betaQuantile } from '../numerics/beta';
import { conformalRank, samplesForRank } from '../numerics/conformal-rank';
import type { Rounding } from './rounding';

/** What a plan aims at. */
export interface PlanOptions {
  /** The share of promises to keep, above 0 and below 1; .9 unless given. */
  readonly keepRate?: number | undefined;
  /** Makes the quote read well, such as `toMultipleOf(5)`; exact unless given. */
  readonly round?: Rounding | undefined;
}

/** A promise with the margin that keeps it. Quantities are in `unit`. */
export interface PromisePlan {
  /** What to promise. */
  readonly promise: number;
  /** What will typically be delivered: the median. */
  readonly typical: number;
  /** The distance from typical to promise, at least 0 when keepRate is .5 or more. */
  readonly margin: number;
  readonly unit: string;
  /** The share of promises aimed at. */
  readonly keepRate: number;
  /** The chance that the next promise is kept, with the interval that holds it at 95%. */
  readonly chance: { readonly estimate: number; readonly low: number; readonly high: number };
  /** By how much a broken promise is missed on average; null when no sample breaks it. */
  readonly missWhenBroken: number | null;
  /** Which guarantee holds, and on what. */
  readonly guarantee: { readonly kind: 'finite-sample'; readonly rank: number; readonly n: number };
}

const optionsSchema = z.strictObject({
  round: z.optional(functionSchema),
  keepRate: z.optional(
    z
      .number()
      .check(
        z.gt(0, 'a keep rate above 0 and below 1'),
        z.lt(1, 'a keep rate above 0 and below 1; no number of samples keeps every promise'),
      ),
  ),
});

/**
 * Plans a promise by keep rate: the smallest quote that the next delivery keeps with the wanted
 * probability, whatever the distribution, as long as it comes from the same source as the samples
 * (split-conformal prediction; Vovk et al. 2005, Lei et al. 2018).
 *
 * The promise is the k-th best of n samples for the smallest k with `k / (n + 1) >= keepRate`; then it is
 * rounded, on the side that is easier to keep, and judged as rounded. The chance of keeping it is
 * `k / (n + 1)`, its interval the middle 95% of Beta(k, n + 1 - k), exact for a continuous quantity and
 * an unrounded quote.
 *
 * @throws InvalidInputError `out-of-range` for a keep rate that is not between 0 and 1, or a rounding
 *   that makes the promise harder; NotEnoughDataError when n samples cannot carry the guarantee (.9
 *   needs 9, .95 needs 19)
 * @example
 * ```ts
 * import { capabilityFromSamples, planPromise, toMultipleOf } from 'overdeliver';
 *
 * const minutes = [38, 52, 41, 45, 47, 44, 58, 36, 49, 43, 45];
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * const plan = planPromise(kitchen, { keepRate: 0.9, round: toMultipleOf(5) });
 * plan.promise; // => 60
 * plan.typical; // => 45
 * ```
 */
export function planPromise(capability: Capability, options: PlanOptions = {}): PromisePlan {
  const fn = 'planPromise';
  const { keepRate = 0.9 } = check(fn, optionsSchema, options, 'options');
  const { unit, ranks } = capability;
  const n = ranks?.n ?? 0;
  const rank = ranks && conformalRank(n, keepRate);
  if (ranks === null || rank === null) {
    throw new NotEnoughDataError(
      { function: fn, path: 'capability' },
      { needed: samplesForRank(keepRate), available: n },
      `a promise that is kept ${100 * keepRate}% of the time`,
    );
  }
  const promise = rounded(fn, capability, ranks.byRank(rank), options.round);
  const typical = capability.quantile(0.5);
  const kept = ranks.kept(promise);
  return {
    promise,
    typical,
    margin: capability.better === 'lower' ? promise - typical : typical - promise,
    unit,
    keepRate,
    chance: {
      estimate: kept / (n + 1),
      low: betaQuantile(0.025, kept, n + 1 - kept),
      high: betaQuantile(0.975, kept, n + 1 - kept),
    },
    missWhenBroken: kept === n ? null : (capability.expectedMiss(promise) * n) / (n - kept),
    guarantee: { kind: 'finite-sample', rank, n },
  };
}

function rounded(
  fn: string,
  { better }: Capability,
  quote: number,
  round: Rounding | undefined,
): number {
  if (round === undefined) return quote;
  const easier = better === 'lower' ? 'up' : 'down';
  const value = round(quote, easier);
  if (better === 'lower' ? value >= quote : value <= quote) return value;
  const at = { function: fn, path: 'options.round', value };
  throw new InvalidInputError('out-of-range', at, `a rounding that goes ${easier} from ${quote}`);
}
