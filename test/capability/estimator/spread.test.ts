import { adjustParameters, type EstimatorModel, estimateWith, fitEstimator } from 'overdeliver';
import { estimateColumns, fittedDefaults } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/numerics/normal';
import { uniforms } from '../../../src/numerics/uniforms';
import { refusal } from '../../core/refusal';
import { relativeError } from '../../numerics/relative-error';
import { visits } from './spread-fixtures';

const unit = 'minutes';
const parameters = adjustParameters(fittedDefaults, 'tests/few', { spreadShrinkage: 5 });
const crossed = { interactions: { visit: ['store', 'weekday'] } } as const;
const options = { unit, fitShare: 1, shrinkage: 2, curves: false, parameters, ...crossed };

describe('crossed categories and spreads', () => {
  const { model } = fitEstimator(visits.history, options);

  // numpy, as one dense system.
  it.each(['level', 'spread'] as const)('golden: the %s', (name) => {
    const { intercept, numeric, categorical, interactions } =
      name === 'level' ? model : model.spread;
    const golden = visits[name];
    const close = (ours: { value: number; standardError: number }, theirs: readonly number[]) => {
      expect(Math.abs(ours.value - (theirs[0] as number))).toBeLessThan(1e-10);
      expect(relativeError(ours.standardError, theirs[1] as number)).toBeLessThan(1e-10);
    };
    close(intercept, golden.intercept);
    for (const [column, theirs] of Object.entries(golden.numeric)) {
      close(numeric[column] as EstimatorModel['intercept'], theirs);
    }
    for (const [[one, other], ...theirs] of golden.effects as [
      [string, string],
      number,
      number,
    ][]) {
      const found = categorical[one]?.[other] ?? interactions.visit?.effects[one]?.[other];
      close(found as EstimatorModel['intercept'], theirs);
    }
    expect(interactions.visit?.columns).toEqual(['store', 'weekday']);
  });

  it('gives each row its spread', () => {
    const { spreads } = estimateColumns(model, visits.history.columns);
    spreads.forEach((spread, i) => {
      expect(relativeError(spread, visits.spreads[i] as number)).toBeLessThan(1e-10);
    });
    const row = { km: 1, load: 0, store: 'a', weekday: 'monday' };
    const { spread } = estimateWith(model, row);
    expect([
      ...estimateColumns(model, { km: [1], load: [0], store: ['a'], weekday: ['monday'] }).spreads,
    ]).toEqual([spread]);
    // Beyond what was seen it stays as it is there.
    const least = Math.min(...visits.history.columns.km);
    expect(estimateWith(model, { ...row, km: -90 }).spread).toBe(
      estimateWith(model, { ...row, km: least }).spread,
    );
  });

  it('names what an interaction does, and pairs that were never seen', () => {
    const row = { km: 1, load: 0, store: 'a', weekday: 'monday' };
    const { factors, typical, estimate, unseen } = estimateWith(model, row);
    expect(Object.keys(factors)).toEqual(['km', 'load', 'store', 'weekday', 'visit']);
    expect(
      relativeError(
        Object.values(factors).reduce((a, b) => a * b, typical),
        estimate,
      ),
    ).toBeLessThan(1e-14);
    expect(unseen).toEqual([]);
    const stranger = estimateWith(model, { ...row, weekday: 'tuesday' });
    expect(stranger.unseen).toEqual(['weekday', 'visit']);
    expect(stranger.factors.visit).toBe(1);
    expect([
      ...estimateColumns(model, { km: [1], load: [0], store: ['a'], weekday: ['tuesday'] }).unseen,
    ]).toEqual([2]);
  });

  it('goes back to the sum of both where pairs tell nothing', () => {
    const strong = fitEstimator(visits.history, { ...options, shrinkage: 1e6 }).model;
    const { effects } = strong.interactions.visit as EstimatorModel['interactions'][string];
    const values = Object.values(effects).flatMap((of) =>
      Object.values(of).map(({ value }) => value),
    );
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(1e-4);
  });

  it('has a spread of 1 where nothing is left over', () => {
    const km = [1, 2, 4, 7, 3, 9];
    const actuals = km.map((x) => 12 * 1.3 ** x);
    const exact = fitEstimator({ actuals, columns: { km } }, { unit, fitShare: 1 }).model;
    expect(estimateWith(exact, { km: 5 }).spread).toBe(1);
  });

  it.each([
    [
      { visit: ['store', 'shop'] },
      'unknown-name',
      'options.interactions.visit[1]',
      /store, weekday/,
    ],
    [{ visit: ['store', 'km'] }, 'wrong-type', 'options.interactions.visit[1]', /store, weekday/],
    [
      { store: ['store', 'weekday'] },
      'ambiguous',
      'options.interactions.store',
      /a name of its own/,
    ],
    [{ visit: ['store', 'store'] }, 'ambiguous', 'options.interactions.visit', /two different/],
    [
      { a: ['store', 'weekday'], b: ['weekday', 'store'] },
      'ambiguous',
      'options.interactions.b',
      /once/,
    ],
    [{ visit: ['store'] }, 'out-of-range', 'options.interactions.visit', /names of two columns/],
    [{ visit: 'store' }, 'wrong-type', 'options.interactions.visit', /names of two columns/],
  ])('refuses the interactions %j', (interactions, code, path, expected) => {
    const found = refusal(() =>
      fitEstimator(visits.history, { ...options, interactions } as never),
    );
    expect(found).toMatchObject({ code, path });
    expect(found.expected).toMatch(expected);
  });

  it('says that there is no column of categories to cross', () => {
    const { km, load } = visits.history.columns;
    const history = { ...visits.history, columns: { km, load } };
    const found = refusal(() => fitEstimator(history, options));
    expect(found.expected).toBe('a column of categories: there is none');
  });
});

