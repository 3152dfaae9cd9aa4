import * as z from 'zod/mini';
import { door } from '../../input/door';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { notEnough, refuse } from '../../input/refusal';
import { justAbove, slack } from '../../numerics/nearly';
import { take } from '../../numerics/places-that';
import { positivesSchema } from '../input';
import { distanceBetween } from './drift';
import { estimated } from './estimate-columns';
import { fitModel } from './fit-model';
import { type CategoryColumn, crossed, fittedPart } from './fitted-columns';
import type { EstimatorHistory, EstimatorOptions, FittedEstimator } from './fitted-estimator';
import { type Flag, namesFlags } from './flags';
import { drawnOut, lastHeldOut, type Split } from './held-out';
import { columnsSchema, type NameColumn, type NumberColumn, type ReadColumn } from './input';
import { readModel } from './input-model';
import { checkInteractions, optionsSchema } from './input-options';
import type { FittedNumbers } from './parameters';

const historyText = 'columns of the same length, as { actuals: [20, 25], columns: { km: [1, 2] } }';
const historySchema = once(() =>
  z.strictObject({ actuals: positivesSchema, columns: columnsSchema }, historyText),
);

/**
 * Fits an estimator for who has none: the logarithm of what an order takes as a sum of what numbers
 * (load, distance) and categories (weekday, store) do, by least squares. So each column multiplies
 * the estimate, which is the median (where the logarithm's errors are symmetric). A number may act by its logarithm or
 * along a line that bends, where ten folds of the rows fitted on show that it is better.
 *
 * Effects are shrunk toward 0, the average, so that a store with two orders is not taken at its word
 * (best linear unbiased prediction: Henderson 1975). Those of a column add up to 0, and a category never
 * seen counts as 0. Crossed categories are shrunk toward the sum of both.
 *
 * How far off a row may be follows from the same terms: the logarithm of the spread is fitted to that of the absolute residual (Harvey
 * 1976, doi:10.2307/1913974).
 *
 * It fits on some of the rows and estimates the rest, which `calibrateEstimates` then turns into
 * capabilities. On the rows it was fitted on it looks better than it is, and margins would be too narrow.
 *
 * Orders under way are missing, so that the latest rows hold only the quick ones, and these are held out by default: leave out the
 * orders that started so lately that not nearly all have finished, or say `holdOut: 'random'`.
 *
 * Levels drift: `calibrateEstimates` on {@link estimateColumns} of the latest orders follows them without a
 * new fit.
 *
 * Takes time for `rows * columns^2`, and for the cube of all lines and categories but those of the
 * column, or the interaction, with the most categories: of these others there may be 2,000.
 *
 * @param history finished orders, in the order of time: what they took, and columns of what was known of them beforehand
 * @param options the unit, which rows are held out, and how to fit
 * @returns the model as plain JSON, the rows held out with their estimates, and what to look at before relying on it
 * @throws InvalidInputError `out-of-range` for an actual that is not above 0 or a number that is not finite,
 *   with its place in the path, for numbers of which no two differ, and for more than 2,000 lines and categories beside those of
 *   the widest column; `wrong-type` for a column of mixed
 *   kinds, for numbers as text, such as `'12.5'` (text of digits alone and numbers with a unit count as names, with a
 *   flag), and for numbers that are crossed; `unknown-name` for an interaction of a column that is not there;
 *   `length-mismatch`; `ambiguous` for a numeric column that others add up to, which it names, for columns crossed
 *   twice, and for a seed where nothing is drawn; NotEnoughDataError for fewer rows to fit on than numeric columns and
 *   2
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
 * const estimate = estimateWith(model, { km: 4, weekday: 'fri' });
 * estimate.estimate; // => 58.4
 * arrival(estimate).quantile(0.75); // => 58.5
 * ```
 */
