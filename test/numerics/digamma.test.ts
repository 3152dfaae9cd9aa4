import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digamma, logLessDigamma, trigamma } from '../../src/numerics/digamma';
import { holds } from '../core/seeded';
import { digammas, logLessDigammas, trigammas } from './distribution-fixtures';
import { relativeError } from './relative-error';

type Row = [x: number, value: number];

describe('digamma', () => {
  it.each(digammas as Row[])('at %d is %d', (x, value) => {
    expect(relativeError(digamma(x), value)).toBeLessThan(1e-13);
  });

  it('crosses 0 where the gamma function is least', () => {
    // DLMF 5.4.19
    expect(Math.abs(digamma(1.4616321449683622))).toBeLessThan(1e-15);
  });
});

describe('logLessDigamma', () => {
  it.each(logLessDigammas as Row[])('at %d is %d', (x, value) => {
    // The series leaves out 1 / (12 z^14) from 10 on.
    expect(relativeError(logLessDigamma(x), value)).toBeLessThan(2e-14);
  });
});

describe('trigamma', () => {
  it.each(trigammas as Row[])('at %d is %d', (x, value) => {
    expect(relativeError(trigamma(x), value)).toBeLessThan(1e-14);
  });
});

it('both step by their recurrences, 1 / x and -1 / x^2', () => {
  holds(
    fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (x) => {
      expect(digamma(x + 1)).toBeCloseTo(digamma(x) + 1 / x, 11);
      expect(relativeError(trigamma(x + 1) + 1 / (x * x), trigamma(x))).toBeLessThan(1e-14);
    }),
  );
});
