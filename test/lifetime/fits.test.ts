import { adjustParameters, expectedPurchases, fitBgNbd, probabilityAlive } from 'overdeliver';
import { fitGammaGamma, fitRetention, forecastRetention } from 'overdeliver/lifetime';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { expectSurvivesJson } from '../capability/survives-json';
import { deepFreeze } from '../core/deep-freeze';
import { relativeError } from '../numerics/relative-error';
import { customers as rows } from './fixtures';
import { simulateHistories } from './histories';

const id = { id: 'lifetime/test' };
const columnsOf = (some: readonly (readonly number[])[]) => ({
  frequency: some.map((row) => row[0] as number),
  recency: some.map((row) => row[1] as number),
  age: some.map((row) => row[2] as number),
});
const model = fitBgNbd(columnsOf(rows), id);
const notConverged = { code: 'not-converged', path: 'model' };

function expectSame(
  got: typeof model,
  wanted: typeof model,
  factor: Partial<Record<keyof typeof model.parameters, number>> = {},
) {
  for (const name of ['r', 'alpha', 'a', 'b'] as const) {
    const by = factor[name] ?? 1;
    const { value, standardError } = wanted.parameters[name];
    expect(relativeError(got.parameters[name].value, by * value)).toBeLessThan(1e-6);
    const error = got.parameters[name].standardError as number;
    expect(relativeError(error, by * (standardError as number))).toBeLessThan(1e-4);
  }
}

describe('a fitted set', () => {
  it('names itself and its data', () => {
    expect(model).toMatchObject({ ...id, setting: 'the customers it was fitted on' });
    expect(model.fit).toMatchObject({
      data: 'customers of the caller',
      licence: 'not stated',
      n: 60,
    });
    const about = { setting: 'a shop; weeks', data: 'orders of 2026', licence: 'ours' };
    const named = fitBgNbd(columnsOf(rows), { ...id, ...about });
    expect(named.setting).toBe(about.setting);
    expect(named.fit).toEqual({ ...model.fit, data: about.data, licence: about.licence });
    expect(named.parameters).toEqual(model.parameters);
    expect(fitBgNbd(columnsOf(rows), { ...id, setting: undefined })).toEqual(model);
  });

  it('is frozen plain data, and goes where a published set goes', () => {
    expectSurvivesJson(model);
    expect(Object.isFrozen(model.parameters.r)).toBe(true);
    const back = JSON.parse(JSON.stringify(model)) as typeof model;
    const history = deepFreeze({ frequency: 3, recency: 20, age: 30 });
    expect(probabilityAlive(back, history)).toEqual(probabilityAlive(model, history));
    expect(adjustParameters(model, 'lifetime/test-2', { r: 1 }).parameters.r.status).toBe(
      'assumed',
    );
  });

  it('does not depend on the order of customers, nor on the kind of column', () => {
    expectSame(fitBgNbd(columnsOf([...rows].reverse()), id), model);
    const { frequency, recency, age } = columnsOf(rows);
    const typed = {
      frequency: Uint8Array.from(frequency),
      recency: Float64Array.from(recency),
      age: Float64Array.from(age),
    };
    expect(fitBgNbd(deepFreeze(typed), id)).toEqual(model);
  });

  it('of everyone twice has the same values, from twice the information', () => {
    const twice = fitBgNbd(columnsOf([...rows, ...rows]), id);
    expect(twice.fit?.n).toBe(120);
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      const [one, two] = [model.parameters[name], twice.parameters[name]];
      expect(relativeError(two.value, one.value)).toBeLessThan(1e-6);
      const ratio = (one.standardError as number) / (two.standardError as number);
      expect(relativeError(ratio, Math.SQRT2)).toBeLessThan(1e-4);
    }
  });

  it('does not depend on how many they are', () => {
    const many = fitBgNbd(columnsOf(Array.from({ length: 300 }, () => rows).flat()), id);
    expect(many.fit).toMatchObject({ n: 18_000, converged: true });
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      const [one, all] = [model.parameters[name].value, many.parameters[name].value];
      expect(relativeError(all, one)).toBeLessThan(1e-6);
    }
  });

  it.each([[7], [1 / 52], [604_800_000]])('follows the unit of time, %d to the old one', (unit) => {
    const { frequency, recency, age } = columnsOf(rows);
    const times = (column: readonly number[]) => column.map((time) => time * unit);
    const other = fitBgNbd({ frequency, recency: times(recency), age: times(age) }, id);
    expectSame(other, model, { alpha: unit });
    const orders = frequency.reduce((sum, x) => sum + x, 0);
    const shift = orders * Math.log(unit);
    expect(other.fit?.logLikelihood).toBeCloseTo((model.fit?.logLikelihood as number) - shift, 6);
  });
});

