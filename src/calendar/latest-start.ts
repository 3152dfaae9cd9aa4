import { type DateInput, firstCalendarDate } from '../input/date';
import { door } from '../input/door';
import { refuse } from '../input/refusal';
import type { BusinessCalendar } from './calendar';
import { type PromisedDuration, readGiven, readLegs } from './input-legs';
import { startOfLegs } from './legs';

/**
 * The latest start that still keeps a due date: the last instant from which {@link dueDate} is not after it. By when must
 * somebody order, and by when must work begin? Calendars in a row are gone through backwards.
 *
 * @param calendar when the business is open; or calendars in a row, at most 100
 * @param due the date to keep, from 1900 to 9000: a `Date`, milliseconds since 1970, text with an offset, or an instant
 *   of Temporal
 * @param plan the promise and its unit, as for {@link dueDate}; or as many as calendars
 * @throws InvalidInputError `out-of-range` for a due date before the first opening of the calendar, a start before 1900
 *   or more than 100 years before, or a due date after `knownUntil` of the calendar; what {@link dueDate} throws
 * @example
 * ```ts
 * import { dueDate, latestStart, mondayToFriday } from 'overdeliver/calendar';
 *
 * const bakery = {
 *   zone: 'Europe/Berlin',
 *   open: mondayToFriday('09:00-17:00'),
 *   cutOff: '12:00',
 * };
 * const wedding = '2026-06-08T10:00:00+02:00'; // a Monday
 * const cake = { promise: 2, unit: 'business-days' };
 * const order = latestStart(bakery, wedding, cake); // => 2026-06-03T10:00:00.000Z
 * dueDate(bakery, order, cake); // => 2026-06-05T15:00:00.000Z
 * latestStart(bakery, wedding, { promise: 3, unit: 'open-hours' }); // => 2026-06-05T13:00:00.000Z
 * ```
 */
export function latestStart(
  calendar: BusinessCalendar | readonly BusinessCalendar[],
  due: DateInput,
  plan: PromisedDuration | readonly PromisedDuration[],
): Date {
  return door('latestStart', () => {
    const legs = readLegs(calendar, plan);
    const end = readGiven('due', due);
    const start = startOfLegs(legs, end);
    if (start < firstCalendarDate)
      refuse('due', due, 'a date that a start from 1900 on keeps', 'out-of-range');
    return new Date(start);
  });
}
