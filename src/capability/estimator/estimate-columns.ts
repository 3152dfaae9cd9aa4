import { door } from '../../input/door';
import { reading } from '../../input/reading';
import { refuse } from '../../input/refusal';
import { checkArray } from '../input';
import type { EstimatorModel } from './estimator-model';
import { expOf } from './exp';
import { type EstimatorColumns, readRecord } from './input';
import { type ReadModel, type ReadSum, readModel, type Term } from './input-model';

/** Estimates by row. */
export interface ColumnEstimates {
  /** The median for each row, in the unit of the model. */
  readonly estimates: Float64Array;
  /** How far off such rows are, as in `Estimate`. */
  readonly spreads: Float64Array;
  /** In how many columns and interactions a row's value was not fitted on. */
  readonly unseen: Uint16Array;
}

/**
 * Estimates many orders by a fitted model, the same to the bit as `estimateWith` row by row, such as
 * to calibrate anew on the orders of last week.
 *
 * @param columns one column for each of the model, all of one length; others may be there as well
 * @throws InvalidInputError as `estimateWith`, with the place of the value in the path;
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
      const count = checkColumns(readRecord('columns', columns), [
        ...read.terms,
        ...(read.spread?.terms ?? []),
      ]);
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
  const unseen = new Uint16Array(rows.length);
  const count = (i: number) => {
    (unseen[i] as number) += 1;
  };
  const estimates = summed(path, { intercept, terms }, columns, rows, count);
  const spreads = summed(path, spread ?? { intercept: 0, terms: [] }, columns, rows);
  return { estimates, spreads, unseen };
}

/** What a category adds, and whether it was fitted on. */
interface Found {
  readonly added: number;
  readonly isSeen: boolean;
}

/** The exponential of a sum for each row, term by term; `unseen` hears of rows whose value was not fitted on. */
function summed(
  path: string,
  { intercept, terms }: ReadSum,
  columns: EstimatorColumns,
  rows: Uint32Array,
  unseen?: (i: number) => void,
): Float64Array {
  const logs = new Float64Array(rows.length).fill(intercept);
  for (const { columns: names, adds, seen } of terms) {
    const [first, second] = names.map((name) => columns[name as string] as ArrayLike<unknown>);
    // Categories come again and again: to remember them is faster than to look them up.
    const known = new Map<unknown, Found>();
    const pairs = new Map<unknown, Map<unknown, Found>>();
    let row = 0;
    const at = () => `${path}.${names[0]}[${row}]`;
    const find = (value: unknown, other: unknown): Found => {
      const found = { added: adds(value, at, other), isSeen: seen(value, other) };
      if (second === undefined) known.set(value, found);
      else pairs.set(value, (pairs.get(value) ?? new Map<unknown, Found>()).set(other, found));
      return found;
    };
    for (let i = 0; i < rows.length; i++) {
      row = rows[i] as number;
      const value = first?.[row];
      const other = second?.[row];
      if (typeof value === 'number') {
        (logs[i] as number) += adds(value, at);
        if (unseen && !seen(value)) unseen(i);
        continue;
      }
      const before = second === undefined ? known.get(value) : pairs.get(value)?.get(other);
      const { added, isSeen } = before ?? find(value, other);
      (logs[i] as number) += added;
      if (unseen && !isSeen) unseen(i);
    }
  }
  let row = 0;
  const place = () => `${path} at row ${row}`;
  for (let i = 0; i < rows.length; i++) {
    row = rows[i] as number;
    logs[i] = expOf(logs[i] as number, place);
  }
  return logs;
}
