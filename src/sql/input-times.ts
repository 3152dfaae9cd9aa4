import * as z from 'zod/mini';
import { lastTime } from '../core/time-units';
import { loneDateSchema } from '../input/date';
import { otherUnits } from '../input/date-units';
import type { Dialect } from './dialects';
import { type Fault, v } from './nested';
import { lacking, type NumberRead, offRange, type Range } from './numbers-read';

/** A time in milliseconds among those that are known up to a date. */
const timeUntil =
  (asOf: Date): Range =>
  (x, { number }) =>
    [
      `abs(${x}) <= ${number(lastTime)}`,
      ...otherUnits(asOf.getTime()).map(
        ([from, to]) => `(${x} < ${number(from)} OR ${x} >= ${number(to)})`,
      ),
    ].join(' AND ');

/** How a query reads columns of times, as they are known on a date. */
export const timeReader =
  (asOf: Date) =>
  (as: string, column: string): NumberRead => ({ as, column, range: timeUntil(asOf) });

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
