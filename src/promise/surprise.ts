import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { readCapability } from '../capability/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { positiveSchema } from '../input/schemas';
import { shareSchema } from '../input/share';
import { plus } from '../numerics/nearly';
import { chanceKept } from './chance-kept';
import { planShape } from './input';
import type { QuoteOptions } from './plan';
import type { ChanceKept, PromisePlan } from './promise-plan';
import { quoteFor } from './quote-for';
import { planAt } from './recipe';

/** A promise that is bettered often enough. */
export interface SurprisePlan extends PromisePlan {
  /** By how much outcomes better the promise, and how often. */
  readonly surprise: {
    readonly by: number;
    /** The chance of bettering the promise by that much: what the guarantee speaks of. */
    readonly chance: ChanceKept;
  };
}

const optionsSchema = once(() =>
  z.strictObject({
    ...planShape,
    by: positiveSchema(),
    probability: shareSchema,
  }),
);

/**
 * Plans the tightest promise that is bettered by a stated amount with a stated chance: the smallest l with
 * `P(T <= l - by) >= probability`, for levels the greatest with `P(T >= l + by) >= probability`. The guarantee
 * is that of {@link planPromise}, and holds for the surprise; the promise itself is kept at least as often.
 *
 * Whether surprises pay is another question: experiments found early delivery worth little beyond a kept
 * promise (Gneezy & Epley 2014).
 *
 * @param options besides those of {@link planPromise}, `by`: by how much to better the promise at least, above 0, in the
 *   capability's unit; `probability`: with which chance, above 0 and below 1
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
export function planSurprise(
  capability: Capability,
  options: QuoteOptions & { readonly by: number; readonly probability: number },
): SurprisePlan {
  return door('planSurprise', () => {
    const { by, probability, ...quoting } = read(optionsSchema, options, 'options');
    const able = readCapability('capability', capability);
    const aim = { code: 'surprise', detail: { by, probability } } as const;
    const given = { aim, keepRate: probability, ...quoting };
    const { quote, guarantee } = quoteFor(able, given);
    const eased = able.better === 'lower' ? by : -by;
    const promise = plus(quote, eased);
    const plan = planAt(able, promise, guarantee, given);
    // Unrounded, that promise less `by` is the quote, which subtracting might miss.
    const isQuote = plan.promise === promise;
    const chance = chanceKept(able, isQuote ? quote : plan.promise - eased);
    return { ...plan, surprise: { by, chance } };
  });
}
