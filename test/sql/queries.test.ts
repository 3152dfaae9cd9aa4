import { fitEstimator } from 'overdeliver';
import { expectationDefaults, stageNames } from 'overdeliver/expectation';
import { cdnowOrderValues, cdnowPurchases } from 'overdeliver/lifetime';
import { surveyIntentions } from 'overdeliver/loyalty';
import { marketplaceSatisfaction, mixedSatisfaction } from 'overdeliver/satisfaction';
import {
  estimatesSql,
  expectationSql,
  intentionsSql,
  lifetimeSql,
  type SqlDialect,
  type SqlQuery,
  satisfactionSql,
} from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';

const { model } = fitEstimator(
  {
    actuals: [20, 30, 45, 21, 30, 45],
    columns: { km: [1, 2, 3, 1, 2, 3], day: ['mon', 'tue', 'mon', 'mon', 'tue', 'tue'] },
  },
  { unit: 'minutes', fitShare: 1 },
);

/** A query of each function. */
function queries(dialect: SqlDialect): Readonly<Record<string, SqlQuery>> {
  const rows = { dialect, from: ['shop', 'orders'], keep: ['id'] };
  return {
    expectation: expectationSql(expectationDefaults, {
      ...rows,
      columns: {
        stage: { column: 'stage' },
        signals: Object.fromEntries(
          Object.keys(expectationSignals).map((name) => [name, `signal_${name}`]),
        ),
      },
    }),
    satisfaction: satisfactionSql(mixedSatisfaction, {
      ...rows,
      columns: {
        dimensions: {
          time: { promised: 'promised', actual: 'took', unit: 'hours', stillWaiting: 'waits' },
          cost: { promised: 'quoted', actual: 'paid', currency: 'EUR' },
          service: { expected: 'wished', perceived: 'got' },
        },
      },
    }),
    ended: satisfactionSql(marketplaceSatisfaction, {
      ...rows,
      columns: { promised: 'promised', actual: 'took', unit: 'days' },
    }),
    intentions: intentionsSql(surveyIntentions, {
      ...rows,
      columns: { satisfaction: 'score', outcome: { column: 'outcome' }, stage: 'long-term' },
    }),
    chained: intentionsSql(surveyIntentions, {
      ...rows,
      from: satisfactionSql(mixedSatisfaction, {
        ...rows,
        columns: { dimensions: { service: { expected: 'wished', perceived: 'got' } } },
      }),
      columns: { satisfaction: 'score', outcome: 'met', stage: { column: 'id' } },
    }),
    own: intentionsSql(surveyIntentions, {
      ...rows,
      from: { text: 'SELECT * FROM scored' },
      columns: { satisfaction: 'score', outcome: 'met', stage: 'first-use' },
    }),
    estimates: estimatesSql(model, { ...rows, columns: { km: 'km', day: 'day' } }),
    ...(dialect === 'clickhouse'
      ? {}
      : {
          lifetime: lifetimeSql(cdnowPurchases, {
            ...rows,
            columns: { frequency: 'x', recency: 'last', age: 'age' },
            periods: 4,
            orders: { model: cdnowOrderValues, column: 'mean', marginRate: 0.3, discountRate: 0 },
          }),
        }),
  };
}
const expectationSignals = {
  wordOfMouth: 0,
  advertising: 0,
  companyPromise: 0,
  pastExperience: 0,
  ownJudgement: 0,
  firstImpression: 0,
  longTermExperience: 0,
};

describe.each<SqlDialect>(['duckdb', 'postgres', 'sqlite', 'clickhouse'])('%s', (dialect) => {
  it.each(Object.entries(queries(dialect)))('%s is one SELECT of a modest size', (_, query) => {
    expect(query.dialect).toBe(dialect);
    expect(query.text).toMatch(/^(SELECT|WITH)/);
    expect(query.text).not.toMatch(/[;?]|Infinity|undefined|null\b|IN \(\)/);
    // One expression for each output would take megabytes for seven signals.
    expect(query.text.length).toBeLessThan(15_000);
    expect(query.columns.map(({ name }) => name).slice(-2)).toEqual(['status', 'input']);
    expect(query.columns[0]).toEqual({ name: 'id', type: 'kept', meaning: 'as it was' });
    expect(query.reads[0]).toBe('id');
    expect(query.offenders).toContain(query.text);
    expect(JSON.parse(JSON.stringify(query))).toEqual(query);
  });

  it('is the same for the same input', () => {
    expect(queries(dialect)).toEqual(queries(dialect));
  });
});

it('stages are read by name', () => {
  const { text } = queries('duckdb').expectation as SqlQuery;
  for (const stage of stageNames) expect(text).toContain(`'${stage}'`);
});
