import type { BusinessCalendar, Weekday } from 'overdeliver';
import { beginning, day, hour } from './world';

const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** When a business is open, week by week in UTC, and time counted while it is; in milliseconds. */
export interface Openings {
  /** The open time from the beginning to an instant. */
  readonly openAt: (instant: number) => number;
  /** The first instant by which so much of it has gone by. */
  readonly instantAt: (open: number) => number;
  /** The opening that an instant is in or after, counted from 0. */
  readonly openingAt: (instant: number) => number;
  readonly calendar: BusinessCalendar;
}

/** Open from one hour to another, several times a day, on the first so many days of each week. */
export function openings(
  hours: readonly (readonly [from: number, to: number])[],
  days = 7,
): Openings {
  const week = 7 * day;
  const spans = Array.from({ length: days }, (_, d) =>
    hours.map(([from, to]) => [d * day + from * hour, d * day + to * hour] as const),
  ).flat();
  const perWeek = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  const split = (time: number, length: number) => {
    const weeks = Math.floor(time / length);
    return [weeks, time - weeks * length] as const;
  };
  const text = hours.map(([from, to]) => `${clock(from)}-${clock(to)}`);
  return {
    openAt(instant) {
      const [weeks, rest] = split(instant - beginning, week);
      const passed = spans.map(([from, to]) => Math.max(0, Math.min(to, rest) - from));
      return weeks * perWeek + passed.reduce((sum, one) => sum + one, 0);
    },
    instantAt(open) {
      let [weeks, rest] = split(open, perWeek);
      for (const [from, to] of spans) {
        if (rest <= to - from) return beginning + weeks * week + from + rest;
        rest -= to - from;
      }
      throw new Error('a week is longer than its openings');
    },
    openingAt(instant) {
      const [weeks, rest] = split(instant - beginning, week);
      return weeks * spans.length + spans.filter(([from]) => from <= rest).length - 1;
    },
    calendar: {
      zone: 'UTC',
      open: Object.fromEntries(weekdays.slice(0, days).map((name) => [name, text])),
    },
  };
}

const clock = (hours: number) => `${String(hours).padStart(2, '0')}:00`;
