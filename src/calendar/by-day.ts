import { dayMs } from '../core/time-units';
import { weekdayOf } from '../core/zone-clock';

/** Something that days have by the calendar: a date's own, else that of the date each year, else the weekday's. */
export interface ByDay<T> {
  /** Seven, from Monday on. */
  readonly week: readonly T[];
  /** By the month and day as {@link monthDayOf} numbers them. */
  readonly yearly: ReadonlyMap<number, T>;
  /** By the number of the day. */
  readonly dates: ReadonlyMap<number, T>;
}

export function onDay<T>(byDay: ByDay<T>, day: number): T {
  return specialOf(byDay, day) ?? (byDay.week[weekdayOf(day)] as T);
}

/** What a day has in place of its weekday's, if anything. */
export function specialOf<T>({ yearly, dates }: ByDay<T>, day: number): T | undefined {
  return dates.get(day) ?? (yearly.size === 0 ? undefined : yearly.get(monthDayOf(day)));
}

/** The same number for a date in every year: 1225 for Christmas Day. */
export function monthDayOf(day: number): number {
  const date = new Date(day * dayMs);
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** In 28 years every date falls on every weekday, with a leap day next to it and without. */
const someYears = Array.from({ length: 28 }, (_, i) => 2000 + i);

/** Days that stand for all that have something in place of their weekday's. */
export function specialDays<T>({ yearly, dates }: ByDay<T>): number[] {
  const inEveryYear = [...yearly.keys()].flatMap((monthDay) =>
    someYears
      .map((year) => Date.UTC(year, Math.floor(monthDay / 100) - 1, monthDay % 100) / dayMs)
      .filter((day) => monthDayOf(day) === monthDay),
  );
  return [...dates.keys(), ...inEveryYear];
}