describe('a fit that does not converge says so, in the set and in what comes of it', () => {
  it('nobody seems to have gone', () => {
    const all = { frequency: [3, 5, 2, 9], recency: [9, 9, 9, 9], age: [9, 9, 9, 9] };
    const faithful = fitBgNbd(all, id);
    expect(faithful.fit?.converged).toBe(false);
    expect(faithful.parameters.a).not.toHaveProperty('standardError');
    expectSurvivesJson(faithful);
    const history = { frequency: 3, recency: 9, age: 9 };
    const { probability, warnings } = probabilityAlive(faithful, history);
    expect(probability).toBeGreaterThan(0.99);
    expect(warnings).toEqual([notConverged, { code: 'nobody-goes', path: 'model' }]);
    expect(expectedPurchases(faithful, null, 5).warnings).toEqual(warnings);
  });

  it('every order has the same value', () => {
    const same = fitGammaGamma({ frequency: [1, 2, 3, 4], value: [20, 20, 20, 20] }, id);
    expect(same.fit?.converged).toBe(false);
    expectSurvivesJson(same);
  });

  it('retention does not rise with age', () => {
    const even = fitRetention([[1000, 800, 640, 512]], id);
    expect(even.fit?.converged).toBe(false);
    const { retention, warnings } = forecastRetention(even, { periods: 3 });
    retention.forEach((rate) => {
      expect(rate).toBeCloseTo(0.8, 4);
    });
    expect(warnings).toEqual([notConverged, { code: 'chances-alike', path: 'model' }]);
  });

  it('ages of 0 say nothing of when', () => {
    const now = { frequency: [1, 2, 1, 3], recency: [0, 0, 0, 0], age: [0, 0, 0, 0] };
    expect(fitBgNbd(now, id).fit?.converged).toBe(false);
  });
});

describe('a fit that does not converge says why', () => {
  const ten = (x: number) => Array.from({ length: 10 }, () => x);
  const [purchases, spending] = [fitBgNbd, fitGammaGamma];
  it.each<[string, Pick<typeof model, 'fit'>, readonly string[]]>([
    [
      'all buy at one rate, and none goes',
      purchases({ frequency: ten(4), recency: ten(9), age: ten(10) }, id),
      ['rates-alike r alpha', 'nobody-goes a b'],
    ],
    [
      'all go after the first repeat purchase',
      purchases({ frequency: ten(1), recency: ten(1.5), age: ten(50) }, id),
      ['rates-alike r alpha', 'all-go a b'],
    ],
    [
      'a handful of customers',
      purchases(
        {
          frequency: [0, 1, 0, 2, 1, 0],
          recency: [0, 3, 0, 8, 2, 0],
          age: [20, 20, 20, 20, 20, 20],
        },
        id,
      ),
      ['chances-alike a b'],
    ],
    [
      'orders of one value',
      spending({ frequency: [1, 2, 3, 4], value: [20, 20, 20, 20] }, id),
      ['orders-alike p gamma', 'values-alike q gamma'],
    ],
    [
      'one repeat order each, so that customers and orders are not told apart',
      spending({ frequency: [1, 1, 1, 1], value: [20, 40, 30, 10] }, id),
      ['values-alike q gamma'],
    ],
    [
      'customers who always spend the same',
      spending({ frequency: [4, 5, 6, 7, 8], value: [20, 40, 60, 200, 10] }, id),
      ['orders-alike p gamma'],
    ],
    ['an even retention', fitRetention([[1000, 800, 640, 512]], id), ['chances-alike a b']],
    ['a falling retention', fitRetention([[1000, 900, 700, 400]], id), ['chances-alike a b']],
    ['few subscribers', fitRetention([[50, 48, 40, 39]], id), ['numbers-open a b']],
    ['everybody lost', fitRetention([[1000, 0, 0]], id), ['all-go a b']],
  ])('%s', (_, { fit }, wanted) => {
    expect(fit?.converged).toBe(false);
    const reasons = fit?.reasons?.map(({ code, detail }) =>
      [code, ...(detail.numbers as readonly string[])].join(' '),
    );
    expect(reasons).toEqual(wanted);
    expect(Object.isFrozen(fit?.reasons?.[0]?.detail)).toBe(true);
  });

  it('and one that does gives no reason', () => {
    expect(model.fit).not.toHaveProperty('reasons');
  });

  it('a set from before reasons were given tells them all the same', () => {
    const all = { frequency: [3, 5, 2, 9], recency: [9, 9, 9, 9], age: [9, 9, 9, 9] };
    const { fit, ...faithful } = fitBgNbd(all, id);
    const { reasons, ...before } = { ...fit, data: '', licence: '', n: 4, converged: false };
    expect(reasons).toHaveLength(1);
    const old = { ...faithful, fit: before };
    expect(expectedPurchases(old, null, 5).warnings.map(({ code }) => code)).toEqual([
      'not-converged',
      'nobody-goes',
    ]);
  });
});

