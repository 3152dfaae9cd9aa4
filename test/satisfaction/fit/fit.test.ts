import {
  explainSatisfaction,
  fitSatisfaction,
  type Parameter,
  predictSatisfaction,
  type SatisfactionModel,
} from 'overdeliver';
import { predictSatisfactions, type SatisfactionDimension } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { expectSurvivesJson } from '../../capability/survives-json';
import { deepFreeze } from '../../core/deep-freeze';
import { levels, orders } from './fixtures';
import { basketForm, levelColumns, levelForm, names, orderColumns } from './given';

const fitted = {
  levels: fitSatisfaction(levelColumns, levels.answers, { ...names, form: deepFreeze(levelForm) }),
  orders: fitSatisfaction(orderColumns, orders.answers, { ...names, form: basketForm }),
};

describe.each([
  ['levels', levels, fitted.levels],
  ['orders with covariates', orders, fitted.orders],
] as const)('a fit of %s', (_, given, fit) => {
  const { parameters } = fit.model;

  it('has the coefficients, standard errors and likelihood of other software', () => {
    for (const [name, [value, error]] of Object.entries(given.exact.parameters)) {
      const { value: ours, standardError } = parameters[name] as Parameter;
      expect(Math.abs(ours / (value as number) - 1), name).toBeLessThan(1e-8);
      expect(Math.abs((standardError as number) / (error as number) - 1), name).toBeLessThan(1e-8);
    }
    expect(fit.model.fit?.logLikelihood).toBeCloseTo(given.exact.logLikelihood, 8);
    expect(fit.inSample.logLoss).toBeCloseTo(given.exact.logLoss, 10);
    expect(fit.inSample.rps).toBeCloseTo(given.exact.rps, 10);
    expect(fit.model.fit?.converged).toBe(true);
    expect(fit.flags).toEqual([]);
  });

  // Its optimiser stops earlier, and its derivatives are numerical.
  it('agrees with statsmodels', () => {
    expect(fit.model.fit?.logLikelihood).toBeCloseTo(given.statsmodels.logLikelihood, 8);
    for (const [name, value] of Object.entries(given.statsmodels.parameters)) {
      expect(parameters[name]?.value, name).toBeCloseTo(value, 4);
    }
    for (const [name, error] of Object.entries(given.statsmodels.standardErrors)) {
      expect(parameters[name]?.standardError, name).toBeCloseTo(error, 4);
    }
  });

  it('has intervals of 1.96 standard errors', () => {
    for (const [name, interval] of Object.entries(fit.intervals)) {
      const { value, standardError = 0 } = parameters[name] as Parameter;
      const [low, high] = interval as readonly [number, number];
      expect(high - value).toBeCloseTo(1.959964 * standardError, 5);
      expect(value - low).toBeCloseTo(1.959964 * standardError, 5);
    }
  });

  it('is plain JSON that predicts wherever a default does', () => {
    expectSurvivesJson(fit);
    const model = JSON.parse(JSON.stringify(fit.model)) as SatisfactionModel;
    const columns = given === levels ? levelColumns : orderColumns;
    const { utility, status } = predictSatisfactions(columns, { model });
    expect(status.every((code) => code === 0)).toBe(true);
    const again = predictSatisfactions(columns, { model: fit.model });
    expect(again.utility).toEqual(utility);
  });
});

describe('covariates far from 0', () => {
  const far = (items: Float64Array) =>
    fitSatisfaction(
      { ...orderColumns, covariates: { ...orderColumns.covariates, items } },
      orders.answers,
      { ...names, form: basketForm, folds: 0 },
    );

  it.each([
    ['year and month', (x: number) => 202_600 + x, 1, 202_600],
    ['milliseconds of a day', (x: number) => 1.7639e12 + 4e7 * x, 4e7, 1.7639e12],
    ['longitude', (x: number) => -46.633 + 1e-3 * x, 1e-3, -46.633],
  ])('move thresholds and nothing else: %s', (_, move, unit, offset) => {
    const { model, flags, intervals } = far(orderColumns.covariates.items.map(move));
    const near = fitted.orders.model.parameters;
    expect([flags, model.fit?.converged]).toEqual([[], true]);
    const of = (name: string, from = model.parameters) => from[name] as Parameter;
    const slope = of('covariates.items', near);
    for (const name of Object.keys(near)) {
      const { value, standardError = 0 } = of(name, near);
      const found = of(name);
      if (name.startsWith('threshold.')) {
        const moved = value + (slope.value * offset) / unit;
        expect(Math.abs(found.value / moved - 1), name).toBeLessThan(1e-8);
      } else if (name === 'covariates.items') {
        expect(Math.abs((found.value * unit) / value - 1)).toBeLessThan(1e-6);
        expect(Math.abs(((found.standardError as number) * unit) / standardError - 1)).toBeLessThan(
          1e-6,
        );
      } else if (name !== 'time.cap') {
        expect(Math.abs(found.value / value - 1), name).toBeLessThan(1e-6);
        expect(Math.abs((found.standardError as number) / standardError - 1), name).toBeLessThan(
          1e-6,
        );
      }
    }
    expect(intervals['threshold.1']).not.toBeNull();
  });
});

