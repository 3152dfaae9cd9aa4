import fc from 'fast-check';
import { breakOf } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numerics/normal';
import { uniforms } from '../../src/numerics/uniforms';
import { holds } from '../core/seeded';
import { seriesOf } from './given';

const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 30 });
const cycle = (period: number) => (_: Date, place: number) => String(place % period);
const placeOf = (at: Date) => (+at - Date.UTC(2024, 0, 1)) / 86_400_000;

describe('breakOf, in many series', () => {
  // Of the 70 ways to order four 1 and four 9, 2 are so far apart; of the 35 for three and four, 2.
  it('compares with all orders the values could have, where they are few', () => {
    for (let seed = 0; seed < 60; seed++) {
      expect(breakOf(seriesOf([1, 1, 1, 1, 9, 9, 9, 9]), { seed }).p).toBe(2 / 70);
      expect(breakOf(seriesOf([1, 1, 1, 9, 9, 9, 9]), { seed })).toMatchObject({
        found: false,
        p: 2 / 35,
      });
    }
    // Both seasons change after their second value, as in 1 of 6 orders of each; or the other way round.
    const series = seriesOf([1, 21, 2, 22, 8, 28, 9, 29]);
    expect(breakOf(series, { season: cycle(2) }).p).toBe(2 / 36);
    expect(breakOf(series, { season: cycle(2), confidence: 0.9 }).found).toBe(true);
  });

  // 20 seeds of 999 orders; of the 126 ways to order five 1 and four 9, 2 are so far apart.
  it('compares with random orders where there are many', () => {
    const series = seriesOf([1, 1, 1, 1, 1, 9, 9, 9, 9]);
    const ps = Array.from({ length: 20 }, (_, seed) => breakOf(series, { seed }).p * 1000 - 1);
    expect(new Set(ps).size).toBeGreaterThan(1);
    const p = ps.reduce((sum, found) => sum + found, 0) / (20 * 999);
    expect(Math.abs(p - 2 / 126)).toBeLessThan(4 * Math.sqrt(((2 / 126) * (124 / 126)) / 19_980));
  });

  it('finds nothing at .95 among fewer than 8 values', () => {
    const few = fc.array(
      fc.record({ value: fc.integer({ min: 0, max: 30 }), n: fc.integer({ min: 1, max: 9 }) }),
      { minLength: 4, maxLength: 7 },
    );
    holds(
      fc.property(few, fc.nat(), (rows, seed) => {
        const sorted = rows.map(({ value }) => value).sort((a, b) => a - b);
        const series = seriesOf(sorted).map((row, i) => ({ ...row, n: rows[i]?.n }));
        expect(breakOf(series, { seed }).found).toBe(false);
      }),
    );
  });

  it('does not depend on the order of the input, nor on where the level lies', () => {
    holds(
      fc.property(values, fc.integer({ min: -64, max: 64 }), (xs, by) => {
        const series = seriesOf(xs);
        const found = breakOf(series);
        expect(breakOf([...series].reverse())).toEqual(found);
        const moved = breakOf(seriesOf(xs.map((x) => 2 * x + by)));
        expect(moved.shift).toBeCloseTo(2 * found.shift, 8);
        expect(moved.after).toBeCloseTo(2 * found.after + by, 8);
        expect(+found.from).toBeLessThan(+found.at);
        expect(+found.at).toBeLessThanOrEqual(+found.to);
        expect(found.p).toBeGreaterThanOrEqual(0.001);
        expect(found.p).toBeLessThanOrEqual(1);
      }),
      40,
    );
  });

  it('tells a step from a straight line', () => {
    const next = uniforms(21);
    let right = 0;
    for (let run = 0; run < 100; run++) {
      const noise = () => normalQuantile(next());
      const line = Array.from({ length: 30 }, (_, i) => 0.2 * i + noise());
      const step = Array.from({ length: 30 }, (_, i) => (i < 12 ? 0 : 4) + noise());
      if (breakOf(seriesOf(line)).shape === 'line') right++;
      if (breakOf(seriesOf(step)).shape === 'step') right++;
    }
    expect(right).toBeGreaterThan(180);
  });

  // 4 standard errors of 1,000 runs.
  it.each([
    ['normal values', 20, (u: number) => normalQuantile(u), 1],
    ['answers from 1 to 5', 12, (u: number) => Math.ceil(5 * u), 1],
    ['four seasons', 20, (u: number, i: number) => normalQuantile(u) + 40 * (i % 4), 4],
  ])('finds a break in %s without one once in twenty', (_, n, value, period) => {
    const next = uniforms(5);
    let called = 0;
    for (let run = 0; run < 1000; run++) {
      const series = seriesOf(Array.from({ length: n }, (_, i) => value(next(), i)));
      if (breakOf(series, { season: cycle(period), seed: run }).found) called++;
    }
    expect(Math.abs(called / 1000 - 0.05)).toBeLessThan(0.028);
  });

  it('encloses the true date as often as it says, for a clear break', () => {
    const next = uniforms(9);
    let held = 0;
    for (let run = 0; run < 500; run++) {
      const xs = Array.from({ length: 40 }, (_, i) => (i < 22 ? 0 : 1.5) + normalQuantile(next()));
      const { from, to } = breakOf(seriesOf(xs));
      // The level changed between the 22nd value and the next.
      if (placeOf(from) <= 21 && placeOf(to) >= 22) held++;
    }
    expect(held / 500).toBeGreaterThan(0.92);
  });
});
