import type { Dialect } from './dialects';
import { greatestNumber, leastNumber } from './limits';
import { type Fault, type Layer, v } from './nested';

/** What a number may be, as a condition. */
export type Range = (x: string, dialect: Dialect) => string;

export const within =
  (from: number, to: number): Range =>
  (x, { number }) =>
    `${x} >= ${number(from)} AND ${x} <= ${number(to)}`;

export const anAmount: Range = within(leastNumber, greatestNumber);
export const upTo =
  (most: number): Range =>
  (x, dialect) =>
    `((${within(leastNumber, most)(x, dialect)}) OR ${x} = ${dialect.number(0)})`;
export const aLevel: Range = upTo(100);
export const fromNothing: Range = upTo(greatestNumber);
export const anyNumber: Range = (x, dialect) =>
  `((${anAmount(`abs(${x})`, dialect)}) OR ${x} = ${dialect.number(0)})`;

/** A number that a query reads: its name behind, the column it stands in, and what it may be. */
export interface NumberRead {
  readonly as: string;
  readonly column: string;
  readonly range: Range;
}

/**
 * The first two layers: numbers as they are, and those on their range alone, null for all else. Columns are compared as they
 * stand where a cast is all that takes, in one layer: engines know the least and the greatest of them, and leave out what
 * always holds. NaN is told from null by faults alone, since that takes longer than the range.
 */
export function readLayers(
  numbers: readonly NumberRead[],
  dialect: Dialect,
): readonly [raw: Layer, fit: Layer] {
  const { quote, double, casts } = dialect;
  const raw = numbers.map(({ as, column }) => [`${as}_raw`, double(quote(column))]);
  const fit = numbers.map(({ as, column, range }) => {
    const x = casts ? double(quote(column)) : v(`${as}_raw`);
    return [as, `CASE WHEN ${range(x, dialect)} THEN ${x} END`];
  });
  if (casts) return [Object.fromEntries([...raw, ...fit]), {}];
  return [Object.fromEntries(raw), Object.fromEntries(fit)];
}

/** Whether a number came. */
export const isGiven = (as: string, { isNone }: Dialect): string => `NOT ${isNone(v(`${as}_raw`))}`;

export const outOfRange = (input: string | null, when: string): Fault => ({
  code: 'out-of-range',
  input,
  when,
});

/** The fault of a number off its range. */
export const offRange = ({ as, column }: NumberRead, dialect: Dialect): Fault => ({
  ...outOfRange(column, `${isGiven(as, dialect)} AND ${v(as)} IS NULL`),
  fits: `${v(as)} IS NOT NULL`,
});

/** That of a number that is not there. */
export const lacking = ({ as, column }: NumberRead, dialect: Dialect): Fault => ({
  code: 'missing',
  input: column,
  when: dialect.isNone(v(`${as}_raw`)),
  fits: `${v(as)} IS NOT NULL`,
});