it('a form made from a model may leave out its terms', () => {
  const { time } = basketForm.dimensions;
  const form = {
    ...fitted.orders.model,
    dimensions: { time: { ...time, terms: ['gain', 'loss'] as const } },
  } as SatisfactionModel;
  const { model } = fitSatisfaction(orderColumns, orders.answers, {
    ...names,
    id: 'ours/2',
    form,
    folds: 0,
  });
  expect(Object.keys(model.parameters)).not.toContain('time.stillWaiting');
});

it('a coefficient may be as large as its unit makes it', () => {
  const items = orderColumns.covariates.items.map((x) => 1e-9 * x);
  const { model } = fitSatisfaction(
    { ...orderColumns, covariates: { ...orderColumns.covariates, items } },
    orders.answers,
    { ...names, form: basketForm, folds: 0 },
  );
  const near = fitted.orders.model.parameters['covariates.items']?.value as number;
  expect((model.parameters['covariates.items']?.value as number) / near).toBeCloseTo(1e9, 0);
  const order = {
    dimensions: { time: { promised: 10, actual: 8, unit: 'days' } },
    covariates: { items: 2e-9, price: 50 },
  } as const;
  const small = predictSatisfaction(order, { model }).score;
  const { score } = predictSatisfaction(
    { ...order, covariates: { items: 2, price: 50 } },
    { model: fitted.orders.model },
  );
  expect(small).toBeCloseTo(score, 8);
});

describe('a fitted model', () => {
  it('explains itself and warns beyond the middle 99% of its data', () => {
    const { model } = fitted.levels;
    const { prediction, contributions } = explainSatisfaction(
      { expected: 70, perceived: 5 },
      { model },
    );
    expect(contributions.map(({ term }) => term)).toEqual([
      'level.performance',
      'level.gain',
      'level.loss',
    ]);
    expect(prediction.warnings).toMatchObject([{ path: 'perceived' }]);
    expect(prediction.model).toEqual({ id: 'ours/test-1', setting: 'a test' });
    // numpy.quantile of the fixture's columns at .005 and .995.
    expect(model.domain?.expected?.[0]).toBeGreaterThan(40);
  });

  it('keeps the numbers of its value function, as assumed unless they say otherwise', () => {
    expect(fitted.orders.model.parameters['time.cap']).toMatchObject({
      value: 3,
      status: 'assumed',
    });
    const form = { ...fitted.orders.model, id: 'ours/test-1' };
    const again = fitSatisfaction(orderColumns, orders.answers, { ...names, id: 'ours/2', form });
    expect(again.model.parameters['time.cap']).toEqual(fitted.orders.model.parameters['time.cap']);
    expect(again.model.parameters['time.gain']).toEqual(
      fitted.orders.model.parameters['time.gain'],
    );
  });

  it('takes the confidence asked for', () => {
    const wide = fitSatisfaction(levelColumns, levels.answers, {
      ...names,
      form: levelForm,
      confidence: 0.99,
      folds: 0,
    });
    const width = (fit: typeof wide) => {
      const [low, high] = fit.intervals['level.gain'] as readonly [number, number];
      return high - low;
    };
    expect(width(wide) / width(fitted.levels)).toBeCloseTo(2.575829 / 1.959964, 5);
    expect([wide.comparison, wide.recommended]).toEqual([[], null]);
  });
});

it('errors are clustered where respondents answer more than once, and folds keep them together', () => {
  const { respondent } = levels.columns;
  const fit = fitSatisfaction(levelColumns, levels.answers, {
    ...names,
    form: levelForm,
    respondent,
  });
  for (const [name, error] of Object.entries(levels.exact.clustered)) {
    const ours = fit.model.parameters[name]?.standardError as number;
    // Theirs are without n / (n - 1), of 40 respondents.
    expect(Math.abs(ours / (error * Math.sqrt(40 / 39)) - 1), name).toBeLessThan(1e-8);
  }
  expect(fit.comparison).not.toEqual(fitted.levels.comparison);
});

