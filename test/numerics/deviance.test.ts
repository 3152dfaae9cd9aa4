import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviance } from '../../src/numerics/deviance';
import { holds } from '../core/seeded';
import { relativeError } from './relative-error';

const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });

describe('deviance', () => {
  it('is 0 where the two agree, and above 0 elsewhere', () => {
    holds(
      fc.property(positive, positive, (a, m) => {
        expect(deviance(a, a)).toBe(0);
        if (a !== m) expect(deviance(a, m)).toBeGreaterThan(0);
      }),
    );
  });

  it('is a log(a / m) + m - a where that does not cancel', () => {
    holds(
      fc.property(positive, fc.double({ min: 1.2, max: 10, noNaN: true }), (a, factor) => {
        const m = a * factor;
        expect(relativeError(deviance(a, m), a * (Math.log(a / m) + factor - 1))).toBeLessThan(
          1e-12,
        );
      }),
    );
  });

  it('loses nothing where both are huge', () => {
    // a log(1 / 2) + 2 a - a
    expect(relativeError(deviance(1e300, 2e300), 1e300 * (1 - Math.LN2))).toBeLessThan(1e-15);
  });

  it('is gap^2 / 2m to first order where it does: 1e10 and 1 more', () => {
    expect(relativeError(deviance(1e10 + 1, 1e10), 0.5e-10)).toBeLessThan(1e-10);
  });

  it('keeps the tiny m of a tiny shape: a / m would overflow', () => {
    // .001 log(.001 / 1e-312) - .001, by logarithms to base 10
    expect(deviance(0.001, 1e-312)).toBeCloseTo(0.309 * Math.LN10 - 0.001, 12);
  });

  it('ends for what is no number, and is one where the quotient overflows', () => {
    expect(deviance(1, Number.NaN)).toBeNaN();
    expect(deviance(1e-8, 1e308)).toBe(1e308);
  });
});
