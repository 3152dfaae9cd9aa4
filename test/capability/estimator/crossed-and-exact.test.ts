import { adjustParameters, type EstimatorModel, estimateWith, fitEstimator } from 'overdeliver';
import { estimateColumns, fittedDefaults } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/numerics/normal';
import { uniforms } from '../../../src/numerics/uniforms';

const unit = 'minutes';
const all = { unit, fitShare: 1, curves: false };

describe('crossed categories', () => {
  const store = ['a', 'b', 'c', 'a', 'b', 'c', 'c', 'c', 'a', 'b', 'c', 'a'];
  const day = ['mo', 'mo', 'mo', 'tu', 'tu', 'tu', 'tu', 'tu', 'mo', 'mo', 'tu', 'mo'];
  const size = ['s', 'l', 's', 's', 'l', 'l', 's', 'l', 's', 's', 'l', 'l'];
  const actuals = store.map((_, i) => 10 + ((i * 7) % 5));
  const history = { actuals, columns: { store, day, size } };

  it('say how many rows each pair has', () => {
    const interactions = { visit: ['store', 'day'], back: ['day', 'store'] } as const;
    for (const [name, pair] of Object.entries(interactions)) {
      const { model } = fitEstimator(history, { ...all, interactions: { [name]: pair } });
      const { effects } = model.interactions[name] as EstimatorModel['interactions'][string];
      const [one, other] = pair.map((column) => history.columns[column]);
      const rows = Object.entries(effects).flatMap(([first, within]) =>
        Object.entries(within).map(([second, { n }]) => {
          const count = actuals.filter((_, i) => one?.[i] === first && other?.[i] === second);
          expect(n).toBe(count.length);
          return n;
        }),
      );
      expect(rows).toHaveLength(6);
    }
  });

  it('may be several pairs', () => {
    const interactions = { visit: ['store', 'day'], box: ['size', 'day'] } as const;
    const { model } = fitEstimator(history, { ...all, interactions });
    expect(Object.keys(model.interactions)).toEqual(['visit', 'box']);
  });
});

it('a fit solves its equations to the last digits, of columns that nearly repeat each other too', () => {
  const next = uniforms(3);
  const n = 60;
  const x = Array.from({ length: n }, () => next());
  const twin = x.map((of) => of + 1e-4 * next());
  const store = x.map(() => `s${Math.floor(4 * next())}`);
  const actuals = x.map((of) => Math.exp(3 + of + 0.3 * normalQuantile(next())));
  const shrinkage = 5;
  const columns = { x, twin, store };
  const { model } = fitEstimator({ actuals, columns }, { ...all, shrinkage });
  const { estimates } = estimateColumns(model, columns);
  const left = actuals.map((actual, i) => Math.log(actual / (estimates[i] as number)));
  const total = (of: (i: number) => number) =>
    left.reduce((sum, residual, i) => sum + residual * of(i), 0);
  // What is left over goes with no column, and with a store as far as its effect was shrunk.
  expect(total(() => 1)).toBeCloseTo(0, 11);
  expect(total((i) => 1e4 * ((twin[i] as number) - (x[i] as number)))).toBeCloseTo(0, 10);
  for (const [name, { value }] of Object.entries(model.categorical.store ?? {})) {
    expect(total((i) => +(store[i] === name))).toBeCloseTo(shrinkage * value, 12);
  }
});

// Rows are taken 256 at once, and four of these.
it.each([253, 256, 257, 258, 259, 515])('a fit of %d rows counts each of them once', (n) => {
  const next = uniforms(n);
  const x = Array.from({ length: n }, () => next());
  const store = x.map(() => `s${Math.floor(4 * next())}`);
  const actuals = x.map((of) => Math.exp(3 + of + 0.3 * normalQuantile(next())));
  const columns = { x, store };
  const { model } = fitEstimator({ actuals, columns }, { ...all, curves: false, shrinkage: 5 });
  const { estimates } = estimateColumns(model, columns);
  const left = actuals.map((actual, i) => Math.log(actual / (estimates[i] as number)));
  const total = (of: (i: number) => number) =>
    left.reduce((sum, residual, i) => sum + residual * of(i), 0);
  expect(total(() => 1)).toBeCloseTo(0, 10);
  expect(total((i) => x[i] as number)).toBeCloseTo(0, 10);
  for (const [name, { value }] of Object.entries(model.categorical.store ?? {}))
    expect(total((i) => +(store[i] === name))).toBeCloseTo(5 * value, 10);
});

it.each([1, 1e200, 1e-200])(
  'where nothing is left over the spread is 1, of some %d too',
  (scale) => {
    // As much below as above: the logarithms of those around 1 have a mean of 0.
    const km = [-3, -1.7, -0.9, -0.1, 0.1, 0.9, 1.7, 3];
    const actuals = km.map((x) => scale * Math.exp(0.37 * x));
    const { model } = fitEstimator({ actuals, columns: { km } }, all);
    expect(estimateWith(model, { km: 1 }).spread).toBe(1);
  },
);

it('drift is by how far both halves lie apart, those fitted widened by what a fit takes', () => {
  const next = uniforms(11);
  const columnOf = () => Array.from({ length: 24 }, () => next());
  const columns = { km: columnOf(), load: columnOf(), rain: columnOf() };
  const actuals = columns.km.map((x) => Math.exp(x + normalQuantile(next())));
  const parameters = adjustParameters(fittedDefaults, 'tests/chance', { driftChance: 0.5 });
  const { model, flags, heldOut } = fitEstimator(
    { actuals, columns },
    { unit, fitShare: 0.5, curves: false, parameters },
  );
  const { estimates, spreads } = estimateColumns(model, columns);
  const scores = actuals.map(
    (actual, i) => Math.log(actual / (estimates[i] as number)) / (spreads[i] as number),
  );
  // 12 rows, of which an intercept and three slopes take four.
  const early = scores.slice(0, 12).map((score) => Math.sqrt(16 / 8) * score);
  const late = scores.slice(12);
  expect(heldOut.estimates).toHaveLength(12);
  const shareUpTo = (some: readonly number[], x: number) =>
    some.filter((score) => score <= x).length / 12;
  const apart = [...early, ...late].map((x) => Math.abs(shareUpTo(early, x) - shareUpTo(late, x)));
  const detail = { distance: Math.max(...apart), holdOut: 'last' };
  expect(flags).toEqual([{ code: 'drift', detail }]);
});