/** Numbers from 1 to 10 and what they make of a duration, with an error that may grow. */
function world(n: number, seed: number, log: (x: number) => number, spread = (_: number) => 0.2) {
  const next = uniforms(seed);
  const x = Float64Array.from({ length: n }, () => 1 + 9 * next());
  const y = Float64Array.from({ length: n }, () => 1 + 9 * next());
  const store = Array.from({ length: n }, () => `s${Math.floor(4 * next())}`);
  const actuals = x.map((of) => Math.exp(2 + log(of) + spread(of) * normalQuantile(next())));
  return { actuals, columns: { x, y, store } };
}
const all = { unit, fitShare: 1 };

describe('numbers that act along curves', () => {
  it('may act by their logarithm, along a line that bends, or as they are', () => {
    const formOf = (log: (x: number) => number) => {
      const { x, y } = fitEstimator(world(800, 1, log), all).model.numeric;
      expect([y?.scale, y?.bends.length]).toEqual(['linear', 0]);
      return [x?.scale, x?.bends.length];
    };
    expect(formOf((x) => 0.5 * Math.log(x))).toEqual(['log', 0]);
    expect(formOf((x) => 0.1 * Math.abs(x - 5))).toEqual(['linear', 5]);
    expect(formOf((x) => 0.1 * x)).toEqual(['linear', 0]);
  });

  it('follow what they do', () => {
    const bent = (x: number) => 0.1 * Math.abs(x - 5.5);
    const { model } = fitEstimator(world(2000, 2, bent), all);
    const row = { y: 5, store: 's0' };
    const at = (x: number) => Math.log(estimateWith(model, { ...row, x }).estimate);
    for (const x of [1, 3, 7, 9]) expect(at(x) - at(5.5)).toBeCloseTo(bent(x), 1);
    const kinks = model.numeric.x?.bends.map(({ at }) => at) ?? [];
    expect(kinks).toEqual([...kinks].sort((a, b) => a - b));
    const straight = fitEstimator(world(2000, 2, bent), { ...all, curves: false }).model;
    expect(straight.numeric.x?.bends).toEqual([]);
    expect(straight.residualSd).toBeGreaterThan(1.15 * model.residualSd);
  });

  it.each([0, 0.1, 0.2])('bend at places spread evenly, no nearer to an end than %s', (edge) => {
    const made = world(101, 2, (x) => 0.5 * Math.abs(x - 5.5));
    const parameters = adjustParameters(fittedDefaults, 'tests/edge', { curveEdge: edge });
    const { bends } = fitEstimator(made, { ...all, parameters }).model.numeric.x ?? { bends: [] };
    const sorted = made.columns.x.slice().sort();
    const places = [0, 1, 2, 3, 4].map((k) => Math.round(100 * (edge + (k * (1 - 2 * edge)) / 4)));
    // None at the very ends.
    const inside = places.filter((place) => place > 0 && place < 100);
    expect(bends.map(({ at }) => at)).toEqual(inside.map((place) => sorted[place]));
  });

  it('have a logarithm below the least value too, along its tangent', () => {
    const { model } = fitEstimator(
      world(800, 1, (x) => 0.5 * Math.log(x)),
      all,
    );
    const { value, range } = model.numeric.x as EstimatorModel['numeric'][string];
    const row = { y: 5, store: 's0' };
    const at = (x: number) => Math.log(estimateWith(model, { ...row, x }).estimate);
    expect(at(range[0]) - at(0)).toBeCloseTo(value, 9);
    expect(at(2 * range[0]) - at(range[0])).toBeCloseTo(value * Math.log(2), 9);
  });

  it('are straight in few rows, and where a bend would repeat another column', () => {
    const few = fitEstimator(
      world(99, 1, (x) => 2 * Math.log(x)),
      all,
    ).model;
    expect(few.numeric.x?.scale).toBe('linear');
    const made = world(800, 1, (x) => 0.5 * Math.log(x));
    const columns = { ...made.columns, logarithm: made.columns.x.map(Math.log) };
    const { x, logarithm } = fitEstimator({ ...made, columns }, all).model.numeric;
    expect(x?.scale).toBe('linear');
    expect(logarithm?.scale).toBe('linear');
  });

  it('are straight where a column varies in a row or two alone', () => {
    const made = world(300, 1, (x) => 2 * Math.log(x));
    const once = made.columns.x.map((_, i) => (i === 7 ? 1 : 0));
    const { model } = fitEstimator({ ...made, columns: { ...made.columns, once } }, all);
    expect(model.numeric.x).toMatchObject({ scale: 'linear', bends: [] });
  });

  it('are told with crossed categories', () => {
    const made = world(800, 1, (x) => 0.5 * Math.log(x));
    const day = made.columns.store.map((_, i) => `d${i % 3}`);
    const history = { ...made, columns: { ...made.columns, day } };
    const crossing = { ...all, interactions: { visit: ['store', 'day'] } } as const;
    const { model } = fitEstimator(history, crossing);
    expect(model.numeric.x?.scale).toBe('log');
    const broken = JSON.parse(JSON.stringify(model));
    broken.interactions.visit.columns = ['store'];
    const row = { x: 1, y: 5, store: 's0', day: 'd0' };
    expect(refusal(() => estimateWith(broken, row))).toMatchObject({
      code: 'wrong-type',
      path: 'model.interactions.visit.columns',
    });
    broken.interactions.visit.columns = ['store', 'day'];
    broken.spread.intercept.value = -1e4;
    expect(refusal(() => estimateWith(broken, row))).toMatchObject({
      code: 'out-of-range',
      path: 'row',
    });
  });

  it('are told by some rows of many, in which a column may not vary', () => {
    const made = world(6001, 1, (x) => 0.5 * Math.log(x));
    const rare = made.columns.x.map((_, i) => (i % 2 === 1 && i < 41 ? 1 : 0));
    const columns = { ...made.columns, rare };
    const { model } = fitEstimator({ ...made, columns }, all);
    expect(model.numeric.x?.scale).toBe('log');
    expect(model.numeric.rare).toMatchObject({ scale: 'linear', bends: [] });
    // Columns that repeat each other in those rows alone leave all of them straight.
    const twin = made.columns.x.map((x, i) => x + (i % 2 === 1 && i < 41 ? 1 : 0));
    const repeated = fitEstimator({ ...made, columns: { ...made.columns, twin } }, all).model;
    expect(repeated.numeric.x?.scale).toBe('linear');
  });
});

