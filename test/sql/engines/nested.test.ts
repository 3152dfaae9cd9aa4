import { expectationDefaults, formExpectations } from 'overdeliver/expectation';
import { predictIntentions, surveyIntentions } from 'overdeliver/loyalty';
import { predictSatisfactions, surveySatisfaction } from 'overdeliver/satisfaction';
import { expectationSql, intentionsSql, satisfactionSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { startDuckDb } from './duckdb';
import { engines } from './engines';

const n = 243;
const rows = Array.from({ length: n }, (_, i) => i);
const table = {
  id: Float64Array.from(rows),
  heard: Float64Array.from(rows, (i) => 50 + ((i * 7) % 40)),
  seen: Float64Array.from(rows, (i) => 45 + ((i * 11) % 50)),
  lived: Float64Array.from(rows, (i) => 40 + ((i * 13) % 50)),
  felt: Float64Array.from(rows, (i) => 30 + ((i * 17) % 60)),
};
const signals = { wordOfMouth: 'heard', firstImpression: 'seen', longTermExperience: 'lived' };
const stage = 'long-term';
const judged = { outcome: 'met', stage } as const;

const own = () => {
  const { predictedMean } = formExpectations({
    stage,
    signals: {
      wordOfMouth: table.heard,
      firstImpression: table.seen,
      longTermExperience: table.lived,
    },
  });
  const { score } = predictSatisfactions(
    { expected: predictedMean, perceived: table.felt },
    { model: surveySatisfaction },
  );
  return predictIntentions({ satisfaction: score, ...judged }).repurchase;
};

const nested = (dialect: (typeof engines)[number]['dialect']) => {
  const scored = satisfactionSql(surveySatisfaction, {
    dialect,
    from: expectationSql(expectationDefaults, {
      dialect,
      from: 'customers',
      keep: ['id', 'felt'],
      columns: { stage, signals },
    }),
    keep: ['id'],
    columns: { expected: 'predicted_mean', perceived: 'felt' },
  });
  const { text } = intentionsSql(surveyIntentions, {
    dialect,
    from: scored,
    keep: ['id'],
    columns: { satisfaction: 'score', ...judged },
  });
  return `${text} ORDER BY repurchase LIMIT 3`;
};

describe.each(engines)('$dialect', (engine) => {
  it('sorts and limits a query of a query of a query', async () => {
    // Merged into one, DuckDB 1.5.6 takes more than a gigabyte and minutes for these.
    if (engine.dialect === 'duckdb') await engine.run("SET memory_limit = '500MB'");
    await engine.load('customers', table);
    const { repurchase } = await engine.ask(nested(engine.dialect));
    const least = [...own()].sort((a, b) => a - b).slice(0, 3);
    expect(repurchase).toHaveLength(3);
    for (const [i, chance] of least.entries()) expect(repurchase?.[i]).toBeCloseTo(chance, 12);
  }, 20_000);
});

it('leaves room for what a query ends in', async () => {
  const duckdb = await startDuckDb();
  await duckdb.load('customers', table);
  for (const end of ['ORDER BY id LIMIT 5 OFFSET 2', 'LIMIT 5 -- the first']) {
    const { text } = satisfactionSql(surveySatisfaction, {
      dialect: 'duckdb',
      from: { text: `SELECT * FROM customers ${end}` },
      keep: ['id'],
      columns: { expected: 'heard', perceived: 'felt' },
    });
    expect((await duckdb.ask(text)).id).toHaveLength(5);
  }
});
