import { trendOf } from 'overdeliver/journey';
import { expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/numerics/normal';
import { seriesOf } from './given';

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);
const values = [70, 72, 71, 74, 72, 75, 79, 74, 78, 80, 79, 84];
// Days apart that differ, in no order.
const days = [0, 3, 4, 9, 10, 14, 21, 22, 25, 31, 33, 40];
const series = seriesOf(values).map((row, i) => ({
  ...row,
  at: new Date(Date.UTC(2024, 0, 1 + (days[i] as number))),
}));

it.each([1, 2, 3])('is what all pairs within %d seasons say', (period) => {
  const pairs = values.flatMap((later, j) =>
    values
      .slice(0, j)
      .flatMap((earlier, i) =>
        i % period === j % period
          ? [{ rise: later - earlier, span: (days[j] as number) - (days[i] as number) }]
          : [],
      ),
  );
  const s = sum(pairs.map(({ rise }) => Math.sign(rise)));
  const slopes = pairs.map(({ rise, span }) => rise / span).sort((a, b) => a - b);
  const variance = sum(
    Array.from({ length: period }, (_, season) => {
      const own = values.filter((__, i) => i % period === season);
      const part = (n: number) => (n * (n - 1) * (2 * n + 5)) / 18;
      const ties = [...new Set(own)].map((x) => own.filter((y) => y === x).length);
      return part(own.length) - sum(ties.map(part));
    }),
  );
  const half = slopes.length / 2;
  const slope =
    ((slopes[Math.ceil(half) - 1] as number) + (slopes[Math.floor(half)] as number)) / 2;
  const z = (s - 1) / Math.sqrt(variance);
  const m = Math.floor((slopes.length + normalQuantile(0.05) * Math.sqrt(variance)) / 2);
  const left = values.map((x, i) => x - slope * (days[i] as number));
  const centred = left.map((x, i) => {
    const own = left.filter((_, j) => j % period === i % period);
    return x - sum(own) / own.length;
  });
  const found = trendOf(series, {
    season: (_, place) => String(place % period),
    confidence: 0.9,
  });
  expect(found).toMatchObject({ direction: 'rising', s, n: 12, days: 40 });
  expect(found.z).toBeCloseTo(z, 12);
  expect(found.p).toBeCloseTo(2 * normalCdf(-z), 12);
  expect(found.slope).toBeCloseTo(slope, 12);
  expect(found.change).toBeCloseTo(40 * slope, 12);
  expect(found.low).toBeCloseTo(slopes[m - 1] as number, 12);
  expect(found.high).toBeCloseTo(slopes[slopes.length - m] as number, 12);
  expect(found.autocorrelation).toBeCloseTo(
    sum(centred.slice(1).map((x, i) => x * (centred[i] as number))) /
      sum(centred.map((x) => x * x)),
    12,
  );
});

it('is the negative of a turned series', () => {
  const turned = trendOf(series.map((row) => ({ ...row, value: -row.value })));
  const found = trendOf(series);
  expect(turned.direction).toBe('falling');
  expect(turned.s).toBe(-found.s);
  expect(turned.z).toBeCloseTo(-found.z, 12);
  expect(turned.low).toBeCloseTo(-(found.high as number), 12);
});

it('needs as much as the confidence says, and not more', () => {
  const { p } = trendOf(series);
  expect(trendOf(series, { confidence: 1 - p }).direction).toBe('rising');
  expect(trendOf(series, { confidence: 1 - p / 1.001 }).direction).toBe('unclear');
});