describe('rows held out', () => {
  const made = world(1000, 3, (x) => 0.1 * x);

  it('are drawn at random, the same ones for the same seed', () => {
    const random = { unit, holdOut: 'random', curves: false } as const;
    const { heldOut, heldOutRows, model } = fitEstimator(made, random);
    expect(model.n).toBe(700);
    expect(heldOutRows).toHaveLength(300);
    expect([...heldOutRows]).toEqual([...new Set(heldOutRows)].sort((a, b) => a - b));
    expect([...heldOut.actuals]).toEqual([...heldOutRows].map((row) => made.actuals[row]));
    const { estimates, spreads } = estimateColumns(model, made.columns);
    expect([...heldOut.estimates]).toEqual([...heldOutRows].map((row) => estimates[row]));
    expect([...heldOut.spreads]).toEqual([...heldOutRows].map((row) => spreads[row]));
    expect(fitEstimator(made, { ...random, seed: 1 })).toEqual(fitEstimator(made, random));
    expect(fitEstimator(made, { ...random, seed: 2 }).heldOutRows).not.toEqual(heldOutRows);
    // From all over.
    expect([...heldOutRows].filter((row) => row < 500).length).toBeGreaterThan(120);
  });

  it('are the last ones unless asked', () => {
    expect([...fitEstimator(made, { unit }).heldOutRows]).toEqual(
      Array.from({ length: 300 }, (_, i) => 700 + i),
    );
    expect(refusal(() => fitEstimator(made, { unit, seed: 3 }))).toMatchObject({
      code: 'ambiguous',
      path: 'options.seed',
    });
  });

  it.each(['last', 'random'] as const)('drift is told of, held out: %s', (holdOut) => {
    expect(fitEstimator(made, { unit, holdOut }).flags).toEqual([]);
    const actuals = made.actuals.map((actual, i) => (i < 500 ? actual : 1.2 * actual));
    const { flags } = fitEstimator({ ...made, actuals }, { unit, holdOut });
    expect(flags).toMatchObject([{ code: 'drift', detail: { holdOut } }]);
    const [warning] = flags;
    expect(warning?.code === 'drift' ? warning.detail.distance : 0).toBeGreaterThan(0.2);
  });

  it.each([3, 24, 0.5])('are not said to drift where all take the same: %d', (took) => {
    const column = Array.from({ length: 210 }, (_, i) => 'abc'[i % 3] as string);
    const history = { actuals: column.map(() => took), columns: { column } };
    expect(fitEstimator(history, { unit: 'hours' }).flags).toEqual([]);
  });

  it('are said to drift only where chance is ruled out as surely as asked', () => {
    const actuals = made.actuals.map((actual, i) => (i < 500 ? actual : 1.05 * actual));
    const flagsAt = (driftChance: number) => {
      const parameters = adjustParameters(fittedDefaults, 'tests/chance', { driftChance });
      return fitEstimator({ ...made, actuals }, { unit, parameters }).flags;
    };
    const [found] = flagsAt(0.5);
    const distance = found?.code === 'drift' ? found.detail.distance : Number.NaN;
    // Smirnov's limit: two halves of 500 lie so far apart with this chance, or less.
    const chance = 2 * Math.exp(-2 * distance ** 2 * 250);
    expect(chance).toBeGreaterThan(1e-9);
    expect(flagsAt(1.01 * chance)).toHaveLength(1);
    expect(flagsAt(0.99 * chance)).toEqual([]);
  });
});

