import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../src/calendar/input';
import { dayMs, hourMs, minuteMs } from '../../src/core/time-units';
import { aroundTheClock, clockOf } from '../../src/live/open-clock';
import { uniforms } from '../../src/numerics/uniforms';

const monday = Date.UTC(2026, 0, 5);
const hours = readCalendar('calendar', {
  zone: 'UTC',
  open: {
    monday: ['09:00-12:00', '13:00-17:30'],
    thursday: ['20:00-02:00'],
    friday: ['08:00-10:00'],
  },
});
/** The same by hand: hours from Monday's midnight. */
const week = [
  [9, 12],
  [13, 17.5],
  [3 * 24 + 20, 4 * 24 + 2],
  [4 * 24 + 8, 4 * 24 + 10],
] as const;

/** The intervals of so many weeks before and after the first Monday. */
const intervals = Array.from({ length: 61 }, (_, i) => monday + (i - 30) * 7 * dayMs).flatMap(
  (from) => week.map(([start, end]) => [from + start * hourMs, from + end * hourMs] as const),
);
const openBetween = (from: number, to: number) =>
  intervals.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );

describe('a clock of open time', () => {
  it('counts the time that is open between any two instants, asked in any order', () => {
    for (const seed of [1, 2, 3]) {
      const next = uniforms(seed);
      const clock = clockOf(hours, null);
      const first = monday + 10 * dayMs * next();
      const origin = clock.openAt(first);
      for (let i = 0; i < 200; i++) {
        const wall = Math.floor(monday + (next() - 0.5) * (i < 100 ? 14 : 200) * dayMs);
        const gone = wall < first ? -openBetween(wall, first) : openBetween(first, wall);
        expect(clock.openAt(wall) - origin).toBeCloseTo(gone, 3);
        const isOpen = intervals.some(([start, end]) => start <= wall && wall < end);
        expect(clock.isOpen(wall)).toBe(isOpen);
      }
    }
  });

  it('counts from an instant on to the next, as orders come', () => {
    const clock = clockOf(hours, null);
    const origin = clock.openAt(monday);
    for (let wall = monday; wall < monday + 15 * dayMs; wall += 17 * minuteMs) {
      expect(clock.openAt(wall) - origin).toBe(openBetween(monday, wall));
      // At the very ends of an opening, too.
      expect(clock.isOpen(wall)).toBe(openBetween(wall, wall + 1) === 1);
    }
    for (const [start, end] of intervals.slice(120, 130)) {
      expect([start - 1, start, end - 1, end].map(clock.isOpen)).toEqual([
        false,
        true,
        true,
        false,
      ]);
    }
  });

  it('says when so much open time has gone by: at a closing rather than the next opening', () => {
    const next = uniforms(4);
    const clock = clockOf(hours, null);
    const from = monday + 8 * hourMs;
    const origin = clock.openAt(from);
    for (let i = 0; i < 100; i++) {
      const open = Math.floor(60 * hourMs * next());
      const wall = clock.wallAt(origin + open, from);
      expect(openBetween(from, wall)).toBe(open);
      expect(openBetween(from, wall - 1)).toBe(open - 1);
    }
    expect(clock.wallAt(origin + 3 * hourMs, from)).toBe(monday + 12 * hourMs);
    expect(clock.wallAt(origin + 3 * hourMs + 1, from)).toBe(monday + 13 * hourMs + 1);
    expect(clock.wallAt(origin + 7.5 * hourMs, from)).toBe(monday + 17.5 * hourMs);
  });

  it('reaches ten years from where it is asked, whatever is known already', () => {
    const seldom = readCalendar('calendar', { zone: 'UTC', open: { monday: ['09:00-10:00'] } });
    const clock = clockOf(seldom, null);
    const origin = clock.openAt(monday);
    const timeOf = (weeks: number) => clock.wallAt(origin + weeks * hourMs, monday);
    // The 523rd Monday, counted from 0, begins 3,654 days later, the next one 3,661.
    const within = monday + 522 * 7 * dayMs + 10 * hourMs;
    for (let i = 0; i < 2; i++) {
      expect([timeOf(1), timeOf(523), timeOf(524), timeOf(600)]).toEqual([
        monday + 10 * hourMs,
        within,
        Number.NaN,
        Number.NaN,
      ]);
      clock.openAt(monday + 600 * 7 * dayMs);
    }
  });

  it('reaches to the last instant of ten years, and does not tell by what it knows', () => {
    const seldom = readCalendar('calendar', { zone: 'UTC', open: { monday: ['09:00-10:00'] } });
    const tenYears = 3660 * dayMs;
    for (const knows of [false, true]) {
      const clock = clockOf(seldom, null);
      const from = monday + dayMs + 9.5 * hourMs;
      const origin = clock.openAt(from);
      if (knows) clock.openAt(from + 4000 * dayMs);
      // On the 523rd Monday from then.
      const asked = [30, 30 + 1 / 60].map((minutes) =>
        clock.wallAt(origin + 522 * hourMs + minutes * minuteMs, from),
      );
      expect(asked).toEqual([from + tenYears, Number.NaN]);
    }
  });

  it('has gone by no time at the first opening that it knows', () => {
    const clock = clockOf(hours, null);
    expect(clock.openAt(monday)).toBe(0);
    expect(clock.wallAt(0, monday)).toBe(monday + 9 * hourMs);
  });

  it('knows the hours of the evening before, whatever it was asked first', () => {
    const clock = clockOf(hours, null);
    const saturday = monday + 5.5 * dayMs;
    const origin = clock.openAt(saturday);
    const night = monday + 4 * dayMs + hourMs;
    expect(clock.isOpen(night)).toBe(true);
    expect(origin - clock.openAt(night)).toBe(3 * hourMs);
  });

  it('begins anew where it is told to', () => {
    const clock = clockOf(hours, null);
    clock.openAt(monday + 300 * dayMs);
    clock.restart();
    const other = clockOf(hours, null);
    for (const wall of [monday + 30 * hourMs, monday, monday + 80 * dayMs]) {
      expect(clock.openAt(wall)).toBe(other.openAt(wall));
    }
    expect(clock.origin(monday)).toEqual(other.origin(monday));
  });

  it('goes on from an origin', () => {
    const clock = clockOf(hours, null);
    clock.openAt(monday);
    for (const wall of [
      monday + 2.5 * dayMs,
      monday + 3.9 * dayMs,
      monday + 4.05 * dayMs,
      monday + 40.5 * dayMs,
    ]) {
      const origin = clock.origin(wall);
      expect(origin?.day).toBe(Math.floor(wall / dayMs) - 1);
      const again = clockOf(hours, origin);
      for (const later of [0, 0.1, 1, 9]) {
        const at = wall + later * dayMs;
        expect(again.openAt(at)).toBe(clock.openAt(at));
      }
      // Before it, too.
      expect(again.openAt(wall - 20 * dayMs)).toBe(clock.openAt(wall - 20 * dayMs));
      expect(again.origin(wall)).toEqual(origin);
    }
  });

  it('forgets what is long over, a day as a whole, and knows it again when it is asked', () => {
    const twice = readCalendar('calendar', {
      zone: 'UTC',
      open: Object.fromEntries(
        ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
          (day) => [day, ['09:00-12:00', '13:00-15:00']],
        ),
      ),
    });
    const clock = clockOf(twice, null);
    const origin = clock.openAt(monday);
    const days = (n: number) => monday + n * dayMs;
    // Hours after the first Monday's midnight: five a day.
    const openAfter = (n: number) => clock.openAt(days(n) + 12.5 * hourMs) - origin;
    expect(openAfter(700)).toBe((5 * 700 + 3) * hourMs);
    for (const n of [400, 505, 650.6, 699]) {
      clock.forget(days(n));
      for (const day of [700, Math.floor(n), Math.floor(n) + 1, Math.floor(n) - 3, 2, 701]) {
        expect(openAfter(day)).toBe((5 * day + 3) * hourMs);
      }
      expect(clock.isOpen(days(n) + 0.39 * dayMs)).toBe(n !== 650.6);
      expect(clock.wallAt(origin + 5 * 690 * hourMs + hourMs, days(n))).toBe(
        days(690) + 10 * hourMs,
      );
    }
  });

  it('of hours that are all over stands still, and opens no more', () => {
    const past = readCalendar('calendar', {
      zone: 'UTC',
      open: {},
      specialHours: { '2025-12-01': ['09:00-12:00'] },
    });
    const clock = clockOf(past, null);
    const [now, later] = [clock.openAt(monday), clock.openAt(monday + 9 * dayMs)];
    expect(later).toBe(now);
    expect(clock.isOpen(monday)).toBe(false);
    expect([clock.wallAt(now, monday), clock.wallAt(now + 1, monday)]).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
    clock.forget(monday + dayMs);
    expect(clockOf(past, clock.origin(monday)).openAt(monday)).toBe(now);
    // What is told late finds it open.
    expect(now - clock.openAt(Date.UTC(2025, 11, 1, 10))).toBe(2 * hourMs);
    expect(clock.openAt(monday)).toBe(now);
  });

  it('shows the time of its zone, on either side of a change of the clocks', () => {
    const berlin = readCalendar('calendar', {
      zone: 'Europe/Berlin',
      open: { monday: ['09:00-10:00'] },
    });
    const clock = clockOf(berlin, null);
    const change = Date.UTC(2026, 2, 29, 1);
    for (const [wall, hoursAhead] of [
      [change - 1, 1],
      [change, 2],
      [change + 1, 2],
      [change - 20 * minuteMs, 1],
      [monday, 1],
    ] as const) {
      expect(clock.localAt(wall)).toBe(wall + hoursAhead * hourMs);
    }
  });

  it('that never stands still is the wall’s', () => {
    expect(aroundTheClock.openAt(7)).toBe(7);
    expect(aroundTheClock.wallAt(7, 0)).toBe(7);
    expect(aroundTheClock.localAt(7)).toBe(7);
    expect(aroundTheClock.isOpen(7)).toBe(true);
    expect(aroundTheClock.origin(7)).toBeNull();
  });
});
