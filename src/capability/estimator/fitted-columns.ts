import { refuse } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import { take } from '../../numerics/places-that';
import { type Codes, lineOf } from './design';
import type { CodedNames, ReadColumn } from './input';

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
    : coded(column.name, column, rows);
}

function numeric(name: string, column: Float64Array, rows: Uint32Array): NumericColumn {
  const values = take(column, rows);
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (compare(low, high) === 0 || lineOf(values, low) === null) {
    refuse(`history.columns.${name}`, low, 'numbers that differ among the fitted rows');
  }
  return { name, values, range: [low, high] };
}

/** Categories in the order in which they come among the fitted rows, and those alone. */
function coded(name: string, column: CodedNames<string>, rows: Uint32Array): CategoryColumn {
  const places = new Int32Array(column.names.length).fill(-1);
  const names: string[] = [];
  const counts: number[] = [];
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const category = column.codes[rows[i] as number] as number;
    let place = places[category] as number;
    if (place < 0) {
      place = names.push(column.names[category] as string) - 1;
      places[category] = place;
      counts.push(0);
    }
    (counts[place] as number) += 1;
    codes[i] = place;
  }
  return { name, codes, size: names.length, names, counts };
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