describe('a spread', () => {
  it('is wide where rows are far off', () => {
    const spreadOf = (x: number) => 0.08 * Math.exp(0.15 * x);
    const { model } = fitEstimator(
      world(3000, 4, (x) => 0.1 * x, spreadOf),
      all,
    );
    for (const x of [2, 5, 9]) {
      const ratio = estimateWith(model, { x, y: 5, store: 's0' }).spread / spreadOf(x);
      // Shrunk, so that the contrast is somewhat less.
      expect(ratio).toBeGreaterThan(0.75);
      expect(ratio).toBeLessThan(1.3);
    }
  });

  it('is much the same for all where they are', () => {
    const made = world(2000, 5, (x) => 0.1 * x);
    const { spreads } = estimateColumns(fitEstimator(made, all).model, made.columns);
    expect(Math.max(...spreads) / Math.min(...spreads)).toBeLessThan(1.4);
    expect(spreads[0]).toBeGreaterThan(0.15);
    expect(spreads[0]).toBeLessThan(0.25);
  });

  it('is 1 for a model that an older release wrote', () => {
    const old = {
      kind: 'log-linear',
      version: 1,
      unit,
      n: 5,
      shrinkage: 20,
      intercept: { value: 3, standardError: 0.1 },
      numeric: { km: { value: 0.2, standardError: 0.1, mean: 2, range: [1, 7] } },
      categorical: { store: { a: { value: 0.1, standardError: 0.2, n: 3 } } },
      residualSd: 0.2,
      r2: 0.5,
    } as unknown as EstimatorModel;
    expect(estimateWith(old, { km: 4, store: 'a' })).toEqual({
      estimate: Math.exp(3 + 0.2 * 2 + 0.1),
      spread: 1,
      unit,
      typical: Math.exp(3),
      factors: { km: Math.exp(0.4), store: Math.exp(0.1) },
      unseen: [],
    });
    expect([...estimateColumns(old, { km: [4], store: ['a'] }).spreads]).toEqual([1]);
  });
});
