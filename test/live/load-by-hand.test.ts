import { describe, expect, it } from 'vitest';
import { hourMs } from '../../src/core/time-units';
import { arrive, hourOfWeek, noLoad, surgeOf, windowAt } from '../../src/live/load';
import { uniforms } from '../../src/numerics/uniforms';

const numbers = { loadWeeks: 4, loadPriorSize: 2, loadWatched: 0.5, surgeCap: 0.7 };
const monday = Date.UTC(2026, 0, 5);
const always = (wall: number) => wall;
const halves = (wall: number) => {
  // Every other hour is closed.
  const hour = Math.floor(wall / hourMs);
  return Math.floor(hour / 2) * hourMs + (hour % 2 === 0 ? wall - hour * hourMs : hourMs);
};
const clocks = [
  ['around the clock', { openAt: always, localAt: always }],
  ['open every other hour', { openAt: halves, localAt: always }],
  ['in a zone off by half an hour', { openAt: always, localAt: (t: number) => t + hourMs / 2 }],
] as const;
type Clock = (typeof clocks)[number][1];

/** The hours between two instants, as the clock shows them, each with its cell and its open time. */
function parts(from: number, to: number, { openAt, localAt }: Clock) {
  const edges = [from];
  const shown = localAt(from) - from;
  const first = (Math.floor((from + shown) / hourMs) + 1) * hourMs - shown;
  for (let t = first; t < to; t += hourMs) edges.push(t);
  edges.push(to);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] as number;
    const isOver = (end + shown) % hourMs === 0;
    return { cell: hourOfWeek(localAt(start)), length: openAt(end) - openAt(start), isOver };
  });
}

/** The load by its definition: what came, and how long was watched, in each hour of the week, a week's share forgotten. */
function byHand(times: readonly number[], mean: number, clock: Clock) {
  const arrivals = new Float64Array(168);
  const hours = new Float64Array(168);
  let [recent, usual, watched] = [0, 0, 0];
  const keep = 1 - 1 / numbers.loadWeeks;
  times.forEach((time, i) => {
    if (i > 0) {
      const all = parts(times[i - 1] as number, time, clock);
      const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0);
      const average = sum(hours) > 0 ? sum(arrivals) / sum(hours) : 0;
      for (const { cell, length } of all) {
        const rate = ((arrivals[cell] as number) + average / 2) / ((hours[cell] as number) + 0.5);
        const fading = Math.exp(-length / mean);
        recent *= fading;
        usual = usual * fading + rate * (mean / hourMs) * (1 - fading);
        watched = 1 - (1 - watched) * fading;
      }
      for (const { cell, length, isOver } of all) {
        hours[cell] = (hours[cell] as number) + length / hourMs;
        if (!isOver) continue;
        arrivals[cell] = (arrivals[cell] as number) * keep;
        hours[cell] = (hours[cell] as number) * keep;
      }
    }
    const cell = hourOfWeek(clock.localAt(time));
    arrivals[cell] = (arrivals[cell] as number) + 1;
    recent++;
  });
  return { arrivals, hours, recent, usual, watched };
}

