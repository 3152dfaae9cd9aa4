import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { optionFor } from '../input/schemas';
import { driftDefaults } from './parameters';
import { type Shift, shifts } from './shift';

/** How far values usually stray, and what counts as a shift. */
export interface ShiftOptions {
  /** The standard deviation of a value while nothing shifts, above 0, in the unit of the values. */
  readonly sd: number;
  /** The reference value, in sd, from 0 to 10: shifts of 2 k are noticed soonest; .5 unless given. */
  readonly k?: number | undefined;
  /** The decision interval, in sd, from 0 to 1000: a greater one means fewer false alarms and later true ones;
   * 5 unless given. */
  readonly h?: number | undefined;
}

const sdText = 'a standard deviation above 0';
const defaults = driftDefaults.parameters;
const options = {
  sd: z.number(sdText).check(z.gt(0, sdText)),
  k: optionFor(defaults.k),
  h: optionFor(defaults.h),
};
const shiftSchema = once(() => z.strictObject(options));
const cusumSchema = once(() => z.strictObject({ ...options, target: z.number() }));

/**
 * Where a sequence of numbers shifted away from its target, by the two-sided cumulative sum (Page 1954):
 * `S <- max(0, S + (x - target) / sd - k)` for rises, the mirror image for falls, an alarm when one exceeds
 * `h`; then both start again from 0.
 *
 * With the default k and h, independent normal values on target give one false alarm in 465 values on
 * average, and a shift of 1 sd is noticed after 10. Skewed or dependent values give more false alarms; for
 * promises kept or broken use {@link driftAlarms}.
 *
 * @param values margins, ratios of actual to quoted time and the like, in order of time; from -1e300 to 1e300
 * @param options what to aim at and how soon to raise an alarm
 * @throws InvalidInputError `out-of-range` for a value off that range or not finite, with its place in the
 *   path, or an sd that is not above 0
 * @example
 * ```ts
 * import { cusum } from 'overdeliver/ledger';
 *
 * const minutesLate = [0, 2, -1, -2, 1, 3, 4, 3, 5, 4, 4];
 * cusum(minutesLate, { target: 0, sd: 2 }); // => [{ index: 8, direction: 'up', since: 5 }]
 * ```
 */
export function cusum(
  values: ArrayLike<number>,
  options: ShiftOptions & { readonly target: number },
): readonly Shift[] {
  return door('cusum', () => {
    const { target, ...rest } = read(cusumSchema, options, 'options');
    return shiftsFrom(values, target, rest);
  });
}

/**
 * Where a sequence of numbers shifted away from what it had been, by the test of Page and Hinkley: as
 * {@link cusum}, but held to the mean of the values since the start or the last alarm. For sequences whose
 * level is not known; a shift in the first few values becomes part of that mean and goes unnoticed.
 *
 * With the default k and h, independent normal values give one false alarm in 485 values on average
 * (simulated).
 *
 * @param values in order of time; from -1e300 to 1e300
 * @throws InvalidInputError as {@link cusum}
 * @example
 * ```ts
 * import { pageHinkley } from 'overdeliver/ledger';
 *
 * const ratios = [1, 1.1, 0.9, 1, 1.1, 0.9, 1.3, 1.4, 1.3, 1.4];
 * pageHinkley(ratios, { sd: 0.1 }); // => [{ index: 8, direction: 'up', since: 6 }]
 * ```
 */
export function pageHinkley(values: ArrayLike<number>, options: ShiftOptions): readonly Shift[] {
  return door('pageHinkley', () => shiftsFrom(values, null, read(shiftSchema, options, 'options')));
}

function shiftsFrom(
  values: ArrayLike<number>,
  target: number | null,
  options: ShiftOptions,
): readonly Shift[] {
  reading('values', values, () => checkValues(values));
  return shifts(
    values,
    target,
    options.sd,
    options.k ?? defaults.k.value,
    options.h ?? defaults.h.value,
  );
}

function checkValues(values: ArrayLike<number>): void {
  if (typeof values !== 'object' || !Number.isSafeInteger(values?.length)) {
    refuse('values', values, 'an array of numbers', 'wrong-type');
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) refuse(`values[${i}]`, value, 'a finite number');
    // Beyond, differences of values would not be finite.
    if (Math.abs(value as number) > 1e300) {
      refuse(`values[${i}]`, value, 'a number from -1e300 to 1e300');
    }
  }
}
