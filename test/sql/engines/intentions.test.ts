import { outcomes } from 'overdeliver/core';
import { stageNames } from 'overdeliver/expectation';
import { predictIntentions, surveyIntentions } from 'overdeliver/loyalty';
import { marketplaceSatisfaction, predictSatisfactions } from 'overdeliver/satisfaction';
import { intentionsSql, satisfactionSql } from 'overdeliver/sql';
import { beforeAll, describe, expect, it } from 'vitest';
import { engines } from './engines';
import { apart, byId, hostileLevels, hostileNames, placesOf, rows, rowsOf, worst } from './hostile';

const table = {
  id: Float64Array.from({ length: rows }, (_, i) => i),
  score: hostileLevels(31),
  outcome: hostileNames(32, outcomes),
  stage: hostileNames(33, ['first-use', 'long-term', 'never-used']),
};
const names = ['repurchase', 'recommend', 'complain'] as const;
const statuses = ['ok', 'missing'];

describe.each(engines)('$dialect', (engine) => {
  beforeAll(() => engine.load('judged', table));

  it('predicts intentions as TypeScript does', async () => {
    const query = intentionsSql(surveyIntentions, {
      dialect: engine.dialect,
      from: 'judged',
      keep: ['id'],
      columns: {
        satisfaction: 'score',
        outcome: { column: 'outcome' },
        stage: { column: 'stage' },
      },
    });
    const answer = byId(await engine.ask(query.text));
    const [status, input] = [answer('status'), answer('input')];
    // A name that is missing is not one that TypeScript could be given.
    const told = status.map((code, place) =>
      code === 'missing' && input[place] !== 'score' ? 'nameless' : code,
    );
    const { judged, refused } = apart(told, statuses);
    const columns = (places: readonly number[]) => ({
      satisfaction: rowsOf(table.score, places),
      outcome: placesOf(table.outcome, outcomes, places),
      stage: placesOf(table.stage, stageNames, places),
    });
    const own = predictIntentions(columns(judged));
    for (const name of names) {
      expect(worst(answer(name), judged, own[name])).toBeLessThan(1e-13);
    }
    expect(judged.filter((at, i) => told[at] !== statuses[own.status[i] as number])).toEqual([]);
    for (const place of refused.slice(0, 300)) {
      expect(() => predictIntentions(columns([place]))).toThrow();
    }
  });

  it('takes the query of a satisfaction in place of a table', async () => {
    await engine.load('orders', { id: [0, 1, 2], promised: [10, 10, 10], took: [8, 12, null] });
    const scored = satisfactionSql(marketplaceSatisfaction, {
      dialect: engine.dialect,
      from: 'orders',
      keep: ['id'],
      columns: { promised: 'promised', actual: 'took', unit: 'days' },
    });
    const query = intentionsSql(surveyIntentions, {
      dialect: engine.dialect,
      from: scored,
      keep: ['id', 'score'],
      columns: { satisfaction: 'score', outcome: 'met', stage: 'long-term' },
    });
    const answer = byId(await engine.ask(query.text));
    const { score } = predictSatisfactions({
      promised: Float64Array.of(10, 10, 10),
      actual: Float64Array.of(8, 12, Number.NaN),
      unit: 'days',
    });
    const own = predictIntentions({ satisfaction: score, outcome: 'met', stage: 'long-term' });
    expect(worst(answer('repurchase'), [0, 1, 2], own.repurchase)).toBeLessThan(1e-13);
    expect(answer('status')).toEqual(['ok', 'ok', 'missing']);
    expect(await engine.ask(query.offenders)).toEqual({
      status: ['missing'],
      input: ['score'],
      n: [1],
    });
  });
});
