import { breakOf } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { placeSpan } from '../../src/journey/change-point';
import { nile, seriesOf } from './given';

const cycle = (period: number) => (_: Date, place: number) => String(place % period);
const placeOf = (at: Date) => (+at - Date.UTC(2024, 0, 1)) / 86_400_000;

describe('breakOf', () => {
  it('dates the break as it was, whatever a season does to the date it is given', () => {
    const series = seriesOf([1, 1, 1, 1, 9, 9, 9, 9]);
    const season = (at: Date) => String(at.setUTCFullYear(2000) > Number.POSITIVE_INFINITY);
    expect(breakOf(series, { season })).toEqual(breakOf(series));
  });

  // The last year of the old level is 1898 (Cobb 1978, as all later analyses); the means are those of R:
  // mean(Nile[1:28]), mean(Nile[29:100]). It may be off by 1 + floor(11.03 variance / shift^2) = 3 years.
  it('the Nile fell after 1898', () => {
    const found = breakOf(seriesOf(nile));
    expect(
      [placeOf(found.from), placeOf(found.at), placeOf(found.to)].map((i) => 1871 + i),
    ).toEqual([1895, 1899, 1902]);
    expect(found).toMatchObject({ found: true, p: 0.001, before: 1097.75, shape: 'step' });
    expect(found.after).toBeCloseTo(849.9722222222222, 9);
    expect(found.shift).toBeCloseTo(849.9722222222222 - 1097.75, 9);
  });

  // Least squares over every place with numpy.linalg.lstsq on a step and one dummy per season, weighted.
  it('is the step of weighted least squares, with seasons and without', () => {
    const xs = [70, 80, 90, 71, 79, 88, 72, 73, 84, 65, 72, 82, 64, 73];
    const ns = [5, 9, 4, 12, 7, 3, 8, 6, 10, 11, 4, 9, 5, 7];
    const series = seriesOf(xs).map((row, i) => ({ ...row, n: ns[i] as number }));
    const seasonal = breakOf(series, { season: cycle(3) });
    expect(placeOf(seasonal.at)).toBe(7);
    expect(seasonal.shift).toBeCloseTo(-6.487014528330391, 10);
    expect(seasonal.found).toBe(true);
    const plain = breakOf(series);
    expect(placeOf(plain.at)).toBe(9);
    expect(plain.shift).toBeCloseTo(-5.946180555555564, 10);
    expect(plain.found).toBe(false);
    const mean = (from: number, to: number) => {
      const rows = series.slice(from, to);
      const weight = rows.reduce((sum, { n }) => sum + n, 0);
      return rows.reduce((sum, { n, value }) => sum + n * value, 0) / weight;
    };
    expect(plain.before).toBeCloseTo(mean(0, 9), 10);
    expect(plain.after).toBeCloseTo(mean(9, 14), 10);
  });

  // Of the 20 ways to order three and three values 2 are so far apart, and 1 - .9 is less than a tenth.
  it('finds what is as likely as the confidence leaves', () => {
    const series = seriesOf([1, 2, 3, 11, 12, 13]);
    expect(breakOf(series, { confidence: 0.9 })).toMatchObject({ found: true, p: 0.1 });
    expect(breakOf(series, { confidence: 0.901 }).found).toBe(false);
  });

  it('finds nothing where nothing changes', () => {
    const found = breakOf(seriesOf([70, 70, 70, 70, 70]));
    expect(found).toMatchObject({ found: false, p: 1, before: 70, after: 70, shift: 0 });
    expect([placeOf(found.from), placeOf(found.to)]).toEqual([0, 4]);
  });

  it('says nothing of seasons that each lie at one end', () => {
    const season = (_: Date, place: number) => (place < 2 ? 'a' : 'b');
    expect(breakOf(seriesOf([1, 2, 8, 9]), { season })).toMatchObject({ p: 1, shift: 0 });
  });

  it('the same seed gives the same answer, another a close one', () => {
    const series = seriesOf([5, 7, 6, 8, 5, 9, 8, 9, 7, 9]);
    expect(breakOf(series)).toEqual(breakOf(series, { seed: 1, season: undefined }));
    const other = breakOf(series, { seed: 2 });
    expect(Math.abs(other.p - breakOf(series).p)).toBeLessThan(0.06);
  });

  it('the same n throughout changes nothing but last bits', () => {
    const xs = [70, 72, 71, 73, 64, 66, 63, 65, 66];
    const weighted = breakOf(seriesOf(xs).map((row) => ({ ...row, n: 40 })));
    const plain = breakOf(seriesOf(xs));
    expect(weighted).toMatchObject({ at: plain.at, from: plain.from, to: plain.to });
    expect(weighted.shift).toBeCloseTo(plain.shift, 10);
  });
});

// Bai (1997): 7 and 11 in whole numbers; scipy.optimize.brentq on the distribution function.
it.each([
  [0.5, 1.504774694634676],
  [0.9, 7.687275546291344],
  [0.95, 11.03329244540939],
  [0.99, 19.76652897092523],
])('a place is off by at most the published span, at %d', (confidence, span) => {
  expect(placeSpan(confidence)).toBeCloseTo(span, 9);
});
