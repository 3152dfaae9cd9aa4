import { door } from '../../input/door';
import { reading } from '../../input/reading';
import { refuse } from '../../input/refusal';
import { checkArray } from '../input';
import type { EstimatorModel } from './estimator-model';
import { type EstimatorColumns, readRecord } from './input';
import { type ReadModel, readModel, type Term } from './input-model';

/** What is to be expected of one order, and why. */
export interface Estimate {
  /** The median (where the logarithm's errors are symmetric), in `unit`. */
  readonly estimate: number;
  /** The unit of the model, such as `minutes`. */
  readonly unit: string;
  /** The median of an average order, in `unit`; times all factors it is the estimate. */
  readonly typical: number;
  /** What each column multiplies it by, above 0; 1 for an average value. */
  readonly factors: Readonly<Record<string, number>>;
  /**
   * The columns whose value was not fitted on: a category never seen, which counts as average, or a number
   * off the range seen, to which the line is drawn on.
   */
  readonly unseen: readonly string[];
}

/** Estimates by row. */
export interface ColumnEstimates {
  /** The median for each row, in the unit of the model. */
  readonly estimates: Float64Array;
  /** In how many columns a row's value was not fitted on. */
  readonly unseen: Uint16Array;
}

/**
 * Estimates one order by a fitted model. The estimate alone says nothing of how far off it may be: pass it
 * to what `calibrateEstimates` made of the held-out rows.
 *
 * @param model what {@link fitEstimator} found, or the same after a trip through JSON
 * @param row a value for each column of the model; other fields may be there as well
 * @throws InvalidInputError `missing` or `wrong-type` for a column without a value of its kind,
 *   `out-of-range` for a number that is not finite or too far off to be estimated, `unknown-version` for a
 *   model that a newer release wrote
 * @example
 * ```ts
 * import { estimateWith, fitEstimator } from 'overdeliver';
 *
 * const history = { actuals: [20, 30, 45, 20, 30, 45], columns: { km: [1, 2, 3, 1, 2, 3] } };
 * const { model } = fitEstimator(history, { unit: 'minutes', fitShare: 1 });
 * const { estimate, factors, unseen } = estimateWith(model, { km: 4 });
 * estimate; // => 67.5
 * factors; // => { km: 2.25 }
 * unseen; // => ['km']
 * ```
 */
export function estimateWith(
  model: EstimatorModel,
  row: Readonly<Record<string, unknown>>,
): Estimate {
  return door('estimateWith', () => {
    const { unit, intercept, terms } = readModel(model);
    return reading('row', row, () => {
      readRecord('row', row);
      let log = intercept;
      const factors = terms.map(({ name, adds }) => {
        const added = adds(row[name], () => `row.${name}`);
        log += added;
        return [name, Math.exp(added)] as const;
      });
      const unseen = terms.filter(({ name, seen }) => !seen(row[name])).map(({ name }) => name);
      return {
        estimate: estimateOf(log, () => 'row'),
        unit,
        typical: Math.exp(intercept),
        factors: Object.fromEntries(factors),
        unseen,
      };
    });
  });
}

/**
 * Estimates many orders by a fitted model, the same to the bit as {@link estimateWith} row by row, such as
 * to calibrate anew on the orders of last week.
 *
 * @param columns one column for each of the model, all of one length; others may be there as well
 * @throws InvalidInputError as {@link estimateWith}, with the place of the value in the path;
 *   `length-mismatch` for columns of different lengths
 * @example
 * ```ts
 * import { calibrateEstimates, fitEstimator } from 'overdeliver';
 * import { estimateColumns } from 'overdeliver/capability';
 *
 * const history = { actuals: [20, 30, 45, 20, 30, 45], columns: { km: [1, 2, 3, 1, 2, 3] } };
 * const { model } = fitEstimator(history, { unit: 'minutes', fitShare: 1 });
 * const { estimates } = estimateColumns(model, { km: [2, 1, 3] });
 * const arrival = calibrateEstimates({ estimates, actuals: [33, 19, 45] }, { unit: 'minutes' });
 * arrival(40).quantile(0.9); // => 44
 * ```
 */
export function estimateColumns(model: EstimatorModel, columns: EstimatorColumns): ColumnEstimates {
  return door('estimateColumns', () => {
    const read = readModel(model);
    return reading('columns', columns, () => {
      const rows = checkColumns(readRecord('columns', columns), read.terms);
      return estimated('columns', read, columns, 0, rows);
    });
  });
}

/** Throws unless there is a column for each term, all of one length, which it returns. */
function checkColumns(columns: EstimatorColumns, terms: readonly Term[]): number {
  let rows: number | undefined;
  for (const { name } of terms) {
    const column = columns[name];
    if (column === undefined) {
      refuse(`columns.${name}`, column, 'a column of the model', 'missing');
    }
    checkArray(`columns.${name}`, column, rows, 'numbers or strings');
    rows = column.length;
  }
  return rows ?? 0;
}

/** The estimates of some rows of columns. */
export function estimated(
  path: string,
  { intercept, terms }: ReadModel,
  columns: EstimatorColumns,
  from: number,
  to: number,
): ColumnEstimates {
  const estimates = new Float64Array(to - from);
  const unseen = new Uint16Array(to - from);
  for (let i = from; i < to; i++) {
    let log = intercept;
    for (const { name, adds, seen } of terms) {
      const value = (columns[name] as ArrayLike<unknown>)[i];
      log += adds(value, () => `${path}.${name}[${i}]`);
      if (!seen(value)) (unseen[i - from] as number) += 1;
    }
    estimates[i - from] = estimateOf(log, () => `${path} at row ${i}`);
  }
  return { estimates, unseen };
}

function estimateOf(log: number, path: () => string): number {
  const estimate = Math.exp(log);
  if (estimate > 0 && estimate < Infinity) return estimate;
  return refuse(path(), estimate, 'values whose estimate is a finite number above 0');
}