describe('the comparison', () => {
  const simulate = (loss: number, gain: number, broken: number) => {
    const next = uniforms(5);
    const rows = 3000;
    const expected = Float64Array.from({ length: rows }, () => 40 + 40 * next());
    const perceived = expected.map((level) => level - 20 + 40 * next());
    const answers = Array.from(perceived, (level, i) => {
      const g = level - (expected[i] as number);
      const u = 0.05 * level + (g > 0 ? gain * g : loss * g) - (g < 0 ? broken : 0);
      const p = next();
      const latent = u + Math.log(p / (1 - p));
      return 1 + [1, 2.5, 4].filter((cut) => latent > cut).length;
    });
    return fitSatisfaction({ expected, perceived }, answers, {
      ...names,
      form: { ...levelForm, answers: { min: 1, max: 4 } },
    });
  };

  it.each([
    ['no-gap', 0, 0, 0],
    ['linear', 0.08, 0.08, 0],
    ['asymmetric', 0.2, 0, 0],
    ['step', 0.02, 0.02, 2.5],
  ])('recommends %s where that is the truth', (name, loss, gain, broken) => {
    const fit = simulate(loss, gain, broken);
    expect(fit.recommended).toBe(name);
    expect(fit.comparison.map(({ form }) => form)).toEqual([
      'no-gap',
      'linear',
      'asymmetric',
      'step',
    ]);
    expect(fit.comparison.map(({ coefficients }) => coefficients)).toEqual([1, 2, 3, 4]);
    expect(Math.min(...fit.comparison.map(({ aboveBest }) => aboveBest))).toBe(0);
  });

  it('holds what to fit each way with', () => {
    const fitted = fitSatisfaction(levelColumns, levels.answers, { ...names, form: levelForm });
    for (const { dimensions, coefficients, rps } of fitted.comparison) {
      const form = { ...fitted.model, id: 'before', dimensions };
      const again = fitSatisfaction(levelColumns, levels.answers, { ...names, form });
      const { terms } = again.model.dimensions.level as SatisfactionDimension;
      expect(terms).toHaveLength(coefficients);
      expect(again.comparison.find((one) => one.coefficients === coefficients)?.rps).toBeCloseTo(
        rps,
        4,
      );
    }
  });

  it('holds a form of its own besides', () => {
    const form = {
      ...levelForm,
      dimensions: { level: { ...levelForm.dimensions.level, terms: ['performance', 'loss'] } },
    } as never;
    const { comparison } = fitSatisfaction(levelColumns, levels.answers, { ...names, form });
    expect(comparison.map(({ form }) => form)).toContain('given');
  });

  it('leaves out what the data cannot tell apart', () => {
    const perceived = levelColumns.expected.map((level, i) => level + (i % 3));
    const { comparison, recommended } = fitSatisfaction(
      { expected: levelColumns.expected, perceived },
      levels.answers,
      {
        ...names,
        form: {
          ...levelForm,
          dimensions: {
            level: { kind: 'level', unit: 'points', terms: ['performance'], value: 'identity' },
          },
        },
      },
    );
    // Nobody got less than expected, so there is no loss and nothing is broken.
    expect(comparison.map(({ form }) => form)).toEqual(['no-gap', 'linear']);
    expect(recommended).toBe('no-gap');
  });

  it('takes folds of your own, such as months', () => {
    const folds = Uint8Array.from(levels.answers, (_, i) => Math.floor(i / 40));
    const { comparison } = fitSatisfaction(levelColumns, levels.answers, {
      ...names,
      form: levelForm,
      folds,
    });
    expect(comparison).toHaveLength(4);
    expect(comparison).not.toEqual(fitted.levels.comparison);
  });

  it('holds numbers only, also where a fold takes most of a rare answer', () => {
    const next = uniforms(1);
    const rows = 6000;
    const expected = Float64Array.from({ length: rows }, () => 50 + 30 * next());
    const perceived = Float64Array.from({ length: rows }, () => 40 + 50 * next());
    const rare = [5, 900, 1200];
    const answers = Array.from(perceived, (level, i) => {
      const felt = level / 25 + 2 * next();
      return rare.includes(i) ? 3 : felt > 3.2 ? 4 : felt > 2.6 ? 2 : 1;
    });
    const folds = Uint8Array.from(answers, (_, i) =>
      i === 5 || i === 900 ? 0 : i === 1200 ? 1 : i % 5,
    );
    const { comparison } = fitSatisfaction({ expected, perceived }, answers, {
      ...names,
      form: { ...levelForm, answers: { min: 1, max: 4 } },
      folds,
    });
    expect(comparison).toHaveLength(4);
    for (const { logLoss, rps } of comparison) {
      expect(logLoss).toBeLessThan(1);
      expect(rps).toBeLessThan(0.2);
    }
  });

  it('leaves out what gives an answer no chance, and says so', () => {
    // Separated, but for one who is in a fold of his own.
    const perceived = Float64Array.from({ length: 41 }, (_, i) =>
      i === 40 ? 100 : i % 2 === 0 ? 50 : 50.1,
    );
    const expected = perceived.map((level, i) => level + (i % 3) - 1);
    const answers = Array.from(perceived, (_, i) => 1 + (i % 2));
    const fit = fitSatisfaction({ expected, perceived }, answers, {
      ...names,
      form: { ...levelForm, answers: { min: 1, max: 2 } },
      folds: Uint8Array.from(answers, (_, i) => (i === 40 ? 2 : i % 4 < 2 ? 1 : 0)),
    });
    expectSurvivesJson(fit);
    expect(fit.recommended).toBeNull();
    expect(fit.comparison).toEqual([]);
    expect(
      fit.flags.filter(({ code }) => code === 'not-scored').map(({ detail }) => detail.form),
    ).toEqual(['no-gap', 'linear', 'asymmetric']);
  });

  it('is left out, and says so, where an answer is in one fold only', () => {
    const folds = Uint8Array.from(levels.answers, (answer, i) => (answer === 5 ? 2 : i % 2));
    const fit = fitSatisfaction(levelColumns, levels.answers, { ...names, form: levelForm, folds });
    const given = levels.answers.filter((answer) => answer === 5).length;
    expect(fit.flags).toEqual([{ code: 'not-compared', detail: { answer: 5, given } }]);
    expect(fit.recommended).toBeNull();
  });
});

