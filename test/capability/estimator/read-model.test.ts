import { type EstimatorModel, estimateWith } from 'overdeliver';
import { estimateColumns } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';

const standardError = 0.01;
const of = (value: number) => ({ value, standardError });
const none = { numeric: {}, categorical: {}, interactions: {} };

/** Written by hand: km bends at 3 and 6, load goes by its logarithm and bends at 4. */
const model: EstimatorModel = {
  kind: 'log-linear',
  version: 2,
  unit: 'minutes',
  n: 50,
  shrinkage: 20,
  intercept: of(2),
  numeric: {
    km: {
      ...of(0.1),
      scale: 'linear',
      mean: 4,
      range: [0, 10],
      bends: [
        { ...of(-0.04), at: 3, mean: 1.5 },
        { ...of(0.2), at: 6, mean: 0.5 },
      ],
    },
    load: {
      ...of(0.5),
      scale: 'log',
      mean: Math.log(3),
      range: [1, 20],
      bends: [{ ...of(0.3), at: Math.log(4), mean: 0.25 }],
    },
  },
  categorical: {
    store: { a: { ...of(0.2), n: 5 }, constructor: { ...of(0), n: 5 } } as never,
    day: { monday: { ...of(-0.1), n: 5 }, name: { ...of(0), n: 5 } },
  },
  interactions: {
    visit: { columns: ['store', 'day'], effects: { a: { monday: { ...of(0.05), n: 5 } } } },
  },
  spread: { intercept: of(-1), ...none },
  residualSd: 0.2,
  r2: 0.5,
};
const row = { km: 4, load: 3, store: 'a', day: 'monday' };

describe('a model whose numbers bend', () => {
  // 2 + .2 - .1 + .05 by the categories, and by hand:
  it.each([
    [{ km: 2 }, 0.1 * -2 - 0.04 * -1.5 + 0.2 * -0.5 + 0.3 * -0.25],
    [{ km: 5 }, 0.1 * 1 - 0.04 * 0.5 + 0.2 * -0.5 + 0.3 * -0.25],
    [{ km: 8 }, 0.1 * 4 - 0.04 * 3.5 + 0.2 * 1.5 + 0.3 * -0.25],
    [{ load: 8 }, -0.04 * -0.5 + 0.2 * -0.5 + 0.5 * Math.log(8 / 3) + 0.3 * (Math.log(2) - 0.25)],
  ])('golden: %j', (part, log) => {
    const given = { ...row, ...part };
    const { estimate } = estimateWith(model, given);
    expect(Math.log(estimate)).toBeCloseTo(2.15 + log, 13);
    const columns = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, [value]]),
    ) as Record<string, readonly number[]>;
    expect([...estimateColumns(model, columns).estimates]).toEqual([estimate]);
  });

  it.each([
    ['km', 'bends', 5],
    ['km', 'bends', [{}]],
    ['km', 'bends', [{ value: null, at: 3, mean: 1 }]],
    ['km', 'bends', [{ value: 1, at: '3', mean: 1 }]],
    ['km', 'range', { 0: 0, 1: 10 }],
    ['km', 'range', ['a', 10]],
    ['load', 'scale', 'cubic'],
  ])('is refused with a %s whose %s are %j', (column, name, value) => {
    const numeric = { ...model.numeric, [column]: { ...model.numeric[column], [name]: value } };
    const error = { code: 'wrong-type', path: `model.numeric.${column}` };
    const call = () => estimateWith({ ...model, numeric } as never, row);
    expect(refusal(call)).toMatchObject(error);
  });

  it.each([0, -1])('has no logarithms from %d on', (low) => {
    const load = { ...model.numeric.load, range: [low, 20] };
    const edited = { ...model, numeric: { ...model.numeric, load } } as never;
    expect(refusal(() => estimateWith(edited, row)).path).toBe('model.numeric.load');
  });
});

describe('a model of categories', () => {
  it('takes no name that every object has for a pair it has seen', () => {
    const given = { ...row, store: 'constructor', day: 'name' };
    const { factors, unseen } = estimateWith(model, given);
    expect([factors.visit, unseen]).toEqual([1, ['visit']]);
  });

  it('names the effect of a pair that is none, and an intercept that is missing', () => {
    const visit = { columns: ['store', 'day'], effects: { a: { monday: { value: '1' } } } };
    const odd = { ...model, interactions: { visit } } as never;
    expect(refusal(() => estimateWith(odd, row))).toMatchObject({
      code: 'wrong-type',
      path: 'model.interactions.visit.effects.a.monday.value',
    });
    const bare = { ...model, intercept: {} } as never;
    expect(refusal(() => estimateWith(bare, row))).toMatchObject({
      code: 'missing',
      path: 'model.intercept.value',
    });
  });
});
