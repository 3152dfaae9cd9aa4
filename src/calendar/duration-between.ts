import { check } from '../core/check';
import { refuse } from '../core/refuse';
import { hoursOf } from './business-calendar';
import type { BusinessCalendar } from './calendar';
import { businessDayBy } from './kernel-business-days';
import { calendarDaysBetween } from './kernel-days';
import { type OpenHours, walkOpen } from './kernel-open';
import {
  type DurationUnit,
  dateSchema,
  type ElapsedClock,
  elapsedUnits,
  horizonMs,
  unitSchema,
} from './units';

/**
 * Measures how long something took, in the unit a promise will be made in: what samples for a capability are
 * made of. The inverse of {@link dueDate}: what ends by the due date took no longer than was promised, and
 * what took longer ends after it. Only what ends while closed may be late having taken exactly as long.
 *
 * @param calendar when the business is open
 * @param from when it began, from 1900 to 9000
 * @param to when it ended, not before `from`
 * @param unit as for {@link dueDate}; business days are whole, 0 for the day that `from` counts for
 * @throws InvalidInputError `date-order` for an end before its beginning; `out-of-range` for business days on
 *   a calendar that never opens again; `unknown-name` for a unit that is none of time; what
 *   {@link businessCalendar} throws
 * @example
 * ```ts
 * import { durationBetween } from 'overdeliver';
 *
 * const day = ['09:00-17:00'];
 * const desk = {
 *   zone: 'America/New_York',
 *   open: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
 * };
 * const friday = new Date('2026-03-06T16:00:00-05:00');
 * const monday = new Date('2026-03-09T10:30:00-04:00');
 * durationBetween(desk, friday, monday, 'open-hours'); // => 2.5
 * durationBetween(desk, friday, monday, 'business-days'); // => 1
 * durationBetween(desk, friday, monday, 'hours'); // => 65.5
 * ```
 */
export function durationBetween(
  calendar: BusinessCalendar,
  from: Date,
  to: Date,
  unit: DurationUnit,
): number {
  const fn = 'durationBetween';
  const hours = hoursOf(fn, calendar);
  const start = check(fn, dateSchema, from, 'from').getTime();
  const end = check(fn, dateSchema, to, 'to').getTime();
  check(fn, unitSchema, unit, 'unit');
  if (end < start) refuse(fn, 'to', to, `a date from ${from.toISOString()} on`, 'date-order');
  if (unit === 'days') return calendarDaysBetween(hours.zone, start, end);
  if (unit !== 'business-days') {
    const clock = elapsedUnits[unit];
    return elapsedBetween(hours, start, end, clock) / clock.ms;
  }
  const day = businessDayBy(hours, start, 0, end, end + horizonMs);
  return (
    day?.count ??
    refuse(fn, 'to', to, 'a date before the last opening of the calendar', 'out-of-range')
  );
}

/** How many milliseconds have gone by. */
export function elapsedBetween(
  hours: OpenHours,
  from: number,
  to: number,
  { open }: ElapsedClock,
): number {
  return open ? walkOpen(hours, from, Infinity, to).open : to - from;
}
