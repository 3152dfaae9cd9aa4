import fc from 'fast-check';
import { fitBgNbd } from 'overdeliver';
import { fitGammaGamma, purchaseHistories, purchaseSchema } from 'overdeliver/lifetime';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const asOf = '2026-06-01T00:00:00Z';
const row = (customer: string, at: string, value?: number) => ({
  customer,
  at,
  ...(value === undefined ? {} : { value }),
});

describe('purchaseHistories', () => {
  it('counts, dates and averages what each customer bought', () => {
    const { customers, merged, later } = purchaseHistories(
      [
        row('Bo', '2026-05-18T09:00:00Z', 4),
        row('Ada', '2026-05-11T09:00:00Z', 10),
        row('Ada', '2026-05-04T09:00:00Z', 99),
        row('Ada', '2026-05-25T09:00:00Z', 20),
        row('Ada', '2026-06-02T09:00:00Z', 1000),
      ],
      { asOf, unit: 'weeks' },
    );
    expect(customers).toEqual([
      { customer: 'Bo', history: { frequency: 0, recency: 0, age: 2 }, spending: null },
      {
        customer: 'Ada',
        history: { frequency: 2, recency: 3, age: 4 },
        spending: { frequency: 2, value: 15 },
      },
    ]);
    expect({ merged, later }).toEqual({ merged: 0, later: 1 });
  });

  it('warns of customers who are one but for capitals and spaces, who count apart', () => {
    const ids = ['k00012', 'K00012 ', 'K00012', 'k00013', 'k 00013', 'Ada'];
    const given = (customers: readonly string[]) =>
      purchaseHistories(
        customers.map((customer) => row(customer, '2026-05-18T09:00:00Z')),
        { asOf, unit: 'days' },
      );
    const { customers, warnings } = given(ids);
    expect(customers).toHaveLength(6);
    const detail = { customers: 3, customer: 'K00012 ', similar: 'k00012' };
    expect(warnings).toEqual([{ code: 'similar-customers', detail }]);
    expect(given(['k00012', 'k00013', 'k00012']).warnings).toEqual([]);
  });

  it('counts a purchase at the very time until which it looks, and adds up those of one day', () => {
    const log = [
      row('Ada', '2026-05-04T09:00:00Z', 5),
      row('Ada', '2026-06-01T00:00:00.001Z', 7),
      row('Ada', '2026-05-10T23:00:00Z', 4),
      row('Ada', '2026-05-10T08:00:00Z', 2),
      row('Ada', asOf, 8),
    ];
    const { customers, merged, later } = purchaseHistories(log, { asOf, unit: 'weeks' });
    const history = { frequency: 2, recency: 4, age: 4 };
    expect(customers).toEqual([{ customer: 'Ada', history, spending: { frequency: 2, value: 7 } }]);
    expect({ merged, later }).toEqual({ merged: 1, later: 1 });
  });

  it('takes values of 0 and of 1e15, and null on every row', () => {
    const paid = (...values: readonly (number | null)[]) => {
      const log = values.map((value, i) => ({
        customer: 'Ada',
        at: `2026-05-0${i + 1}T09:00Z`,
        value,
      }));
      return purchaseHistories(log, { asOf, unit: 'days' }).customers[0]?.spending;
    };
    expect(paid(0, 1e15)).toEqual({ frequency: 1, value: 1e15 });
    expect(paid(null, null)).toBeNull();
    expect(refusal(() => paid(1, 1.1e15))).toMatchObject({ path: 'rows[1].value' });
    expect(refusal(() => paid(null, 1))).toMatchObject({ path: 'rows[0].value', code: 'missing' });
  });

  it('counts days as the zone has them, over a change of its clock too', () => {
    // Berlin's clocks went forward on 2026-03-29; 23:30 UTC on the 28th is 00:30 on the 29th there
    const log = [
      row('Ada', '2026-03-28T22:30:00Z'),
      row('Ada', '2026-03-28T23:30:00Z'),
      row('Ada', '2026-03-29T21:30:00Z'),
      row('Ada', '2026-03-29T22:30:00Z'),
    ];
    const history = (zone?: string) =>
      purchaseHistories(log, { asOf: '2026-03-31T00:00:00Z', unit: 'days', zone }).customers[0]
        ?.history;
    expect(history('Europe/Berlin')).toEqual({ frequency: 2, recency: 2, age: 3 });
    expect(history()).toEqual({ frequency: 1, recency: 1, age: 3 });
  });

  it('leaves free repeat purchases out of the spending, and none out of the histories', () => {
    const log = [
      row('Ada', '2026-05-04T09:00:00Z', 5),
      row('Ada', '2026-05-05T09:00:00Z', 0),
      row('Bo', '2026-05-04T09:00:00Z', 0),
      row('Bo', '2026-05-05T09:00:00Z', 7),
    ];
    const { histories, spending, customers } = purchaseHistories(log, { asOf, unit: 'days' });
    expect(histories.frequency).toEqual([1, 1]);
    expect(spending).toEqual({ frequency: [1], value: [7] });
    expect(customers.map(({ spending }) => spending?.value ?? null)).toEqual([null, 7]);
  });

  it('takes names that records have for others', () => {
    const log = ['__proto__', 'constructor', '__proto__'].map((name, i) =>
      row(name, `2026-05-0${i + 1}T09:00:00Z`),
    );
    const { customers } = purchaseHistories(log, { asOf, unit: 'days' });
    expect(customers.map(({ customer }) => customer)).toEqual(['__proto__', 'constructor']);
  });

  it('adds up to the rows, in whatever order they come, and is fit to be fitted', () => {
    holds(
      fc.property(
        fc.array(
          fc.record({
            customer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
            at: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 31) }),
            value: fc.integer({ min: 1, max: 99 }),
          }),
          { minLength: 1, maxLength: 60 },
        ),
        (log) => {
          const options = { asOf: Date.UTC(2026, 11, 31), unit: 'days' } as const;
          const found = purchaseHistories(log, options);
          const { histories, spending, customers, merged } = found;
          const repeats = histories.frequency.reduce((sum, n) => sum + n, 0);
          expect(repeats + customers.length + merged).toBe(log.length);
          const byName = (all: typeof customers) =>
            [...all].sort((a, b) => (a.customer < b.customer ? -1 : 1));
          const turned = purchaseHistories([...log].reverse(), options);
          expect(byName(turned.customers)).toEqual(byName(customers));
          // Dates alone decide who came back when.
          for (const [i, { history }] of customers.entries()) {
            expect(history.frequency > 0).toBe(history.recency > 0);
            expect(history.age).toBeGreaterThanOrEqual(history.recency);
            expect(histories.age[i]).toBe(history.age);
          }
          if (repeats > 0 && customers.length >= 4) fitBgNbd(histories, { id: 'lifetime/test' });
          if (spending.value.length >= 3) fitGammaGamma(spending, { id: 'lifetime/test' });
        },
      ),
    );
  });
});

