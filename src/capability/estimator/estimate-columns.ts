import { door } from '../../input/door';
import { reading } from '../../input/reading';
import { refuse } from '../../input/refusal';
import { placesBelow } from '../../numerics/places-that';
import { checkArray } from '../input';
import type { EstimatorModel } from './estimator-model';
import { expOf } from './exp';
import { type CodedNames, codedNames, type EstimatorColumns, readRecord } from './input';
import { farthest, type ReadModel, type ReadSum, readModel, type Term } from './input-model';
import { isWithin, type NumberLine, onLine } from './number-line';

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
      const rows = placesBelow(count);
      const coded = new Map<string, CodedNames>();
      return estimated('columns', read, rows, {
        numbers: (name) => columns[name] as ArrayLike<unknown>,
        names(name) {
          const found = coded.get(name) ?? codedNames(columns[name] as ArrayLike<unknown>);
          coded.set(name, found);
          return found;
        },
      });
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

/** The columns of a model, by name. */
export interface ColumnsOfModel {
  readonly numbers: (name: string) => ArrayLike<unknown>;
  readonly names: (name: string) => CodedNames;
}

/** The estimates of some rows of columns. */
export function estimated(
  path: string,
  { intercept, terms, spread }: ReadModel,
  rows: Uint32Array,
  columns: ColumnsOfModel,
): ColumnEstimates {
  const unseen = new Uint16Array(rows.length);
  const estimates = summed(path, { intercept, terms }, rows, columns, unseen);
  const spreads = summed(path, spread ?? { intercept: 0, terms: [] }, rows, columns);
  return { estimates, spreads, unseen };
}

/** The exponential of a sum for each row, term by term; `unseen` counts the terms that were not fitted on its value. */
function summed(
  path: string,
  { intercept, terms }: ReadSum,
  rows: Uint32Array,
  columns: ColumnsOfModel,
  unseen = new Uint16Array(rows.length),
): Float64Array {
  const logs = new Float64Array(rows.length).fill(intercept);
  for (const term of terms) {
    const sum = { path: `${path}.${term.columns[0]}`, rows, logs, unseen };
    if (term.line) addLine(sum, term, term.line, columns.numbers(term.name));
    else addEffects(sum, term, columns);
  }
  const at = (i: number) => `${path} at row ${rows[i]}`;
  for (let i = 0; i < rows.length; i++) logs[i] = expOf(logs[i] as number, at, i);
  return logs;
}

/** What terms add to, row by row. */
interface Sums {
  readonly path: string;
  readonly rows: Uint32Array;
  readonly logs: Float64Array;
  readonly unseen: Uint16Array;
}

function addLine(
  { path, rows, logs, unseen }: Sums,
  { adds }: Term,
  line: NumberLine,
  numbers: ArrayLike<unknown>,
): void {
  const refuseAt = (row: number) => adds(numbers[row], () => `${path}[${row}]`);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const x = numbers[row];
    const added = typeof x === 'number' ? onLine(line, x) : Number.NaN;
    if (Math.abs(added) < farthest) (logs[i] as number) += added;
    else refuseAt(row);
    if (!isWithin(line, x as number)) (unseen[i] as number) += 1;
  }
}

function addEffects(
  { path, rows, logs, unseen }: Sums,
  { columns: [first, second], adds, seen }: Term,
  columns: ColumnsOfModel,
): void {
  const { codes, names } = columns.names(first);
  const other = second === undefined ? undefined : columns.names(second);
  const find = (row: number, one: unknown, two: unknown) => ({
    added: adds(one, () => `${path}[${row}]`, two),
    isSeen: seen(one, two),
  });
  // What was found of a category, or of two: they come again and again.
  const known: ReturnType<typeof find>[][] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const place = codes[row] as number;
    const otherPlace = other ? (other.codes[row] as number) : 0;
    known[place] ??= [];
    const ofPlace = known[place];
    ofPlace[otherPlace] ??= find(row, names[place], other?.names[otherPlace]);
    const { added, isSeen } = ofPlace[otherPlace];
    (logs[i] as number) += added;
    if (!isSeen) (unseen[i] as number) += 1;
  }
}