it('numbers up to a hundred thousand are not taken for endless', () => {
  const { fit, ...set } = model;
  const warningsOf = (numbers: Readonly<Record<string, number>>) => {
    const { parameters } = adjustParameters(set, 'lifetime/test-3', numbers);
    const shaky = { data: '', licence: '', n: 4, ...fit, converged: false };
    const { warnings } = expectedPurchases({ ...set, parameters, fit: shaky }, null, 1);
    return warnings.map(({ code }) => code).slice(1);
  };
  expect(warningsOf({ a: 1, b: 1, r: 1e5 })).toEqual([]);
  expect(warningsOf({ a: 1, b: 1, r: 100_001 })).toEqual(['rates-alike']);
  expect(warningsOf({ a: 1, b: 99_999 })).toEqual([]);
  expect(warningsOf({ a: 1, b: 100_001 })).toEqual(['nobody-goes']);
  expect(warningsOf({ a: 50_000, b: 50_000 })).toEqual([]);
  expect(warningsOf({ a: 50_000, b: 50_001 })).toEqual(['chances-alike']);
  expect(warningsOf({ a: 99_999, b: 1 })).toEqual([]);
  expect(warningsOf({ a: 100_001, b: 1 })).toEqual(['all-go']);
});

it('is of the highest summit: this sample has a lower one, of customers all alike who never go', () => {
  const few = simulateHistories(uniforms(109), 400, [0.06, 43, 0.9, 1.5]);
  const { fit, parameters } = fitBgNbd(few, id);
  expect(fit?.converged).toBe(true);
  expect(parameters.r.value).toBeCloseTo(0.0393, 3);
  expect(parameters.a.value).toBeCloseTo(4.22, 1);
});

it('is of one summit, whichever customers come first: climbs begin with a part of them', () => {
  const draw = uniforms(77);
  for (let shop = 0; shop < 10; shop++) {
    const truth = [0.4 + draw(), 3 + 7 * draw(), 0.2 + 2 * draw(), 1 + 4 * draw()] as const;
    const all = simulateHistories(draw, 2500, truth);
    expect(all.frequency.filter((x) => x > 0).length).toBeGreaterThan(600);
    const order = Array.from({ length: 2500 }, draw);
    const places = order.map((_, i) => i).sort((i, j) => (order[i] ?? 0) - (order[j] ?? 0));
    const shuffled = (column: Float64Array) => places.map((i) => column[i] as number);
    const busiest = [...places].sort((i, j) => (all.frequency[j] ?? 0) - (all.frequency[i] ?? 0));
    const sorted = (column: Float64Array) => busiest.map((i) => column[i] as number);
    const fits = [(column: Float64Array) => column, shuffled, sorted].map((of) => {
      const { frequency, recency, age } = all;
      return fitBgNbd({ frequency: of(frequency), recency: of(recency), age: of(age) }, id);
    });
    const [first, ...others] = fits.map(({ fit }) => fit?.logLikelihood as number);
    for (const other of others) expect(other / (first as number)).toBeCloseTo(1, 11);
  }
});

it('a customer of a thousand purchases does not overflow', () => {
  const busy = columnsOf([...rows, [1000, 38, 38.5], [1000, 12, 38.5]]);
  const { fit, parameters } = fitBgNbd(busy, id);
  expect(Number.isFinite(fit?.logLikelihood)).toBe(true);
  expect(parameters.r.value).toBeGreaterThan(0);
});

it('cohorts count together, however they are split', () => {
  const split = fitRetention(
    [
      [600, 500, 430],
      [400, 369, 313],
      [0, 0, 0],
    ],
    id,
  );
  const whole = fitRetention([[1000, 869, 743]], id);
  expect(split).toEqual(whole);
});

it('a cohort without a renewal yet counts for nothing, its customers included', () => {
  const alone = fitRetention([[1000, 869, 743]], id);
  const young = fitRetention([[5000], [1000, 869, 743], []], id);
  expect(young).toEqual(alone);
  expect(young.fit?.n).toBe(1000);
});

it('a recency that is the age up to rounding is the age', () => {
  const at = (recency: number, age: number) =>
    probabilityAlive(model, { frequency: 2, recency, age }).probability;
  expect(at(0.1 + 0.2, 0.3)).toBeCloseTo(at(0.3, 0.3), 14);
  const fitted = ({ last, now }: { last: number; now: number }) =>
    fitBgNbd(
      {
        frequency: [0, 1, 3, 2, 5, 0],
        recency: [0, 0.2, 0.6, last, 0.5, 0],
        age: [0.9, 0.8, 0.7, now, 0.6, 0.5],
      },
      { id: 'lifetime/test' },
    ).parameters;
  const near = fitted({ last: 0.1 + 0.2, now: 0.3 });
  const same = fitted({ last: 0.3, now: 0.3 });
  for (const name of ['r', 'alpha', 'a', 'b'] as const) {
    expect(near[name].value / same[name].value).toBeCloseTo(1, 6);
  }
});
