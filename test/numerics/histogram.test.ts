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
  it('has each number in the interval of its rank', () => {
    holds(
      fc.property(columns, (numbers) => {
        const { intervalOfRank, before, numbersIn } = histogramOf(numbers);
        const sorted = numbers.slice().sort();
        for (let rank = 1; rank <= sorted.length; rank += 97) {
          const interval = intervalOfRank(rank);
          const inside = numbersIn(interval).sort();
          expect(inside[rank - before(interval) - 1]).toBe(sorted[rank - 1]);
        }
      }),
    );
  });

  it('leaves no number out, and none twice', () => {
    holds(
      fc.property(columns, (numbers) => {
        const { intervalOfRank, numbersIn } = histogramOf(numbers);
        const all: number[] = [];
        while (all.length < numbers.length)
          all.push(...numbersIn(intervalOfRank(all.length + 1)).sort());
        expect(Float64Array.from(all)).toEqual(numbers.slice().sort());
      }),
    );
  });

  it('tells everyday orders apart though one took for ever', () => {
    const times = Float64Array.from({ length: 100_001 }, (_, i) =>
      i === 50_000 ? 1e12 : 20 + (i % 9973) / 100,
    );
    const { intervalOfRank, numbersIn } = histogramOf(times);
    expect(numbersIn(intervalOfRank(50_000)).length).toBeLessThan(100);
  });

  it('puts what is alike, or too far apart for a number, into one interval', () => {
    expect(histogramOf(new Float64Array(2000).fill(7)).numbersIn(0)).toHaveLength(2000);
    const apart = histogramOf(
      Float64Array.from({ length: 300 }, (_, i) => [-1e308, 1, 1e308][i % 3] as number),
    );
    expect(apart.numbersIn(apart.intervalOfRank(150))).toHaveLength(300);
  });
});
