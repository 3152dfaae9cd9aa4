import { dayMs } from '../core/time-units';
import { dayAt, instantAt } from '../core/zone-clock';
import { onDay } from './by-day';
import { isRegularWeek, type OpenHours, openSpans, type Span } from './open-spans';

/** A business day as counted, its number, and the instant at which it ends. */
export interface BusinessDay {
  readonly count: number;
  readonly day: number;
  readonly end: number;
}

/**
 * When something comes in: by an instant, and not before another one. An order comes in at one instant. What another
 * calendar's business day hands over comes in on that day, nobody knows when, and so in time for its cut-off.
 */
export interface HandOver {
  readonly since: number;
  readonly by: number;
}

/**
 * The first business day that is at least the count-th and does not end before an instant. Day 0 is the first
 * whose cut-off is not over; a business day is one that is open for any time. Null when there is none up to
 * the horizon.
 */
export function businessDayBy(
  hours: OpenHours,
  handOver: HandOver,
  count: number,
  to: number,
  horizon: number,
): BusinessDay | null {
  const perWeek = hours.perWeek.days;
  let counted = -1;
  for (let day = dayAt(hours.clock, handOver.by) - 1; (day - 1) * dayMs <= horizon; day++) {
    // A week at once, where it and what isRegularWeek looks at after it lie before the end.
    while (
      counted >= 0 &&
      (counted + perWeek < count || (day + 9) * dayMs <= to) &&
      (day + 9) * dayMs <= horizon &&
      isRegularWeek(hours, day)
    ) {
      counted += perWeek;
      day += 7;
    }
    if (openSpans(hours, day).length === 0) continue;
    if (counted < 0 && isOver(hours, day, handOver)) continue;
    counted++;
    if (counted < count) continue;
    const end = endOf(hours, day);
    if (end >= to) return end <= horizon ? { count: counted, day, end } : null;
  }
  return null;
}

/** Whether a business day is over for what comes in. */
function isOver(hours: OpenHours, day: number, { since, by }: HandOver): boolean {
  return lastHandOver(hours, day) < by || lastOrderBy(hours, day) < since;
}

/**
 * The latest hand-over from which so many business days end by another, in the limits of each of its ends. Null when
 * there is none from the horizon on.
 */
export function handOverBefore(
  hours: OpenHours,
  count: number,
  to: HandOver,
  horizon: number,
): HandOver | null {
  const perWeek = hours.perWeek.days;
  let left = Infinity;
  for (let day = dayAt(hours.clock, to.by) + 1; (day + 2) * dayMs >= horizon; day--) {
    // A week at once, where it and what isRegularWeek looks at before it lie after the end.
    while (
      left < Infinity &&
      left > perWeek &&
      (day - 9) * dayMs >= horizon &&
      isRegularWeek(hours, day - 6)
    ) {
      left -= perWeek;
      day -= 7;
    }
    if (openSpans(hours, day).length === 0) continue;
    if (left === Infinity) {
      if (endOf(hours, day) > to.by) continue;
      left = count;
    }
    if (left-- > 0) continue;
    const since = Math.min(lastOrderBy(hours, day), to.since);
    // What comes in after the hours of its day, and is due that day, is due the next one.
    const by = count === 0 ? endOf(hours, day) : lastHandOver(hours, day);
    return since < horizon ? null : { since, by };
  }
  return null;
}

/** The last closing of a day that opens; where that is midnight the millisecond before, so that the date is still the day's. */
function endOf(hours: OpenHours, day: number): number {
  const closing = closingOf(openSpans(hours, day));
  return closing === instantAt(hours.clock, (day + 1) * dayMs) ? closing - 1 : closing;
}

/** Until when a day can be handed over to: its date or, where that goes on over midnight, its hours. */
function lastHandOver(hours: OpenHours, day: number): number {
  return Math.max(endOf(hours, day), instantAt(hours.clock, (day + 1) * dayMs) - 1);
}

/** Until when an order counts as a day's. */
function lastOrder(hours: OpenHours, day: number): number {
  return Math.min(endOf(hours, day), cutOffOf(hours, day));
}

/** The same of a day or the one before it, whose cut-off is the later one where it is the next morning's. */
function lastOrderBy(hours: OpenHours, day: number): number {
  const last = lastOrder(hours, day);
  return openSpans(hours, day - 1).length === 0 ? last : Math.max(last, lastOrder(hours, day - 1));
}

function cutOffOf({ clock, spans, cutOffs }: OpenHours, day: number): number {
  const time = onDay(cutOffs, day);
  return time === null
    ? Infinity
    : instantAt(clock, day * dayMs + cutOffOn(onDay(spans, day), time));
}

/**
 * A cut-off in milliseconds from the midnight at which the day begins: of a day that goes on over midnight, one that
 * is not after its first opening is the next morning's.
 */
export function cutOffOn(spans: readonly Span[], time: number): number {
  return time <= openingOf(spans) && closingOf(spans) > dayMs ? time + dayMs : time;
}

/** The first opening: an instant, or from the midnight at which the day begins. */
export function openingOf(spans: readonly Span[]): number {
  return (spans[0] as Span)[0];
}

/** The last closing, likewise. */
export function closingOf(spans: readonly Span[]): number {
  return (spans.at(-1) as Span)[1];
}
