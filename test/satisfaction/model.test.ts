import {
  adjustParameters,
  explainSatisfaction,
  marketplaceSatisfaction,
  type Parameter,
  predictSatisfaction,
  type SatisfactionModel,
} from 'overdeliver';
import {
  predictSatisfactions,
  satisfactionModelSchema,
  scoreSatisfaction,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';

const early = { promised: 10, actual: 6, unit: 'days' } as const;
const level = { expected: 70, perceived: 80 };

/** The marketplace's model with some coefficients changed. */
const ours = (values: { readonly 'time.gain'?: number; readonly 'time.cap'?: number }) =>
  adjustParameters(marketplaceSatisfaction, 'satisfaction/ours', values);
const { parameters } = marketplaceSatisfaction;
/** Its parameters with other thresholds. */
const cut = (...thresholds: readonly number[]) => ({
  ...Object.fromEntries(Object.entries(parameters).filter(([name]) => name.startsWith('time'))),
  ...Object.fromEntries(
    thresholds.map((value, k) => [
      `threshold.${k + 1}`,
      { ...(parameters['threshold.1'] as Parameter), value },
    ]),
  ),
});

describe('a model of your own', () => {
  it('predicts with its numbers, under its id', () => {
    const model: SatisfactionModel = deepFreeze(ours({ 'time.gain': 0.5, 'time.cap': 3 }));
    const { prediction, contributions } = explainSatisfaction(early, { model });
    expect(contributions[1]).toMatchObject({ term: 'time.gain', amount: 3, utility: 1.5 });
    expect(prediction.model).toEqual({
      id: 'satisfaction/ours',
      setting: marketplaceSatisfaction.setting,
    });
    expect(prediction.score).toBeGreaterThan(predictSatisfaction(early).score);
  });

  it('may have other answers', () => {
    const model = { ...ours({}), answers: { min: 0, max: 1 }, parameters: cut(-1) };
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
      path: 'options.model.dimensions',
      value: 'level',
      expected: `a time among the dimensions, of which ${surveySatisfaction.id} has level`,
    });
    expect(refused(marketplaceSatisfaction, level)).toMatchObject({
      code: 'unit-mismatch',
      path: 'options.model.dimensions',
      value: 'time',
      expected: `a level among the dimensions, of which ${marketplaceSatisfaction.id} has time`,
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
    ['too few', [-3, -2, -1], 'missing', 'threshold.4'],
    ['too many', [-3, -2, -1, 0, 1], 'unknown-name', 'threshold.5'],
    ['out of order', [-3, -1, -2, 0], 'out-of-range', 'threshold.3'],
    ['tied', [-3, -1, -1, 0], 'out-of-range', 'threshold.3'],
    ['none', [], 'missing', 'threshold.1'],
    ['no numbers', [-3, -2, -1, Number.NaN], 'out-of-range', 'threshold.4.value'],
  ])('when its thresholds are %s', (_, thresholds, code, name) => {
    const model = { ...marketplaceSatisfaction, parameters: cut(...thresholds) };
    expect(refused(model)).toMatchObject({
      function: fn,
      code,
      path: `options.model.parameters.${name}`,
    });
  });

  it('when it has no dimension, by columns as well', () => {
    const model = { ...marketplaceSatisfaction, dimensions: {}, parameters: cut(-3, -2, -1, 0) };
    const empty = { dimensions: {} };
    const at = {
      code: 'missing',
      path: 'options.model.dimensions',
      expected: 'a dimension at least',
    };
    expect(refused(model)).toMatchObject(at);
    expect(refusal(() => predictSatisfactions(empty, { model }))).toMatchObject(at);
    expect(refusal(() => scoreSatisfaction(empty, [], { model }))).toMatchObject(at);
    expect(satisfactionModelSchema.safeParse(model).success).toBe(false);
  });

  it('when it is of a later version, or of none', () => {
    expect(refused({ ...marketplaceSatisfaction, version: 2 })).toMatchObject({
      code: 'unknown-version',
      path: 'options.model.version',
      value: 2,
    });
    const { version: _, ...model } = marketplaceSatisfaction;
    expect(refused(model)).toMatchObject({ code: 'missing', path: 'options.model.version' });
  });

  it('when it holds a number that its form does not ask for', () => {
    const model = {
      ...marketplaceSatisfaction,
      parameters: { ...parameters, 'time.gian': parameters['time.gain'] },
    };
    expect(refused(model)).toMatchObject({
      code: 'unknown-name',
      path: 'options.model.parameters.time.gian',
    });
  });

  it.each([
    [{ terms: ['gain', 'gain'] }, 'duplicate-id', 'terms'],
    [{ terms: ['joy'] }, 'unknown-name', 'terms[0]'],
    [{ unit: 'percent' }, 'unit-mismatch', 'unit'],
    [{ kind: 'level' }, 'ambiguous', 'terms'],
    [{ kind: 'level', terms: ['gain'] }, 'unit-mismatch', 'unit'],
    [{ value: 'steep' }, 'unknown-name', 'value'],
    [{ response: 'indifferent' }, 'unknown-name', 'response'],
  ])('when its dimension says %o', (change, code, path) => {
    const dimensions = { time: { ...marketplaceSatisfaction.dimensions.time, ...change } };
    expect(refused({ ...marketplaceSatisfaction, dimensions })).toMatchObject({
      code,
      path: `options.model.dimensions.time.${path}`,
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
    ['missing', undefined, 'missing', ''],
    ['text', '0.2', 'wrong-type', '.value'],
    ['NaN', Number.NaN, 'out-of-range', '.value'],
    ['off its range', 11, 'out-of-range', ''],
  ])('when a coefficient is %s', (_, value, code, at) => {
    const { 'time.gain': old, ...rest } = parameters;
    const changed = value === undefined ? {} : { 'time.gain': { ...old, value } };
    const model = { ...marketplaceSatisfaction, parameters: { ...rest, ...changed } };
    const path = `options.model.parameters.time.gain${at}`;
    expect(refused(model)).toMatchObject({ function: fn, code, path, value });
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