export function fitEstimator(
  history: EstimatorHistory,
  options: EstimatorOptions,
): FittedEstimator {
  return door('fitEstimator', () => {
    const { unit, holdOut = 'last', seed, ...given } = read(optionsSchema, options, 'options');
    if (holdOut === 'last' && seed !== undefined) {
      refuse('options.seed', seed, "no seed, or holdOut: 'random', which draws by it", 'ambiguous');
    }
    const { numbers } = given.parameters;
    const { shrinkage = numbers.shrinkage, fitShare = numbers.fitShare } = given;
    const { actuals, columns } = read(historySchema, history, 'history');
    const rows = actuals.length;
    for (const column of columns) {
      const values = 'numbers' in column ? column.numbers : column.codes;
      if (values.length === rows) continue;
      const expected = `a length of ${rows}`;
      const given = history.columns[column.name];
      refuse(`history.columns.${column.name}`, given, expected, 'length-mismatch');
    }
    const { interactions = {} } = given;
    checkInteractions(interactions, columns);
    const count = Math.round(justAbove(fitShare * rows));
    const needed = 2 + columns.filter((column) => 'numbers' in column).length;
    if (count < needed) {
      const counts = { needed, available: count };
      notEnough('history.actuals', counts, 'a fit, held-out rows left out');
    }
    const split = holdOut === 'last' ? lastHeldOut(rows, count) : drawnOut(rows, count, seed ?? 1);
    const parts = columns.map((column) => fittedPart(column, split.fitted));
    const categorical = parts.filter((part) => 'names' in part);
    const byNameOf = new Map(categorical.map((part) => [part.name, part]));
    const pairs = Object.entries(interactions).map(([name, [one, other]]) =>
      crossed(name, byNameOf.get(one) as CategoryColumn, byNameOf.get(other) as CategoryColumn),
    );
    const { model, scores } = fitModel(
      take(actuals, split.fitted).map(Math.log),
      { numeric: parts.filter((part) => 'values' in part), categorical, crossed: pairs },
      unit,
      { ...numbers, shrinkage },
      given.curves ?? true,
    );
    const readOf = new Map<string, ReadColumn>(columns.map((column) => [column.name, column]));
    const { estimates, spreads } = estimated('history.columns', readModel(model), split.heldOut, {
      numbers: (name) => (readOf.get(name) as NumberColumn).numbers,
      names: (name) => readOf.get(name) as NameColumn,
    });
    const heldOut = { estimates, spreads, actuals: take(actuals, split.heldOut) };
    const names = columns.flatMap((column) => {
      const part = byNameOf.get(column.name);
      return part ? namesFlags(column, part) : [];
    });
    const distance = driftOf(split, scores, heldOut, numbers);
    const drift: readonly Flag[] =
      distance === null ? [] : [{ code: 'drift', detail: { distance, holdOut } }];
    return { model, heldOut, heldOutRows: split.heldOut, flags: [...names, ...drift] };
  });
}

/** By how much the earlier and the later half of all rows are off differently, where that is more than chance and matters. */
function driftOf(
  { fitted, heldOut }: Split,
  scores: Float64Array,
  { estimates, spreads, actuals }: FittedEstimator['heldOut'],
  { fitDistance, driftChance }: FittedNumbers,
): number | null {
  const rows = fitted.length + heldOut.length;
  const all = new Float64Array(rows);
  fitted.forEach((row, i) => {
    all[row] = scores[i] as number;
  });
  heldOut.forEach((row, i) => {
    const ratio = (actuals[i] as number) / (estimates[i] as number);
    all[row] = Math.log(ratio) / (spreads[i] as number);
  });
  // What is off by rounding alone is not off: where all orders take the same, one half would be off otherwise than the other.
  const off = all.map((score) => (Math.abs(score) <= slack ? 0 : score));
  const half = rows >> 1;
  const { distance, chance } = distanceBetween(
    off.subarray(0, half),
    off.subarray(half),
    driftChance,
  );
  return distance > Math.max(fitDistance, chance) ? distance : null;
}
