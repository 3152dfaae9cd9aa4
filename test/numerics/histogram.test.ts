import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramOf } from '../../src/numerics/histogram';
import { holds } from '../core/seeded';

const columns = fc
  .oneof(
    fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 1,
      maxLength: 3000,
    }),
    fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 3000 }),
    // Nearly all close together, a few far off.
    fc
      .tuple(
        fc.array(fc.double({ min: 1, max: 2, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 1e9, max: 1e300, noNaN: true }),
      )
      .map(([near, far]) => [...near, far]),
  )
  .map((numbers) => Float64Array.from(numbers));

describe('a histogram', () => {
  it('has each number in one interval, in the order of the numbers', () => {
    holds(
      fc.property(columns, (numbers) => {
        const { intervalOf, intervalOfRank, before, numbersIn } = histogramOf(numbers);
        const sorted = numbers.slice().sort();
        for (let rank = 1; rank <= sorted.length; rank += 97) {
          const x = sorted[rank - 1] as number;
          const interval = intervalOfRank(rank);
          expect(intervalOf(x)).toBe(interval);
          const inside = numbersIn(interval).sort();
          expect(inside[rank - before(interval) - 1]).toBe(x);
        }
      }),
    );
  });

  it('leaves no number out', () => {
    holds(
      fc.property(columns, (numbers) => {
        const { intervalOf, numbersIn, before } = histogramOf(numbers);
        const intervals = new Set([...numbers].map(intervalOf));
        const all = [...intervals].flatMap((interval) => [...numbersIn(interval)]);
        expect(all.sort((a, b) => a - b)).toEqual([...numbers].sort((a, b) => a - b));
        for (const interval of intervals) {
          expect(before(interval)).toBe(
            [...numbers].filter((x) => intervalOf(x) < interval).length,
          );
        }
      }),
    );
  });

  it('tells a million times of everyday orders apart though one took for ever', () => {
    const times = Float64Array.from({ length: 100_001 }, (_, i) =>
      i === 50_000 ? 1e12 : 20 + (i % 9973) / 100,
    );
    const { intervalOf, numbersIn } = histogramOf(times);
    expect(numbersIn(intervalOf(60)).length).toBeLessThan(100);
  });

  it('puts what is alike, or too far apart for a number, into one interval', () => {
    expect(histogramOf(new Float64Array(2000).fill(7)).numbersIn(0)).toHaveLength(2000);
    const apart = histogramOf(Float64Array.of(-1e308, 1, 1e308));
    expect(apart.numbersIn(apart.intervalOf(1))).toHaveLength(3);
  });
});