describe('purchaseHistories refuses', () => {
  const good = row('Ada', '2026-05-04T09:00:00Z', 5);
  it.each([
    [{ ...good, customer: 17 }, 'wrong-type', 'rows[1].customer', 'as text'],
    [{ ...good, customer: '' }, 'missing', 'rows[1].customer', 'who bought'],
    [{ at: good.at, value: 5 }, 'missing', 'rows[1].customer', 'who bought'],
    [{ ...good, at: '04.05.26' }, 'wrong-type', 'rows[1].at', 'with an offset'],
    [{ ...good, at: undefined }, 'missing', 'rows[1].at', 'a date'],
    [{ ...good, value: -5 }, 'out-of-range', 'rows[1].value', 'a refund is no purchase'],
    [{ ...good, value: '5,00' }, 'wrong-type', 'rows[1].value', 'a number'],
    [{ ...good, value: '5' }, 'wrong-type', 'rows[1].value', 'a number'],
    [{ ...good, value: Number.NaN }, 'out-of-range', 'rows[1].value', 'a number'],
    [{ customer: 'Bo', at: good.at }, 'missing', 'rows[1].value', 'on every row, or on none'],
    [{ customer: 'Bo', at: good.at, valeu: 5 }, 'unknown-name', 'rows[1].valeu', 'one of'],
    [null, 'wrong-type', 'rows[1]', 'a purchase'],
    [undefined, 'missing', 'rows[1]', 'a purchase'],
    ['Bo', 'wrong-type', 'rows[1]', 'a purchase'],
  ])('%j', (bad, code, path, expected) => {
    const rows: readonly unknown[] = [good, bad];
    const refused = refusal(() => purchaseHistories(rows as never, { asOf, unit: 'days' }));
    expect(refused).toMatchObject({ function: 'purchaseHistories', code, path });
    expect(refused.expected).toContain(expected);
  });

  it('a row that throws when it is read', () => {
    const throws = () => {
      throw new Error('a trap');
    };
    const rows = [good, new Proxy(good, { get: throws, ownKeys: throws })];
    const refused = refusal(() => purchaseHistories(rows, { asOf, unit: 'days' }));
    expect(refused).toMatchObject({ code: 'wrong-type', path: 'rows[1]' });
  });

  it.each([
    [{ unit: 'days' }, 'missing', 'options.asOf'],
    [{ asOf, unit: 'months' }, 'unknown-name', 'options.unit'],
    [{ asOf, unit: 'days', zone: 'Berlin' }, 'unknown-name', 'options.zone'],
    [{ asOf, unit: 'days', timezone: 'UTC' }, 'unknown-name', 'options.timezone'],
  ])('options %j', (options, code, path) => {
    expect(refusal(() => purchaseHistories([good], options as never))).toMatchObject({
      code,
      path,
    });
  });

  it('a log without a purchase so far', () => {
    for (const rows of [[], [row('Ada', '2026-07-01T09:00:00Z')]]) {
      const refused = refusal(() => purchaseHistories(rows, { asOf, unit: 'days' }));
      expect(refused).toMatchObject({ code: 'not-enough-data', path: 'rows' });
      expect(refused.expected).toBe('at least 1 for histories as of 2026-06-01T00:00:00.000Z');
    }
  });
});

