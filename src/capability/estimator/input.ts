import { readWith } from '../../input/read-with';
import { reading } from '../../input/reading';
import { refuse } from '../../input/refusal';
import { checkArray, isFiniteNumber } from '../input';

/**
 * Columns of equal length: numbers, or strings for categories. No number may be missing: leave such rows out, or fill
 * one in and let a category say so. A missing category is one like any other, such as `unknown`.
 */
export type EstimatorColumns = Readonly<Record<string, ArrayLike<number> | ArrayLike<string>>>;

/** A column as read. */
export type ReadColumn = { readonly name: string } & (
  | { readonly numbers: ArrayLike<number> }
  /** `digits`: whether all its names are of digits. */
  | { readonly names: ArrayLike<string>; readonly digits: boolean }
);

/** Reads a record of values by name, such as a row. */
export function readRecord<Named extends object>(path: string, value: Named): Named {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  return refuse(path, value, 'an object', value === undefined ? 'missing' : 'wrong-type');
}

/** Columns to fit on, one at least. */
export const columnsSchema = readWith((columns: EstimatorColumns): readonly ReadColumn[] =>
  reading('', columns, () => {
    const entries = Object.entries(readRecord('', columns));
    if (entries.length === 0) refuse('', columns, 'one column at least', 'missing');
    return entries.map(([name, column]) => {
      checkArray(name, column, undefined, 'numbers or strings');
      return typeof column[0] === 'string' ? readNames(name, column) : readNumbers(name, column);
    });
  }),
);

function readNumbers(name: string, column: ArrayLike<unknown>): ReadColumn {
  const { length } = column;
  // By loops, here and below, since `from` takes ten times as long.
  const numbers = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const value = column[i];
    const expected = 'a finite number; leave out rows without one, or fill it in';
    numbers[i] = isFiniteNumber(value) ? value : refuse(`${name}[${i}]`, value, expected);
  }
  return { name, numbers };
}

/**
 * Refuses numbers that are still text, as they come from a file: each would be a category. Where all are digits they
 * may be names, such as postcodes.
 */
function readNames(name: string, column: ArrayLike<unknown>): ReadColumn {
  const { length } = column;
  const names = new Array<string>(length);
  for (let i = 0; i < length; i++) {
    const value = column[i];
    // A number among strings is of the wrong type, not off its range.
    names[i] =
      typeof value === 'string' ? value : refuse(`${name}[${i}]`, value, 'a string', 'wrong-type');
  }
  const isWord = (text: string) => !Number.isFinite(Number(text));
  if (names.some((text) => isWord(text))) return { name, names, digits: false };
  const number = names.findIndex((text) => /\D/.test(text.trim()));
  if (number < 0) return { name, names, digits: true };
  const expected = 'numbers as numbers, or names of categories that are none';
  return refuse(`${name}[${number}]`, names[number], expected, 'wrong-type');
}
