import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logistic } from '../../src/numerics/logistic';
import { holds } from '../core/seeded';
import { logistics } from './fixtures';
import { relativeError } from './relative-error';

describe('logistic', () => {
  it.each(logistics)('of %d is %d', (x, value) => {
    expect(relativeError(logistic(x as number), value as number)).toBeLessThan(1e-14);
  });

  it('comes to 0 and 1 at the ends', () => {
    expect(logistic(-Infinity)).toBe(0);
    expect(logistic(-1000)).toBe(0);
    expect(logistic(1000)).toBe(1);
    expect(logistic(Infinity)).toBe(1);
  });

  it('never falls, and mirrors at 0', () => {
    const x = fc.double({ min: -800, max: 800, noNaN: true });
    holds(
      fc.property(x, x, (one, other) => {
        expect(logistic(Math.min(one, other))).toBeLessThanOrEqual(logistic(Math.max(one, other)));
        expect(logistic(one) + logistic(-one)).toBeCloseTo(1, 14);
      }),
    );
  });
});
