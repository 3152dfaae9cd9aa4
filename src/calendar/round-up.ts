import * as z from 'zod/mini';
import { dayMs, minuteMs } from '../core/time-units';
import {
  changeBetween,
  dayAt,
  instantAt,
  offsetAt,
  wallAt,
  type ZoneClock,
} from '../core/zone-clock';
import { refuse } from '../input/refusal';
import { businessDayBy } from './business-days';
import type { ByDay } from './by-day';
import type { OpenHours } from './open-spans';
import { timeOf } from './read-times';
import { horizonMs } from './units';

/**
 * How a due date is made to read well, by moving it on, never back: to the next moment at which the zone's clock shows
 * a full so many minutes of its day (15 or 60, say; a divisor of a day, and a whole day is the start of the next), to
 * the next time its clock shows (`'18:00'`; the moment of the change where that is skipped), or to `'end-of-day'`,
 * when the business day it falls in or before closes (a millisecond early where that is midnight, so that the date is
 * still the day's).
 */
export type RoundUpTo = number | 'end-of-day' | (string & {});

const text = 'minutes that divide a day, such as 15, a time such as 18:00, or end-of-day';

export const roundUpSchema = z.optional(z.union([z.number(), z.string()], text));

const minutesPerDay = dayMs / minuteMs;
const noCutOffs: ByDay<null> = {
  week: Array(7).fill(null),
  yearly: new Map(),
  dates: new Map(),
};

/** Null when the calendar has closed for good. */
export function roundedUp(hours: OpenHours, due: number, to: RoundUpTo | undefined): number | null {
  if (to === undefined) return due;
  if (to === 'end-of-day')
    return (
      businessDayBy({ ...hours, cutOffs: noCutOffs }, due, 0, due, due + horizonMs)?.end ?? null
    );
  const { clock } = hours;
  if (typeof to === 'number' && Number.isInteger(to) && to > 0 && minutesPerDay % to === 0)
    return to === minutesPerDay ? nextTime(clock, due, 0) : fullStep(clock, due, to * minuteMs);
  const time = typeof to === 'string' ? timeOf(to) : Number.NaN;
  if (Number.isNaN(time)) refuse('options.roundUpTo', to, text, 'out-of-range');
  return nextTime(clock, due, time);
}

function nextTime(clock: ZoneClock, due: number, time: number): number {
  // Yesterday's 24:00 is today's midnight.
  for (let day = dayAt(clock, due) - 1; ; day++) {
    const next = instantAt(clock, day * dayMs + time);
    if (next >= due) return next;
  }
}

/** Where the clocks change on the way, what they show then is looked at. */
function fullStep(clock: ZoneClock, due: number, step: number): number {
  // A day holds a whole number of steps, so days before 1970 are the only thing to mind.
  const over = ((wallAt(clock, due) % step) + step) % step;
  if (over === 0) return due;
  const next = due + step - over;
  if (offsetAt(clock, next) === offsetAt(clock, due)) return next;
  return fullStep(clock, changeBetween(clock, due, next), step);
}
