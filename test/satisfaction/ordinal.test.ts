import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerChances, expectedScore } from '../../src/satisfaction/ordinal';
import { holds } from '../core/seeded';

const thresholds = fc
  .uniqueArray(fc.integer({ min: -2000, max: 2000 }), { minLength: 1, maxLength: 9 })
  .map((hundredths) => hundredths.sort((a, b) => a - b).map((hundredth) => hundredth / 100));
const utility = fc.double({ min: -800, max: 800, noNaN: true });

describe('answerChances', () => {
  it('are halves at the only threshold', () => {
    expect(answerChances(3, [3])).toEqual([0.5, 0.5]);
  });

  it('are what lies between one threshold and the next', () => {
    const logistic = (x: number) => 1 / (1 + Math.exp(-x));
    const chances = answerChances(1, [0, 2, 3]);
    expect(chances).toHaveLength(4);
    expect(chances[0]).toBeCloseTo(logistic(-1), 15);
    expect(chances[1]).toBeCloseTo(logistic(1) - logistic(-1), 15);
    expect(chances[2]).toBeCloseTo(logistic(2) - logistic(1), 15);
    expect(chances[3]).toBeCloseTo(1 - logistic(2), 15);
  });

  it('keep the small chance of a best answer, which 1 minus the rest would lose', () => {
    const [, best] = answerChances(-50, [0]) as [number, number];
    expect(best / Math.exp(-50)).toBeCloseTo(1, 12);
  });

  it('add up to 1 and are none below 0', () => {
    holds(
      fc.property(utility, thresholds, (u, at) => {
        const chances = answerChances(u, at);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
        const score = expectedScore(u, Float64Array.from(at));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        const steps = chances.reduce((sum, chance, k) => sum + k * chance, 0);
        expect(score).toBeCloseTo((100 * steps) / at.length, 9);
      }),
      1000,
    );
  });

  it('move up with the utility', () => {
    holds(
      fc.property(utility, utility, thresholds, (one, other, at) => {
        const low = expectedScore(Math.min(one, other), Float64Array.from(at));
        const high = expectedScore(Math.max(one, other), Float64Array.from(at));
        expect(low).toBeLessThanOrEqual(high + 1e-10);
      }),
    );
  });
});

describe('expectedScore', () => {
  it.each([
    [-1e9, [0, 1], 0],
    [1e9, [0, 1], 100],
    [3, [3], 50],
    [0, [-1, 1], 50],
    [Number.NaN, [0, 1], Number.NaN],
  ])('of %d between %o is %d', (utility, thresholds, score) => {
    expect(expectedScore(utility, Float64Array.from(thresholds))).toBe(score);
  });
});
