import {
  type FactorOrder,
  formExpectation,
  type PredictedFactor,
  predictedFactors,
  rankSum,
  type Stage,
  stageNames,
  stages,
  stageWeights,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';
import { tuned } from './given';

const parts = 18;

describe('stageWeights', () => {
  // MODELS.md section 1: rank-order centroids 11/18, 5/18, 2/18; every other factor half the last.
  it.each(stageNames)('ranks the factors that %s names', (stage) => {
    const weights = stageWeights(stage);
    const [first, second, third] = stages[stage].order as [
      PredictedFactor,
      PredictedFactor,
      PredictedFactor,
    ];
    expect(weights[first]).toBeCloseTo(11 / parts, 12);
    expect(weights[second]).toBeCloseTo(5 / parts, 12);
    expect(weights[third]).toBeCloseTo(2 / parts, 12);
    const others = predictedFactors.filter((factor) => !stages[stage].order.includes(factor));
    expect(others).toHaveLength(5);
    for (const factor of others) {
      const isNotYet = stages[stage].notYet.includes(factor);
      expect(weights[factor]).toBeCloseTo(isNotYet ? 0 : 1 / parts, 12);
    }
    expect(Object.keys(weights)).toEqual(predictedFactors);
  });

  it('takes another share for the factors not named', () => {
    const none = stageWeights('long-term', { parameters: tuned({ otherFactorShare: 0 }) });
    expect([none.price, none.longTermExperience]).toEqual([0, expect.closeTo(11 / parts, 12)]);
    const all = stageWeights('long-term', { parameters: tuned({ otherFactorShare: 1 }) });
    expect(all.price).toBeCloseTo(2 / parts, 12);
  });

  it('takes another method', () => {
    const { wordOfMouth, advertising, ownJudgement, price } = stageWeights('never-used', {
      method: rankSum,
    });
    expect(wordOfMouth).toBeCloseTo(3 / 6, 12);
    expect(advertising).toBeCloseTo(2 / 6, 12);
    expect(ownJudgement).toBeCloseTo(1 / 6, 12);
    expect(price).toBeCloseTo(1 / 12, 12);
  });

  it('takes another order, with ties', () => {
    const order: FactorOrder = ['price', ['ownJudgement', 'pastExperience']];
    const weights = stageWeights('never-used', { order });
    expect(weights.price).toBeCloseTo(11 / parts, 12);
    expect(weights.ownJudgement).toBeCloseTo(3.5 / parts, 12);
    expect(weights.pastExperience).toBe(weights.ownJudgement);
    expect(weights.wordOfMouth).toBeCloseTo(1.75 / parts, 12);
    const notYet = { firstImpression: 0, longTermExperience: 0 };
    expect({ ...stageWeights('long-term', { order }), ...notYet }).toEqual(weights);
  });

  it('takes an order of one, and undefined as absent', () => {
    expect(stageWeights('first-use', { order: ['price'] }).price).toBe(1);
    expect(
      stageWeights('first-use', { order: undefined, method: undefined, parameters: undefined }),
    ).toEqual(stageWeights('first-use'));
  });

  it('changes nothing it was given', () => {
    const options = deepFreeze({ order: [['price', 'ownJudgement']] as FactorOrder });
    expect(stageWeights('never-used', options).price).toBe(0.5);
  });
});

describe('stageWeights refuses', () => {
  const wantsFactors = `factors that inform the predicted level: ${predictedFactors.join(', ')}`;

  it('an unknown stage', () => {
    expect(refusal(() => stageWeights('veteran' as Stage))).toMatchObject({
      code: 'unknown-name',
      function: 'stageWeights',
      path: 'stage',
      value: 'veteran',
      expected: 'one of never-used, first-use, long-term',
    });
  });

  it.each([
    [['personalNeeds'], 'unknown-name', 'personalNeeds', wantsFactors],
    [['price', ['nope']], 'unknown-name', 'nope', wantsFactors],
    [['price', 'price'], 'ambiguous', 'price', 'each factor once'],
    [['price', ['ownJudgement', 'price']], 'ambiguous', 'price', 'each factor once'],
    [[], 'missing', [], 'at least one factor at every place'],
    [['price', []], 'missing', [['price'], []], 'at least one factor at every place'],
  ])('the order %j', (order, code, value, expected) => {
    const options = { order: order as FactorOrder };
    const refused = { code, path: 'options.order', value, expected };
    expect(refusal(() => stageWeights('never-used', options))).toMatchObject({
      ...refused,
      function: 'stageWeights',
    });
    const signals = { price: { amount: 1, reference: 1 } };
    expect(refusal(() => formExpectation({ stage: 'never-used', signals }, options))).toMatchObject(
      { ...refused, function: 'formExpectation' },
    );
  });
});
