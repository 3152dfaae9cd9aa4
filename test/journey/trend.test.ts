import { trendOf } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { greatLakes, nile, seriesOf } from './given';

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
