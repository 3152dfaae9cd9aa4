import {
  adjustParameters,
  explainSatisfaction,
  marketplaceSatisfaction,
  predictSatisfaction,
  type SatisfactionModel,
  surveySatisfaction,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';

const early = { promised: 10, actual: 6, unit: 'days' } as const;
const level = { expected: 70, perceived: 80 };

/** The marketplace's model with some coefficients changed. */
const ours = (values: { readonly gain?: number; readonly cap?: number }) => ({
  ...marketplaceSatisfaction,
  ...adjustParameters(marketplaceSatisfaction, 'satisfaction/ours', values),
});

describe('a model of your own', () => {
  it('predicts with its numbers, under its id', () => {
    const model: SatisfactionModel = deepFreeze(ours({ gain: 0.5, cap: 3 }));
    const { prediction, contributions } = explainSatisfaction(early, { model });
    expect(contributions[1]).toEqual({ term: 'gain', amount: 3, utility: 1.5 });
    expect(prediction.model).toEqual({
      id: 'satisfaction/ours',
      setting: marketplaceSatisfaction.setting,
    });
    expect(prediction.score).toBeGreaterThan(predictSatisfaction(early).score);
  });

  it('may have other answers', () => {
    const model = { ...ours({}), answers: { min: 0, max: 1 }, thresholds: [-1] };
    const { prediction, utility } = explainSatisfaction(early, { model });
    expect(prediction.answers).toHaveLength(2);
    expect(prediction.answers[1]).toBeCloseTo(1 / (1 + Math.exp(-1 - utility)), 12);
    expect(prediction.score).toBeCloseTo(100 * (prediction.answers[1] as number), 12);
  });

  it('warns by its own domain, and not about what that leaves out', () => {
    const model = { ...ours({}), domain: { promised: [11, 12] as const } };
    expect(predictSatisfaction({ ...early, actual: 0.1 }, { model }).warnings).toEqual([
      { code: 'outside-fitted-range', path: 'promised', value: 10, range: [11, 12] },
    ]);
  });

  it.each([
    [marketplaceSatisfaction, early],
    [surveySatisfaction, level],
  ])('may come back from JSON', (standard, experience) => {
    const model = JSON.parse(JSON.stringify(standard)) as SatisfactionModel;
    expect(model).toEqual(standard);
    expect(predictSatisfaction(experience, { model })).toEqual(predictSatisfaction(experience));
  });

  it('may be given as undefined, for the standard one', () => {
    expect(predictSatisfaction(level, { model: undefined })).toEqual(predictSatisfaction(level));
  });
});

it('a model may know no domain, and then warns of nothing', () => {
  const { domain: _, ...model } = marketplaceSatisfaction;
  expect(predictSatisfaction({ ...early, actual: 0.1 }, { model }).warnings).toEqual([]);
});

describe('a model is refused', () => {
  const fn = 'explainSatisfaction';
  const refused = (model: unknown, experience: typeof early | typeof level = early) =>
    refusal(() => explainSatisfaction(experience, { model: model as SatisfactionModel }));

  it('when it is of the other dimension', () => {
    expect(refused(surveySatisfaction)).toMatchObject({
      function: fn,
      code: 'unit-mismatch',
      path: 'options.model.dimension',
      value: 'level',
      expected: 'time',
    });
    expect(refused(marketplaceSatisfaction, level)).toMatchObject({
      code: 'unit-mismatch',
      path: 'options.model.dimension',
      value: 'time',
      expected: 'level',
    });
  });

  it.each(['satisfaction/marketplace-2018', 5, true, null])('when it is %o', (model) => {
    expect(refused(model)).toMatchObject({
      function: fn,
      code: 'wrong-type',
      path: 'options.model',
      value: model,
      expected: 'a satisfaction model',
    });
  });

  it.each([
    ['too few', { min: 1, max: 5 }, [-3, -2, -1]],
    ['too many', { min: 1, max: 5 }, [-3, -2, -1, 0, 1]],
    ['out of order', { min: 1, max: 5 }, [-3, -1, -2, 0]],
    ['tied', { min: 1, max: 5 }, [-3, -1, -1, 0]],
  ])('when its thresholds are %s', (_, answers, thresholds) => {
    expect(refused({ ...marketplaceSatisfaction, answers, thresholds })).toMatchObject({
      function: fn,
      code: 'wrong-type',
      path: 'options.model.thresholds',
      value: thresholds,
      expected: 'ascending numbers, one fewer than there are answers',
    });
  });

  it.each([
    ['missing', undefined, 'missing', 'thresholds'],
    ['no list', 'abcd', 'wrong-type', 'thresholds'],
    ['text', ['a', 'b', 'c', 'd'], 'wrong-type', 'thresholds[0]'],
    ['no numbers', [-3, -2, -1, Number.NaN], 'out-of-range', 'thresholds[3]'],
    ['none', [], 'out-of-range', 'thresholds'],
  ])('when its thresholds are %s', (_, thresholds, code, path) => {
    expect(refused({ ...marketplaceSatisfaction, thresholds })).toMatchObject({
      function: fn,
      code,
      path: `options.model.${path}`,
    });
  });

  it('when its answers are missing', () => {
    const { answers: _, ...model } = marketplaceSatisfaction;
    expect(refused(model)).toMatchObject({ code: 'missing', path: 'options.model.answers' });
  });

  it('when its domain is no record of ranges', () => {
    const model = { ...marketplaceSatisfaction, domain: { promised: [1] } };
    expect(refused(model).path).toBe('options.model.domain.promised');
  });

  it.each([
    ['missing', undefined, 'missing'],
    ['text', '0.2', 'wrong-type'],
    ['NaN', Number.NaN, 'out-of-range'],
    ['off its range', 11, 'out-of-range'],
  ])('when a coefficient is %s', (_, value, code) => {
    const { parameters } = marketplaceSatisfaction;
    const gain = { ...parameters.gain, value };
    const model = { ...marketplaceSatisfaction, parameters: { ...parameters, gain } };
    expect(refused(model)).toMatchObject({ function: fn, code, path: 'options.model.gain', value });
  });

  it('when an option is misspelt, or options are none', () => {
    const options = { modle: marketplaceSatisfaction } as object;
    expect(refusal(() => predictSatisfaction(early, options))).toMatchObject({
      function: 'predictSatisfaction',
      code: 'unknown-name',
      path: 'options.modle',
    });
    expect(refusal(() => predictSatisfaction(early, null as never))).toMatchObject({
      code: 'wrong-type',
      path: 'options',
    });
  });
});
