import { refuse } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import type { Codes } from './design';
import type { ReadColumn } from './input';

/** The fitted part of a numeric column, `(x - mean) / sd`. */
export interface NumericColumn {
  readonly name: string;
  /** One number for each row. */
  readonly standard: Float64Array;
  readonly mean: number;
  readonly sd: number;
  readonly range: readonly [low: number, high: number];
}

/** The fitted part of a column of categories: the index of each row's, and their names and rows. */
export interface CategoryColumn extends Codes {
  readonly name: string;
  readonly names: readonly string[];
  readonly counts: readonly number[];
}

/** The first `fitted` rows of a column. */
export function fittedPart(column: ReadColumn, fitted: number): NumericColumn | CategoryColumn {
  return 'numbers' in column
    ? standardised(column.name, column.numbers, fitted)
    : coded(column.name, column.names, fitted);
}

function coded(name: string, column: ArrayLike<string>, fitted: number): CategoryColumn {
  const indices = new Map<string, number>();
  const counts: number[] = [];
  const codes = new Int32Array(fitted);
  for (let i = 0; i < fitted; i++) {
    const category = column[i] as string;
    const index = indices.get(category) ?? indices.size;
    indices.set(category, index);
    counts[index] = (counts[index] ?? 0) + 1;
    codes[i] = index;
  }
  return { name, codes, size: indices.size, names: [...indices.keys()], counts };
}

function standardised(name: string, column: ArrayLike<number>, fitted: number): NumericColumn {
  const standard = new Float64Array(fitted);
  let mean = 0;
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < fitted; i++) {
    const x = column[i] as number;
    standard[i] = x;
    mean += (x - mean) / (i + 1);
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  let squares = 0;
  for (let i = 0; i < fitted; i++) squares += ((standard[i] as number) - mean) ** 2;
  const sd = Math.sqrt(squares / fitted);
  // Beyond 1e150 squares would overflow.
  if (compare(low, high) === 0 || !(sd > 1e-150 && sd < 1e150)) {
    refuse(`history.columns.${name}`, low, 'numbers that differ among the fitted rows');
  }
  for (let i = 0; i < fitted; i++) standard[i] = ((standard[i] as number) - mean) / sd;
  return { name, standard, mean, sd, range: [low, high] };
}
