import type { Capability } from '../capability/capability';
import { readCapability } from '../capability/input';
import { door } from '../input/door';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { isShare } from '../input/share';
import { planOptionsSchema } from './input';
import type { PromisePlan } from './promise-plan';
import { planFor } from './recipe';
import type { Rounding } from './rounding';

/**
 * What most plans take besides their aim.
 *
 * @inline
 */
export interface QuoteOptions {
  /** Makes the quote read well, such as `toMultipleOf(5)`; exact unless given. */
  readonly round?: Rounding | undefined;
  /**
   * Whether to promise the observation easiest to keep, without a guarantee, where there are too few observations
   * for one; they are refused unless given.
   */
  readonly bestEffort?: boolean | undefined;
}

/** A share of promises to keep, and how the quote is to read. */
export interface PlanOptions extends QuoteOptions {
  /** The share of promises to keep, above 0 and below 1: what a broken promise costs you decides it. */
  readonly keepRate: number;
}

/**
 * Plans a promise by keep rate: the tightest past observation that the next delivery keeps with at least the
 * wanted probability, whatever the distribution, as long as it is exchangeable with the samples
 * (conformal prediction; Vovk et al. 2005, Lei et al. 2018).
 *
 * The promise is the k-th best of n samples for the smallest k with `k / (n + 1) >= keepRate`; then it is
 * rounded, on the side that is easier to keep, and judged as rounded. The chance of keeping it is
 * `k / (n + 1)`, its interval the middle 95% of Beta(k, n + 1 - k), to within .005: it holds for a
 * continuous quantity and an unrounded quote.
 *
 * A capability without ranks gives its quantile, with no guarantee; with an interval where some orders are under way or
 * weighted, and else without one, as `why` says.
 *
 * @throws InvalidInputError `out-of-range` for a keep rate that is not between 0 and 1, or a rounding
 *   that makes the promise harder; NotEnoughDataError when n samples cannot carry the guarantee (.9
 *   needs 9, .95 needs 19); NotIdentifiedError when the keep rate or the median lies beyond what was
 *   observed
 * @example
 * ```ts
 * import { capabilityFromSamples, planPromise, toMultipleOf } from 'overdeliver';
 *
 * const minutes = [38, 52, 41, 45, 47, 44, 58, 36, 49, 43, 45];
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * const plan = planPromise(kitchen, { keepRate: 0.9, round: toMultipleOf(5) });
 * plan.promise; // => 60
 * plan.typical; // => 45
 * plan.why[1]; // => { code: 'rounded', detail: { from: 58, to: 60, multipleOf: 5 } }
 * planPromise(kitchen, { keepRate: 0.95 }); // => throws not-enough-data
 * ```
 */
export function planPromise(capability: Capability, options: PlanOptions): PromisePlan {
  return door('planPromise', () => {
    // First, so that arguments in the wrong order are told as that.
    const able = readCapability('capability', capability);
    const isGood = reading('options', options, isPlain);
    const given: PlanOptions = isGood ? options : read(planOptionsSchema, options, 'options');
    return planByKeepRate(able, given);
  });
}

/** The same of what was read. */
export function planByKeepRate(
  capability: Capability,
  { keepRate, round, bestEffort }: PlanOptions,
): PromisePlan {
  const aim = { code: 'keep-rate', detail: { keepRate } } as const;
  return planFor(capability, { aim, keepRate, round, bestEffort });
}

/** Whether options are surely what the schema takes; to ask it takes several times as long as the plan. */
function isPlain(options: PlanOptions): boolean {
  for (const name in options) if (name !== 'keepRate' && name !== 'round') return false;
  const { keepRate, round } = Object(options) as PlanOptions;
  return isShare(keepRate) && (round === undefined || typeof round === 'function');
}
