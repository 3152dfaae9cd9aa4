import { dayMs } from '../core/time-units';
import { dayAt, instantAt } from '../core/zone-clock';
import { onDay } from './by-day';
import { isRegularWeek, type OpenHours, openSpans, type Span } from './open-spans';

/** A business day as counted, and the instant at which it ends. */
export interface BusinessDay {
  readonly count: number;
  readonly end: number;
}

/**
 * The first business day that is at least the count-th and does not end before an instant. Day 0 is the first
 * whose cut-off is not over; a business day is one that is open for any time. Null when there is none up to
 * the horizon.
 */
export function businessDayBy(
  hours: OpenHours,
  from: number,
  count: number,
  to: number,
  horizon: number,
): BusinessDay | null {
  const perWeek = hours.perWeek.days;
  let counted = -1;
  for (let day = dayAt(hours.clock, from) - 1; (day - 1) * dayMs <= horizon; day++) {
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
    if (counted < 0 && Math.min(endOf(hours, day), cutOffOf(hours, day)) < from) continue;
    counted++;
    if (counted < count) continue;
    const end = endOf(hours, day);
    if (end >= to) return end <= horizon ? { count: counted, end } : null;
  }
  return null;
}

/** The last closing of a day that opens; where that is midnight the millisecond before, so that the date is still the day's. */
function endOf(hours: OpenHours, day: number): number {
  const closing = closingOf(openSpans(hours, day));
  return closing === instantAt(hours.clock, (day + 1) * dayMs) ? closing - 1 : closing;
}

function cutOffOf({ clock, spans, cutOffs }: OpenHours, day: number): number {
  const time = onDay(cutOffs, day);
  return time === null
    ? Number.POSITIVE_INFINITY
    : instantAt(clock, day * dayMs + cutOffOn(onDay(spans, day), time));
}

/**
 * A cut-off in milliseconds from the midnight at which the day begins: of a day that goes on over midnight, one that
 * is not after its first opening is the next morning's.
 */
export function cutOffOn(spans: readonly Span[], time: number): number {
  return time <= openingOf(spans) && closingOf(spans) > dayMs ? time + dayMs : time;
}

/** The first opening, from the midnight at which the day begins. */
export function openingOf(spans: readonly Span[]): number {
  return (spans[0] as Span)[0];
}

/** The last closing, from the midnight at which the day begins. */
export function closingOf(spans: readonly Span[]): number {
  return (spans.at(-1) as Span)[1];
}
