import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import type { Capability } from './capability';
import { type CensoredOptions, fromCensored } from './censored';
import { amountsSchema, positivesSchema, unitShape } from './input';
import { censoredShape } from './input-censoring';
import { factorSchema, scaled } from './scaled';

const columnsSchema = once(() =>
  z.strictObject(
    { estimates: positivesSchema, actuals: amountsSchema },
    '{ estimates, actuals }, two columns',
  ),
);
const optionsSchema = once(() => z.strictObject({ ...unitShape, ...censoredShape }));

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
  options: Omit<CensoredOptions, 'deviations'>,
): (estimate: number) => Capability {
  return door('calibrateEstimates', () => {
    const known = read(optionsSchema, options, 'options');
    const { estimates, actuals } = read(columnsSchema, history, 'history');
    if (actuals.length !== estimates.length) {
      const expected = `a length of ${estimates.length}`;
      refuse('history.actuals', history.actuals, expected, 'length-mismatch');
    }
    const ratios = actuals.map((actual, i) => actual / (estimates[i] as number));
    const entered = known.entered?.map((from, i) => from / (estimates[i] as number));
    const ratio = fromCensored(ratios, { ...known, entered }, 'history.actuals', 'options');
    return (estimate) =>
      door('calibrateEstimates', () => scaled(ratio, read(factorSchema, estimate, 'estimate')));
  });
}
