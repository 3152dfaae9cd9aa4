import fc from 'fast-check';
import {
  equalWeights,
  formExpectation,
  rankOrderCentroid,
  rankReciprocal,
  rankSum,
  weightingSensitivity,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { input } from './arbitraries';
import { customer, tuned } from './given';

// MODELS.md section 1: ranks are not effect sizes; does the dominant factor change under rank-sum?
describe('weightingSensitivity', () => {
  // Word of mouth at reliability 0.5: by centroid 5.5 against 5 (of 18), by rank-sum 1.5 against 2 (of 6).
  const doubtful = customer({
    wordOfMouth: { level: 80, reliability: 0.5 },
    advertising: 95,
    ownJudgement: 60,
  });

  it('tells when the dominant factor hangs on the method', () => {
    const { methods, spread, dominantChanges } = weightingSensitivity(doubtful);
    expect(methods.map(({ method, dominantFactor }) => [method, dominantFactor])).toEqual([
      ['rankOrderCentroid', 'wordOfMouth'],
      ['rankSum', 'advertising'],
      ['rankReciprocal', 'wordOfMouth'],
      ['equalWeights', 'advertising'],
    ]);
    expect(methods.map(({ predictedMean }) => predictedMean)).toEqual([
      expect.closeTo((5.5 * 80 + 5 * 95 + 2 * 60) / 12.5, 10),
      expect.closeTo((1.5 * 80 + 2 * 95 + 60) / 4.5, 10),
      expect.closeTo((3 * 80 + 3 * 95 + 2 * 60) / 8, 10),
      expect.closeTo((0.5 * 80 + 95 + 60) / 2.5, 10),
    ]);
    expect(spread).toBeCloseTo(82.8 - 78, 10);
    expect(dominantChanges).toBe(true);
  });

  it('tells when it does not, though predicted moves', () => {
    const { spread, dominantChanges } = weightingSensitivity(
      customer({ wordOfMouth: 80, advertising: 40 }),
    );
    expect(dominantChanges).toBe(false);
    // from 60 by equal weights to 67.5 by centroid
    expect(spread).toBeCloseTo(7.5, 10);
  });

  it('finds nothing to differ about with one signal, or with all alike', () => {
    expect(weightingSensitivity(customer({ wordOfMouth: 80 }))).toMatchObject({
      spread: 0,
      dominantChanges: false,
    });
    const alike = customer({ wordOfMouth: 80, advertising: 80, ownJudgement: 80 });
    expect(weightingSensitivity(alike).spread).toBe(0);
  });

  it('compares the methods you name', () => {
    const { methods, spread } = weightingSensitivity(doubtful, {
      methods: { first: rankReciprocal, second: rankSum },
    });
    expect(methods.map(({ method }) => method)).toEqual(['first', 'second']);
    expect(spread).toBeCloseTo(370 / 4.5 - 645 / 8, 10);
    expect(weightingSensitivity(doubtful, { methods: undefined })).toEqual(
      weightingSensitivity(doubtful),
    );
  });

  it('keeps to an order and parameters of your own', () => {
    const options = {
      order: ['ownJudgement'],
      parameters: tuned({ otherFactorShare: 0 }),
    } as const;
    const { methods, spread } = weightingSensitivity(doubtful, options);
    expect(methods.map(({ predictedMean }) => predictedMean)).toEqual([60, 60, 60, 60]);
    expect(spread).toBe(0);
  });

  it('agrees with formExpectation, method by method', () => {
    const methods = { rankOrderCentroid, rankSum, rankReciprocal, equalWeights };
    holds(
      fc.property(input, (given) => {
        const sensitivity = weightingSensitivity(given);
        const means = Object.entries(methods).map(([name, method], i) => {
          const { predicted, dominantFactor } = formExpectation(given, { method });
          expect(sensitivity.methods[i]).toStrictEqual({
            method: name,
            predictedMean: predicted.mean,
            dominantFactor,
          });
          return predicted.mean;
        });
        expect(sensitivity.spread).toBe(Math.max(...means) - Math.min(...means));
      }),
    );
  });

  it('refuses in its own name what formExpectation refuses', () => {
    expect(refusal(() => weightingSensitivity(customer({})))).toMatchObject({
      code: 'no-signal',
      function: 'weightingSensitivity',
    });
  });

  it('refuses to compare no methods', () => {
    expect(refusal(() => weightingSensitivity(doubtful, { methods: {} }))).toMatchObject({
      code: 'missing',
      function: 'weightingSensitivity',
    });
  });
});
