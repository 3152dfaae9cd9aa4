import { type BusinessCalendar, dueDate, durationBetween } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { anyCalendar, uniforms } from './any-calendar';
import { cutOffOn, cutOffsOf, entryOf, openDays, type Watch, watch } from './watch';

/** How often each change of clocks is gone through, with another calendar each time. */
const runs = Number(process.env.WATCH_RUNS ?? 1);
const dayMs = 86_400_000;
const minute = 60_000;

/** Changes of clocks, from the tz database, by what makes them awkward. */
const changes: readonly (readonly [zone: string, ...instants: readonly string[]])[] = [
  ['Europe/Berlin', '2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z', '2026-11-01T06:00Z'],
  // By half an hour, by two hours.
  ['Australia/Lord_Howe', '2026-04-04T15:00Z', '2026-10-03T15:30Z'],
  ['Antarctica/Troll', '2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  ['America/St_Johns', '1988-04-03T03:31Z', '2010-11-07T02:31Z'],
  // A day without midnight, or whose last hour comes twice.
  ['America/Sao_Paulo', '2018-11-04T03:00Z', '2018-02-18T02:00Z'],
  ['Africa/Cairo', '2024-04-25T22:00Z', '2024-10-31T21:00Z'],
  ['Asia/Beirut', '2026-03-28T22:00Z', '2026-10-24T21:00Z'],
  ['Asia/Tehran', '2021-03-21T20:30Z', '2021-09-21T19:30Z'],
  ['Asia/Gaza', '2040-10-20T00:00Z'],
  // Midnight comes twice.
  ['America/Havana', '2026-03-08T05:00Z', '2026-11-01T05:00Z'],
  // A day is skipped.
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Pacific/Kwajalein', '1993-08-21T12:00Z'],
  ['Pacific/Kiritimati', '1994-12-31T10:40Z'],
  // Forth and back within a week.
  ['America/Boa_Vista', '2000-10-08T04:00Z', '2000-10-15T03:00Z'],
  ['Africa/Tunis', '1943-04-17T00:00Z', '1943-04-25T02:00Z'],
  // For good.
  ['America/Caracas', '2016-05-01T07:00Z'],
  ['Asia/Pyongyang', '2018-05-04T15:00Z'],
  ['Asia/Kathmandu', '1985-12-31T18:30Z'],
  ['Europe/Moscow', '2014-10-25T22:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00Z', '2026-03-22T02:00Z'],
];

/** Offsets with seconds; those of Monrovia and Dublin lie between -1 hour and 0. */
const bySecond: typeof changes = [
  ['Africa/Monrovia', '1972-01-07T00:44:30Z', '1960-05-05T12:00Z'],
  ['Europe/Dublin', '1915-03-05T12:00Z', '1916-10-01T02:25:21Z'],
  ['Asia/Singapore', '1905-05-31T17:04:35Z'],
  ['America/Toronto', '1919-03-31T04:30Z'],
];

describe.each([
  ...changes.flatMap(([zone, ...at]) => at.map((one) => [zone, one, minute] as const)),
  ...bySecond.flatMap(([zone, ...at]) => at.map((one) => [zone, one, 1000] as const)),
])('%s at %s, by someone who looks at the clock', (zone, change, step) => {
  const days = step === 1000 ? 0.4 : 6;
  const start = Math.floor((Date.parse(change) - (days / 2) * dayMs) / step) * step;
  const seen = watch(zone, start, days, step);
  const uniform = uniforms(Date.parse(change) >>> 0);
  const calendars = Array.from({ length: 3 * runs }, () => anyCalendar(zone, uniform));
  const length = seen.walls.length;
  const instant = (i: number) => seen.from + i * step;
  /** Not at the ends, so that what comes before and after is seen, too. */
  const anyStep = () => Math.floor(length * (0.3 + 0.3 * uniform()));

  it('open time is what was seen, and is due when it has been seen', () => {
    for (const calendar of calendars) {
      const day = openDays(calendar);
      const open = seen.reached.map((wall) => day(wall) !== null);
      for (let k = 0; k < 10; k++) {
        const [a, b] = [anyStep(), anyStep()].sort((x, y) => x - y) as [number, number];
        const steps = open.slice(a, b).filter(Boolean).length;
        const took = durationBetween(
          calendar,
          new Date(instant(a)),
          new Date(instant(b)),
          'open-minutes',
        );
        expect(Math.round(took * minute), JSON.stringify([calendar, instant(a), instant(b)])).toBe(
          steps * step,
        );
        let at = a;
        for (let left = steps; left > 0; at++) if (open[at]) left--;
        if (steps === 0) at = open.indexOf(true, a);
        if (at < 0) continue;
        const plan = { promise: (steps * step) / minute, unit: 'open-minutes' };
        expect(dueDate(calendar, new Date(instant(a)), plan)).toEqual(new Date(instant(at)));
      }
    }
  });

  it('business days end when it was seen to close, and count from the cut-off', () => {
    for (const calendar of calendars) {
      const ends = businessDays(calendar, seen);
      for (let k = 0; k < 5; k++) {
        const from = instant(anyStep());
        const first = ends.findIndex(({ cutOff }) => cutOff >= from);
        for (const [count, { end }] of ends.slice(first).entries()) {
          if (first < 0 || count > 1) continue;
          const plan = { promise: count, unit: 'business-days' };
          const due = dueDate(calendar, new Date(from), plan);
          expect(due, JSON.stringify([calendar, from])).toEqual(new Date(end));
          const took = durationBetween(calendar, new Date(from), due, 'business-days');
          expect(took).toBe(count);
        }
      }
    }
  });

  it('days later it shows the same time, and rounded up a full one', () => {
    const [calendar] = calendars as [BusinessCalendar];
    const none = { promise: 0, unit: 'minutes' };
    const reach = (wall: number) => instant(seen.reached.findIndex((shown) => shown >= wall));
    for (let k = 0; k < 40 * runs; k++) {
      const i = anyStep();
      const from = new Date(instant(i));
      const wall = seen.walls[i] as number;
      const due = dueDate(calendar, from, { promise: 1, unit: 'days' });
      const same = reach(wall + dayMs);
      if (same >= +from) expect(due).toEqual(new Date(same));
      for (const minutes of [5, 30, 60, 120, 180, 240, 360, 480, 720]) {
        const next = seen.walls.findIndex((w, j) => j >= i && w % (minutes * minute) === 0);
        if (next < 0) continue;
        const rounded = dueDate(calendar, from, none, { roundUpTo: minutes });
        expect(rounded, `${from.toISOString()} to ${minutes}`).toEqual(new Date(instant(next)));
      }
      const midnight = [0, 1].map((n) => reach((Math.floor(wall / dayMs) + n) * dayMs));
      const found = midnight.find((at) => at >= +from);
      if (found === undefined) continue;
      const next = new Date(found);
      for (const roundUpTo of [1440, '00:00', '24:00'])
        expect(dueDate(calendar, from, none, { roundUpTo })).toEqual(next);
    }
  });
});

/** Each day on which it was seen open: when it closed, and until when an order counted for it. */
function businessDays(calendar: BusinessCalendar, { from, step, reached }: Watch) {
  const openDay = openDays(calendar);
  const last = new Map<number, number>();
  for (const [i, wall] of reached.entries()) {
    const day = openDay(wall);
    if (day !== null) last.set(day, i);
  }
  // Others were not seen whole.
  const whole = (day: number) =>
    day * dayMs > (reached[0] as number) && (day + 2) * dayMs < (reached.at(-1) as number);
  const first = (wall: number) => from + reached.findIndex((shown) => shown >= wall) * step;
  return [...last]
    .filter(([day]) => whole(day))
    .map(([day, i]) => {
      const closing = from + (i + 1) * step;
      const end = closing === first((day + 1) * dayMs) ? closing - 1 : closing;
      const text = entryOf(day, {}, cutOffsOf(calendar));
      if (text === undefined) return { end, cutOff: end };
      const cutOff = first(day * dayMs + cutOffOn(calendar, day, text));
      return { end, cutOff: cutOff < from ? end : Math.min(end, cutOff) };
    });
}
