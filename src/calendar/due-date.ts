import * as z from 'zod/mini';
import type { DateInput } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { BusinessCalendar } from './calendar';
import { type PromisedDuration, readGiven, readLegs } from './input-legs';
import { roundUpSchema } from './input-rounding';
import { checkKnown } from './known-until';
import { endOfLegs, type Leg, refuseNever } from './legs';
import { type RoundUpTo, roundedUp } from './round-up';

/** How a due date reads. */
export interface DueDateOptions {
  /** The exact instant unless given. */
  readonly roundUpTo?: RoundUpTo | undefined;
}

const optionsSchema = once(() => z.strictObject({ roundUpTo: roundUpSchema }));

/**
 * Turns a promised duration into the date by which it must be kept; never before `from`.
 *
 * - `minutes`, `hours`: so much time, open or not.
 * - `open-minutes`, `open-hours`: the first instant by which it has been open for so long. It is open from the first
 *   time the zone's clock shows the opening to the first time it shows the closing, so an hour within that the clocks
 *   skip does not count, and one that comes twice counts twice. A start while closed moves to the next opening.
 * - `days`: the same time on the zone's clock that many calendar days later; a fraction is that share of
 *   the day it falls in, whether it has 23, 24 or 25 hours. A time that the clocks skip becomes the moment of
 *   the change.
 * - `business-days`: the end of a day on which it opens, that many such days after the one `from` counts for:
 *   its own until the cut-off or closing, then the next. A fraction counts as a whole day, 7.000000000000001
 *   as 7.
 *
 * Calendars in a row, such as a warehouse's and a carrier's, take a plan each, counted from where the one before it
 * ends. A business day hands over on that day, in time for the next calendar's cut-off: an order that came in by the
 * warehouse's does not lose another day to the carrier's. What hands over at an instant, at the end of some hours,
 * counts for the next calendar's day until its cut-off, as an order does.
 *
 * {@link durationBetween} is the inverse: whatever ends by the due date took no longer than the promise.
 * {@link latestStart} goes backwards, and {@link dueWindow} takes a window.
 * Write the date out with the calendar's zone; the host's may show another day.
 *
 * @param calendar when the business is open; or calendars in a row, at most 100
 * @param from when the promise is made or the order came in, from 1900 to 9000: a `Date`, milliseconds since 1970, text
 *   with an offset, or an instant of Temporal
 * @param plan the promise and its unit, as `planPromise` returns them; or as many as calendars
 * @param options rounding is by the last calendar
 * @throws InvalidInputError `out-of-range` for a promise below 0, one that does not fall due within 100 years,
 *   a calendar that never opens again in that time, or a date after its `knownUntil`; `length-mismatch` for more or
 *   fewer plans than calendars; `unknown-name` for a unit that is none of time; what {@link businessCalendar} throws
 * @example
 * ```ts
 * import { capabilityFromSamples, dueDate, planPromise } from 'overdeliver';
 * import { mondayToFriday } from 'overdeliver/calendar';
 *
 * const carrier = {
 *   zone: 'Europe/Berlin',
 *   open: mondayToFriday('08:00-18:00'),
 *   holidays: ['2026-05-01'],
 *   cutOff: '15:00',
 * };
 * const took = [1, 2, 1, 1, 2, 3, 1, 2, 1, 2, 1, 1];
 * const parcels = capabilityFromSamples(took, { unit: 'business-days' });
 * const plan = planPromise(parcels, { keepRate: 0.8 });
 * plan.promise; // => 2
 * dueDate(carrier, new Date('2026-04-29T14:00:00+02:00'), plan); // => 2026-05-04T16:00:00.000Z
 * dueDate(carrier, new Date('2026-04-29T16:00:00+02:00'), plan); // => 2026-05-05T16:00:00.000Z
 *
 * const call = new Date('2026-04-29T16:07:00+02:00');
 * dueDate(carrier, call, { promise: 45, unit: 'minutes' }, { roundUpTo: 15 }); // => 2026-04-29T15:00:00.000Z
 *
 * const warehouse = { ...carrier, cutOff: '14:00' };
 * const handling = { promise: 1, unit: 'business-days' };
 * const monday = '2026-03-02T10:00:00+01:00';
 * dueDate([warehouse, carrier], monday, [handling, plan]); // => 2026-03-05T17:00:00.000Z
 * ```
 */
export function dueDate(
  calendar: BusinessCalendar | readonly BusinessCalendar[],
  from: DateInput,
  plan: PromisedDuration | readonly PromisedDuration[],
  options?: DueDateOptions,
): Date {
  return door('dueDate', () => {
    const legs = readLegs(calendar, plan);
    const start = readGiven('from', from);
    const { roundUpTo } = options === undefined ? {} : read(optionsSchema, options, 'options');
    const due = endOfLegs(legs, start, 'end');
    if (roundUpTo === undefined) return new Date(due);
    const last = legs.at(-1) as Leg;
    const rounded = roundedUp(last.hours, due, roundUpTo);
    if (rounded === null) return refuseNever(last, legs.length === 1 ? start : null, due);
    if (roundUpTo === 'end-of-day') checkKnown(last.hours, last.calendarAt, rounded);
    return new Date(rounded);
  });
}