describe('the load', () => {
  it.each(clocks)('%s is what its definition says', (_, clock) => {
    const next = uniforms(8);
    // Some within an hour, some days apart, and some at one time.
    let time = monday + 0.3 * hourMs;
    const times = Array.from({ length: 60 }, (_, i) => {
      time += i % 10 === 0 ? 0 : Math.floor(hourMs * next() * (i % 7 === 0 ? 40 : 0.7));
      return time;
    });
    const mean = 1.3 * hourMs;
    const load = noLoad();
    for (const at of times) arrive(load, windowAt(load, at, mean, clock), numbers, clock);
    const expected = byHand(times, mean, clock);
    load.arrivals.forEach((x, cell) => {
      expect([x, load.hours[cell]].map((one) => one?.toFixed(9))).toEqual(
        [expected.arrivals[cell], expected.hours[cell]].map((one) => one?.toFixed(9)),
      );
    });
    expect(load.window.recent).toBeCloseTo(expected.recent, 9);
    expect(load.window.usual).toBeCloseTo(expected.usual, 9);
    expect(load.window.watched).toBeCloseTo(expected.watched, 9);
    expect(load.allArrivals).toBeCloseTo(
      expected.arrivals.reduce((a, b) => a + b, 0),
      9,
    );
    expect(load.allHours).toBeCloseTo(
      expected.hours.reduce((a, b) => a + b, 0),
      9,
    );
    expect(load.window.wall).toBe(time);
    expect(load.window.open).toBe(clock.openAt(time));
  });

  it('of a silence longer than a week goes by its hours for the last one, by the average before', () => {
    const clock = clocks[0][1];
    const mean = 400 * hourMs;
    const load = noLoad();
    for (const hours of [0, 0.2, 5, 9]) {
      arrive(load, windowAt(load, monday + hours * hourMs, mean, clock), numbers, clock);
    }
    const before = { ...load.window, rate: load.allArrivals / load.allHours };
    const rates = Array.from({ length: 168 }, (_, cell) => {
      const [n, watched] = [load.arrivals[cell] as number, load.hours[cell] as number];
      return (n + before.rate / 2) / (watched + 0.5);
    });
    // A week before it is an hour in which orders came.
    const later = monday + 336.1 * hourMs;
    const window = windowAt(load, later, mean, clock);
    const fadedOver = (usual: number, hours: number, rate: number) => {
      const fading = Math.exp(-hours / 400);
      return usual * fading + rate * 400 * (1 - fading);
    };
    let usual = fadedOver(before.usual, 159.1, before.rate);
    for (const { cell, length } of parts(later - 168 * hourMs, later, clock)) {
      usual = fadedOver(usual, length / hourMs, rates[cell] as number);
    }
    expect(window.usual).toBeCloseTo(usual, 9);
    expect(window.recent).toBeCloseTo(before.recent * Math.exp(-327.1 / 400), 9);
    const { allHours } = load;
    arrive(load, window, { ...numbers, loadWeeks: 1e9 }, clock);
    // Only the last week is watched by its hours.
    expect(load.allHours - allHours).toBeCloseTo(168, 5);
    expect(load.window.recent).toBe(window.recent + 1);
  });

  it('of orders a week apart, in the same hour of it, goes by all hours', () => {
    const clock = clocks[0][1];
    const times = [0, 0.2, 1.1, 168.15, 168.3, 336.25].map((hours) => monday + hours * hourMs);
    const load = noLoad();
    const windows = times.map((at) => {
      const window = windowAt(load, at, 50 * hourMs, clock);
      arrive(load, window, numbers, clock);
      return window;
    });
    const expected = byHand(times, 50 * hourMs, clock);
    expect(load.window.usual).toBeCloseTo(expected.usual, 9);
    expect(load.allHours).toBeCloseTo(
      expected.hours.reduce((a, b) => a + b, 0),
      9,
    );
    expect(windows[3]?.recent).toBeCloseTo(
      Math.exp(-168.15 / 50) + Math.exp(-167.95 / 50) + Math.exp(-167.05 / 50),
      9,
    );
  });

  it('before the first arrival, and of an earlier moment, is what it is', () => {
    const clock = clocks[1][1];
    const load = noLoad();
    const first = windowAt(load, monday + 2.5 * hourMs, hourMs, clock);
    expect(first).toEqual({
      recent: 0,
      usual: 0,
      watched: 0,
      wall: monday + 2.5 * hourMs,
      open: halves(monday + 2.5 * hourMs),
    });
    arrive(load, first, numbers, clock);
    expect([load.allArrivals, load.allHours, load.arrivals[2]]).toEqual([1, 0, 1]);
    expect(windowAt(load, monday + 2.5 * hourMs, hourMs, clock)).toBe(load.window);
    expect(windowAt(load, monday, hourMs, clock)).toBe(load.window);
  });
});

describe('the surge of a window', () => {
  const surge = (recent: number, usual: number, watched = 1) =>
    surgeOf({ recent, usual, watched, wall: 0, open: 0 }, numbers);

  it('is a logarithm, the order itself and a prior added, up to a cap on either side', () => {
    expect(surge(3, 1)).toBeCloseTo(Math.log(6 / 4), 12);
    expect(surge(1, 3)).toBeCloseTo(Math.log(4 / 6), 12);
    expect([surge(100, 1), surge(1, 100)]).toEqual([0.7, -0.7]);
    expect([surge(3, 1, 0.49), surge(3, 1, 0.5)]).toEqual([0, surge(3, 1)]);
  });
});
