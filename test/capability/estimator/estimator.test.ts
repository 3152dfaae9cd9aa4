import {
  calibrateEstimates,
  type EstimatorModel,
  estimateWith,
  fitEstimator,
  planPromise,
} from 'overdeliver';
import { estimateColumns } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/numerics/normal';
import { uniforms } from '../../../src/numerics/uniforms';
import { relativeError } from '../../numerics/relative-error';
import { deliveries, longley } from './estimator-fixtures';

const unit = 'minutes';
const all = { unit, fitShare: 1 };

/** Orders whose logarithm is a sum of km, load and what the store and the weekday do, and noise. */
function orders(n: number, seed: number, sd = 0.25) {
  const next = uniforms(seed);
  const column = <T>(of: () => T) => Array.from({ length: n }, of);
  const columns = {
    km: column(() => 1 + 9 * next()),
    store: column(() => `s${Math.floor(12 * next() ** 2)}`),
    load: column(() => Math.floor(20 * next())),
    weekday: column(() => ['mon', 'fri', 'sun'][Math.floor(3 * next())] as string),
  };
  const actuals = Array.from({ length: n }, (_, i) => {
    const [km, load] = [columns.km[i] as number, columns.load[i] as number];
    const store = Number(columns.store[i]?.slice(1)) / 20;
    const friday = columns.weekday[i] === 'fri' ? 0.2 : 0;
    return Math.exp(3 + 0.1 * km + 0.02 * load + store + friday + sd * normalQuantile(next()));
  });
  return { actuals, columns };
}

const rowOf = ({ columns }: { columns: Record<string, ArrayLike<unknown>> }, i: number) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[i]]));

/** All numbers of a model, or of a golden, in one order. */
const numbersOf = (fit: unknown): number[] =>
  typeof fit === 'number' ? [fit] : Object.values(fit as object).flatMap(numbersOf);

describe('golden', () => {
  // mpmath; statsmodels' own OLS is 8e-11 off on longley.
  it.each([
    ['longley', longley, 2e-11],
    ['deliveries', deliveries, 1e-12],
  ])('%s', (_, { history, shrinkage, fit }, tolerance) => {
    const { model } = fitEstimator(history as typeof longley.history, { ...all, shrinkage });
    const pair = ({ value, standardError }: { value: number; standardError: number }) => [
      value,
      standardError,
    ];
    const pairs = <T>(of: Readonly<Record<string, T>>, to: (value: T) => unknown) =>
      Object.fromEntries(Object.entries(of).map(([name, value]) => [name, to(value)]));
    const ours = numbersOf({
      intercept: pair(model.intercept),
      numeric: pairs(model.numeric, pair),
      categorical: pairs(model.categorical, (effects) => pairs(effects, pair)),
      residualSd: model.residualSd,
      r2: model.r2,
    });
    const golden = numbersOf(fit);
    expect(ours).toHaveLength(golden.length);
    ours.forEach((value, i) => {
      expect(relativeError(value, golden[i] as number)).toBeLessThan(tolerance);
    });
  });
});

