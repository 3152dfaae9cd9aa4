import * as z from 'zod/mini';
import type { DateInput } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { openingOf } from './business-days';
import type { BusinessCalendar } from './calendar';
import { type PromisedWindow, readGiven, readWindowLegs } from './input-legs';
import { roundOutSchema } from './input-rounding';
import { checkKnown } from './known-until';
import { endOfLegs, type Leg, refuseNever } from './legs';
import { openSpans } from './open-spans';
import { dayOf, roundedDown, roundedUp } from './round-up';

/** Two dates between which something is promised; both belong to it. */
export interface DueWindow {
  /** When the window opens. */
  readonly from: Date;
  /** When it closes. */
  readonly to: Date;
}

/** How the dates of a window read. */
export interface DueWindowOptions {
  /**
   * Moves both dates outwards: to the zone's clock's full so many minutes of its day (15 or 60, say; a divisor of a
   * day), or with `'day'` to the opening and the closing of the business days that they fall in or before. The exact
   * instants unless given.
   */
  readonly roundOutTo?: number | 'day' | undefined;
}

const optionsSchema = once(() => z.strictObject({ roundOutTo: roundOutSchema }));

/**
 * Turns a promised window of durations into two dates: not before the one, and not after the other. Each is counted as
 * {@link dueDate} counts, over calendars in a row too, but for the first in business days: it is the opening of its day,
 * since from then on it may arrive. Around an appointment, where lateness was learnt as deviations, a window of minutes,
 * hours or days may begin, and end, below 0: that long before `start`.
 *
 * @param calendar when the business is open, or calendars in a row, at most 100
 * @param start when the promise is made or the order came in, or the appointment, from 1900 to 9000: a `Date`,
 *   milliseconds since 1970, text with an offset, or an instant of Temporal
 * @param window the least and the greatest duration and their unit, as `planWindow` returns them; or as many as calendars
 * @returns `from`, before `start` only where the window begins below 0, and `to`, a window for `customerWording`;
 *   write them out with the zone of the last calendar
 * @throws InvalidInputError `out-of-range` for a window that ends before it begins, or one below 0 in open time or
 *   business days; what {@link dueDate} throws
 * @example
 * ```ts
 * import { dueWindow, mondayToFriday } from 'overdeliver/calendar';
 *
 * const open = mondayToFriday('08:00-18:00');
 * const warehouse = { zone: 'Europe/Berlin', open, cutOff: '14:00' };
 * const carrier = { zone: 'Europe/Berlin', open: { ...open, saturday: ['08:00-13:00'] }, cutOff: '16:00' };
 *
 * const handling = { from: 0, to: 1, unit: 'business-days' };
 * const transit = { from: 1, to: 2, unit: 'business-days' };
 * const ordered = '2026-03-04T10:00:00+01:00'; // a Wednesday
 * const { from, to } = dueWindow([warehouse, carrier], ordered, [handling, transit]);
 * from; // => 2026-03-05T07:00:00.000Z
 * to; // => 2026-03-07T12:00:00.000Z
 * ```
 */
export function dueWindow(
  calendar: BusinessCalendar | readonly BusinessCalendar[],
  start: DateInput,
  window: PromisedWindow | readonly PromisedWindow[],
  options?: DueWindowOptions,
): DueWindow {
  return door('dueWindow', () => {
    const { least, most } = readWindowLegs(calendar, window);
    const given = readGiven('start', start);
    const { roundOutTo } = options === undefined ? {} : read(optionsSchema, options, 'options');
    const from = endOfLegs(least, given, 'opening');
    const to = endOfLegs(most, given, 'end');
    if (roundOutTo === undefined) return { from: new Date(from), to: new Date(to) };
    const last = most.at(-1) as Leg;
    const { hours } = last;
    const earliest = from < given.time ? -Infinity : given.time;
    const notBefore = (at: number) => new Date(Math.max(earliest, at));
    if (roundOutTo !== 'end-of-day') {
      const up = roundedUp(hours, to, roundOutTo) as number;
      return { from: notBefore(roundedDown(hours.clock, from, roundOutTo)), to: new Date(up) };
    }
    const [first, final] = [dayOf(hours, from), dayOf(hours, to)];
    if (!first || !final) return refuseNever(last, most.length === 1 ? given : null, to);
    checkKnown(hours, last.calendarAt, final.end);
    return { from: notBefore(openingOf(openSpans(hours, first.day))), to: new Date(final.end) };
  });
}
