import { checkUnit, type DateInput, readCalendarDate } from '../input/date';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { businessDayBy } from './business-days';
import type { BusinessCalendar } from './calendar';
import { calendarDaysBetween } from './calendar-days';
import { elapsedBetween } from './elapsed';
import { isUnit, readCalendar, unitSchema } from './input';
import { checkKnown } from './known-until';
import { type DurationUnit, elapsedUnits, horizonMs, withinHorizon } from './units';

/**
 * Measures how long something took, in the unit a promise will be made in: what samples for a capability are
 * made of. The inverse of {@link dueDate}: what ends by the due date took no longer than was promised, and
 * what took longer ends after it. Only what ends while closed may be late having taken exactly as long.
 *
 * Of what is under way it gives, in business days, the day that it is on: on day 4 it has outlasted three, and may still
 * take 4. `reviewPromise`, `capabilityAsOf`, `capabilityFromCensored` and `remaining` of a capability count it so.
 *
 * @param calendar when the business is open
 * @param from when it began, from 1900 to 9000: a `Date`, milliseconds since 1970, text with an offset, or an instant of
 *   Temporal
 * @param to when it ended, not before `from`; within 100 years of it for open
 *   time and business days
 * @param unit as for {@link dueDate}; business days are whole, 0 for the day that `from` counts for
 * @throws InvalidInputError `date-order` for an end before its beginning; `out-of-range` for open time or business
 *   days over more than 100 years, or business days on a calendar that never opens again; `unknown-name` for a unit
 *   that is none of time; what {@link businessCalendar} throws
 * @example
 * ```ts
 * import {
 *   businessCalendar,
 *   capabilityFromSamples,
 *   dueDate,
 *   durationBetween,
 *   planPromise,
 * } from 'overdeliver';
 * import { mondayToFriday } from 'overdeliver/calendar';
 *
 * const desk = businessCalendar({
 *   zone: 'Europe/Berlin',
 *   open: { ...mondayToFriday('09:00-12:30', '13:30-18:00'), friday: ['09:00-15:00'] },
 *   specialHours: { '2026-12-24': ['09:00-12:00'] },
 *   holidays: ['2026-12-25'],
 * });
 * const tickets = [
 *   ['2026-02-02T09:10:00+01:00', '2026-02-02T11:40:00+01:00'],
 *   ['2026-02-03T16:00:00+01:00', '2026-02-04T10:30:00+01:00'],
 *   ['2026-02-05T10:00:00+01:00', '2026-02-05T17:00:00+01:00'],
 *   ['2026-02-06T14:00:00+01:00', '2026-02-09T12:00:00+01:00'],
 *   ['2026-02-07T20:00:00+01:00', '2026-02-09T14:00:00+01:00'],
 *   ['2026-02-10T11:00:00+01:00', '2026-02-10T16:00:00+01:00'],
 *   ['2026-02-12T17:00:00+01:00', '2026-02-13T10:00:00+01:00'],
 *   ['2026-02-13T12:00:00+01:00', '2026-02-16T11:00:00+01:00'],
 *   ['2026-02-17T09:00:00+01:00', '2026-02-17T12:15:00+01:00'],
 * ] as const;
 * const took = tickets.map(([opened, resolved]) =>
 *   durationBetween(desk, new Date(opened), new Date(resolved), 'open-hours'),
 * );
 * took; // => [2.5, 3.5, 6, 4, 4, 4, 2, 5, 3.25]
 * const answers = capabilityFromSamples(took, { unit: 'open-hours' });
 * const plan = planPromise(answers, { keepRate: 0.9 });
 * [plan.promise, plan.typical]; // => [6, 4]
 *
 * const asked = new Date('2026-12-23T16:20:00+01:00');
 * dueDate(desk, asked, plan); // => 2026-12-28T09:20:00.000Z
 * dueDate(desk, asked, plan, { roundUpTo: 60 }); // => 2026-12-28T10:00:00.000Z
 * dueDate(desk, asked, plan, { roundUpTo: 'end-of-day' }); // => 2026-12-28T17:00:00.000Z
 * ```
 */
export function durationBetween(
  calendar: BusinessCalendar,
  from: DateInput,
  to: DateInput,
  unit: DurationUnit,
): number {
  return door('durationBetween', () => {
    const hours = readCalendar('calendar', calendar);
    const start = readCalendarDate('from', from);
    const end = readCalendarDate('to', to);
    if (!isUnit(unit)) read(unitSchema, unit, 'unit');
    if (end < start)
      refuse('to', to, `a date from ${new Date(start).toISOString()} on`, 'date-order');
    checkUnit('from', from, end);
    if (unit === 'days') return calendarDaysBetween(hours.clock, start, end);
    const clock = unit === 'business-days' ? null : elapsedUnits[unit];
    if (clock?.open !== false && end - start > horizonMs)
      refuse(
        'to',
        to,
        `${withinHorizon('from', start)}; hours and days have no limit`,
        'out-of-range',
      );
    if (clock !== null) return elapsedBetween(hours, start, end, clock) / clock.ms;
    checkKnown(hours, 'calendar', end);
    const day = businessDayBy(hours, { since: start, by: start }, 0, end, end + horizonMs);
    return (
      day?.count ??
      refuse('to', to, 'a date before the last opening of the calendar', 'out-of-range')
    );
  });
}
