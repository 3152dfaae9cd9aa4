import { refuse } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import type { Codes } from './design';
import { linesOf, straight } from './forms';
import type { ReadColumn } from './input';

/** The fitted part of a numeric column. */
export interface NumericColumn {
  readonly name: string;
  /** One number for each row. */
  readonly values: Float64Array;
  readonly range: readonly [low: number, high: number];
}

/** The fitted part of a column of categories: the index of each row's, and their names and rows. */
export interface CategoryColumn extends Codes {
  readonly name: string;
  readonly names: readonly string[];
  readonly counts: readonly number[];
}

/** Two columns of categories, crossed: the index of each row's pair, the pairs by the indices of both, and their rows. */
export interface CrossedColumn extends Codes {
  readonly name: string;
  readonly columns: readonly [CategoryColumn, CategoryColumn];
  readonly pairs: readonly (readonly [number, number])[];
  readonly counts: readonly number[];
}

/** The rows of a column that are fitted on. */
export function fittedPart(column: ReadColumn, rows: Uint32Array): NumericColumn | CategoryColumn {
  return 'numbers' in column
    ? numeric(column.name, column.numbers, rows)
    : coded(column.name, column.names, rows);
}

function numeric(name: string, column: ArrayLike<number>, rows: Uint32Array): NumericColumn {
  const values = Float64Array.from(rows, (row) => column[row] as number);
  let [low, high] = [Infinity, -Infinity];
  for (const x of values) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  if (compare(low, high) === 0 || linesOf(values, straight) === null) {
    refuse(`history.columns.${name}`, low, 'numbers that differ among the fitted rows');
  }
  return { name, values, range: [low, high] };
}

function coded(name: string, column: ArrayLike<string>, rows: Uint32Array): CategoryColumn {
  const indices = new Map<string, number>();
  const counts: number[] = [];
  const codes = new Int32Array(rows.length);
  rows.forEach((row, i) => {
    const category = column[row] as string;
    const index = indices.get(category) ?? indices.size;
    indices.set(category, index);
    counts[index] = (counts[index] ?? 0) + 1;
    codes[i] = index;
  });
  return { name, codes, size: indices.size, names: [...indices.keys()], counts };
}

/** The pairs that occur, in the order in which they do. */
export function crossed(name: string, one: CategoryColumn, other: CategoryColumn): CrossedColumn {
  const indices = new Map<number, number>();
  const pairs: (readonly [number, number])[] = [];
  const counts: number[] = [];
  const codes = one.codes.map((a, i) => {
    const b = other.codes[i] as number;
    const pair = a * other.size + b;
    const index = indices.get(pair) ?? indices.size;
    if (index === indices.size) {
      indices.set(pair, index);
      pairs.push([a, b]);
    }
    counts[index] = (counts[index] ?? 0) + 1;
    return index;
  });
  return { name, codes, size: indices.size, columns: [one, other], pairs, counts };
}
