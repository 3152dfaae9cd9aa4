import { readWith } from '../../input/read-with';
import { reading } from '../../input/reading';
import { refuse, refuseOther } from '../../input/refusal';
import { checkArray, isFiniteNumber } from '../input';

/**
 * Columns of equal length: numbers, or strings for categories. No number may be missing: leave such rows out, or fill
 * one in and let a category say so. A missing category is one like any other, such as `unknown`.
 */
export type EstimatorColumns = Readonly<Record<string, ArrayLike<number> | ArrayLike<string>>>;

/** A column as read. */
export type ReadColumn = NumberColumn | NameColumn;

export interface NumberColumn {
  readonly name: string;
  readonly numbers: Float64Array;
}

export interface NameColumn extends CodedNames<string> {
  readonly name: string;
  /** Whether all its names are of digits. */
  readonly digits: boolean;
  /** The unit, if all its names are numbers with the same one. */
  readonly unit: string | null;
}

/** A column of categories: its names as they first come, and for each row the place of its own. */
export interface CodedNames<Name = unknown> {
  readonly codes: Int32Array;
  readonly names: readonly Name[];
}

/** Reads a record of values by name, such as a row. */
export function readRecord<Named extends object>(path: string, value: Named): Named {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  return refuseOther(path, value, 'an object');
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

function readNumbers(name: string, column: ArrayLike<unknown>): NumberColumn {
  const { length } = column;
  // Kept as it is where it can be: 100,000 rows of ten columns would take 8 MB more.
  const numbers = column instanceof Float64Array ? column : new Float64Array(length);
  // By loops, here and below, since `from` takes ten times as long.
  for (let i = 0; i < length; i++) {
    const value = column[i];
    if (!isFiniteNumber(value)) {
      const expected = 'a finite number; leave out rows without one, or fill it in';
      refuse(`${name}[${i}]`, value, expected);
    }
    if (numbers !== column) numbers[i] = value;
  }
  return { name, numbers };
}

/**
 * Refuses numbers that are still text, as they come from a file: each would be a category. Where all are digits they
 * may be names, such as postcodes.
 */
function readNames(name: string, column: ArrayLike<unknown>): ReadColumn {
  // A number among strings is of the wrong type, not off its range.
  const { codes, names } = codedNames(column, (value, i) =>
    typeof value === 'string' ? value : refuse(`${name}[${i}]`, value, 'a string', 'wrong-type'),
  );
  const isWord = (text: string) => !Number.isFinite(Number(text));
  if (names.some((text) => isWord(text)))
    return { name, codes, names, digits: false, unit: unitOfAll(names) };
  const number = names.findIndex((text) => /\D/.test(text.trim()));
  if (number < 0) return { name, codes, names, digits: true, unit: null };
  const expected = 'numbers as numbers, or names of categories that are none';
  const first = codes.indexOf(number);
  return refuse(`${name}[${first}]`, names[number], expected, 'wrong-type');
}

/** The unit behind a number, or the sign of money before it. */
const unitOf = (text: string): string | undefined =>
  /^[+-]?\d[\d.,\s'’]*([\p{L}\p{Sc}%°].*)$/u.exec(text)?.[1] ??
  /^(\p{Sc})\s*\d[\d.,\s'’]*$/u.exec(text)?.[1];

/** The unit that all of some names have at a number; one name alone may be a name, such as a street's. */
function unitOfAll([first = '', ...others]: readonly string[]): string | null {
  const unit = unitOf(first);
  if (unit === undefined || others.length === 0) return null;
  return others.every((text) => unitOf(text) === unit) ? unit : null;
}

/** Each text is looked up once, here: behind it categories are small whole numbers. */
export function codedNames<Name = unknown>(
  column: ArrayLike<unknown>,
  nameOf = (value: unknown, _row: number) => value as Name,
): CodedNames<Name> {
  const { length } = column;
  const codes = new Int32Array(length);
  const places = new Map<unknown, number>();
  const names: Name[] = [];
  for (let i = 0; i < length; i++) {
    const value = column[i];
    let place = places.get(value);
    if (place === undefined) {
      place = names.push(nameOf(value, i)) - 1;
      places.set(value, place);
    }
    codes[i] = place;
  }
  return { codes, names };
}
