import {
  marketplaceSatisfaction,
  mixedSatisfaction,
  predictSatisfactions,
  type SatisfactionColumns,
  type SatisfactionModel,
  surveySatisfaction,
  tk92Satisfaction,
} from 'overdeliver/satisfaction';
import { type SatisfactionNames, satisfactionSql } from 'overdeliver/sql';
import { beforeAll, describe, expect, it } from 'vitest';
import { everyTerm } from '../every-model';
import { engines } from './engines';
import { apart, byId, flags, hostileAmounts, hostileLevels, rows, rowsOf, worst } from './hostile';

const table = {
  id: Float64Array.from({ length: rows }, (_, i) => i),
  promised: hostileAmounts(21),
  took: hostileAmounts(22),
  waits: flags(23),
  quoted: hostileAmounts(24, 0.03),
  charged: hostileAmounts(25, 0.03),
  wished: hostileLevels(26, 0.03),
  got: hostileLevels(27, 0.03),
  items: hostileAmounts(28, 0.03),
  weight: hostileLevels(29, 0.03),
};
// A fifth comes as promised, up to rounding.
table.took.forEach((_, i) => {
  if (i % 5 === 0) table.took[i] = (table.promised[i] as number) * (i % 10 === 0 ? 1 : 1 + 1e-13);
});
type Column = Exclude<keyof typeof table, 'id'>;

const time = { promised: 'promised', actual: 'took', unit: 'days', stillWaiting: 'waits' } as const;
const all = {
  dimensions: {
    time: time,
    cost: { promised: 'quoted', actual: 'charged', currency: 'EUR' },
    service: { expected: 'wished', perceived: 'got' },
  },
} as const;
// Without a flag of who waits, rows without an answer are told by nulls alone.
const { stillWaiting: _, ...ended } = time;
const allEnded = { dimensions: { ...all.dimensions, time: ended } };

/** The same columns as TypeScript takes them, of some rows. */
function columnsAt(names: SatisfactionNames, places: readonly number[]): SatisfactionColumns {
  const column = (name: string) => rowsOf(table[name as Column], places);
  const part = (fields: object) =>
    Object.fromEntries(
      Object.entries(fields).map(([field, name]) => {
        if (field === 'unit' || field === 'currency') return [field, name];
        return [field, field === 'stillWaiting' ? Uint8Array.from(column(name)) : column(name)];
      }),
    );
  const mapped =
    'dimensions' in names
      ? {
          dimensions: Object.fromEntries(
            Object.entries(names.dimensions).map(([name, fields]) => [name, part(fields)]),
          ),
          ...(names.covariates ? { covariates: part(names.covariates) } : {}),
        }
      : part(names);
  return mapped as unknown as SatisfactionColumns;
}

const statuses = ['ok', 'missing', 'still-waiting'];

describe.each(engines)('$dialect', (engine) => {
  beforeAll(() => engine.load('orders', table));

  it.each<[string, SatisfactionModel, SatisfactionNames, number]>([
    ['marketplace', marketplaceSatisfaction, time, rows],
    ['mixed', mixedSatisfaction, all, 10_000],
    ['tk92', tk92Satisfaction, all, 10_000],
    ['survey', surveySatisfaction, { expected: 'wished', perceived: 'got' }, 10_000],
    ['every', everyTerm, { ...all, covariates: { items: 'items', weight: 'weight' } }, rows],
    ['marketplace, nobody waits', marketplaceSatisfaction, ended, 10_000],
    ['tk92, nobody waits', tk92Satisfaction, allEnded, 10_000],
    [
      'every, nobody waits',
      everyTerm,
      { ...allEnded, covariates: { items: 'items', weight: 'weight' } },
      10_000,
    ],
  ])('predicts satisfaction as TypeScript does, by %s', async (_, model, names, most) => {
    const query = satisfactionSql(model, {
      dialect: engine.dialect,
      from: { text: `SELECT * FROM orders WHERE id < ${most}` },
      keep: ['id'],
      columns: names,
    });
    const answer = byId(await engine.ask(query.text));
    const status = answer('status');
    const { judged, refused } = apart(status, statuses);
    const own = predictSatisfactions(columnsAt(names, judged), { model });
    expect(judged.filter((at, i) => status[at] !== statuses[own.status[i] as number])).toEqual([]);
    expect(worst(answer('score'), judged, own.score, 1e-250)).toBeLessThan(1e-13);
    expect(worst(answer('utility'), judged, own.utility, 1)).toBeLessThan(1e-12);
    const [scores, utilities] = [answer('score'), answer('utility')];
    const none = status.flatMap((code, at) => (code === 'ok' ? [] : [at]));
    expect(none.length).toBeGreaterThan(most / 200);
    expect(none.filter((at) => scores[at] !== null || utilities[at] !== null)).toEqual([]);
    const bounded = refused.filter((at) =>
      Object.values(table).every((column) => within(column[at] as number)),
    );
    for (const place of bounded.slice(0, 300)) {
      expect(() => predictSatisfactions(columnsAt(names, [place]), { model })).toThrow();
    }
  });

  // A planner may move a condition down to rows that have no logarithm.
  it('is asked for some answers alone, whatever the rows hold', async () => {
    const { text } = satisfactionSql(everyTerm, {
      dialect: engine.dialect,
      from: { text: 'SELECT * FROM orders WHERE id < 20000' },
      keep: ['id'],
      columns: { ...all, covariates: { items: 'items', weight: 'weight' } },
    });
    const scores = byId(await engine.ask(text))('score') as readonly (number | null)[];
    const some = await engine.ask(
      `SELECT count(*) AS n FROM (${text}) AS scored WHERE score > 50 AND utility > -1000`,
    );
    const above = scores.filter((score) => score !== null && score > 50).length;
    expect(above).toBeGreaterThan(0);
    expect(some.n).toEqual([above]);
  });
});

/** What SQL counts with, where TypeScript reaches further. */
const within = (x: number) => !(Math.abs(x) > 1e50 && Math.abs(x) < Infinity);
