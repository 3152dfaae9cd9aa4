import { livePromiser } from 'overdeliver';
import {
  type BacktestOrder,
  backtestOrderSchema,
  backtestPromises,
  type PromisePolicy,
  quoteNext,
} from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { refusal } from '../core/refusal';
import { always, on } from './given';

const options = { unit: 'days', keepRate: 0.9, by: () => 'all' } as const;
const order = { id: 'a', started: on(1), finished: on(4) };
const run = (orders: unknown, given: object = {}) =>
  backtestPromises(orders as BacktestOrder[], {
    ...options,
    policies: { four: always(4) },
    ...given,
  });

/** What a policy is told, in its order: an id for a start, and one with a sign for an end. */
function toldOf(orders: Iterable<BacktestOrder>, given: object = {}): string[] {
  const told: string[] = [];
  const signs = { finished: '+', cancelled: '-', lost: '?' };
  const witness: PromisePolicy = () => ({
    quote: ({ id }) => {
      told.push(id);
      return 0;
    },
    end: ({ id }, { how }) => void told.push(`${id}${signs[how]}`),
  });
  run(orders, { policies: { witness }, ...given });
  return told;
}

describe('orders in time', () => {
  const all: readonly BacktestOrder[] = [
    { id: 'c', started: on(3), cancelled: on(5) },
    { id: 'a', started: on(1), finished: on(4) },
    { id: 'd', started: on(3), lost: on(6) },
    { id: 'e', started: on(7), finished: on(9) },
    { id: 'b', started: on(2) },
    { id: 'f', started: on(3), finished: on(5) },
    { id: 'g', started: on(8) },
  ];
  const inTime = ['a', 'b', 'c', 'd', 'f', 'e', 'g'];
  const told = ['a', 'b', 'c', 'd', 'f', 'a+', 'c-', 'f+', 'd?', 'e', 'g'];
  const sorted = inTime.map((id) => all.find((one) => one.id === id) as BacktestOrder);

  it('are lived through by their start, those of one instant as they stand', () => {
    expect(toldOf(all)).toEqual(told);
    expect(toldOf(sorted)).toEqual(told);
    const falling = sorted.filter(({ id }) => 'abe'.includes(id)).reverse();
    expect(toldOf(falling)).toEqual(['a', 'b', 'a+', 'e']);
    expect(toldOf(sorted.values(), { asOf: on(9) })).toEqual(told);
  });

  it('end at a date as of, an end of that instant included, and so do those one by one', () => {
    const policies = { four: always(4), one: always(1) };
    for (const day of [2, 3, 5, 6, 7]) {
      const given = { asOf: on(day), policies };
      const known = sorted
        .filter(({ started }) => (started as Date) <= on(day))
        .map(({ finished, cancelled, lost, ...rest }) => {
          const then = { finished, cancelled, lost };
          const ended = Object.entries(then).filter(([, end]) => end && (end as Date) <= on(day));
          return { ...rest, ...Object.fromEntries(ended) };
        });
      const expected = run(known, given);
      expect(expected.orders).toBe(known.length);
      expect(run(all, given)).toEqual(expected);
      expect(run(sorted.values(), given)).toEqual(expected);
    }
  });

  it('have ended where they did so at the very date', () => {
    // By day 5 promises of a day were broken by a, late by 2, by f, late by 1, by b and d, open, and by c, called off late.
    const { one } = run(all, { asOf: on(5), policies: { one: always(1) } }).policies as never;
    expect(one).toMatchObject({ kept: { share: 0, n: 5 }, lateness: 1.5, overdue: 3 });
  });

  it('are refused where they are more than a column holds', () => {
    const ofLength = (length: number) => {
      const rows: BacktestOrder[] = [];
      rows.length = length;
      return refusal(() => run(rows));
    };
    const tooMany = ofLength(2 ** 32 - 1);
    expect(tooMany).toMatchObject({ code: 'out-of-range', path: 'orders' });
    const most = Number(/^a length of at most (\d+)$/.exec(tooMany.expected)?.[1]);
    expect(ofLength(most + 1).path).toBe('orders');
    expect(ofLength(most)).toMatchObject({ code: 'missing', path: 'orders[0]' });
  });

  it('pass on what the library says where a row is read', () => {
    const row = {
      ...order,
      get group(): string {
        return String(livePromiser({ unit: 'days', keepRate: 7, typical: 1 }));
      },
    };
    expect(refusal(() => run([row]))).toMatchObject({
      function: 'livePromiser',
      path: 'options.keepRate',
    });
  });
});

describe('an order is refused', () => {
  const [finished, cancelled, lost] = [on(4), on(4), on(4)];
  it.each<[string, object, string, string]>([
    ['that is lost and finished', { finished, lost }, 'ambiguous', 'orders[0]'],
    ['that is lost and cancelled', { cancelled, lost }, 'ambiguous', 'orders[0]'],
    ['that is all of it', { finished, cancelled, lost }, 'ambiguous', 'orders[0]'],
    ['with a promise without end', { promise: Infinity }, 'out-of-range', 'orders[0].promise'],
    ['with an estimate without end', { estimate: Infinity }, 'out-of-range', 'orders[0].estimate'],
    ['with a number for features', { features: 7 }, 'wrong-type', 'orders[0].features'],
    ['with text for features', { features: 'km' }, 'wrong-type', 'orders[0].features'],
    [
      'with a feature that would be lost',
      { features: JSON.parse('{"__proto__": 1}') },
      'out-of-range',
      'orders[0].features.__proto__',
    ],
  ])('%s', (_, cells, code, path) => {
    const found = refusal(() => run([{ id: 'a', started: on(1), ...cells }]));
    expect(found).toMatchObject({ code, path, expected: expect.stringContaining('order a') });
  });
});

it('an order to come is refused where it is none', () => {
  const setting = { unit: 'days', keepRate: 0.9 } as const;
  expect(refusal(() => quoteNext([order], always(4), null as never, setting))).toMatchObject({
    ...{ code: 'wrong-type', path: 'order', expected: 'an order, such as { id, started }' },
  });
});

describe('the schema of an order', () => {
  it('gives the due date as it came, and no promise', () => {
    const due = '2026-03-04T09:00:00Z';
    const row = { id: 'a', started: '2026-03-01T09:00:00Z', due };
    expect(backtestOrderSchema.parse(row)).toMatchObject({ promise: null, due: new Date(due) });
  });

  it('says of what is no order what was expected', () => {
    for (const row of [null, undefined, 7])
      expect(backtestOrderSchema.safeParse(row).error?.issues[0]?.message).toContain(
        'an order, such as { id, started }',
      );
  });

  it('describes each property', () => {
    const date = { type: 'string', format: 'date-time' };
    const orNull = (one: object) => ({ anyOf: [one, { type: 'null' }] });
    expect(z.toJSONSchema(backtestOrderSchema, { io: 'input' })).toMatchObject({
      type: 'object',
      properties: {
        id: { type: 'string', minLength: 1 },
        started: date,
        finished: orNull(date),
        cancelled: orNull(date),
        lost: orNull(date),
        group: orNull({ type: 'string' }),
        estimate: orNull({ type: 'number', exclusiveMinimum: 0 }),
        features: orNull({ type: 'object', additionalProperties: orNull({ type: 'number' }) }),
        promise: orNull({ type: 'number', minimum: 0 }),
        due: orNull(date),
      },
    });
  });
});
