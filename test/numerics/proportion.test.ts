import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/numerics/proportion';
import { holds } from '../core/seeded';
import { wilsonLows } from './distribution-fixtures';
import { relativeError } from './relative-error';

type Row = [successes: number, n: number, confidence: number, low: number];

const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const level = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
const rounded = (interval: readonly number[]) => interval.map((end) => +end.toFixed(4));

// MODELS.md section 2.
it('reproduces the golden intervals at .95, which is the default', () => {
  expect(rounded(wilson(95, 100))).toEqual([0.8882, 0.9785]);
  expect(rounded(wilson(0, 10))).toEqual([0, 0.2775]);
  expect(wilson(95, 100)).toEqual(wilson(95, 100, 0.95));
});

describe('wilson', () => {
  it.each(wilsonLows as Row[])('of %d of %d at %d begins at %d', (x, n, confidence, low) => {
    const [from] = wilson(x, n, confidence);
    const [, to] = wilson(n - x, n, confidence);
    expect(relativeError(from, low)).toBeLessThan(1e-12);
    expect(to).toBe(1 - from);
  });

  it('ends at exactly 0 for none, at exactly 1 for all', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 1e6 }), level, (n, confidence) => {
        expect(wilson(0, n, confidence)[0]).toBe(0);
        expect(wilson(n, n, confidence)[1]).toBe(1);
      }),
    );
  });

  it('shrinks to the share itself as the confidence vanishes', () => {
    expect(wilson(0, 1, 1e-300)).toEqual([0, 0]);
    expect(wilson(1, 1, 1e-300)).toEqual([1, 1]);
    expect(wilson(1, 2, 1e-300)).toEqual([0.5, 0.5]);
  });

  it('lies within 0 and 1, grows with the confidence, moves up with the successes', () => {
    holds(
      fc.property(counts, level, level, ([x, n], c, d) => {
        const [low, high] = wilson(x, n, Math.min(c, d));
        const [lower, higher] = wilson(x, n, Math.max(c, d));
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(low + 1e-14);
        expect(low).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(higher + 1e-14);
        expect(higher).toBeLessThanOrEqual(1);
        if (x < n) expect(wilson(x + 1, n, c)[0]).toBeGreaterThan(wilson(x, n, c)[0]);
      }),
    );
  });
});

it('wilson ends z standard errors at the end itself from the observed share', () => {
  const z = 1.959963984540054;
  holds(
    fc.property(counts, ([x, n]) => {
      for (const end of wilson(x, n)) {
        const error = Math.sqrt((end * (1 - end)) / n);
        expect(Math.abs(x / n - end)).toBeCloseTo(z * error, 8);
      }
    }),
  );
});
