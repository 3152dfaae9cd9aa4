import * as z from 'zod/mini';
import { dayMs } from '../core/time-units';
import { checkFirst, checkUnit, type DateInput, dateSchema, epochOf } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { checkArray } from './input';

export const halfLifeSchema = z.number().check(z.gt(0, 'a number of days above 0'));
const optionsSchema = once(() =>
  z.strictObject({ asOf: dateSchema, halfLifeDays: halfLifeSchema }),
);

/**
 * How much each past observation counts today when it counts half as much with every half-life that has gone
 * by: `2^-(age / halfLife)`, above 0 to 1. Days are of exactly 24 hours, so that neither the host's time
 * zone nor daylight saving matters.
 *
 * @param dates when each happened, in any order; a date is a `Date`, milliseconds since 1970, ISO 8601 text with an offset,
 *   or an instant of Temporal
 * @param options `asOf`: the date that counts 1; `halfLifeDays`: above 0
 * @returns a weight for each date, for the `weights` of {@link capabilityFromCensored}
 * @throws InvalidInputError `date-order` for a date after `asOf`, `wrong-type` for what is no valid date
 * @example
 * ```ts
 * import { recencyWeights } from 'overdeliver/capability';
 *
 * const dates = [new Date('2026-03-01'), new Date('2026-02-14')];
 * const weights = recencyWeights(dates, { asOf: new Date('2026-03-01'), halfLifeDays: 15 });
 * Array.from(weights); // => [1, 0.5]
 * ```
 */
export function recencyWeights(
  dates: ArrayLike<DateInput>,
  options: { readonly asOf: DateInput; readonly halfLifeDays: number },
): Float64Array {
  return door('recencyWeights', () => {
    const { asOf, halfLifeDays } = read(optionsSchema, options, 'options');
    checkArray('dates', dates, undefined, 'dates');
    const now = asOf.getTime();
    return reading('dates', dates, () => {
      checkEarliest(dates, asOf);
      return Float64Array.from(dates, (date, i) => {
        checkUnit(`dates[${i}]`, date, now);
        const age = now - epochOf(date);
        if (age >= 0) return recencyWeight(age, halfLifeDays);
        const code = age < 0 ? 'date-order' : 'wrong-type';
        return refuse(`dates[${i}]`, date, `a date up to ${asOf.toISOString()}`, code);
      });
    });
  });
}

/** Refuses the earliest date, or the one that dates are weighed at, in another unit. */
function checkEarliest(dates: ArrayLike<DateInput>, asOf: Date): void {
  let [first, earliest] = [-1, Infinity];
  for (let i = 0; i < dates.length; i++) {
    const time = epochOf(dates[i]);
    if (time < earliest) [first, earliest] = [i, time];
  }
  if (first < 0) return;
  checkFirst(`dates[${first}]`, dates[first] as DateInput);
  checkUnit('options.asOf', asOf, earliest);
}

/** The weight of an observation of an age in milliseconds. */
export function recencyWeight(ageMs: number, halfLifeDays: number): number {
  return 2 ** (-ageMs / (halfLifeDays * dayMs));
}
