import { door } from '../input/door';
import { read } from '../input/read';
import type { BusinessCalendar } from './calendar';
import { businessCalendarSchema } from './input';

/**
 * Checks a calendar once, so that every later call with it is quick, and returns a frozen copy. The other
 * functions take a calendar as it was written or parsed from JSON, too, and then check it on each call.
 *
 * @param calendar the zone, and what differs from being open around the clock
 * @throws InvalidInputError `unknown-name` for an unknown zone or weekday; `out-of-range` for a time, interval
 *   or date that is malformed or does not exist; `ambiguous` for intervals that overlap or are not in order,
 *   and for a date that is both a holiday and has special hours; `missing` without any open hour
 * @example
 * ```ts
 * import { businessCalendar, dueDate, durationBetween } from 'overdeliver';
 * import { mondayToFriday } from 'overdeliver/calendar';
 *
 * const desk = businessCalendar({
 *   zone: 'Europe/Berlin',
 *   open: { ...mondayToFriday('09:00-12:30', '13:30-18:00'), friday: ['09:00-15:00'] },
 *   specialHours: { '2026-12-24': ['09:00-12:00'] },
 *   holidays: ['2026-12-25'],
 * });
 * const asked = new Date('2026-12-23T17:00:00+01:00');
 * dueDate(desk, asked, { promise: 6, unit: 'open-hours' }); // => 2026-12-28T10:00:00.000Z
 * durationBetween(desk, asked, new Date('2026-12-28T10:00:00Z'), 'open-hours'); // => 6
 * ```
 */
export function businessCalendar(calendar: BusinessCalendar): BusinessCalendar {
  return door('businessCalendar', () => read(businessCalendarSchema, calendar, 'calendar'));
}
