import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { PromiseReview } from '../promise/review';
import { amount, shown } from './figures';
import { reviewSchema } from './input';
import { worded } from './worded';

const optionsSchema = once(() => z.strictObject({ unit: z.string() }));

/**
 * A review of a promise in flight in plain English: what to do now, why, and when to look again.
 *
 * A review of `deviations` from an appointment counts from the time agreed, and says so.
 *
 * @param options `unit`, that of the capability, in which the review counts
 * @throws InvalidInputError `missing` or `wrong-type` for what is no review; `missing` for a figure that the wording of one of
 *   its reasons names
 * @example
 * ```ts
 * import { capabilityFromSamples, planPromise, reviewPromise } from 'overdeliver';
 * import { reviewInEnglish } from 'overdeliver/english';
 *
 * const minutes = Array.from({ length: 99 }, (_, i) => 30 + 0.5 * i);
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * const plan = { promise: 60, keepRate: 0.6 };
 * const early = reviewPromise(kitchen, { plan, elapsed: 30, revised: false });
 * reviewInEnglish(early, { unit: kitchen.unit });
 * // => 'Say nothing yet. Why: likely enough to be kept (60.6%). Look again 41 minutes after the start.'
 * const late = reviewPromise(kitchen, { plan, elapsed: 50, revised: false });
 * reviewInEnglish(late, { unit: kitchen.unit });
 * // => 'Give the new promise, once: 74 minutes in all, kept 81.4% of the time. Why: not likely enough to be kept (33.9%).'
 * ```
 */
export function reviewInEnglish(review: PromiseReview, options: { readonly unit: string }): string {
  return door('reviewInEnglish', () => {
    const { advice, newPromise, reviewAt, deviations, why } = read(reviewSchema, review, 'review');
    const { unit } = read(optionsSchema, options, 'options');
    const figures = newPromise
      ? {
          promise: newPromise.promise,
          unit,
          chance: newPromise.chance.estimate,
          ...(deviations && { deviations }),
        }
      : {};
    const reasons = why.map((one, i) => worded(one, `review.why[${i}]`, unit)).join('; ');
    const again =
      reviewAt === null
        ? ''
        : ` Look again ${amount(shown(reviewAt), unit)} after the ${deviations ? 'agreed time' : 'start'}.`;
    const few = newPromise?.why?.find(({ code }) => code === 'rests-on-few');
    const told = worded({ code: advice, figures, place: '' }, 'review', unit).replace(
      /\.$/,
      few ? ` (${worded(few, 'review.newPromise', unit)}).` : '.',
    );
    const because = reasons === '' ? '' : ` Why: ${reasons}.`;
    return `${told}${because}${again}`;
  });
}
