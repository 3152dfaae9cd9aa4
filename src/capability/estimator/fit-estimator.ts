import * as z from 'zod/mini';
import type { Reason } from '../../core/reason';
import { door } from '../../input/door';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { notEnough, refuse } from '../../input/refusal';
import { justAbove } from '../../numerics/nearly';
import { positivesSchema, unitShape } from '../input';
import { estimated } from './estimate-with';
import type { EstimatorModel } from './estimator-model';
import { fittedPart } from './fitted-columns';
import { columnsSchema, type EstimatorColumns, type ReadColumn } from './input';
import { readModel } from './input-model';
import { fitLogLinear } from './log-linear';
import { fittedDefaults } from './parameters';

/**
 * Finished orders, in the order of time. Of the newest, only quick ones have finished: end it where nearly all
 * have.
 */
export interface EstimatorHistory {
  /** What they took, above 0. */
  readonly actuals: ArrayLike<number>;
  /** What was known of them beforehand. */
  readonly columns: EstimatorColumns;
}

/** How an estimator is fitted. */
export interface EstimatorOptions {
  /** The unit of the actuals, such as `minutes`. */
  readonly unit: string;
  /**
   * How many rows of its own a category needs to move half as far from the average as they say, from .01 to
   * 1,000,000; `fittedDefaults.parameters.shrinkage` (20, assumed) unless given.
   */
  readonly shrinkage?: number | undefined;
  /**
   * The share of the rows, from the first on, to fit on, above 0 and at most 1; the others are held out.
   * `fittedDefaults.parameters.fitShare` (.7, assumed) unless given.
   */
  readonly fitShare?: number | undefined;
}

/** A fitted model, and the rows to calibrate it on. */
export interface FittedEstimator {
  readonly model: EstimatorModel;
  /** The model's estimates of the rows it was not fitted on, and what they took, for `calibrateEstimates`. */
  readonly heldOut: { readonly estimates: Float64Array; readonly actuals: Float64Array };
  /**
   * What to look at before relying on it. `digits-as-names`: the categories of a column are all of digits, so that they
   * may have been meant as numbers.
   */
  readonly warnings: readonly Reason<
    'digits-as-names',
    { readonly column: string; readonly categories: number }
  >[];
}

const historySchema = once(() =>
  z.strictObject({ actuals: positivesSchema, columns: columnsSchema }),
);
const shareText = 'a share of the rows above 0 and at most 1';
const shrinkageText = 'a number of rows from 0.01 to 1,000,000';
/** How rows are fitted, whoever has them. */
export const fitShape = {
  shrinkage: z.optional(z.number().check(z.gte(0.01, shrinkageText), z.lte(1e6, shrinkageText))),
  fitShare: z.optional(z.number().check(z.gt(0, shareText), z.lte(1, shareText))),
};
const optionsSchema = once(() => z.strictObject({ unit: unitShape.unit, ...fitShape }));

/**
 * Fits an estimator for who has none: the logarithm of what an order takes as a sum of slopes times numbers
 * (load, distance) and effects of categories (weekday, store), by least squares. So each column multiplies
 * the estimate, which is the median (where the logarithm's errors are symmetric). What
 * acts in proportion, such as a distance, may serve better as its logarithm.
 *
 * Effects are shrunk toward 0, the average, so that a store with two orders is not taken at its word
 * (best linear unbiased prediction: Henderson 1975). Those of a column add up to 0, and a category never
 * seen counts as 0.
 *
 * It fits on the first part of the rows and estimates the rest, which `calibrateEstimates` then turns into
 * capabilities. On the rows it was fitted on it looks better than it is, and margins would be too narrow.
 *
 * Levels drift: `calibrateEstimates` on {@link estimateColumns} of the latest orders follows them without a
 * new fit.
 *
 * Takes time for `rows * columns^2`, and for the cube of all numeric columns and categories but those of the
 * column with the most categories.
 *
 * @throws InvalidInputError `out-of-range` for an actual that is not above 0 or a number that is not finite,
 *   with its place in the path, and for numbers of which no two differ; `wrong-type` for a column of mixed
 *   kinds, and for numbers as text, such as `'12.5'` (text of digits alone counts as names, with a warning);
 *   `length-mismatch`; `ambiguous` for a numeric column that others add up to, which it names;
 *   NotEnoughDataError for fewer rows to fit on than numeric columns and 2
 * @example
 * ```ts
 * import { calibrateEstimates, estimateWith, fitEstimator } from 'overdeliver';
 *
 * const history = {
 *   actuals: [21, 30, 44, 36, 48, 27, 33, 51, 29, 40],
 *   columns: {
 *     km: [1, 2, 4, 1, 3, 2, 3, 3, 2, 4],
 *     weekday: ['mon', 'mon', 'mon', 'fri', 'fri', 'mon', 'mon', 'fri', 'mon', 'mon'],
 *   },
 * };
 * const { model, heldOut } = fitEstimator(history, { unit: 'minutes', fitShare: 0.6, shrinkage: 1 });
 * const arrival = calibrateEstimates(heldOut, { unit: 'minutes' });
 *
 * const { estimate, factors } = estimateWith(model, { km: 4, weekday: 'fri' });
 * estimate; // => 58.4
 * arrival(estimate).quantile(0.75); // => 58.5
 * ```
 */
export function fitEstimator(
  history: EstimatorHistory,
  options: EstimatorOptions,
): FittedEstimator {
  return door('fitEstimator', () => {
    const defaults = fittedDefaults.parameters;
    const {
      unit,
      shrinkage = defaults.shrinkage.value,
      fitShare = defaults.fitShare.value,
    } = read(optionsSchema, options, 'options');
    const { actuals, columns } = read(historySchema, history, 'history');
    const rows = actuals.length;
    for (const column of columns) {
      if (valuesOf(column).length === rows) continue;
      const expected = `a length of ${rows}`;
      refuse(`history.columns.${column.name}`, valuesOf(column), expected, 'length-mismatch');
    }
    const fitted = Math.round(justAbove(fitShare * rows));
    const needed = 2 + columns.filter((column) => 'numbers' in column).length;
    if (fitted < needed) {
      const counts = { needed, available: fitted };
      notEnough('history.actuals', counts, 'a fit, held-out rows left out');
    }
    const logs = actuals.subarray(0, fitted).map((actual) => Math.log(actual));
    const parts = columns.map((column) => fittedPart(column, fitted));
    const model = fitLogLinear(logs, parts, unit, shrinkage);
    const byName = Object.fromEntries(columns.map((column) => [column.name, valuesOf(column)]));
    return {
      model,
      heldOut: {
        estimates: estimated('history.columns', readModel(model), byName, fitted, rows).estimates,
        actuals: actuals.slice(fitted),
      },
      warnings: columns.flatMap((column, i) => {
        const part = parts[i];
        if (!('digits' in column && column.digits && part && 'size' in part)) return [];
        const detail = { column: column.name, categories: part.size };
        return [{ code: 'digits-as-names' as const, detail }];
      }),
    };
  });
}

const valuesOf = (column: ReadColumn) => ('numbers' in column ? column.numbers : column.names);
