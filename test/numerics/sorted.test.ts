import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUpTo } from '../../src/numerics/sorted';
import { holds } from '../core/seeded';

describe('countUpTo', () => {
  it.each([
    [0.9, 0],
    [1, 1],
    [1.5, 1],
    [2, 4],
    [2.5, 4],
    [3, 5],
    [99, 5],
    [-Infinity, 0],
    [Infinity, 5],
  ])('up to %d of 1, 2, 2, 2, 3 are %d', (x, count) => {
    expect(countUpTo(Float64Array.of(1, 2, 2, 2, 3), x)).toBe(count);
  });

  it('counts none of none', () => {
    expect(countUpTo(new Float64Array(0), 1)).toBe(0);
  });

  it('counts as one by one', () => {
    const small = fc.integer({ min: -9, max: 9 });
    holds(
      fc.property(fc.array(small), small, (numbers, x) => {
        const sorted = Float64Array.from(numbers).sort();
        expect(countUpTo(sorted, x)).toBe(numbers.filter((number) => number <= x).length);
      }),
    );
  });
});