describe('the model', () => {
  const history = orders(400, 1);
  const { model } = fitEstimator(history, all);

  it('finds what made the orders', () => {
    const { km, load } = model.numeric;
    expect(Math.abs((km?.value ?? 0) - 0.1)).toBeLessThan(3 * (km?.standardError ?? 0));
    expect(Math.abs((load?.value ?? 0) - 0.02)).toBeLessThan(3 * (load?.standardError ?? 0));
    expect(model.residualSd).toBeCloseTo(0.25, 1);
    expect(model).toMatchObject({ kind: 'log-linear', version: 2, unit, n: 400, shrinkage: 20 });
    expect(km?.range).toEqual([Math.min(...history.columns.km), Math.max(...history.columns.km)]);
  });

  it('is exact where there is no noise', () => {
    const km = [1, 2, 4, 7, 3, 9];
    const load = [3, 1, 4, 1, 5, 9];
    const actuals = km.map((x, i) => 12 * 1.3 ** x * 0.9 ** (load[i] as number));
    const exact = fitEstimator({ actuals, columns: { km, load } }, all).model;
    expect(exact.numeric.km?.value).toBeCloseTo(Math.log(1.3), 13);
    expect(estimateWith(exact, { km: 5, load: 2 }).estimate).toBeCloseTo(12 * 1.3 ** 5 * 0.81, 10);
    expect(exact.r2).toBeCloseTo(1, 13);
  });

  it('has effects that add up to 0 in each column, with their rows', () => {
    for (const [name, effects] of Object.entries(model.categorical)) {
      const values = Object.values(effects);
      expect(values.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(0, 12);
      expect(values.reduce((sum, { n }) => sum + n, 0)).toBe(400);
      expect(Object.keys(effects)).toHaveLength(name === 'store' ? 12 : 3);
    }
  });

  it('does not depend on the order of rows and columns', () => {
    const { store, km, weekday, load } = history.columns;
    const turned = fitEstimator(
      {
        actuals: [...history.actuals].reverse(),
        columns: {
          weekday: [...weekday].reverse(),
          load: Float64Array.from(load).reverse(),
          store: [...store].reverse(),
          km: [...km].reverse(),
        },
      },
      all,
    ).model;
    const one = (of: EstimatorModel) => [
      of.residualSd,
      of.intercept.value,
      of.categorical.store?.s3?.standardError as number,
      of.categorical.weekday?.fri?.value as number,
      of.numeric.km?.standardError as number,
    ];
    one(turned).forEach((value, i) => {
      expect(relativeError(value, one(model)[i] as number)).toBeLessThan(1e-11);
    });
  });

  it('does not depend on the units of its columns, and follows that of the actuals', () => {
    const miles = history.columns.km.map((km) => 1e6 + km / 1.609);
    const hours = fitEstimator(
      {
        actuals: history.actuals.map((minutes) => minutes / 60),
        columns: { ...history.columns, km: miles },
      },
      { ...all, unit: 'hours' },
    ).model;
    for (const i of [0, 7, 100]) {
      const there = estimateWith(hours, { ...rowOf(history, i), km: miles[i] }).estimate;
      const here = estimateWith(model, rowOf(history, i)).estimate;
      // 1e6 leaves km / 1.609 ten digits.
      expect(relativeError(60 * there, here)).toBeLessThan(1e-9);
    }
    expect(relativeError(hours.residualSd, model.residualSd)).toBeLessThan(1e-9);
  });

  it('moves rare categories less than common ones, and none far when shrinkage is great', () => {
    const actuals = [...Array(40).fill(20), ...Array(40).fill(30), 60];
    const store = [...Array(40).fill('a'), ...Array(40).fill('b'), 'rare'];
    const effectOf = (shrinkage: number, name: string) =>
      fitEstimator({ actuals, columns: { store } }, { ...all, shrinkage }).model.categorical
        .store?.[name]?.value as number;
    // One outcome of a rare store, as high above the average as a is below it, moves it far less.
    expect(effectOf(20, 'rare')).toBeLessThan(-effectOf(20, 'a') / 3);
    const strengths = [0.01, 1, 20, 1000, 1e6].map((shrinkage) => effectOf(shrinkage, 'rare'));
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(strengths[0]).toBeGreaterThan(0.5);
    expect(strengths[4]).toBeLessThan(1e-4);
  });

  it('explains nothing where nothing varies', () => {
    const same = fitEstimator({ actuals: [8, 8, 8, 8], columns: { km: [1, 2, 3, 5] } }, all).model;
    expect(same).toMatchObject({ r2: null, residualSd: 0 });
    expect(estimateWith(same, { km: 9 }).estimate).toBeCloseTo(8, 12);
    // The mean of many equal logarithms is off them by rounding, which a slope must not claim to explain.
    const km = Array.from({ length: 200 }, (_, i) => i % 13);
    const many = fitEstimator({ actuals: km.map(() => 5), columns: { km } }, { unit }).model;
    expect(many.r2).toBeNull();
  });

  it('takes any names', () => {
    const columns = JSON.parse(
      '{"__proto__": ["constructor", "__proto__", "7", "7"], "7": [1, 2, 3, 5]}',
    );
    const fitted = fitEstimator({ actuals: [8, 9, 7, 12], columns }, all).model;
    const revived = JSON.parse(JSON.stringify(fitted));
    const row = (store: string) => JSON.parse(`{"__proto__": "${store}", "7": 2}`);
    expect(estimateWith(revived, row('__proto__')).unseen).toEqual([]);
    expect(estimateWith(revived, row('toString')).unseen).toEqual(['__proto__']);
    expect(Object.keys(fitted.categorical)).toEqual(['__proto__']);
  });
});

describe('an estimate', () => {
  const history = orders(300, 2);
  const { model } = fitEstimator(history, all);

  it('is the typical one times the factors', () => {
    const { estimate, typical, factors, ...rest } = estimateWith(model, rowOf(history, 3));
    const product = Object.values(factors).reduce((sofar, factor) => sofar * factor, typical);
    expect(relativeError(estimate, product)).toBeLessThan(1e-14);
    expect([...Object.keys(factors)].sort()).toEqual(['km', 'load', 'store', 'weekday']);
    expect(rest).toEqual({ unit, spread: expect.any(Number), unseen: [] });
  });

  it('is the same by row, by column and after JSON', () => {
    const revived = JSON.parse(JSON.stringify(model));
    expect(revived).toEqual(model);
    const { estimates, unseen } = estimateColumns(revived, history.columns);
    const byRow = history.actuals.map((_, i) => estimateWith(model, rowOf(history, i)).estimate);
    expect([...estimates]).toEqual(byRow);
    expect(unseen.every((count) => count === 0)).toBe(true);
  });

  it('takes what it has not seen for average, or draws the line on, and says so', () => {
    const seen = { ...rowOf(history, 0), store: 's1' };
    const strange = estimateWith(model, { ...seen, store: 'new', km: 11, note: 'ignored' });
    expect(strange.unseen).toEqual(['km', 'store']);
    expect(strange.factors.store).toBe(1);
    const { value, mean } = model.numeric.km as { value: number; mean: number };
    expect(strange.factors.km).toBeCloseTo(Math.exp(value * (11 - mean)), 12);
    expect(estimateWith(model, { ...seen, km: 0.5 }).unseen).toEqual(['km']);
    const none = { numeric: {}, categorical: {}, interactions: {} };
    const bare = { ...model, ...none, spread: { ...model.spread, ...none } };
    expect(estimateColumns(bare, {}).estimates).toHaveLength(0);
    const columns = { km: [11, 5], load: [2, 2], store: ['new', 's1'], weekday: ['mon', 'mon'] };
    expect([...estimateColumns(model, columns).unseen]).toEqual([2, 0]);
  });

  it('has as many outcomes above as below it', () => {
    const later = orders(4000, 3);
    const { estimates } = estimateColumns(model, later.columns);
    const below = later.actuals.filter((actual, i) => actual < (estimates[i] as number)).length;
    expect(Math.abs(below / 4000 - 0.5)).toBeLessThan(0.05);
  });
});

describe('rows held out', () => {
  it('are the last ones, estimated by the model', () => {
    const history = orders(100, 4);
    const { model, heldOut } = fitEstimator(history, { unit });
    expect(model.n).toBe(70);
    expect([...heldOut.actuals]).toEqual(history.actuals.slice(70));
    expect([...heldOut.estimates]).toEqual(
      [...estimateColumns(model, history.columns).estimates].slice(70),
    );
    const first = {
      actuals: history.actuals.slice(0, 70),
      columns: {
        km: history.columns.km.slice(0, 70),
        store: history.columns.store.slice(0, 70),
        load: history.columns.load.slice(0, 70),
        weekday: history.columns.weekday.slice(0, 70),
      },
    };
    expect(fitEstimator(first, all).model).toEqual(model);
    expect(fitEstimator(first, all).heldOut.actuals).toHaveLength(0);
  });

  it('keep the wanted share of promises, which the rows fitted on do not', () => {
    const kept = { heldOut: 0, fittedOn: 0 };
    const repeats = 400;
    const next = uniforms(6);
    for (let r = 0; r < repeats; r++) {
      // Twenty numbers that say nothing, and 30 orders to fit on and as many more.
      const draw = (n: number) => ({
        actuals: Array.from({ length: n }, () => Math.exp(normalQuantile(next()))),
        columns: Object.fromEntries(
          Array.from({ length: 20 }, (_, j) => [
            `x${j}`,
            Array.from({ length: n }, () => normalQuantile(next())),
          ]),
        ),
      });
      const history = draw(59);
      const later = draw(1);
      const keeps = (fitShare: number, calibrateOn: 'heldOut' | 'fittedOn') => {
        const { model, heldOut } = fitEstimator(history, { unit, fitShare });
        const { estimates } = estimateColumns(model, history.columns);
        const past = calibrateOn === 'heldOut' ? heldOut : { ...history, estimates };
        const arrival = calibrateEstimates(
          { estimates: past.estimates, actuals: past.actuals },
          { unit },
        );
        const { estimate } = estimateWith(model, rowOf(later, 0));
        const { promise, guarantee } = planPromise(arrival(estimate), { keepRate: 0.9 });
        expect(guarantee.kind).toBe('finite-sample');
        if ((later.actuals[0] as number) <= promise) kept[calibrateOn]++;
      };
      keeps(30 / 59, 'heldOut');
      keeps(1, 'fittedOn');
    }
    // 27 of 29 + 1 ranks: .9 in expectation, with a standard error of .015.
    expect(Math.abs(kept.heldOut / repeats - 0.9)).toBeLessThan(3 * 0.015);
    expect(kept.fittedOn / repeats).toBeLessThan(0.8);
  });
});
