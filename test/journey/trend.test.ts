import fc from 'fast-check';
import { trendOf } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numerics/normal';
import { uniforms } from '../../src/numerics/uniforms';
import { holds } from '../core/seeded';
import { greatLakes, nile, seriesOf } from './given';

const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 40 });
const cycle = (period: number) => (_: Date, place: number) => String(place % period);

/** S over the geometric mean of all pairs and those that are not tied. */
function tauOf(values: readonly number[], s: number): number {
  const pairs = (values.length * (values.length - 1)) / 2;
  const tied = values.reduce(
    (sum, x, i) => sum + values.slice(0, i).filter((y) => y === x).length,
    0,
  );
  return s / Math.sqrt(pairs * (pairs - tied));
}

describe('trendOf', () => {
  it('by hand', () => {
    const found = trendOf(seriesOf([1, 4, 3, 5, 4.5]));
    // Up 1-4, 1-3, 1-5, 1-4.5, 4-5, 4-4.5, 3-5, 3-4.5; down 4-3, 5-4.5. The variance is 5 * 4 * 15 / 18.
    expect(found).toMatchObject({ s: 6, n: 5, days: 4, direction: 'unclear' });
    expect(found.z).toBeCloseTo(5 / Math.sqrt(50 / 3), 12);
    // Slopes -1, -.5, .17, .5, .75, .875, 1, 1, 1, 3.
    expect(found.slope).toBeCloseTo((0.75 + 0.875) / 2, 12);
    expect(found.change).toBeCloseTo(4 * found.slope, 12);
  });

  it('corrects the variance for ties', () => {
    expect(trendOf(seriesOf([1, 1, 2, 2, 1, 1])).s).toBe(0);
    const found = trendOf(seriesOf([1, 1, 2, 1, 2, 1]));
    // Up 2 + 3, down 2 + 1; 6 * 5 * 17 - 4 * 3 * 13 - 2 * 1 * 9 = 336.
    expect(found.s).toBe(2);
    expect(found.z).toBeCloseTo(1 / Math.sqrt(336 / 18), 12);
  });

  // By their definitions in Python: S = sum(sign(y[j] - y[i])) over i < j, V with numpy.unique(y, return_counts)
  // for the ties, p = 2 * scipy.stats.norm.sf(abs(z)), the m-th of the sorted slopes with
  // m = floor((N - 1.96 * sqrt(V)) / 2). SciPy 1.17 has theilslopes(nile, t)[0] = -2.6 as well.
  it.each([
    [
      1, -1387, -4.128066522844101, 3.658262921664327e-5, -2.6, -3.6285714285714286,
      -1.4242424242424243,
    ],
    [
      4, -318, -3.7027724642677344, 0.00021325613336584904, -2.383971291866029, -3.6458333333333335,
      -1.35,
    ],
    [
      12, -101, -3.352635508931923, 0.0008004604596673021, -2.4992559523809526, -3.6666666666666665,
      -1.0416666666666667,
    ],
  ])('the Nile, %d seasons', (period, s, z, p, slope, low, high) => {
    const found = trendOf(seriesOf(nile), { season: cycle(period) });
    expect(found).toMatchObject({ direction: 'falling', s, n: 100, days: 99 });
    expect(found.z).toBeCloseTo(z, 12);
    expect(found.p / p).toBeCloseTo(1, 10);
    expect(found.slope).toBeCloseTo(slope, 12);
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
  });

  // R: cor.test(seq_along(x), x, method = 'kendall', exact = FALSE, continuity = TRUE)
  it('the rain on the Great Lakes, as R has it', () => {
    const { direction, p, s } = trendOf(seriesOf(greatLakes));
    expect(direction).toBe('rising');
    expect(p).toBeCloseTo(0.0002920806739125, 12);
    expect(tauOf(greatLakes, s)).toBeCloseTo(0.2645800745092, 12);
  });

  // scipy.stats.kendalltau(t, nile).statistic, which is S over the geometric mean of the pairs that are not tied.
  it('has the S of tau-b', () => {
    expect(tauOf(nile, trendOf(seriesOf(nile)).s)).toBeCloseTo(-0.2807413347246131, 12);
  });

  it('reads dates as they are spaced', () => {
    const series = [0, 1, 5, 6, 30].map((day) => ({
      at: new Date(Date.UTC(2026, 2, 28) + day * 86_400_000),
      value: 50 - 0.25 * day,
    }));
    expect(trendOf(series)).toMatchObject({ direction: 'falling', slope: -0.25, change: -7.5 });
    expect(trendOf(series).autocorrelation).toBeNull();
  });

  it('calls nothing that never changes a trend', () => {
    expect(trendOf(seriesOf([70, 70, 70, 70]))).toEqual({
      direction: 'unclear',
      s: 0,
      z: 0,
      p: 1,
      slope: 0,
      low: null,
      high: null,
      change: 0,
      days: 3,
      n: 4,
      autocorrelation: null,
    });
  });

  it('needs 5 values for a direction at .95, and has no interval from 4', () => {
    const four = trendOf(seriesOf([1, 2, 3, 4]));
    expect([four.direction, four.low, four.high]).toEqual(['unclear', null, null]);
    expect(trendOf(seriesOf([1, 2, 3, 4, 5])).direction).toBe('rising');
  });

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

  it('does not take what comes round for a trend, and sees the trend below it', () => {
    // High at the start of each year, and down from there.
    const noise = uniforms(3);
    const wave = Array.from({ length: 30 }, (_, i) => 80 - 2 * (i % 12) + noise());
    const season = cycle(12);
    expect(trendOf(seriesOf(wave.slice(0, 15), 30)).direction).toBe('falling');
    expect(trendOf(seriesOf(wave.slice(0, 15), 30), { season }).direction).toBe('unclear');
    expect(trendOf(seriesOf(wave, 30), { season }).direction).toBe('unclear');
    const sinking = wave.map((value, i) => value - 0.3 * i);
    const found = trendOf(seriesOf(sinking, 30), { season });
    expect(found.direction).toBe('falling');
    expect(30 * found.slope).toBeCloseTo(-0.3, 1);
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

  it('gives the season each date and its place in time', () => {
    const seen: [number, number][] = [];
    const series = seriesOf([1, 2, 3, 4]);
    trendOf([...series].reverse(), {
      season: (at, place) => {
        seen.push([+at, place]);
        return '';
      },
    });
    expect(seen).toEqual(series.map(({ at }, place) => [+at, place]));
  });
});
