import * as z from 'zod/mini';
import { check } from '../core/check';
import { dayAt, dayMs, weekdayOf } from '../core/kernel-wall';
import { clockOf } from '../core/time-zone';
import type { PromiseGroup } from './standing';

/** Groups promises by their segment; those without one are in the group `''`. */
export const bySegment: PromiseGroup = ({ segment }) => segment ?? '';

/**
 * Groups promises by the calendar day on which they fell due, such as `2026-03-05`.
 *
 * @param zone an IANA time zone
 * @throws InvalidInputError `unknown-name` for an unknown zone
 * @example
 * ```ts
 * import { byDay } from 'overdeliver';
 *
 * const at = new Date('2026-03-01T09:00:00Z');
 * const due = new Date('2026-03-05T18:00:00Z');
 * byDay('Asia/Tokyo')({ id: 'o-1', segment: null, at, due }); // => '2026-03-06'
 * ```
 */
export function byDay(zone: string): PromiseGroup {
  const day = dayIn('byDay', zone);
  return ({ due }) => dateOf(day(due));
}

/**
 * Groups promises by the week, from Monday on, in which they fell due; the key is its Monday.
 *
 * @param zone an IANA time zone
 * @throws InvalidInputError `unknown-name` for an unknown zone
 * @example
 * ```ts
 * import { byWeek } from 'overdeliver';
 *
 * const at = new Date('2026-03-01T09:00:00Z');
 * const due = new Date('2026-03-05T18:00:00Z');
 * byWeek('Europe/Berlin')({ id: 'o-1', segment: null, at, due }); // => '2026-03-02'
 * ```
 */
export function byWeek(zone: string): PromiseGroup {
  const day = dayIn('byWeek', zone);
  return ({ due }) => {
    const number = day(due);
    return dateOf(number - weekdayOf(number));
  };
}

/**
 * Groups promises by the month in which they fell due, such as `2026-03`.
 *
 * @param zone an IANA time zone
 * @throws InvalidInputError `unknown-name` for an unknown zone
 * @example
 * ```ts
 * import { byMonth } from 'overdeliver';
 *
 * const at = new Date('2026-03-01T09:00:00Z');
 * const due = new Date('2026-03-31T23:00:00Z');
 * byMonth('Europe/Berlin')({ id: 'o-1', segment: null, at, due }); // => '2026-04'
 * ```
 */
export function byMonth(zone: string): PromiseGroup {
  const day = dayIn('byMonth', zone);
  return ({ due }) => dateOf(day(due)).slice(0, -3);
}

/** Tells the number of the day that a date is in a zone. */
function dayIn(fn: string, zone: string): (date: Date) => number {
  const clock = clockOf(fn, 'zone', check(fn, z.string(), zone, 'zone'));
  return (date) => dayAt(clock, date.getTime());
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, -14);
}
