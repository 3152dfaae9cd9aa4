import { fitEstimator, marketplaceSatisfaction } from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import { cdnowPurchases } from 'overdeliver/lifetime';
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
import { columnOf, dateOf, type GrowthCase, listOf } from './case';

const asOf = dateOf(90);
const namesOf = (n: number) => listOf(n, (i) => `column_${i}`);
const dialect = 'duckdb';

/** A query that keeps n columns of the table, or groups by them. */
const query = (
  of: string,
  by: string,
  run: (columns: readonly string[]) => unknown,
): GrowthCase => ({
  of: [of],
  by,
  n: 200,
  make: (n) => {
    const columns = namesOf(n);
    return () => run(columns);
  },
});
const kept = 'columns that are kept';
const grouped = 'columns that it groups by';
const orders = { dialect, from: 'orders' } as const;

export const sqlCases: readonly GrowthCase[] = [
  query('satisfactionSql', kept, (keep) =>
    satisfactionSql(marketplaceSatisfaction, {
      ...orders,
      keep,
      columns: { promised: 'promised', actual: 'took', unit: 'days' },
    }),
  ),
  query('expectationSql', kept, (keep) =>
    expectationSql(expectationDefaults, {
      ...orders,
      keep,
      columns: { stage: 'never-used', signals: { wordOfMouth: 'heard', advertising: 'seen' } },
    }),
  ),
  query('intentionsSql', kept, (keep) =>
    intentionsSql(surveyIntentions, {
      ...orders,
      keep,
      columns: { satisfaction: 'satisfied', outcome: 'met', stage: 'long-term' },
    }),
  ),
  query('lifetimeSql', kept, (keep) =>
    lifetimeSql(cdnowPurchases, {
      ...orders,
      keep,
      columns: { frequency: 'frequency', recency: 'recency', age: 'age' },
      periods: 12,
    }),
  ),
  {
    of: ['lifetimeSql'],
    by: 'periods, of which there may be 100',
    n: 12,
    make: (n) => () =>
      lifetimeSql(cdnowPurchases, {
        ...orders,
        columns: { frequency: 'frequency', recency: 'recency', age: 'age' },
        periods: n,
      }),
  },
  query('promisesSql', grouped, (by) =>
    promisesSql({ ...orders, by, keepRate: 0.9, columns: { value: 'took' } }),
  ),
  query('keptRatesSql', grouped, (by) =>
    keptRatesSql({
      ...orders,
      by,
      asOf,
      columns: { made: 'made', due: 'due', delivered: 'delivered' },
    }),
  ),
  query('backtestSql', grouped, (by) =>
    backtestSql({
      ...orders,
      by,
      asOf,
      unit: 'days',
      keepRate: 0.9,
      columns: { started: 'started', finished: 'finished', promise: 'promised' },
    }),
  ),
  {
    of: ['estimatesSql'],
    by: 'categories of a model',
    n: 100,
    make: (n) => {
      const columns = { shop: listOf(9 * n, (i) => `s${i % n}`), km: columnOf(9 * n, 3) };
      const history = { actuals: columnOf(9 * n, 30), columns };
      const { model } = fitEstimator(history, { unit: 'minutes', fitShare: 1 });
      return () => estimatesSql(model, { ...orders, columns: { shop: 'shop', km: 'km' } });
    },
  },
];
