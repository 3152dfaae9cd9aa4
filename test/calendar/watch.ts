import type { BusinessCalendar } from 'overdeliver';

const dayMs = 86_400_000;
const names = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** What a zone's clock shows, as the engine formats it: nothing is shared with the code under test. */
export function wallOf(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (instant) => Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
}

/**
 * Someone who looks at the clock of a zone at every step. `walls` is what it shows, `reached` the latest it has shown
 * so far: a business opens when its opening has been reached, and closes when its closing has.
 */
export interface Watch {
  readonly from: number;
  readonly step: number;
  readonly walls: readonly number[];
  readonly reached: readonly number[];
}

export function watch(zone: string, from: number, days: number, step: number): Watch {
  const shown = wallOf(zone);
  const walls = Array.from({ length: (days * dayMs) / step }, (_, i) => shown(from + i * step));
  let latest = Number.NEGATIVE_INFINITY;
  const reached = walls.map((wall) => {
    latest = Math.max(latest, wall);
    return latest;
  });
  return { from, step, walls, reached };
}

/** The number of the day whose hours a reached time lies in, by its date and the day before; null while closed. */
export function openDays(calendar: BusinessCalendar): (reached: number) => number | null {
  const known = new Map<number, ReturnType<typeof hoursOf>>();
  const hours = (day: number) => {
    const found = known.get(day) ?? hoursOf(calendar, day);
    known.set(day, found);
    return found;
  };
  return (reached) => {
    const today = Math.floor(reached / dayMs);
    for (const day of [today - 1, today]) {
      const time = reached - day * dayMs;
      if (hours(day).some(([start, end]) => time >= start && time < end)) return day;
    }
    return null;
  };
}

/** By the date itself, the date each year, the weekday. */
export function entryOf<T>(
  day: number,
  special: Readonly<Record<string, T>> | undefined,
  week: { readonly [name in (typeof names)[number]]?: T | undefined },
): T | undefined {
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  const weekday = names[new Date(day * dayMs).getUTCDay()] as (typeof names)[number];
  return special?.[date] ?? special?.[date.slice(5)] ?? week[weekday];
}

function hoursOf(calendar: BusinessCalendar, day: number): (readonly [number, number])[] {
  const closed = Object.fromEntries((calendar.holidays ?? []).map((date) => [date, []]));
  const special = { ...closed, ...calendar.specialHours };
  return (entryOf<readonly string[]>(day, special, calendar.open ?? {}) ?? []).map((text) => {
    const [start = 0, end = 0] = text.split('-').map(timeOf);
    return [start, end > start ? end : end + dayMs];
  });
}

function timeOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** The cut-off of each weekday. */
export function cutOffsOf({ cutOff }: BusinessCalendar) {
  if (typeof cutOff === 'object') return cutOff;
  return Object.fromEntries(names.map((name) => [name, cutOff]));
}

/** From midnight: the next morning's where the day goes on over midnight and opens no earlier. */
export function cutOffOn(calendar: BusinessCalendar, day: number, text: string): number {
  const hours = hoursOf(calendar, day);
  const isNextMorning = timeOf(text) <= (hours[0]?.[0] ?? 0) && (hours.at(-1)?.[1] ?? 0) > dayMs;
  return timeOf(text) + (isNextMorning ? dayMs : 0);
}
