import { refuse } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import { isFiniteNumber } from '../checks';
import type { Codes } from './design';

/**
 * Columns of equal length: numbers, or strings for categories. No number may be missing: leave such rows out, or fill
 * one in and let a category say so. A missing category is one like any other, such as `unknown`.
 */
export type EstimatorColumns = Readonly<Record<string, ArrayLike<number> | ArrayLike<string>>>;

/** The fitted part of a numeric column, `(x - mean) / sd`. */
export interface NumericColumn {
  readonly name: string;
  readonly standard: Float64Array;
  readonly mean: number;
  readonly sd: number;
  readonly range: readonly [low: number, high: number];
}

/** The fitted part of a column of categories: the index of each row's. */
export interface CategoryColumn extends Codes {
  readonly name: string;
  /** Whether all names are of digits. */
  readonly digits: boolean;
  readonly names: readonly string[];
  readonly counts: readonly number[];
}

/** Reads a column, all rows checked and the first `fitted` of them taken. */
export function readColumn(
  name: string,
  column: ArrayLike<unknown>,
  fitted: number,
): NumericColumn | CategoryColumn {
  const kind = typeof column[0] === 'string' ? 'string' : 'number';
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    if (kind === 'string' ? typeof value === 'string' : isFiniteNumber(value)) continue;
    const filled = 'a finite number; leave out rows without one, or fill it in';
    const expected = kind === 'string' ? 'a string' : filled;
    // A number among strings is of the wrong type, not off its range.
    const code = kind === 'string' ? 'wrong-type' : undefined;
    refuse(`history.columns.${name}[${i}]`, value, expected, code);
  }
  if (kind === 'number') return readNumbers(name, column as ArrayLike<number>, fitted);
  const digits = areDigits(name, column as ArrayLike<string>);
  return { ...readCategories(column as ArrayLike<string>, fitted), name, digits };
}

/**
 * Refuses numbers that are still text, as they come from a file: each would be a category. Where all are digits they
 * may be names, such as postcodes, and true is returned.
 */
function areDigits(name: string, column: ArrayLike<string>): boolean {
  let number = -1;
  for (let i = 0; i < column.length; i++) {
    const text = (column[i] as string).trim();
    if (text !== '' && !Number.isFinite(Number(text))) return false;
    if (number < 0 && /\D/.test(text)) number = i;
  }
  if (number < 0) return true;
  const expected = 'numbers as numbers, or names of categories that are none';
  return refuse(`history.columns.${name}[${number}]`, column[number], expected, 'wrong-type');
}

function readCategories(column: ArrayLike<string>, fitted: number) {
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
  return { codes, size: indices.size, names: [...indices.keys()], counts };
}

function readNumbers(name: string, column: ArrayLike<number>, fitted: number): NumericColumn {
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
