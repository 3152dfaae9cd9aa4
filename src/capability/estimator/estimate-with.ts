import { door } from '../../input/door';
import { reading } from '../../input/reading';
import { refuse } from '../../input/refusal';
import { checkArray } from '../input';
import type { EstimatorModel } from './estimator-model';
import { type EstimatorColumns, readRecord } from './input';
import { type ReadModel, type ReadSum, readModel, type Term } from './input-model';

/** What is to be expected of one order, and why. */
export interface Estimate {
  /** The median (where the logarithm's errors are symmetric), in `unit`. */
  readonly estimate: number;
  /**
   * How far off such orders are: the standard deviation of the logarithm of the actual, so that .2 is about a fifth of the
   * estimate; above 0. Always 1 for a model of an older version, which has no spread.
   */
  readonly spread: number;
  /** The unit of the model, such as `minutes`. */
  readonly unit: string;
  /** The median of an average order, in `unit`; times all factors it is the estimate. */
  readonly typical: number;
  /** What each column and each interaction multiplies it by, above 0; 1 for an average value. */
  readonly factors: Readonly<Record<string, number>>;
  /**
   * The columns and interactions whose value was not fitted on: a category or a pair never seen, which counts as
   * average, or a number off the range seen, to which the line is drawn on, while the spread stays as at its end.
   */
  readonly unseen: readonly string[];
}

/** Estimates by row. */
export interface ColumnEstimates {
  /** The median for each row, in the unit of the model. */
  readonly estimates: Float64Array;
  /** How far off such rows are, as in {@link Estimate}. */
  readonly spreads: Float64Array;
  /** In how many columns and interactions a row's value was not fitted on. */
  readonly unseen: Uint16Array;
}

/**
 * Estimates one order by a fitted model. Pass what it gives to what `calibrateEstimates` made of the held-out rows: that
 * says how far off it may be.
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
    const { unit, intercept, terms, spread } = readModel(model);
    return reading('row', row, () => {
      readRecord('row', row);
      const given = (name: string) => row[name];
      const pathOf = (name: string) => `row.${name}`;
      let log = intercept;
      const factors = terms.map((term) => {
        const added = addedBy(term, given, pathOf);
        log += added;
        return [term.name, Math.exp(added)] as const;
      });
      const unseen = terms.filter((term) => !isSeen(term, given)).map(({ name }) => name);
      return {
        estimate: expOf(log, () => 'row'),
        spread: spreadOf(spread, given, pathOf, () => 'row'),
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
      const count = checkColumns(readRecord('columns', columns), [...read.terms, ...(read.spread?.terms ?? [])]);
      const rows = Uint32Array.from({ length: count }, (_, i) => i);
      return estimated('columns', read, columns, rows);
    });
  });
}

/** Throws unless there is a column for each term, all of one length, which it returns. */
function checkColumns(columns: EstimatorColumns, terms: readonly Term[]): number {
  let rows: number | undefined;
  for (const name of new Set(terms.flatMap((term) => term.columns))) {
    const column = columns[name as string];
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
  { intercept, terms, spread }: ReadModel,
  columns: EstimatorColumns,
  rows: Uint32Array,
): ColumnEstimates {
  const estimates = new Float64Array(rows.length);
  const spreads = new Float64Array(rows.length);
  const unseen = new Uint16Array(rows.length);
  let row = 0;
  const given = (name: string) => (columns[name] as ArrayLike<unknown>)[row];
  const pathOf = (name: string) => `${path}.${name}[${row}]`;
  const place = () => `${path} at row ${row}`;
  for (let i = 0; i < rows.length; i++) {
    row = rows[i] as number;
    let log = intercept;
    for (const term of terms) {
      log += addedBy(term, given, pathOf);
      if (!isSeen(term, given)) (unseen[i] as number) += 1;
    }
    estimates[i] = expOf(log, place);
    spreads[i] = spreadOf(spread, given, pathOf, place);
  }
  return { estimates, spreads, unseen };
}

type Named<T> = (name: string) => T;

function addedBy({ columns, adds }: Term, given: Named<unknown>, pathOf: Named<string>): number {
  const [first, second] = columns;
  const value = given(first);
  return adds(value, () => pathOf(first), second === undefined ? undefined : given(second));
}

function isSeen({ columns, seen }: Term, given: Named<unknown>): boolean {
  const [first, second] = columns;
  return seen(given(first), second === undefined ? undefined : given(second));
}

function spreadOf(
  spread: ReadSum | null,
  given: Named<unknown>,
  pathOf: Named<string>,
  place: () => string,
): number {
  if (spread === null) return 1;
  let log = spread.intercept;
  for (const term of spread.terms) log += addedBy(term, given, pathOf);
  return expOf(log, place);
}

function expOf(log: number, path: () => string): number {
  const number = Math.exp(log);
  if (number > 0 && number < Infinity) return number;
  return refuse(path(), number, 'values whose estimate is a finite number above 0');
}