describe('the schema of a purchase', () => {
  it('describes itself', () => {
    expect(z.toJSONSchema(purchaseSchema)).toMatchObject({
      type: 'object',
      properties: {
        customer: { type: 'string', minLength: 1 },
        at: { type: 'string', format: 'date-time' },
        value: { anyOf: [{ type: 'number', minimum: 0, maximum: 1e15 }, { type: 'null' }] },
      },
      required: ['customer', 'at'],
    });
  });

  it('takes a row as JSON has it, and drops other columns', () => {
    const parsed = purchaseSchema.parse({ ...row('Ada', asOf, 5), city: 'Ulm' } as never);
    expect(parsed).toEqual({ customer: 'Ada', at: new Date(asOf), value: 5 });
    expect(purchaseSchema.parse(row('Ada', asOf))).toMatchObject({ value: null });
  });

  it.each([
    [{ at: asOf }, 'customer', 'who bought, as text'],
    [{ customer: 'Bo', at: 'June' }, 'at', 'a date'],
    [{ customer: 'Bo', at: asOf, value: -1 }, 'value', 'what was paid'],
    [7, '', 'a purchase'],
  ])('says what is wrong with %j', (bad, path, wanted) => {
    const { error } = purchaseSchema.safeParse(bad as never);
    expect(error?.issues).toMatchObject([{ params: { refusal: { path } } }]);
    expect(error?.issues[0]?.message).toContain(wanted);
  });
});
