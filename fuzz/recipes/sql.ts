import { calibrateEstimates, fitEstimator } from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import { cdnowOrderValues, cdnowPurchases } from 'overdeliver/lifetime';
import { surveyIntentions } from 'overdeliver/loyalty';
import { marketplaceSatisfaction, mixedSatisfaction } from 'overdeliver/satisfaction';
import type * as room from '../../src/sql/index';
import type { Random } from '../random';
import { made } from '../show';
import { amounts, date, outcome, parameters, share, stage } from './pieces';
import type { Recipes } from './recipe';

const name = (r: Random) => r.pick(['a', 'took', 'Promised days', "it's", 'ünï', 'a?b']);
const rows = (r: Random) => ({
  dialect: r.pick(['duckdb', 'postgres', 'sqlite', 'clickhouse'] as const),
  from: r.pick(['orders', ['shop', 'orders'], { text: 'SELECT * FROM orders' }]),
  ...r.some({ keep: r.pick([['id'], ['id', 'region'], []]) }),
});
const time = (r: Random) => ({
  promised: name(r),
  actual: name(r),
  unit: 'days' as const,
  ...r.some({ stillWaiting: name(r) }),
});

const groups = (r: Random) => {
  const { dialect, from } = rows(r);
  return { dialect, from, ...r.some({ by: r.pick(['region', ['region', 'carrier'], []]) }) };
};
const dates = (r: Random) => r.some({ confidence: share(r) });

export const sql: Recipes<typeof room> = {
  backtestSql: (r) => [
    {
      ...groups(r),
      ...dates(r),
      asOf: date(r, 31, 90),
      ...r.some({ startedFrom: date(r, 0, 30) }),
      unit: r.pick(['minutes', 'hours', 'days'] as const),
      keepRate: share(r),
      columns: {
        started: name(r),
        finished: name(r),
        ...r.some({ cancelled: name(r), lost: name(r) }),
        ...(r.flip() ? { promise: name(r) } : { due: name(r) }),
      },
    },
  ],
  estimatesSql: (r) => {
    const history = { actuals: [20, 30, 45, 20, 30, 46], columns: { km: [1, 2, 3, 1, 2, 3] } };
    const { model } = fitEstimator(history, { unit: 'minutes', fitShare: 1 });
    const actuals = amounts(r, 12);
    const past = {
      estimates: actuals.map((x) => x * r.real(0.5, 2) + 0.1),
      actuals,
      ...r.some({ spreads: actuals.map(() => r.real(0.1, 2)) }),
    };
    const calibration = made(calibrateEstimates, past, { unit: 'minutes' });
    const quote = { calibration, keepRate: r.pick([0.5, 0.9, share(r)]) };
    return [model, { ...rows(r), columns: { km: name(r) }, ...r.some({ quote }) }];
  },
  expectationSql: (r) => [
    parameters(r, 'expectationDefaults', expectationDefaults),
    {
      ...rows(r),
      columns: {
        stage: r.flip() ? stage(r) : { column: name(r) },
        signals: {
          wordOfMouth: name(r),
          ...r.some({
            advertising: { level: name(r), ...r.some({ reliability: name(r), sd: name(r) }) },
            price: { amount: name(r), reference: name(r) },
            rolePerception: name(r),
            firstImpression: name(r),
          }),
        },
      },
    },
  ],
  intentionsSql: (r) => [
    parameters(r, 'surveyIntentions', surveyIntentions),
    {
      ...rows(r),
      columns: {
        satisfaction: name(r),
        outcome: r.flip() ? outcome(r) : { column: name(r) },
        stage: r.flip() ? 'long-term' : { column: name(r) },
      },
    },
  ],
  keptRatesSql: (r) => [
    {
      ...groups(r),
      ...dates(r),
      asOf: date(r, 31, 90),
      ...r.some({ dueFrom: date(r, 0, 30), dueTo: date(r, 31, 60) }),
      columns: {
        made: name(r),
        due: name(r),
        delivered: name(r),
        ...r.some({
          from: name(r),
          cancelled: {
            at: name(r),
            by: r.pick(['customer', 'company', { column: name(r) }] as const),
          },
        }),
      },
    },
  ],
  lifetimeSql: (r) => [
    cdnowPurchases,
    {
      ...rows(r),
      dialect: r.pick(['duckdb', 'postgres', 'sqlite'] as const),
      columns: { frequency: name(r), recency: name(r), age: name(r) },
      periods: r.int(1, 20),
      ...r.some({
        length: r.real(0.1, 30),
        orders: {
          model: cdnowOrderValues,
          column: name(r),
          marginRate: share(r),
          discountRate: r.real(0, 0.2),
        },
      }),
    },
  ],
  promisesSql: (r) => [
    {
      ...groups(r),
      keepRate: share(r),
      columns: { value: name(r), ...r.some({ finished: name(r), weight: name(r) }) },
    },
  ],
  satisfactionSql: (r) => {
    const dimensions = {
      time: time(r),
      ...r.some({ service: { expected: name(r), perceived: name(r) } }),
    };
    return r.flip()
      ? [marketplaceSatisfaction, { ...rows(r), columns: time(r) }]
      : [mixedSatisfaction, { ...rows(r), columns: { dimensions } }];
  },
};
