import { calibrateEstimates, estimateWith } from 'overdeliver';
import type { EstimatorModel } from 'overdeliver/capability';
import { estimatesSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { answered, inSqlite } from './one-row';

const zero = { value: 0, standardError: 0 };
const linear: EstimatorModel['numeric'][string] = {
  ...{ value: 1, standardError: 0, mean: 0 },
  range: [0, 9],
  scale: 'linear',
  bends: [],
};
const sum = { intercept: zero, categorical: {}, interactions: {} };
const model: EstimatorModel = {
  ...{ kind: 'log-linear', version: 2, unit: 'minutes', n: 9, shrinkage: 1 },
  ...{ residualSd: 1, r2: null, ...sum },
  numeric: { km: linear },
  spread: { ...sum, numeric: { kg: linear } },
};
const columns = { km: 'far', kg: 'heavy' };
const rows = { ...inSqlite, columns };

describe('estimates', () => {
  it('are quoted by the calibration: by spreads where it has them', async () => {
    const history = { estimates: Array(9).fill(1), actuals: Array(9).fill(2) };
    const quoted = async (more: object) => {
      const calibration = calibrateEstimates({ ...history, ...more }, { unit: 'minutes' });
      const { text } = estimatesSql(model, { ...rows, quote: { calibration, keepRate: 0.9 } });
      return (await answered(text, { far: 3, heavy: 1 })).quote;
    };
    // The spread of the row is e.
    expect(await quoted({})).toBeCloseTo(2 * Math.exp(3), 10);
    expect(await quoted({ spreads: Array(9).fill(0.5) })).toBeCloseTo(4 ** Math.E * Math.exp(3), 8);
  });

  // 2^(1 / .001) is more than an engine counts with; what is computed with is 2^(spread / .001).
  it('are quoted by small spreads', async () => {
    const history = { estimates: [1], actuals: [2], spreads: [0.001] };
    const calibration = calibrateEstimates(history, { unit: 'minutes' });
    const sure = { ...model, spread: { ...sum, intercept: { ...zero, value: -7 }, numeric: {} } };
    const quote = { calibration, keepRate: 0.5 };
    const { text } = estimatesSql(sure, { ...inSqlite, columns: { km: 'far' }, quote });
    const answer = await answered(text, { far: 0 });
    expect(answer.quote).toBeCloseTo(2 ** (Math.exp(-7) / 0.001), 12);
  });

  it.each([
    ['an estimate', { far: 800, heavy: 1 }, 'far'],
    ['a spread', { far: 1, heavy: 3 }, 'heavy'],
  ])('say which column takes %s beyond e^700', async (_, row, input) => {
    const heavy = { ...linear, value: 300 };
    const steep = { ...model, spread: { ...sum, numeric: { kg: heavy } } };
    const answer = await answered(estimatesSql(steep, rows).text, row);
    expect(answer).toMatchObject({ status: 'out-of-range', input, estimate: null });
  });

  // What fitEstimator wrote then had neither scales nor bends.
  it('take models of version 1', async () => {
    const { scale: _, bends: __, ...plain } = linear;
    const { spread: ___, interactions: ____, ...rest } = model;
    const older = { ...rest, version: 1, numeric: { km: { ...plain, value: 0.5, mean: 2 } } };
    const { text } = estimatesSql(older as never, { ...inSqlite, columns: { km: 'far' } });
    const answer = await answered(text, { far: 4 });
    expect(answer.estimate).toBeCloseTo(Math.E, 12);
    expect(estimateWith(older as never, { km: 4 }).estimate).toBeCloseTo(Math.E, 12);
  });
});

describe('numbers that no engine can count with', () => {
  const bend = { ...zero, at: 1, mean: 1 };
  it.each([
    ['an effect', { value: 1e60 }],
    ['a mean', { mean: 1e60 }],
    ['an end of a range', { range: [0, 1e60] }],
    ['a bend', { bends: [{ ...bend, value: 1e60 }] }],
    ['where it bends', { bends: [{ ...bend, at: 1e60 }] }],
    ['the mean beyond a bend', { bends: [{ ...bend, mean: 1e60 }] }],
  ])('are refused: %s', (_, change) => {
    const effect = { ...linear, ...change } as typeof linear;
    const numeric = { km: effect };
    const code = 'out-of-range';
    expect(refusal(() => estimatesSql({ ...model, numeric }, rows))).toMatchObject({
      ...{ code, path: 'model.numeric.km' },
    });
    const spread = { ...sum, numeric: { kg: effect } };
    expect(refusal(() => estimatesSql({ ...model, spread }, rows))).toMatchObject({
      ...{ code, path: 'model.spread.numeric.kg' },
    });
  });

  it('are refused of categories, which have one each', () => {
    const lost = { ...model, categorical: { day: { mon: null } } } as never;
    const given = { ...rows, columns: { ...columns, day: 'day' } };
    expect(refusal(() => estimatesSql(lost, given))).toMatchObject({
      ...{ code: 'missing', path: 'model.categorical.day.mon.value' },
    });
  });
});
