import { door } from '../input/door';
import { read } from '../input/read';
import type { PromisePlan } from '../promise/promise-plan';
import { shown } from './figures';
import { type Coded, codedSchema, planSchema } from './input';
import { worded } from './worded';

/**
 * An action, a reason or any other code of this library in plain English. A promise is shown as it is, to at most
 * twelve digits; any other number to three, but to the unit at least. A share reads 100% or 0% only where it is that
 * exactly. A code that has no phrase is shown as it is, with its figures.
 *
 * For another language write your own: the codes and the names of their figures are all it needs, and a
 * `Record<PhraseCode, ...>` holds them all.
 *
 * @param coded what has a code, and its figures in `detail` or beside it; or a code alone
 * @throws InvalidInputError `missing` or `wrong-type` without a code; `missing` for a figure that the wording of a code
 *   names
 * @example
 * ```ts
 * import { inEnglish } from 'overdeliver/english';
 *
 * inEnglish({ code: 'rounded', detail: { from: 57.3333, to: 60 } }); // => 'rounded from 57.3 to 60'
 * inEnglish({ code: 'rising', change: 4.2, p: 0.01 }); // => 'rising by 4.2 points'
 * inEnglish('reverse'); // => 'Find out what moved, and turn it round.'
 * ```
 */
export function inEnglish(coded: Coded | string): string {
  return door('inEnglish', () => worded(read(codedSchema, coded, 'coded'), 'coded'));
}

/**
 * A promise in plain English: what to say, what to expect oneself, why, and what to know before relying on it.
 *
 * @throws InvalidInputError `missing` or `wrong-type` for what is no plan; `missing` for a figure that the wording of one of
 *   its reasons names
 * @example
 * ```ts
 * import { capabilityFromSamples, planPromise, toMultipleOf } from 'overdeliver';
 * import { promiseInEnglish } from 'overdeliver/english';
 *
 * const minutes = [38, 52, 41, 45, 47, 44, 58, 36, 49, 43, 45];
 * const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
 * promiseInEnglish(planPromise(kitchen, { keepRate: 0.9, round: toMultipleOf(5) }));
 * // => 'Promise 60 minutes: kept 91.7% of the time, typically 45 minutes (to be kept 90% of the time; rounded from 58 to 60, a multiple of 5; none of the observations breaks it).'
 * ```
 */
export function promiseInEnglish(plan: PromisePlan): string {
  return door('promiseInEnglish', () => {
    const { promise, unit, chance, typical, why, warnings } = read(planSchema, plan, 'plan');
    const kept = `kept ${shown(chance.estimate, '%')} of the time`;
    const reasons = [
      ...why.map((one, i) => worded(one, `plan.why[${i}]`)),
      ...warnings.map((one, i) => worded(one, `plan.warnings[${i}]`)),
    ].join('; ');
    return `Promise ${shown(promise, '!')} ${unit}: ${kept}, typically ${shown(typical)} ${unit} (${reasons}).`;
  });
}
