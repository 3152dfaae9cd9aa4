import { describe, expect, it } from 'vitest';
import { betaQuantile } from '../../src/numerics/beta';
import { betaBound } from '../../src/numerics/beta-interval';

/** The greatest distance from the exact quantiles for n = a + b - 1, both of them at least `least`. */
function worst(n: number, least: number): number {
  let far = 0;
  for (let a = least; a <= n + 1 - least; a += Math.max(1, Math.floor(n / 60))) {
    const b = n + 1 - a;
    const low = Math.abs(betaBound(a, b, -1) - betaQuantile(0.025, a, b));
    const high = Math.abs(betaBound(a, b, 1) - betaQuantile(0.975, a, b));
    far = Math.max(far, low, high);
  }
  return far;
}
const sizes = [1, 2, 3, 4, 5, 7, 9, 12, 19, 24, 30, 59, 99, 240, 1000, 10_000];

describe('the bounds of the middle 95% of a beta distribution', () => {
  it.each(sizes)('of %d samples are off by less than .005', (n) => {
    expect(worst(n, 1)).toBeLessThan(0.005);
  });

  it.each(sizes.slice(6))('with 5 on either side of %d by less than .001', (n) => {
    expect(worst(n, 5)).toBeLessThan(0.001);
  });

  it('are exact where one side has a single one', () => {
    for (const n of [1, 2, 9, 100]) {
      for (const [a, b] of [
        [1, n],
        [n, 1],
      ] as const) {
        expect(betaBound(a, b, -1)).toBeCloseTo(betaQuantile(0.025, a, b), 14);
        expect(betaBound(a, b, 1)).toBeCloseTo(betaQuantile(0.975, a, b), 14);
      }
    }
  });

  it('mirror each other and hold the mean', () => {
    for (const [a, b] of [
      [2, 7],
      [23, 2],
      [400, 100],
      [900_001, 100_000],
    ] as const) {
      expect(betaBound(a, b, -1)).toBeCloseTo(1 - betaBound(b, a, 1), 14);
      expect(betaBound(a, b, -1)).toBeLessThan(a / (a + b));
      expect(betaBound(a, b, 1)).toBeGreaterThan(a / (a + b));
    }
  });
});
