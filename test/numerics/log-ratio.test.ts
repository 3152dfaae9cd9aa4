import { describe, expect, it } from 'vitest';
import { logRatio } from '../../src/numerics/log-ratio';
import { relativeError } from './relative-error';

describe('the logarithm of a ratio', () => {
  it('keeps its digits where the two are close', () => {
    const gap = 2 ** -40;
    expect(relativeError(logRatio(3 + 3 * gap, 3), gap - gap ** 2 / 2)).toBeLessThan(1e-15);
    expect(relativeError(logRatio(3 - 3 * gap, 3), -gap - gap ** 2 / 2)).toBeLessThan(1e-15);
  });

  it.each([
    // mpmath, 40 digits.
    [1.1000000001, 1.1, 9.090909842681057e-11],
    [0.7, 0.7000003, -4.285713368263456e-7],
    [0.1 + 0.2, 0.3, 1.850371707708594e-16],
    [3e-5, 5e-5, -0.5108256237659907],
  ])('of %d and %d is %d', (x, of, value) => {
    expect(relativeError(logRatio(x, of), value)).toBeLessThan(2e-15);
  });

  it('is the logarithm elsewhere', () => {
    expect(logRatio(1e-300, 7)).toBe(Math.log(1e-300 / 7));
    expect(logRatio(1e10, 3)).toBeCloseTo(Math.log(1e10 / 3), 13);
    expect(logRatio(5, 5)).toBe(0);
  });

  it('is finite where the ratio is not, or has lost its digits', () => {
    const wide = Math.log(1e308) + 323 * Math.LN10;
    expect(relativeError(logRatio(1e308, 1e-323), wide)).toBeLessThan(1e-3);
    expect(logRatio(1e-300, 1e300)).toBe(Math.log(1e-300) - Math.log(1e300));
    expect(logRatio(3e-200, 2e120)).toBeCloseTo(Math.log(1.5) - 320 * Math.LN10, 12);
    expect(logRatio(1e300, 1e-300)).toBe(-logRatio(1e-300, 1e300));
  });
});
