import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { door } from '../input/door';
import { read } from '../input/read';
import { checkPlannable, planShape, positiveSchema, shareSchema } from './checks';
import type { QuoteOptions } from './plan';
import { chanceKept, planAt } from './plan-at';
import type { ChanceKept, PromisePlan } from './promise-plan';
import { quoteFor } from './quote-for';

/** A pleasant surprise to plan for. */
export interface SurpriseOptions extends QuoteOptions {
  /** By how much to better the promise at least, above 0, in the capability's unit. */
  readonly by: number;
  /** With which chance, above 0 and below 1. */
  readonly probability: number;
}

/** A promise that is bettered often enough. */
export interface SurprisePlan extends PromisePlan {
  readonly surprise: {
    readonly by: number;
    /** The chance of bettering the promise by that much: what the guarantee speaks of. */
    readonly chance: ChanceKept;
  };
}

const optionsSchema = z.strictObject({
  ...planShape,
  by: positiveSchema,
  probability: shareSchema,
});

/**
 * Plans the tightest promise that is bettered by a stated amount with a stated chance: the smallest l with
 * `P(T <= l - by) >= probability`, for levels the greatest with `P(T >= l + by) >= probability`. The guarantee
 * is that of {@link planPromise}, and holds for the surprise; the promise itself is kept at least as often.
 *
 * Whether surprises pay is another question: experiments found early delivery worth little beyond a kept
 * promise (Gneezy & Epley 2014).
 *
 * @throws InvalidInputError `out-of-range` for an amount that is not above 0 or a probability that is not
 *   between 0 and 1; NotEnoughDataError and NotIdentifiedError as {@link planPromise}
 * @example
 * ```ts
 * import { capabilityFromSamples } from 'overdeliver';
 * import { planSurprise } from 'overdeliver/promise';
 *
 * const minutes = [38, 52, 41, 45, 47, 44, 58, 36, 49, 43, 45];
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * const plan = planSurprise(kitchen, { by: 10, probability: 0.8 });
 * plan.promise; // => 62
 * plan.surprise.chance.estimate; // => 0.8333
 * ```
 */
export function planSurprise(capability: Capability, options: SurpriseOptions): SurprisePlan {
  return door('planSurprise', () => {
    const checked = read(optionsSchema, options, 'options');
    const { by, probability, round, bestEffort } = checked;
    checkPlannable(capability);
    const wanted = { share: probability, bestEffort };
    const { quote, guarantee } = quoteFor(capability, wanted);
    const eased = capability.better === 'lower' ? by : -by;
    const aim = { code: 'surprise', detail: { by, probability } } as const;
    const grounds = { keepRate: probability, guarantee, round, aim };
    const plan = planAt(capability, quote + eased, grounds);
    // Unrounded, that promise less `by` is the quote, which subtracting might miss.
    const isQuote = plan.promise === quote + eased;
    const bettered = chanceKept(capability, isQuote ? quote : plan.promise - eased);
    return { ...plan, surprise: { by, chance: bettered } };
  });
}
