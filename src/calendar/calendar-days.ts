import { dayMs } from '../core/time-units';
import { changeBetween, instantAt, offsetAt, wallAt, type ZoneClock } from '../core/zone-clock';
import { leastThat } from '../numerics/least-that';

/**
 * The same wall time some calendar days later; a fraction is that share of the day it falls in, whether that
 * has 23, 24 or 25 hours.
 */
function addCalendarDays(clock: ZoneClock, from: number, days: number): number {
  const whole = Math.floor(days);
  const start = daysLater(clock, from, whole);
  if (whole === days) return start;
  return start + (days - whole) * (daysLater(clock, from, whole + 1) - start);
}

/** The same as a whole instant. */
export function dueInDays(clock: ZoneClock, from: number, days: number): number {
  return wholeMs(addCalendarDays(clock, from, days));
}

/** The same from whichever instant up to one: where clocks are set back, what begins later may end earlier. */
export function dueInDaysBy(clock: ZoneClock, by: number, days: number): number {
  const due = dueInDays(clock, by, days);
  const yesterday = by - dayMs;
  if (offsetAt(clock, yesterday) <= offsetAt(clock, by)) return due;
  const before = changeBetween(clock, yesterday, by) - 1;
  return Math.max(due, dueInDays(clock, before, days));
}

/** The latest instant from which so many calendar days end by another, as `after` counts them. */
export function startForDays(
  clock: ZoneClock,
  to: number,
  days: number,
  after: (clock: ZoneClock, from: number, days: number) => number,
): number {
  const about = to - Math.floor(days) * dayMs;
  // A fraction, and dates that were skipped or came twice, are up to three days off.
  const low = about - 3 * dayMs;
  const high = Math.min(to, about + 3 * dayMs);
  const isLate = (from: number) => after(clock, from, days) > to;
  let end = high + 1;
  // Between clocks that are set back, what begins later ends later.
  for (const start of turnsBack(clock, low, high)) {
    if (!isLate(start)) return leastThat(isLate, start, end) - 1;
    end = start;
  }
  return leastThat(isLate, low, end) - 1;
}

/** When clocks are set back between two instants, the last time first. */
function turnsBack(clock: ZoneClock, low: number, high: number): number[] {
  const turns: number[] = [];
  for (let until = high; until > low; until -= dayMs) {
    const from = Math.max(low, until - dayMs);
    if (offsetAt(clock, from) > offsetAt(clock, until))
      turns.push(changeBetween(clock, from, until));
  }
  return turns;
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
  // A millionth of a second, in milliseconds.
  return Math.abs(nearest - exact) <= 1e-3 ? nearest : Math.ceil(exact);
}
