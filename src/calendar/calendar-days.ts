import { dayMs } from '../core/time-units';
import { instantAt, wallAt, type ZoneClock } from '../core/zone-clock';

/**
 * The same wall time some calendar days later; a fraction is that share of the day it falls in, whether that
 * has 23, 24 or 25 hours.
 */
export function addCalendarDays(clock: ZoneClock, from: number, days: number): number {
  const whole = Math.floor(days);
  const start = daysLater(clock, from, whole);
  if (whole === days) return start;
  return start + (days - whole) * (daysLater(clock, from, whole + 1) - start);
}

/** The inverse: whole calendar days, and the share of the one under way. */
export function calendarDaysBetween(clock: ZoneClock, from: number, to: number): number {
  const shown = Math.floor((wallAt(clock, to) - wallAt(clock, from)) / dayMs);
  // In an hour that comes twice the clock shows less than has gone by.
  const whole = daysLater(clock, from, shown + 1) <= to ? shown + 1 : shown;
  const start = daysLater(clock, from, whole);
  return whole + (to - start) / (daysLater(clock, from, whole + 1) - start);
}

function daysLater(clock: ZoneClock, from: number, days: number): number {
  return days === 0 ? from : instantAt(clock, wallAt(clock, from) + days * dayMs);
}

/**
 * Rounds up to a whole millisecond, but for what lies within a millionth of a second of one: there the
 * arithmetic put it, not the caller.
 */
export function wholeMs(exact: number): number {
  const nearest = Math.round(exact);
  return Math.abs(nearest - exact) <= 1e-3 ? nearest : Math.ceil(exact);
}
