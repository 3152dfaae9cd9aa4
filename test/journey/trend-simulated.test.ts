import fc from 'fast-check';
import { trendOf } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numerics/normal';
import { uniforms } from '../../src/numerics/uniforms';
import { holds } from '../core/seeded';
import { seriesOf } from './given';

const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 40 });
const cycle = (period: number) => (_: Date, place: number) => String(place % period);

describe('trendOf, of many series', () => {
  it('does not depend on the order of the input', () => {
    holds(
      fc.property(values, fc.integer(), (xs, seed) => {
        const next = uniforms(seed);
        const series = seriesOf(xs);
        const mixed = series
          .map((row) => [next(), row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
        const options = { season: cycle(2) };
        expect(trendOf(mixed)).toEqual(trendOf(series));
        expect(trendOf(mixed, options)).toEqual(trendOf(series, options));
      }),
    );
  });

  it('turns round with time, stays with a constant, stretches with the unit', () => {
    const turn = { rising: 'falling', falling: 'rising', unclear: 'unclear' } as const;
    holds(
      fc.property(values, fc.integer({ min: -500, max: 500 }), (xs, by) => {
        const found = trendOf(seriesOf(xs));
        const back = trendOf(seriesOf([...xs].reverse()));
        expect([back.s, back.p]).toEqual([-found.s + 0, found.p]);
        expect(back.direction).toBe(turn[found.direction]);
        expect(back.slope).toBeCloseTo(-found.slope, 12);
        expect(back.low ?? 0).toBeCloseTo(-(found.high ?? 0), 12);
        const { autocorrelation, ...rest } = found;
        expect(trendOf(seriesOf(xs.map((x) => x + by)))).toMatchObject(rest);
        const slower = trendOf(seriesOf(xs, 4));
        expect(slower).toMatchObject({ s: found.s, p: found.p, slope: found.slope / 4 });
        expect(slower.change).toBeCloseTo(found.change, 12);
      }),
    );
  });

  it('has its slope within the interval, which narrows as the same pattern goes on', () => {
    holds(
      fc.property(values, (xs) => {
        const { slope, low, high } = trendOf(seriesOf(xs));
        if (low === null || high === null) return;
        expect(low).toBeLessThanOrEqual(slope);
        expect(high).toBeGreaterThanOrEqual(slope);
      }),
    );
    const width = (n: number) => {
      const found = trendOf(seriesOf(Array.from({ length: n }, (_, i) => 0.1 * i + ((i * 7) % 5))));
      return (found.high as number) - (found.low as number);
    };
    expect(width(20)).toBeLessThan(width(10));
    expect(width(40)).toBeLessThan(width(20));
  });

  // 2,000 series without a trend: 4 standard errors above .05 are .07. Below it for few and for tied values.
  it.each([
    ['normal values', 24, (u: number) => normalQuantile(u), undefined],
    ['few normal values', 6, (u: number) => normalQuantile(u), undefined],
    ['answers from 1 to 5', 24, (u: number) => Math.ceil(5 * u), undefined],
    ['skewed values', 24, (u: number) => -Math.log(u), undefined],
    ['four seasons', 24, (u: number, i: number) => normalQuantile(u) + 40 * (i % 4), 4],
  ])('takes %s for a trend once in twenty at most', (_, n, value, period) => {
    const next = uniforms(11);
    const options = period === undefined ? {} : { season: cycle(period) };
    let called = 0;
    for (let run = 0; run < 2000; run++) {
      const series = seriesOf(Array.from({ length: n }, (_, i) => value(next(), i)));
      if (trendOf(series, options).direction !== 'unclear') called++;
    }
    expect(called / 2000).toBeLessThan(0.07);
    expect(called).toBeGreaterThan(0);
  });

  it('holds the true slope as often as it says', () => {
    const next = uniforms(8);
    let held = 0;
    for (let run = 0; run < 1000; run++) {
      const { low, high } = trendOf(
        seriesOf(Array.from({ length: 15 }, (_, i) => 0.2 * i + normalQuantile(next()))),
      );
      if ((low as number) <= 0.2 && (high as number) >= 0.2) held++;
    }
    expect(held / 1000).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / 1000));
    expect(held).toBeLessThan(1000);
  });

  it('shows how autocorrelated values are', () => {
    const next = uniforms(6);
    let last = 0;
    const linked = Array.from({ length: 4000 }, () => {
      last = 0.6 * last + normalQuantile(next());
      return last;
    });
    expect(trendOf(seriesOf(linked)).autocorrelation).toBeCloseTo(0.6, 1);
    const apart = Array.from({ length: 4000 }, () => normalQuantile(next()));
    expect(Math.abs(trendOf(seriesOf(apart)).autocorrelation as number)).toBeLessThan(0.1);
  });
});
