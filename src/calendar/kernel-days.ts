import { dayMs, instantAt, wallAt } from './kernel-wall';

/**
 * The same wall time some calendar days later; a fraction is that share of the day it falls in, whether that
 * has 23, 24 or 25 hours.
 */
export function addCalendarDays(zone: string, from: number, days: number): number {
  const whole = Math.floor(days);
  const start = daysLater(zone, from, whole);
  if (whole === days) return start;
  return start + (days - whole) * (daysLater(zone, from, whole + 1) - start);
}

/** The inverse: whole calendar days, and the share of the one under way. */
export function calendarDaysBetween(zone: string, from: number, to: number): number {
  const shown = Math.floor((wallAt(zone, to) - wallAt(zone, from)) / dayMs);
  // In an hour that comes twice the clock shows less than has gone by.
  const whole = daysLater(zone, from, shown + 1) <= to ? shown + 1 : shown;
  const start = daysLater(zone, from, whole);
  return whole + (to - start) / (daysLater(zone, from, whole + 1) - start);
}

function daysLater(zone: string, from: number, days: number): number {
  return days === 0 ? from : instantAt(zone, wallAt(zone, from) + days * dayMs);
}
