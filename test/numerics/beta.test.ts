import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile } from '../../src/numerics/beta';
import { holds } from '../core/seeded';
import { betaCdfs, betaQuantiles } from './fixtures';
import { relativeError } from './relative-error';

type Row = [x: number, a: number, b: number, value: number];

const shape = fc.oneof(
  fc.integer({ min: 1, max: 2000 }),
  fc.double({ min: 0.1, max: 500, noNaN: true }),
);
const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe('betaCdf', () => {
  it.each(betaCdfs as Row[])('at %d for Beta(%d, %d) is %d', (x, a, b, value) => {
    expect(relativeError(betaCdf(x, a, b), value)).toBeLessThan(1e-12);
  });

  it.each([
    [0, 0],
    [-0.5, 0],
    [-Infinity, 0],
    [1, 1],
    [1.5, 1],
    [Infinity, 1],
  ])('at %d, where nothing or all lies below, is %d', (x, value) => {
    expect(betaCdf(x, 3, 4)).toBe(value);
  });

  it('is the chance of a first or a last of n: x^a, and 1 - (1 - x)^b', () => {
    holds(
      fc.property(share, fc.integer({ min: 1, max: 200 }), (x, n) => {
        expect(relativeError(betaCdf(x, n, 1), x ** n)).toBeLessThan(1e-12);
        expect(relativeError(betaCdf(x, 1, n), -Math.expm1(n * Math.log1p(-x)))).toBeLessThan(1e-9);
      }),
    );
  });

  it('mirrors: what lies below x for (a, b) lies above 1 - x for (b, a)', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 1023 }), shape, shape, (k, a, b) => {
        const x = k / 1024;
        expect(betaCdf(x, a, b) + betaCdf(1 - x, b, a)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('rises with x and stays within 0 and 1', () => {
    holds(
      fc.property(share, share, shape, shape, (x, y, a, b) => {
        const low = betaCdf(Math.min(x, y), a, b);
        const high = betaCdf(Math.max(x, y), a, b);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1 + 1e-14);
        expect(low).toBeLessThanOrEqual(high + 1e-13);
      }),
    );
  });

  it('is near its limit, a gamma distribution, where the fraction begins with a division by 0', () => {
    const [a, b] = [4, 1e18];
    const x = 5e-18 - 2 ** -110;
    expect(1 - ((a + b) * x) / (a + 1)).toBe(0);
    // P(X <= b x) of a gamma distribution with shape 4, by its finite sum.
    const limit = 1 - Math.exp(-5) * (1 + 5 + 25 / 2 + 125 / 6);
    expect(relativeError(betaCdf(x, a, b), limit)).toBeLessThan(1e-14);
  });
});

describe('betaQuantile', () => {
  it.each(betaQuantiles as Row[])('at %d for Beta(%d, %d) is %d', (p, a, b, value) => {
    // Above the mean all is done with 1 - x, which knows a small x to half an epsilon of 1 only.
    const known = value > a / (a + b) ? Number.EPSILON / 2 / value : 0;
    expect(relativeError(betaQuantile(p, a, b), value)).toBeLessThan(Math.max(1e-12, known));
  });

  it('undoes betaCdf', () => {
    const count = fc.integer({ min: 1, max: 2000 });
    holds(
      fc.property(share, count, count, (p, a, b) => {
        expect(Math.abs(betaCdf(betaQuantile(p, a, b), a, b) - p)).toBeLessThan(1e-12);
      }),
    );
  });

  it('is one half for the median of a symmetric one', () => {
    for (const a of [1, 2, 10, 1000]) expect(betaQuantile(0.5, a, a)).toBeCloseTo(0.5, 13);
  });
});
