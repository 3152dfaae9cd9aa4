import { dayAt, dayMs, instantAt, offsetAt } from './kernel-wall';

/** An interval of one day, in milliseconds from its midnight; one over midnight ends above a day. */
export type Span = readonly [start: number, end: number];

/** A calendar as the kernels take it. Days are numbered from 1970-01-01. */
export interface OpenHours {
  readonly zone: string;
  /** Seven days from Monday on, each in ascending order. */
  readonly week: readonly (readonly Span[])[];
  /** The days that do not follow the week. */
  readonly dates: ReadonlyMap<number, readonly Span[]>;
  /** From midnight; null where closing is the cut-off. */
  readonly cutOff: number | null;
  /** The days whose instants were worked out before: zones are slow to ask, and samples share days. */
  readonly known: Map<number, readonly Span[]>;
}

/** What a day is open by the calendar, whatever the clocks do. */
export function hoursOn({ week, dates }: OpenHours, day: number): readonly Span[] {
  return dates.get(day) ?? (week[weekdayOf(day)] as readonly Span[]);
}

/** 0 for a Monday; day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The instants between which a day is open; an interval that the clocks skip is none. */
export function openSpans(hours: OpenHours, day: number): readonly Span[] {
  const known = hours.known.get(day);
  if (known !== undefined) return known;
  const spans = spansOf(hours, day);
  hours.known.set(day, spans);
  return spans;
}

function spansOf(hours: OpenHours, day: number): readonly Span[] {
  const spans = hoursOn(hours, day);
  if (spans.length === 0) return spans;
  const offset = steadyOffset(hours.zone, day, day + 2);
  const at = (fromMidnight: number) => {
    const wall = day * dayMs + fromMidnight;
    return offset === null ? instantAt(hours.zone, wall) : wall - offset;
  };
  return spans.map(([start, end]): Span => [at(start), at(end)]).filter(([a, b]) => a < b);
}

/** The offset during some days where no clock is changed in or next to them, else null. */
function steadyOffset(zone: string, firstDay: number, endDay: number): number | null {
  const offset = offsetAt(zone, (firstDay - 1) * dayMs);
  return offset === offsetAt(zone, (endDay + 1) * dayMs) ? offset : null;
}

/** Whether seven days are those of the week, with no change of clocks in or next to them. */
export function isRegularWeek({ zone, dates }: OpenHours, day: number): boolean {
  for (let i = 0; dates.size > 0 && i < 7; i++) if (dates.has(day + i)) return false;
  return steadyOffset(zone, day, day + 8) !== null;
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
  const { zone, week } = hours;
  const perWeek = week.flat().reduce((sum, [start, end]) => sum + end - start, 0);
  const today = dayAt(zone, from);
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
