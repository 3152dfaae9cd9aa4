import * as z from 'zod/mini';
import { loneDateSchema } from '../input/date';
import type { Dialect } from './dialects';
import { type Fault, v } from './nested';
import { lacking, type NumberRead, offRange, type Range } from './numbers-read';

/** The furthest that a `Date` knows, in milliseconds since 1970. */
const furthest = 8.64e15;

const aTime: Range = (x, { number }) => `abs(${x}) <= ${number(furthest)}`;

/** A column of times as a query reads it. */
export const timeRead = (as: string, column: string): NumberRead => ({ as, column, range: aTime });

/** A date of the options, as a number. */
export const timeOf = (date: Date, { number }: Dialect): string => number(date.getTime());

/** The faults of times that are the beginning, `start`, and of others, each of which may be null but is not before it. */
export function timeFaults(
  start: NumberRead,
  needed: readonly NumberRead[],
  others: readonly NumberRead[],
  dialect: Dialect,
): readonly Fault[] {
  return [
    ...[start, ...needed].map((read) => lacking(read, dialect)),
    ...[start, ...needed, ...others].map((read) => offRange(read, dialect)),
    ...[...needed, ...others].map(({ as, column }) => ({
      code: 'date-order',
      input: column,
      when: `${v(as)} < ${v(start.as)}`,
    })),
  ];
}

export const optionalDate = z.optional(loneDateSchema);
