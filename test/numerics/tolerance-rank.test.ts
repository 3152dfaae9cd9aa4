import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplesForTolerance, toleranceRank } from '../../src/numerics/tolerance-rank';
import { holds } from '../core/seeded';
import { toleranceRanks } from './distribution-fixtures';

const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('toleranceRank', () => {
  it.each(toleranceRanks as [number, number, number, number][])(
    'of %d samples, for the %d-quantile with confidence %d, is %d (0: none)',
    (n, p, confidence, rank) => {
      expect(toleranceRank(n, p, confidence) ?? 0).toBe(rank);
    },
  );

  // P(the larger of n covers the median) = 1 - 2^-n, exactly.
  it.each([
    [1, 0.5],
    [2, 0.75],
    [3, 0.875],
    [10, 1 - 2 ** -10],
  ])('takes %d samples for the median with confidence %d, though they just suffice', (n, c) => {
    expect(toleranceRank(n, 0.5, c)).toBe(n);
    expect(toleranceRank(n - 1 || 1, 0.5, c + 1e-6)).toBeNull();
  });

  it.each([
    [93, 92],
    [124, 122],
    [153, 150],
    [181, 177],
  ])('of %d, the least for it, is %d at 95/95', (n, k) => {
    expect(toleranceRank(n, 0.95, 0.95)).toBe(k);
    expect(toleranceRank(n - 1, 0.95, 0.95)).toBe(k);
  });

  it('rises with p and with the confidence', () => {
    const count = fc.integer({ min: 1, max: 2000 });
    holds(
      fc.property(count, probability, probability, probability, (n, p, q, c) => {
        const low = toleranceRank(n, Math.min(p, q), c) ?? n + 1;
        const high = toleranceRank(n, Math.max(p, q), c) ?? n + 1;
        expect(low).toBeLessThanOrEqual(high);
        const sure = toleranceRank(n, p, Math.max(c, q)) ?? n + 1;
        expect(toleranceRank(n, p, Math.min(c, q)) ?? n + 1).toBeLessThanOrEqual(sure);
      }),
    );
  });
});

describe('samplesForTolerance', () => {
  // Wilks (1941); MODELS.md section 2.
  it.each([
    [0.9, 0.95, 29],
    [0.95, 0.95, 59],
    [0.99, 0.95, 299],
  ])('is, for the %d-quantile with confidence %d, %d', (p, confidence, n) => {
    expect(samplesForTolerance(p, confidence)).toBe(n);
  });

  it('is 1 where one sample does', () => {
    expect(samplesForTolerance(0.2, 0.5)).toBe(1);
  });

  it('is the least n with a rank', () => {
    holds(
      fc.property(probability, probability, (p, c) => {
        const n = samplesForTolerance(p, c);
        expect(toleranceRank(n, p, c)).toBe(n);
        if (n > 1) expect(toleranceRank(n - 1, p, c)).toBeNull();
      }),
    );
  });
});
