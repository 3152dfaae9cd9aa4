import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalDensity, normalQuantile } from '../../src/numerics/normal';
import { holds } from '../core/seeded';
import { normalCdfs, normalDensities, normalQuantiles } from './distribution-fixtures';
import { relativeError } from './relative-error';

type Row = [argument: number, value: number];

describe('normalDensity', () => {
  it.each(normalDensities as Row[])('at %d is %d', (z, value) => {
    expect(relativeError(normalDensity(z), value)).toBeLessThan(2e-15);
  });

  it('vanishes at infinity', () => {
    expect(normalDensity(Infinity)).toBe(0);
    expect(normalDensity(-Infinity)).toBe(0);
  });
});

describe('normalCdf', () => {
  it.each(normalCdfs as Row[])('at %d is %d', (z, value) => {
    expect(relativeError(normalCdf(z), value)).toBeLessThan(2e-15);
  });

  it('is 0 and 1 at infinity', () => {
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
  });

  it('is symmetric, and rises', () => {
    const z = fc.double({ min: -40, max: 40, noNaN: true });
    holds(
      fc.property(z, z, (x, y) => {
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15);
        const [low, high] = [normalCdf(Math.min(x, y)), normalCdf(Math.max(x, y))];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(high * (1 + 1e-15));
      }),
    );
  });
});

describe('normalQuantile', () => {
  it.each(normalQuantiles as Row[])('at %d is %d', (p, value) => {
    expect(relativeError(normalQuantile(p), value)).toBeLessThan(1e-14);
  });

  // MODELS.md section 2: normal(45, 10) quotes.
  it.each([
    [0.8, 53.416],
    [0.9, 57.816],
    [0.95, 61.449],
    [0.99, 68.263],
  ])('quotes normal(45, 10) at %d as %d', (p, quote) => {
    expect(45 + 10 * normalQuantile(p)).toBeCloseTo(quote, 3);
  });

  it('is infinite where nothing or all lies below', () => {
    expect([0, -1, 1, 2].map(normalQuantile)).toEqual([-Infinity, -Infinity, Infinity, Infinity]);
  });

  it('undoes normalCdf', () => {
    const exponent = fc.double({ min: -300, max: -0.31, noNaN: true });
    holds(
      fc.property(exponent, (x) => {
        const p = 10 ** x;
        // The quantile's own last bits make this |z|^2 times as large in p.
        expect(relativeError(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-12);
        expect(normalCdf(normalQuantile(1 - p))).toBeCloseTo(1 - p, 14);
      }),
    );
  });

  it('rises', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    holds(
      fc.property(p, p, (x, y) => {
        const low = normalQuantile(Math.min(x, y));
        expect(low).toBeLessThanOrEqual(normalQuantile(Math.max(x, y)) + 1e-14);
      }),
    );
  });
});
