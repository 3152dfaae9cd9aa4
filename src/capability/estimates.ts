import * as z from 'zod/mini';
import { door } from '../input/door';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { anySchema } from '../input/schemas';
import type { Capability } from './capability';
import { type CensoredOptions, censoredShape, fromCensored } from './censored';
import { checkAmount, checkArray, checkPositive } from './checks';
import { unitShape } from './input';
import { checkFactor, scaled } from './scaled';

/** What is known of actuals besides their values. */
export type CalibrationOptions = Omit<CensoredOptions, 'deviations'>;

const columnsSchema = z.strictObject(
  { estimates: anySchema, actuals: anySchema },
  '{ estimates, actuals }, two columns',
);
const optionsSchema = z.strictObject({ ...unitShape, ...censoredShape });

/**
 * Makes any point estimate honest, such as a route planner's time of arrival: what will be delivered is the
 * estimate times the distribution of `actual / estimate` in the past. An estimate that is always a third too
 * low is put right, and one that is often wrong gets a wide margin.
 *
 * The finite-sample guarantee carries over, over all orders together, as long as ratios to come are like
 * those of the past (split-conformal prediction with a normalised score: Lei et al. 2018).
 *
 * A group's median is an estimate too: so groups answer where some of their orders are still under way.
 *
 * To store it, store the JSON of the capability for an estimate of 1; revived (with `scaledSource` and
 * `censoredSource`), it takes {@link scaleCapability} by the estimate.
 *
 * @param history `estimates`, above 0, and `actuals`, at least 0, in the same unit and order; with
 *   `finished`, an actual may be the time an order has taken so far
 * @returns a function from an estimate above 0 to its capability
 * @throws InvalidInputError `out-of-range` for an estimate that is not above 0 or an actual below 0, with
 *   its place in the path, `length-mismatch` for columns of different lengths; NotEnoughDataError for none
 * @example
 * ```ts
 * import { calibrateEstimates } from 'overdeliver';
 *
 * const history = { estimates: [30, 20, 40, 25, 50], actuals: [33, 30, 40, 30, 45] };
 * const arrival = calibrateEstimates(history, { unit: 'minutes' });
 * arrival(40).quantile(0.8); // => 48
 * arrival(20).chance(20); // => 0.4
 * ```
 */
export function calibrateEstimates(
  history: { readonly estimates: ArrayLike<number>; readonly actuals: ArrayLike<number> },
  options: CalibrationOptions,
): (estimate: number) => Capability {
  return door('calibrateEstimates', () => {
    read(optionsSchema, options, 'options');
    const checked = read(columnsSchema, history, 'history') as typeof history;
    const { estimates, actuals } = checked;
    checkArray('history.estimates', estimates);
    checkArray('history.actuals', actuals, estimates.length);
    const ratios = reading('history', history, () =>
      Float64Array.from(estimates, (estimate, i) => {
        const actual = actuals[i] as number;
        checkPositive(`history.estimates[${i}]`, estimate);
        checkAmount(`history.actuals[${i}]`, actual);
        return actual / estimate;
      }),
    );
    const ratio = fromCensored(ratios, options, 'history.actuals', 'options');
    return (estimate) =>
      door('calibrateEstimates', () => {
        checkFactor('estimate', estimate);
        return scaled(ratio, estimate);
      });
  });
}
