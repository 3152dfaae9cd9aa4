import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma, stirlingError } from '../../src/numerics/log-gamma';
import { holds } from '../core/seeded';
import { logGammas, stirlingErrors } from './fixtures';
import { relativeError } from './relative-error';

describe('logGamma', () => {
  it.each(logGammas)('of %d is %d', (x, value) => {
    expect(relativeError(logGamma(x as number), value as number)).toBeLessThan(1e-12);
  });

  // What is 0 has no relative error; what matters of a logarithm is its absolute one.
  it.each([1, 2])('of %d is 0', (x) => {
    expect(Math.abs(logGamma(x))).toBeLessThan(5e-15);
  });

  it('grows by log x from x to x + 1', () => {
    holds(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (x) => {
        const next = logGamma(x + 1);
        expect(Math.abs(next - logGamma(x) - Math.log(x))).toBeLessThan(
          1e-13 * Math.max(1, Math.abs(next)),
        );
      }),
    );
  });
});

describe('stirlingError', () => {
  it.each(stirlingErrors)('of %d is %d', (x, value) => {
    expect(relativeError(stirlingError(x as number), value as number)).toBeLessThan(
      (x as number) < 15 ? 1e-12 : 1e-14, // the series has no cancellation
    );
  });

  it('lies between its two first terms, on either side of 15, where the formula changes', () => {
    holds(
      fc.property(fc.double({ min: 1, max: 1e4, noNaN: true }), (x) => {
        const error = stirlingError(x) * x;
        expect(error).toBeLessThanOrEqual(1 / 12);
        expect(error).toBeGreaterThanOrEqual(1 / 12 - 1 / (360 * x * x) - 1e-13);
      }),
    );
  });
});
