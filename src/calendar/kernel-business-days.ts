import { hoursOn, isRegularWeek, type OpenHours, openSpans } from './kernel-open';
import { dayAt, dayMs, instantAt } from './kernel-wall';

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
  const perWeek = hours.week.filter((spans) => spans.length > 0).length;
  let counted = -1;
  for (let day = dayAt(hours.zone, from) - 1; (day - 1) * dayMs <= horizon; day++) {
    while (
      counted >= 0 &&
      (counted + perWeek < count || (day + 9) * dayMs <= to) &&
      (day + 9) * dayMs <= horizon &&
      isRegularWeek(hours, day)
    ) {
      counted += perWeek;
      day += 7;
    }
    const end = endOf(hours, day);
    if (end === null || (counted < 0 && cutOffOf(hours, day, end) < from)) continue;
    counted++;
    if (counted >= count && end >= to) return { count: counted, end };
  }
  return null;
}

/** The last closing; where that is midnight the millisecond before, so that the date is still the day's. */
function endOf(hours: OpenHours, day: number): number | null {
  const closing = openSpans(hours, day).at(-1)?.[1];
  if (closing === undefined) return null;
  const tillMidnight = (hoursOn(hours, day).at(-1) as readonly number[])[1] === dayMs;
  return tillMidnight ? closing - 1 : closing;
}

function cutOffOf({ zone, cutOff }: OpenHours, day: number, end: number): number {
  return cutOff === null ? end : Math.min(end, instantAt(zone, day * dayMs + cutOff));
}