it('flags a term that separates answers', () => {
  const promised = Float64Array.from({ length: 60 }, () => 10);
  const actual = Float64Array.from({ length: 60 }, (_, i) => 6 + (i % 8));
  const answers = Array.from(actual, (days, i) => (days > 10 ? 1 : 2 + (i % 3)));
  const fit = fitSatisfaction({ promised, actual, unit: 'days' }, answers, {
    ...names,
    form: {
      answers: { min: 1, max: 4 },
      dimensions: {
        time: { kind: 'time', unit: 'days', terms: ['gain', 'broken'], value: 'identity' },
      },
    },
    folds: 0,
  });
  expect(fit.model.fit?.converged).toBe(false);
  // Nobody gave 1 to an order on time, so that the first threshold runs away with it, and no other.
  expect(fit.flags).toEqual([
    { code: 'separated', detail: { parameter: 'threshold.1' } },
    { code: 'separated', detail: { parameter: 'time.broken' } },
  ]);
  expect(fit.intervals['time.broken']).toBeNull();
  expect(fit.intervals['time.gain']).not.toBeNull();
  expect(fit.model.parameters['time.broken']).not.toHaveProperty('standardError');
  expectSurvivesJson(fit);
});

it('fits several dimensions at once, by importance', () => {
  const next = uniforms(9);
  const rows = 800;
  const column = (from: number, width: number) =>
    Float64Array.from({ length: rows }, () => from + width * next());
  const time = { promised: column(30, 30), actual: column(20, 50), unit: 'minutes' as const };
  const service = { expected: column(60, 20), perceived: column(40, 60) };
  const answers = Array.from(service.perceived, (level, i) => {
    const late = (time.actual[i] as number) > (time.promised[i] as number) ? 1 : 0;
    const p = next();
    const latent = 0.05 * level - 1.5 * late + Math.log(p / (1 - p));
    return 1 + [1, 2.5, 4].filter((cut) => latent > cut).length;
  });
  const { model } = fitSatisfaction({ dimensions: { time, service } }, answers, {
    ...names,
    form: {
      answers: { min: 1, max: 4 },
      dimensions: {
        time: { kind: 'time', unit: 'percent', terms: ['broken'], value: 'identity' },
        service: { kind: 'level', unit: 'points', terms: ['performance'], value: 'identity' },
      },
      parameters: { 'time.importance': 3 },
    },
  });
  // Shares of 3/4 and 1/4 stand before the coefficients.
  expect(model.parameters['time.broken']?.value).toBeCloseTo(1.5 / 0.75, 0);
  expect(model.parameters['service.performance']?.value).toBeCloseTo(0.05 / 0.25, 1);
  const late = predictSatisfaction(
    {
      dimensions: {
        time: { promised: 40, actual: 41, unit: 'minutes' },
        service: { expected: 70, perceived: 70 },
      },
    },
    { model },
  );
  expect(late.outcome).toBe('below');
});
