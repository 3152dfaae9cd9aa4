import { dayMs } from '../core/time-units';
import {
  changeBetween,
  dayAt,
  instantAt,
  offsetAt,
  wallAt,
  type ZoneClock,
} from '../core/zone-clock';
import { type BusinessDay, businessDayBy } from './business-days';
import type { ByDay } from './by-day';
import type { OpenHours } from './open-spans';
import { horizonMs } from './units';

/**
 * How a due date is made to read well, by moving it on, never back: to the next moment at which the zone's clock shows
 * a full so many minutes of its day (15 or 60, say; a divisor of a day, and a whole day is the start of the next), to
 * the next time its clock shows (`'18:00'`; the moment of the change where that is skipped), or to `'end-of-day'`,
 * when the business day it falls in or before closes (a millisecond early where that is midnight, so that the date is
 * still the day's).
 */
export type RoundUpTo = number | 'end-of-day' | (string & {});

/** The same as read: steps and times of the day in milliseconds. */
export type RoundUp = { readonly step: number } | { readonly time: number } | 'end-of-day';

const noCutOffs: ByDay<null> = {
  week: Array(7).fill(null),
  yearly: new Map(),
  dates: new Map(),
};

/** The business day by whose end an instant falls; null when the calendar has closed for good. */
export function dayOf(hours: OpenHours, at: number): BusinessDay | null {
  const open = { ...hours, cutOffs: noCutOffs };
  return businessDayBy(open, { since: at, by: at }, 0, at, at + horizonMs);
}

/** Null when the calendar has closed for good. */
export function roundedUp(hours: OpenHours, due: number, to: RoundUp): number | null {
  if (to === 'end-of-day') return dayOf(hours, due)?.end ?? null;
  return 'step' in to ? fullStep(hours.clock, due, to.step) : nextTime(hours.clock, due, to.time);
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
  const over = overStep(clock, due, step);
  if (over === 0) return due;
  const next = due + step - over;
  if (offsetAt(clock, next) === offsetAt(clock, due)) return next;
  return fullStep(clock, changeBetween(clock, due, next), step);
}

/** The last such moment up to an instant; of whole days the start of its day. */
export function roundedDown(
  clock: ZoneClock,
  at: number,
  to: { readonly step: number } | { readonly time: number },
): number {
  if ('time' in to) return instantAt(clock, dayAt(clock, at) * dayMs);
  const over = overStep(clock, at, to.step);
  const last = at - over;
  if (offsetAt(clock, last) === offsetAt(clock, at)) return last;
  return roundedDown(clock, changeBetween(clock, last, at) - 1, to);
}

/** How long the clock has shown more than a full step. A day holds a whole number of them; before 1970 it is below 0. */
const overStep = (clock: ZoneClock, at: number, step: number) =>
  ((wallAt(clock, at) % step) + step) % step;
