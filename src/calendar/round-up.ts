import * as z from 'zod/mini';
import { refuse } from '../core/refuse';
import { businessDayBy } from './kernel-business-days';
import type { OpenHours } from './kernel-open';
import { dayAt, dayMs, instantAt, wallAt } from './kernel-wall';
import { timeOf } from './read-hours';
import { horizonMs } from './units';

/**
 * How a due date is made to read well, by moving it on, never back: to the next full so many minutes on the
 * zone's clock (15 or 60, say; a divisor of a day), to the next time its clock shows (`'18:00'`), or to
 * `'end-of-day'`, when the business day it falls in or before closes (a millisecond early where that is
 * midnight, so that the date is still the day's).
 */
export type RoundUpTo = number | 'end-of-day' | (string & {});

const text = 'minutes that divide a day, such as 15, a time such as 18:00, or end-of-day';

export const roundUpSchema = z.optional(z.union([z.number(), z.string()], text));

const minutesPerDay = 1440;

/** Null when the calendar has closed for good. */
export function roundedUp(
  fn: string,
  hours: OpenHours,
  due: number,
  to: RoundUpTo | undefined,
): number | null {
  if (to === undefined) return due;
  if (to === 'end-of-day')
    return businessDayBy({ ...hours, cutOff: null }, due, 0, due, due + horizonMs)?.end ?? null;
  if (typeof to === 'number' && Number.isInteger(to) && to > 0 && minutesPerDay % to === 0)
    return fullStep(hours.zone, due, to * 60_000);
  const time = typeof to === 'string' ? timeOf(to) : Number.NaN;
  if (Number.isNaN(time)) refuse(fn, 'options.roundUpTo', to, text, 'out-of-range');
  // Yesterday's 24:00 is today's midnight.
  for (let day = dayAt(hours.zone, due) - 1; ; day++) {
    const next = instantAt(hours.zone, day * dayMs + time);
    if (next >= due) return next;
  }
}

/** A change of clocks on the way moves what they show, so it is looked at again. */
function fullStep(zone: string, due: number, step: number): number {
  const over = (((wallAt(zone, due) % dayMs) + dayMs) % dayMs) % step;
  return over === 0 ? due : fullStep(zone, due + step - over, step);
}
