import { fitEstimator } from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import { cdnowOrderValues, cdnowPurchases } from 'overdeliver/lifetime';
import { surveyIntentions } from 'overdeliver/loyalty';
import {
  backtestSql,
  estimatesSql,
  expectationSql,
  intentionsSql,
  keptRatesSql,
  lifetimeSql,
  promisesSql,
  satisfactionSql,
} from 'overdeliver/sql';
import { expect, it } from 'vitest';
import { everyTerm } from './every-model';

const rows = { dialect: 'duckdb', from: 'orders' } as const;
const kept = { ...rows, keep: ['id'] };
const { model } = fitEstimator(
  { actuals: [2, 3, 4, 5], columns: { km: [1, 2, 3, 4], day: ['a', 'b', 'a', 'b'] } },
  { unit: 'minutes', fitShare: 1 },
);
const signals = {
  wordOfMouth: { level: 'word', reliability: 'trust', sd: 'sd' },
  price: { amount: 'paid', reference: 'usual' },
} as const;
const times = { made: 'made', due: 'due', delivered: 'came' } as const;
const cancelled = { at: 'off', by: { column: 'by' } } as const;
const ends = { started: 's', finished: 'e', cancelled: 'c', lost: 'l' } as const;
const how = { unit: 'days', keepRate: 0.9, asOf: 0 } as const;

it.each([
  [
    'an expectation at a stage',
    expectationSql(expectationDefaults, { ...rows, columns: { stage: 'first-use', signals } }),
    ['word', 'trust', 'sd', 'paid', 'usual'],
  ],
  [
    'an expectation by stages',
    expectationSql(expectationDefaults, {
      ...kept,
      columns: { stage: { column: 'stage' }, signals },
    }),
    ['id', 'stage', 'word', 'trust', 'sd', 'paid', 'usual'],
  ],
  [
    'a satisfaction',
    satisfactionSql(everyTerm, {
      ...kept,
      columns: {
        dimensions: {
          time: { promised: 'said', actual: 'took', unit: 'days', stillWaiting: 'waits' },
          cost: { promised: 'quoted', actual: 'paid', currency: 'EUR' },
        },
        covariates: { items: 'items', weight: 'kg' },
      },
    }),
    ['id', 'said', 'took', 'waits', 'quoted', 'paid', 'items', 'kg'],
  ],
  [
    'an intention',
    intentionsSql(surveyIntentions, {
      ...kept,
      columns: {
        satisfaction: 'score',
        outcome: { column: 'outcome' },
        stage: { column: 'stage' },
      },
    }),
    ['id', 'score', 'outcome', 'stage'],
  ],
  [
    'an estimate, a column for two of the model once',
    estimatesSql(model, { ...kept, columns: { km: 'far', day: 'id' } }),
    ['id', 'far'],
  ],
  [
    'an estimate',
    estimatesSql(model, { ...rows, columns: { km: 'far', day: 'day' } }),
    ['far', 'day'],
  ],
  [
    'a lifetime',
    lifetimeSql(cdnowPurchases, {
      ...kept,
      columns: { frequency: 'x', recency: 'last', age: 'age' },
      periods: 3,
      orders: { model: cdnowOrderValues, column: 'mean', marginRate: 1, discountRate: 0 },
    }),
    ['id', 'x', 'age', 'last', 'mean'],
  ],
  ['ranks', promisesSql({ ...rows, columns: { value: 'x' }, keepRate: 0.9 }), ['x']],
  [
    'a curve by groups',
    promisesSql({
      ...rows,
      by: 'g',
      columns: { value: 'x', finished: 'f', weight: 'w' },
      keepRate: 0.9,
    }),
    ['g', 'x', 'f', 'w'],
  ],
  ['kept rates', keptRatesSql({ ...rows, columns: times, asOf: 0 }), ['made', 'due', 'came']],
  [
    'kept rates of windows, some called off',
    keptRatesSql({ ...rows, columns: { ...times, from: 'from', cancelled }, asOf: 0 }),
    ['made', 'due', 'from', 'came', 'off', 'by'],
  ],
  [
    'a backtest of durations',
    backtestSql({ ...rows, by: ['g', 'h'], ...how, columns: { ...ends, promise: 'p' } }),
    ['g', 'h', 's', 'e', 'c', 'l', 'p'],
  ],
])('%s reads the columns that it names', (_, { reads }, columns) => {
  expect(reads).toEqual(columns);
});
