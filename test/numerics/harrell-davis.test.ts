import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harrellDavis } from '../../src/numerics/harrell-davis';
import { holds } from '../core/seeded';
import { harrellDavisOfSquares } from './distribution-fixtures';
import { relativeError } from './relative-error';

const numbers = fc
  .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 200 })
  .map((array) => Float64Array.from(array).sort());
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('harrellDavis', () => {
  // MODELS.md section 2.
  it.each([
    [0.5, 5.5],
    [0.9, 9.435115],
  ])('of 1 to 10 at %d is %d', (p, value) => {
    expect(harrellDavis(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), p)).toBeCloseTo(value, 6);
  });

  it.each(harrellDavisOfSquares as [number, number, number][])(
    'of the first %d squares at %d is %d',
    (n, p, value) => {
      const squares = Float64Array.from({ length: n }, (_, i) => (i + 1) ** 2);
      expect(relativeError(harrellDavis(squares, p), value)).toBeLessThan(1e-12);
    },
  );

  it('is the least at 0 and the largest at 1', () => {
    expect(harrellDavis(Float64Array.of(2, 3, 5), 0)).toBe(2);
    expect(harrellDavis(Float64Array.of(2, 3, 5), 1)).toBe(5);
  });

  it('finds the quantiles of a million evenly spread numbers', () => {
    const even = Float64Array.from({ length: 1e6 }, (_, i) => (i + 0.5) / 1e6);
    expect(harrellDavis(even, 0.9)).toBeCloseTo(0.9, 12);
  });

  it('lies within the numbers, rises with p, and moves and stretches with them', () => {
    holds(
      fc.property(numbers, share, share, (sorted, p, q) => {
        const value = harrellDavis(sorted, p);
        expect(value).toBeGreaterThanOrEqual((sorted[0] as number) - 1e-9);
        expect(value).toBeLessThanOrEqual((sorted[sorted.length - 1] as number) + 1e-9);
        expect(harrellDavis(sorted, Math.min(p, q))).toBeLessThanOrEqual(
          harrellDavis(sorted, Math.max(p, q)) + 1e-9,
        );
        expect(
          harrellDavis(
            sorted.map((x) => 2 * x + 1),
            p,
          ),
        ).toBeCloseTo(2 * value + 1, 8);
      }),
    );
  });
});
