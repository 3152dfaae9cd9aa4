import { type BusinessCalendar, type DurationUnit, dueDate, durationBetween } from 'overdeliver';
import { dueWindow, latestStart } from 'overdeliver/calendar';
import { expect, it } from 'vitest';
import { anyCalendar, uniforms } from './any-calendar';
import { seen } from './sight';
import { type Step, Walk, walkThrough } from './walk';
import { wallOf, watch } from './watch';

/** How many walks are made from each zone, in another year and with other calendars each time. */
const runs = Number(process.env.WATCH_RUNS ?? 1);
const dayMs = 86_400_000;
const minute = 60_000;
const days = 22;

/** Zones, and changes of their clocks that a year drawn at random would hardly meet. */
const zones: readonly (readonly [zone: string, ...changes: readonly string[]])[] = [
  ['Africa/Cairo', '2024-04-25T22:00Z'],
  ['America/Santiago', '2024-09-08T04:00Z'],
  ['Asia/Beirut', '2026-03-28T22:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Africa/Casablanca', '2026-02-15T02:00Z'],
  ['Europe/Dublin', '2026-03-29T01:00Z'],
  ['America/St_Johns', '1988-04-03T03:31Z'],
  ['Asia/Tehran', '2021-09-21T19:30Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['Asia/Kathmandu', '1985-12-31T18:30Z'],
  ['Pacific/Chatham', '2026-04-04T14:00Z'],
  ['Antarctica/Troll', '2026-03-29T01:00Z'],
  ['America/Havana', '2026-11-01T05:00Z'],
  ['America/Sao_Paulo', '2018-02-18T02:00Z'],
  ['Pacific/Kiritimati', '1994-12-31T10:40Z'],
  ['America/Boa_Vista', '2000-10-15T03:00Z'],
];

const amounts: Readonly<Record<DurationUnit, readonly number[]>> = {
  minutes: [0, 1, 45, 600],
  hours: [0, 1, 7, 24, 30],
  'open-minutes': [0, 1, 45, 600],
  'open-hours': [0, 1, 4, 11],
  days: [0, 0.5, 1, 1.5, 2],
  'business-days': [0, 1, 2],
};
const units = Object.keys(amounts) as DurationUnit[];

/** A change of a zone's clock in a year, or any moment of it. */
function changeIn(zone: string, year: number, uniform: () => number): number {
  const wall = wallOf(zone);
  const start = Date.UTC(year, 0, 1);
  const offset = (day: number) => wall(start + day * dayMs) - (start + day * dayMs);
  const changes = Array.from({ length: 365 }, (_, day) => day).filter(
    (day) => offset(day) !== offset(day + 1),
  );
  const any = Math.floor(365 * uniform());
  const day = changes[Math.floor(changes.length * uniform())] ?? any;
  return start + day * dayMs + dayMs / 2;
}

/** A window around a change of clocks, what is seen in it of two zones, and calendars to walk through. */
function sceneOf(zone: string, run: number, known: string | undefined) {
  const uniform = uniforms(
    run * 7919 + [...zone].reduce((sum, c) => 31 * sum + c.charCodeAt(0), 7),
  );
  const pick = <T>(all: readonly T[]) => all[Math.floor(all.length * uniform())] as T;
  const year = 1973 + Math.floor(64 * uniform());
  const change = known === undefined ? changeIn(zone, year, uniform) : Date.parse(known);
  const from = Math.floor((change - (days / 2) * dayMs) / minute) * minute;
  const own = watch(zone, from, days, minute);
  const others = uniform() < 0.4 ? zone : pick(zones)[0];
  const both = [
    { zone, seen: own },
    { zone: others, seen: others === zone ? own : watch(others, from, days, minute) },
  ];
  const way = () => {
    const legs = uniform() < 0.5 ? both : [...both].reverse();
    const calendars = legs.map((leg) => anyCalendar(leg.zone, uniform, change));
    const walks = legs.map((leg, i) => new Walk(calendars[i] as BusinessCalendar, leg.seen));
    return { calendars, walks };
  };
  /** A moment of the days before or after the middle, at a full minute, just before one, or any. */
  const moment = (day: number, span: number) => {
    const full = from + Math.floor((day + span * uniform()) * 1440) * minute;
    return full + pick([0, 0, -1, Math.floor(minute * uniform())]);
  };
  const steps = () =>
    [0, 1].map((): Step => {
      const unit = pick(units);
      return { unit, amount: pick(amounts[unit]) };
    });
  return { uniform, pick, way, moment, steps };
}

type Scene = ReturnType<typeof sceneOf>;

const plansOf = (steps: readonly Step[]) =>
  steps.map(({ amount, unit }) => ({ promise: amount, unit }));
const iso = (time: number) => new Date(time).toISOString();

/** It is due when the last of two calendars says so. */
function checkDueDates({ way, moment, steps }: Scene) {
  let checked = 0;
  for (let k = 0; k < 5; k++) {
    const { calendars, walks } = way();
    for (let j = 0; j < 4; j++) {
      const [start, legs] = [moment(8, 4), steps()];
      const due = seen(() => walkThrough(walks, legs, start));
      if (due === null) continue;
      const said = JSON.stringify([calendars, iso(start), legs]);
      expect(dueDate(calendars, start, plansOf(legs)).toISOString(), said).toBe(iso(due));
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(5);
}

/** It can start until then, and no later. */
function checkLatestStarts({ way, moment, steps }: Scene) {
  let checked = 0;
  for (let k = 0; k < 3; k++) {
    const { calendars, walks } = way();
    const [end, legs] = [moment(11, 4), steps()];
    const start = +latestStart(calendars, end, plansOf(legs));
    const found = seen(() => walkThrough(walks, legs, start));
    if (found === null) continue;
    const said = JSON.stringify([calendars, iso(end), legs, iso(start)]);
    expect(found, said).toBeLessThanOrEqual(end);
    const soon = Array.from({ length: 240 }, (_, i) => i + 1);
    const later = Array.from({ length: 1440 }, (_, i) => 240 + 7 * i);
    const full = Math.floor(start / minute) * minute;
    const starts = [...soon, ...later].flatMap((i) => [full + i * minute - 1, full + i * minute]);
    for (const after of [start + 1, ...starts]) {
      if (after <= start || after > end) continue;
      const due = seen(() => walkThrough(walks, legs, after)) ?? Infinity;
      if (due <= end) expect.fail(`${said}: from ${iso(after)} it is due ${iso(due)}`);
    }
    checked++;
  }
  expect(checked).toBeGreaterThan(0);
}

/** It arrives in the window seen. */
function checkWindows({ pick, way, moment, steps }: Scene) {
  let checked = 0;
  for (let k = 0; k < 4; k++) {
    const { calendars, walks } = way();
    for (let j = 0; j < 3; j++) {
      const start = moment(8, 3);
      const least = steps();
      const most = least.map(({ unit, amount }) => ({
        unit,
        amount: amount + pick(amounts[unit]),
      }));
      const roundOutTo = pick([undefined, 15, 60, 240, 1440, 'day'] as const);
      const last = walks[1] as Walk;
      const window = seen(() => {
        const from = walkThrough(walks, least, start, 'opening');
        const by = walkThrough(walks, most, start);
        if (roundOutTo === undefined) return { from, by };
        if (roundOutTo === 'day') return { from: last.dayOf(from).opening, by: last.dayOf(by).end };
        return { from: last.roundDown(from, roundOutTo), by: last.roundUp(by, roundOutTo) };
      });
      if (window === null) continue;
      const windows = least.map(({ unit, amount }, i) => ({
        unit,
        from: amount,
        to: (most[i] as Step).amount,
      }));
      const found = dueWindow(calendars, start, windows, { roundOutTo });
      const said = JSON.stringify([calendars, iso(start), windows, roundOutTo]);
      expect([found.from.toISOString(), found.to.toISOString()], said).toEqual([
        iso(Math.max(start, window.from)),
        iso(window.by),
      ]);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(2);
}

/** It took as long as was seen. */
function checkDurations({ uniform, way, moment }: Scene) {
  let checked = 0;
  for (let k = 0; k < 4; k++) {
    const { calendars, walks } = way();
    for (const unit of units) {
      const start = moment(7, 6);
      const end = start + Math.floor(5 * dayMs * uniform() ** 2);
      const took = seen(() => (walks[0] as Walk).between(start, end, unit));
      if (took === null) continue;
      const said = JSON.stringify([calendars[0], iso(start), iso(end), unit]);
      const found = durationBetween(calendars[0] as BusinessCalendar, start, end, unit);
      expect(Math.abs(found - took), `${said}: ${found}, not ${took}`).toBeLessThan(1e-9);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(10);
}

// One scene after the other, so that no more than one is held.
it.each(
  zones.flatMap(([zone, ...changes]) =>
    Array.from({ length: runs }, (_, run) => [zone, run, changes[run]] as const),
  ),
)('%s, walked through minute by minute: %i', (zone, run, known) => {
  const scene = sceneOf(zone, run, known);
  checkDueDates(scene);
  checkLatestStarts(scene);
  checkWindows(scene);
  checkDurations(scene);
});
