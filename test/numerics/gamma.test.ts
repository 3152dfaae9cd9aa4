import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaCdf, gammaQuantile, gammaTail, logGammaTail } from '../../src/numerics/gamma';
import { normalCdf } from '../../src/numerics/normal';
import { holds } from '../core/seeded';
import { gammaCdfs, gammaQuantiles, gammaTails, logGammaTails } from './distribution-fixtures';
import { relativeError } from './relative-error';

type Row = [argument: number, shape: number, value: number];

const shape = fc.oneof(
  fc.double({ min: 0.05, max: 5, noNaN: true }),
  fc.double({ min: 5, max: 5000, noNaN: true }),
);
const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe('gammaCdf', () => {
  it.each(gammaCdfs as Row[])('at %d for shape %d is %d', (x, a, value) => {
    expect(relativeError(gammaCdf(x, a), value)).toBeLessThan(1e-12);
  });

  it('is exact where the ratio to the scale is no number any more', () => {
    // By mpmath's logarithms with 40 digits, of the doubles as they are.
    const [shape, scale] = [0.00014175612673137294, 21079.604502370614];
    expect(relativeError(gammaCdf(2e-319, shape, scale), 0.9000052901926612)).toBeLessThan(1e-13);
    expect(relativeError(gammaQuantile(0.9000052901926612, shape, scale), 2e-319)).toBeLessThan(
      1e-9,
    );
  });

  it('counts x by the scale', () => {
    expect(gammaCdf(6, 2.5, 2)).toBe(gammaCdf(3, 2.5));
    expect(gammaQuantile(0.7, 2.5, 3)).toBe(3 * gammaQuantile(0.7, 2.5));
  });

  it('is 0 up to 0, and 1 at infinity', () => {
    expect([-1, 0, Infinity].map((x) => gammaCdf(x, 2.5))).toEqual([0, 0, 1]);
  });

  it('is exponential for shape 1, and the square of a normal for shape 1/2', () => {
    const x = fc.double({ min: 1e-3, max: 600, noNaN: true });
    holds(
      fc.property(x, (t) => {
        expect(relativeError(gammaCdf(t, 1), -Math.expm1(-t))).toBeLessThan(1e-13);
        expect(relativeError(gammaTail(t, 1), Math.exp(-t))).toBeLessThan(1e-12);
        expect(relativeError(gammaTail(t, 0.5), 2 * normalCdf(-Math.sqrt(2 * t)))).toBeLessThan(
          1e-12,
        );
      }),
    );
  });

  it('rises with x, falls with the shape, stays within 0 and 1', () => {
    holds(
      fc.property(share, share, shape, (p, q, a) => {
        const [x, y] = [gammaQuantile(Math.min(p, q), a), gammaQuantile(Math.max(p, q), a)];
        expect(gammaCdf(x, a)).toBeLessThanOrEqual(gammaCdf(y, a) + 1e-13);
        expect(gammaCdf(x, a * 1.01)).toBeLessThanOrEqual(gammaCdf(x, a) + 1e-13);
        expect(gammaCdf(x, a)).toBeGreaterThanOrEqual(0);
        expect(gammaCdf(y, a)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('gammaTail', () => {
  it.each(gammaTails as Row[])('at %d for shape %d is %d', (x, a, value) => {
    expect(relativeError(gammaTail(x, a), value)).toBeLessThan(1e-12);
  });

  it('is 1 up to 0, and 0 at infinity', () => {
    expect([-1, 0, Infinity].map((x) => gammaTail(x, 2.5))).toEqual([1, 1, 0]);
  });
});

describe('logGammaTail', () => {
  it.each(logGammaTails as Row[])('at %d for shape %d is %d', (x, a, value) => {
    expect(relativeError(logGammaTail(x, a), value)).toBeLessThan(1e-13);
  });

  it.each([
    // mpmath, where the tail itself is too small for a number.
    [2000, 2.5, -1988.8825792749567],
    [5000, 100, -4515.912084892738],
  ])('at %d for shape %d is still %d', (x, a, value) => {
    expect(gammaTail(x, a)).toBe(0);
    expect(relativeError(logGammaTail(x, a), value)).toBeLessThan(1e-13);
  });

  it('is 0 up to 0', () => {
    expect([-1, 0].map((x) => logGammaTail(x, 2.5))).toEqual([0, 0]);
  });
});

describe('gammaQuantile', () => {
  it.each(gammaQuantiles as Row[])('at %d for shape %d is %d', (p, a, value) => {
    expect(relativeError(gammaQuantile(p, a), value)).toBeLessThan(1e-12);
  });

  it('is exact at the least chances that are numbers, near which the tail is none', () => {
    // By Decimal's logarithms with 50 digits.
    for (const [power, shape, value] of [
      [-1074, 2500, 1034.7036552071386],
      [-1072, 2500, 1035.6828912314538],
      [-1070, 100, 0.02284427144311965],
    ] as const) {
      expect(relativeError(gammaQuantile(2 ** power, shape), value)).toBeLessThan(1e-13);
    }
  });

  it('ends at 0 and infinity', () => {
    expect([-1, 0, 1, 2].map((p) => gammaQuantile(p, 2.5))).toEqual([0, 0, Infinity, Infinity]);
  });

  it('is 0 where it is too small for a number: 2^-2000 or so', () => {
    expect(gammaQuantile(0.5, 0.0005)).toBe(0);
  });

  it('undoes gammaCdf', () => {
    holds(
      fc.property(share, shape, (p, a) => {
        const x = gammaQuantile(p, a);
        expect(relativeError(gammaCdf(x, a), p)).toBeLessThan(1e-12);
        expect(relativeError(gammaTail(x, a), 1 - p)).toBeLessThan(1e-11);
      }),
      1000,
    );
  });
});
