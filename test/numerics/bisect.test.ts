import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bisect } from '../../src/numerics/bisect';
import { holds } from '../core/seeded';

describe('bisect', () => {
  it('finds a root to the last bit, rising or falling', () => {
    expect(bisect((x) => x ** 3 - 2, 0, 5)).toBeCloseTo(Math.cbrt(2), 15);
    expect(bisect((x) => Math.cos(x), 0, 3)).toBeCloseTo(Math.PI / 2, 15);
  });

  it('finds a root at an end', () => {
    expect(bisect((x) => x, 0, 1)).toBe(0);
    expect(bisect((x) => x - 1, 0, 1)).toBe(1);
    expect(bisect((x) => 1 - x, 0, 1)).toBe(1);
  });

  it('finds a root that a halving hits', () => {
    expect(bisect((x) => x - 4, 0, 16)).toBe(4);
    expect(bisect((x) => 4 - x, 0, 16)).toBe(4);
  });

  it('is null without a change of sign', () => {
    expect(bisect((x) => x * x + 1, -1, 2)).toBeNull();
    expect(bisect((x) => -x * x - 1, -1, 2)).toBeNull();
    expect(bisect(() => Number.NaN, -1, 2)).toBeNull();
  });

  it('finds a root magnitudes below the upper end', () => {
    expect(bisect((x) => x - 20, 12, 1e308)).toBe(20);
  });

  it('finds a step however far off the ends are, and a root at 0 to the last bit', () => {
    const ends = [1.7e308, 1, 5e-324, 0, -1e-300, -64, -1.7e308];
    for (const step of [...ends, 16, -16, 1e-200]) {
      for (const high of ends.filter((end) => end > step)) {
        for (const low of ends.filter((end) => end < step)) {
          let count = 0;
          const f = (x: number) => (x < step ? -1 : 1) + 0 * ++count;
          expect(bisect(f, low, high)).toBe(step);
          expect(count).toBeLessThan(200);
        }
      }
    }
    expect(bisect((x) => x, -3, 1)).toBeCloseTo(0, 300);
  });

  it('stops when no number is left between: 53 halvings for its bits, and the few above them', () => {
    const place = fc.double({ min: 1, max: 99, noNaN: true });
    holds(
      fc.property(place, fc.constantFrom(-1, 1), (step, sign) => {
        let count = 0;
        const f = (x: number) => (sign * x < step ? -sign : sign) + 0 * ++count;
        bisect(f, sign < 0 ? -100 : 0, sign < 0 ? 0 : 100);
        expect(count).toBeLessThanOrEqual(65);
      }),
    );
  });

  it('finds where a step is, on the far side of it', () => {
    const place = fc.double({ min: -99, max: 99, noNaN: true });
    holds(
      fc.property(place, (step) => {
        expect(bisect((x) => (x < step ? -1 : 1), -100, 100)).toBeCloseTo(step, 12);
        expect(bisect((x) => (x < step ? 1 : -1), -100, 100)).toBeGreaterThanOrEqual(step);
      }),
    );
  });
});
