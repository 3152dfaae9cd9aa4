import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excessOver, tailSums } from '../../src/numerics/tail-sums';
import { holds } from '../core/seeded';

const of = (numbers: readonly number[], x: number) => excessOver(Float64Array.from(numbers), x);
const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 60 });

describe('the excess over a number', () => {
  it('adds up what is greater', () => {
    expect(of([38, 52, 41, 45, 47], 45)).toBe(9);
    expect(of([38, 52], 60)).toBe(0);
    expect(of([-3, 4, 0, -1], -2)).toBe(9);
    expect(of([], 1)).toBe(0);
  });

  it('loses nothing to large numbers that cancel', () => {
    expect(of([1e16, 1, 1, 1, 1], 0)).toBe(1e16 + 4);
    expect(of([-1e16, 1, 1, 1e16], -Infinity)).toBe(Infinity);
    // Plain sums of 100,001 times .1 are off by 1e-8.
    expect(of(new Array<number>(100_001).fill(0.1), 0)).toBe(10_000.1);
  });

  it.each([
    // As whole numbers, x being one: what exceeds it, less that often x.
    [[1, 1, 1e16], 0, 0, 1e16 + 2],
    [[1, 1, 1, 2, 3, 1e16], 1, 3, 1e16 + 5 - 3],
    [[0.5, 3, 2 ** 53], 0, 0, 2 ** 53 + 4],
  ])('of %j above %d is that of sums made ahead', (sorted, x, upTo, excess) => {
    expect(tailSums(Float64Array.from(sorted))(upTo, x)).toBe(excess);
    expect(of(sorted, x)).toBe(excess);
  });

  it('is the same in any order and from sums made ahead, to the last bit', () => {
    holds(
      fc.property(numbers, fc.nat(), fc.boolean(), (list, pick, exact) => {
        const sorted = Float64Array.from(list).sort();
        const x = exact ? (list[pick % (list.length || 1)] ?? 0) : pick / 7;
        const upTo = sorted.filter((number) => number <= x).length;
        const excess = of(list, x);
        expect(of([...list].reverse(), x)).toBe(excess);
        expect(excessOver(sorted, x)).toBe(excess);
        expect(tailSums(sorted)(upTo, x)).toBe(excess);
        const plain = list.reduce((sum, number) => sum + Math.max(0, number - x), 0);
        expect(excess).toBeGreaterThanOrEqual(0);
        expect(Math.abs(excess - plain)).toBeLessThanOrEqual(1e-12 * (plain + 60 * Math.abs(x)));
      }),
    );
  });
});
