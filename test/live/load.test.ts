import { describe, expect, it } from 'vitest';
import { hourMs } from '../../src/core/time-units';
import { arrive, hourOfWeek, noLoad, surgeOf, windowAt } from '../../src/live/load';

const numbers = { loadWeeks: 13, loadPriorSize: 4, loadWatched: 0.5, surgeCap: 2 };
const monday = Date.UTC(2026, 0, 5);
const always = (wall: number) => wall;

/** Tells arrivals, and returns the surge that each met. */
function surges(
  times: readonly number[],
  typical: number,
  openAt: (wall: number) => number = always,
  clock = { openAt, localAt: always },
) {
  const load = noLoad();
  return times.map((time) => {
    const window = windowAt(load, time, typical, clock);
    const surge = surgeOf(window, numbers);
    arrive(load, window, numbers, clock);
    return surge;
  });
}

describe('hours of the week', () => {
  it('begin on Monday, by UTC', () => {
    expect(hourOfWeek(monday)).toBe(0);
    expect(hourOfWeek(monday - 1)).toBe(167);
    expect(hourOfWeek(monday + 25.5 * hourMs)).toBe(25);
    expect(hourOfWeek(-1)).toBe(3 * 24 - 1);
  });
});

describe('a surge', () => {
  it('is none in a steady stream, nor while too little was watched', () => {
    const steady = surges(
      Array.from({ length: 3000 }, (_, i) => monday + i * 60_000),
      40 * 60_000,
    );
    expect(steady.slice(0, 20).every((surge) => surge === 0)).toBe(true);
    for (const surge of steady.slice(1500)) expect(Math.abs(surge)).toBeLessThan(0.05);
  });

  it('is measured against what is usual at that hour', () => {
    // Twenty orders from 17 to 22 h each day, on the quarter hours.
    const times = Array.from({ length: 90 }, (_, day) =>
      Array.from({ length: 20 }, (_, i) => monday + (24 * day + 17) * hourMs + i * 900_000),
    ).flat();
    const all = surges(times, 40 * 60_000);
    const late = all.slice(60 * 20);
    for (const surge of late) expect(Math.abs(surge)).toBeLessThan(0.25);
  });

  it('shows when three times as many come, up to a cap', () => {
    const calm = Array.from({ length: 2000 }, (_, i) => monday + i * 60_000);
    const last = calm.at(-1) as number;
    const busy = Array.from({ length: 200 }, (_, i) => last + i * 20_000);
    const all = surges([...calm, ...busy], 40 * 60_000);
    expect(all.at(-1)).toBeGreaterThan(0.45);
    const burst = surges([...calm, ...Array.from({ length: 5000 }, () => last)], 40 * 60_000);
    expect(burst.at(-1)).toBe(2);
  });

  it('takes time while closed for none', () => {
    // Open in even hours alone.
    const openAt = (wall: number) => {
      const hours = (wall - monday) / hourMs;
      const whole = Math.floor(hours / 2);
      return (whole + Math.min(1, hours - 2 * whole)) * hourMs;
    };
    const times = Array.from({ length: 4000 }, (_, i) => {
      const open = i * 60_000;
      const hour = Math.floor(open / hourMs);
      return monday + 2 * hour * hourMs + (open - hour * hourMs);
    });
    const all = surges(times, 40 * 60_000, openAt);
    for (const surge of all.slice(3000)) expect(Math.abs(surge)).toBeLessThan(0.12);
  });

  it('is not moved by a silence of months, of which only the last week goes by hours', () => {
    const load = noLoad();
    let asked = 0;
    const openAt = (wall: number) => {
      asked++;
      return wall;
    };
    const clock = { openAt, localAt: always };
    for (let i = 0; i < 1000; i++) {
      arrive(load, windowAt(load, monday + i * 60_000, 2_400_000, clock), numbers, clock);
    }
    asked = 0;
    const later = monday + 365 * 24 * hourMs;
    const window = windowAt(load, later, 2_400_000, clock);
    arrive(load, window, numbers, clock);
    expect(asked).toBeLessThan(400);
    expect(window.recent).toBe(0);
    expect(window.usual).toBeGreaterThan(0);
    // An earlier moment is told of late.
    expect(windowAt(load, later - 1, 2_400_000, clock)).toBe(load.window);
  });
});
