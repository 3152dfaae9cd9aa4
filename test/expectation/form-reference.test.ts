import fc from 'fast-check';
import {
  formExpectation,
  predictedFactors,
  priceLevel,
  type Signal,
  stageWeights,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { input } from './arbitraries';

// MODELS.md section 1 as written, in two passes: w = weight x reliability over their sum; m = sum w x;
// variance = sum w (x - m)^2 + sum w^2 s^2.
describe('predicted', () => {
  it('is what the formulas say', () => {
    holds(
      fc.property(input, (given) => {
        const { price } = given.signals;
        const weights = stageWeights(given.stage);
        const rows = predictedFactors.flatMap((factor) => {
          const signal = given.signals[factor];
          if (signal === undefined) return [];
          const own = (typeof signal === 'number' ? { level: signal } : signal) as Signal;
          const level =
            factor === 'price' && price
              ? priceLevel({ amount: price.amount, reference: price.reference })
              : own.level;
          return [{ level, weight: weights[factor] * (own.reliability ?? 1), sd: own.sd ?? 15 }];
        });
        const sum = (of: (row: (typeof rows)[number]) => number) =>
          rows.reduce((total, row) => total + of(row), 0);
        const total = sum(({ weight }) => weight);
        const mean = sum(({ weight, level }) => weight * level) / total;
        const disagreement = sum(({ weight, level }) => weight * (level - mean) ** 2) / total;
        const noise = sum(({ weight, sd }) => ((weight / total) * sd) ** 2);
        const { predicted } = formExpectation(given);
        expect(predicted.mean).toBeCloseTo(mean, 9);
        expect(predicted.variance).toBeCloseTo(disagreement + noise, 8);
      }),
      300,
    );
  });
});
