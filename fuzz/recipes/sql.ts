import { calibrateEstimates, fitEstimator } from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import { cdnowOrderValues, cdnowPurchases } from 'overdeliver/lifetime';
import { surveyIntentions } from 'overdeliver/loyalty';
import { marketplaceSatisfaction, mixedSatisfaction } from 'overdeliver/satisfaction';
import type * as room from '../../src/sql/index';
import type { Random } from '../random';
import { outcome, parameters, share, stage } from './pieces';
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

export const sql: Recipes<typeof room> = {
  estimatesSql: (r) => {
    const history = { actuals: [20, 30, 45, 20, 30, 46], columns: { km: [1, 2, 3, 1, 2, 3] } };
    const { model } = fitEstimator(history, { unit: 'minutes', fitShare: 1 });
    const past = { estimates: [30, 20, 40, 25], actuals: [33, 30, 40, 30] };
    const capability = calibrateEstimates(past, { unit: 'minutes' })(1);
    const quote = { capability, keepRate: share(r) };
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
