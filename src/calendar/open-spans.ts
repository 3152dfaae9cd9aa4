import { dayMs } from '../core/time-units';
import { dayAt, instantAt, steadyOffset, type ZoneClock } from '../core/zone-clock';
import { type ByDay, onDay, specialOf } from './by-day';
import type { BusinessCalendar } from './calendar';

/** An interval of one day, in milliseconds from its midnight; one over midnight ends above a day. */
export type Span = readonly [start: number, end: number];

/** A calendar as the arithmetic takes it. Days are numbered from 1970-01-01. */
export interface OpenHours {
  /** As it was written: a frozen copy. */
  readonly calendar: BusinessCalendar;
  readonly clock: ZoneClock;
  /** The intervals of each day, in ascending order. */
  readonly spans: ByDay<readonly Span[]>;
  /** The cut-off of each day, from midnight as written; null where closing is the cut-off. */
  readonly cutOffs: ByDay<number | null>;
  /** The last instant at which it is known whether it is open; infinite unless the calendar says. */
  readonly knownUntil: number;
  /** Of a week without special days: how long it is open, in milliseconds, and on how many days. */
  readonly perWeek: { readonly open: number; readonly days: number };
  /** The days whose instants were worked out before: samples share days. */
  readonly known: Map<number, readonly Span[]>;
}

/** Enough for ten years and more; then remembering begins anew. */
const most = 5000;

/** The instants between which a day is open; an interval that the clocks skip is none. */
export function openSpans(hours: OpenHours, day: number): readonly Span[] {
  const known = hours.known.get(day);
  if (known !== undefined) return known;
  const spans = spansOf(hours, day);
  if (hours.known.size >= most) hours.known.clear();
  hours.known.set(day, spans);
  return spans;
}

function spansOf({ clock, spans }: OpenHours, day: number): readonly Span[] {
  const listed = onDay(spans, day);
  if (listed.length === 0) return listed;
  // Spans may end on the next day, and zones lie up to 14 hours from UTC.
  const offset = steadyOffset(clock, (day - 1) * dayMs, (day + 3) * dayMs);
  const at = (fromMidnight: number) => {
    const wall = day * dayMs + fromMidnight;
    return offset === null ? instantAt(clock, wall) : wall - offset;
  };
  return listed.map(([start, end]): Span => [at(start), at(end)]).filter(([a, b]) => a < b);
}

/** Whether seven days are those of the week, with no change of clocks in or next to them. */
export function isRegularWeek({ clock, spans }: OpenHours, day: number): boolean {
  for (let i = 0; i < 7; i++) if (specialOf(spans, day + i) !== undefined) return false;
  // The seven days, the one before, and two after, on which spans may end.
  return steadyOffset(clock, (day - 1) * dayMs, (day + 9) * dayMs) !== null;
}

/**
 * Walks on from an instant until so much open time has gone by or another instant is reached. `at` is the
 * first instant by which it has, null when it has not; no time has gone by at the next opening. Regular weeks
 * are taken at once, other days one by one.
 */
export function walkOpen(
  hours: OpenHours,
  from: number,
  amount: number,
  until: number,
): { readonly open: number; readonly at: number | null } {
  const perWeek = hours.perWeek.open;
  const today = dayAt(hours.clock, from);
  let open = 0;
  // Yesterday's hours may go on over midnight.
  for (let day = today - 1; (day - 1) * dayMs <= until; day++) {
    while (
      day > today &&
      open + perWeek < amount &&
      (day + 9) * dayMs <= until &&
      isRegularWeek(hours, day)
    ) {
      open += perWeek;
      day += 7;
    }
    for (const [start, end] of openSpans(hours, day)) {
      const begin = Math.max(start, from);
      const length = Math.min(end, until) - begin;
      if (length <= 0) continue;
      if (amount - open <= length) return { open: amount, at: begin + amount - open };
      open += length;
    }
  }
  return { open, at: null };
}

/**
 * Walks back from an instant: the latest one from which so many milliseconds of open time go by until then, or which
 * lies while open for none. Null when there is none from the horizon on.
 */
export function walkBack(
  hours: OpenHours,
  to: number,
  amount: number,
  horizon: number,
): number | null {
  const perWeek = hours.perWeek.open;
  const today = dayAt(hours.clock, to);
  // Whole milliseconds: for no time at all the last one that is open will do, and that may be the end itself.
  const until = amount === 0 ? to + 1 : to;
  let left = Math.max(1, amount);
  for (let day = today + 1; (day + 2) * dayMs >= horizon; day--) {
    while (
      day < today - 1 &&
      left > perWeek &&
      (day - 9) * dayMs >= horizon &&
      isRegularWeek(hours, day - 6)
    ) {
      left -= perWeek;
      day -= 7;
    }
    for (const [start, end] of [...openSpans(hours, day)].reverse()) {
      const length = Math.min(end, until) - start;
      if (length <= 0) continue;
      if (left <= length) return start + length - left >= horizon ? start + length - left : null;
      left -= length;
    }
  }
  return null;
}
