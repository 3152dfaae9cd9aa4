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

/** A model of every kind of term, value and response, with covariates. */
const every = model();

function model(): SatisfactionModel {
  const number = (value: number) => ({
    value,
    unit: 'log odds',
    range: [-100, 100] as const,
    status: 'assumed' as const,
    source: 'a test',
  });
  return {
    version: 1,
    id: 'every',
    setting: 'a test',
    answers: { min: 1, max: 5 },
    pooled: [3],
    dimensions: {
      time: {
        kind: 'time',
        unit: 'days',
        terms: ['performance', 'gap', 'gain', 'loss', 'broken', 'stillWaiting'],
        value: 'two-slopes',
      },
      cost: {
        kind: 'cost',
        unit: 'EUR',
        terms: ['performance', 'loss'],
        value: 'power',
        response: 'must-be',
      },
      service: {
        kind: 'level',
        unit: 'points',
        terms: ['performance', 'gain'],
        value: 'capped',
        response: 'attractive',
      },
    },
    covariates: { items: 'log', weight: 'identity' },
    partial: true,
    parameters: {
      'time.performance': number(-0.3),
      'time.gap': number(0.05),
      'time.gain': number(0.02),
      'time.loss': number(0.07),
      'time.broken': number(0.4),
      'time.stillWaiting': number(0.6),
      'time.knee': number(3.3),
      'time.beyond': number(0.2),
      'time.importance': number(2),
      'cost.performance': number(-0.1),
      'cost.loss': number(0.3),
      'cost.exponent': number(0.7),
      'service.performance': number(0.01),
      'service.gain': number(0.03),
      'service.cap': number(12),
      'service.importance': number(0.5),
      'covariates.items': number(0.2),
      'covariates.weight': number(-0.004),
      'threshold.1': number(-2),
      'threshold.3': number(0),
      'threshold.4': number(1.5),
    },
  };
}

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
    ['every', every, { ...all, covariates: { items: 'items', weight: 'weight' } }, rows],
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
    const bounded = refused.filter((at) =>
      Object.values(table).every((column) => within(column[at] as number)),
    );
    for (const place of bounded.slice(0, 300)) {
      expect(() => predictSatisfactions(columnsAt(names, [place]), { model })).toThrow();
    }
  });
});

/** What SQL counts with, where TypeScript reaches further. */
const within = (x: number) => !(Math.abs(x) > 1e50 && Math.abs(x) < Infinity);
