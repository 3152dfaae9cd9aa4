import { probabilityAlive } from 'overdeliver';
import {
  cdnowOrderValues,
  cdnowPurchases,
  customerSpendingSchema,
  expectedOrderValue,
  fitBgNbd,
  fitGammaGamma,
  fitRetention,
  purchaseHistorySchema,
} from 'overdeliver/lifetime';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { refusal } from '../core/refusal';

const id = { id: 'lifetime/test' };
const row = { frequency: 2, recency: 8, age: 9 };

describe('the schemas of rows', () => {
  it.each(['input', 'output'] as const)('describe themselves to JSON Schema, %s', (io) => {
    expect(z.toJSONSchema(purchaseHistorySchema, { io })).toMatchObject({
      type: 'object',
      properties: {
        frequency: { type: 'integer', minimum: 0, maximum: 1e15 },
        recency: { type: 'number', minimum: 0, maximum: 1e15 },
        age: { type: 'number', minimum: 0, maximum: 1e15 },
      },
      required: ['frequency', 'recency', 'age'],
    });
    expect(z.toJSONSchema(z.array(customerSpendingSchema), { io })).toMatchObject({
      items: {
        properties: {
          frequency: { type: 'integer', minimum: 1, maximum: 1e15 },
          value: { type: 'number', minimum: 1e-15, maximum: 1e15 },
        },
        required: ['frequency', 'value'],
      },
    });
  });

  it('take JSON as it is, other columns too, and say what breaks a rule', () => {
    const parsed = z.array(purchaseHistorySchema).safeParse(JSON.parse(JSON.stringify([row])));
    expect(parsed.data).toEqual([row]);
    const { data } = purchaseHistorySchema.safeParse({ ...row, city: 'Ulm' });
    expect(data).toEqual(row);
    const { error } = z.array(purchaseHistorySchema).safeParse([row, { ...row, recency: 10 }]);
    expect(error?.issues).toMatchObject([
      { path: [1, 'recency'], message: 'a time from 0 to the age of 9' },
    ]);
    expect(purchaseHistorySchema.safeParse({ ...row, frequncy: 2 }).success).toBe(false);
    expect(customerSpendingSchema.safeParse({ frequency: 0, value: 3 }).success).toBe(false);
    const { error: many } = purchaseHistorySchema.safeParse({ ...row, frequency: 1e16 });
    expect(many?.issues[0]?.message).toBe(
      'a whole number of repeat purchases, 0 or more, up to 1e15',
    );
  });
});

describe('one customer and columns of them go by the same rules', () => {
  const fine = [
    { frequency: 0, recency: 0, age: 9 },
    { frequency: 1, recency: 2, age: 9 },
    { frequency: 3, recency: 9, age: 9 },
  ];
  it.each([
    [{ ...row, frequency: -1 }],
    [{ ...row, frequency: 1.5 }],
    [{ ...row, frequency: 1e16 }],
    [{ ...row, age: -1 }],
    [{ ...row, age: 2e15 }],
    [{ ...row, recency: -1 }],
    [{ ...row, recency: 9.1 }],
    [{ ...row, frequency: 0 }],
  ])('%j', (bad) => {
    const rows = [...fine, bad];
    const columns = {
      frequency: rows.map(({ frequency }) => frequency),
      recency: rows.map(({ recency }) => recency),
      age: rows.map(({ age }) => age),
    };
    const alone = refusal(() => probabilityAlive(cdnowPurchases, bad));
    const among = refusal(() => fitBgNbd(columns, id));
    expect(among.path).toBe(`${alone.path.replace('customer', 'customers')}[3]`);
    expect([among.code, among.expected]).toEqual([alone.code, alone.expected]);
  });

  it.each([
    [{ frequency: 0, value: 3 }],
    [{ frequency: 1.5, value: 3 }],
    [{ frequency: 1, value: 0 }],
    [{ frequency: 1, value: 1e16 }],
  ])('%j', (bad) => {
    const columns = { frequency: [1, 2, 3, bad.frequency], value: [10, 20, 30, bad.value] };
    const alone = refusal(() => expectedOrderValue(cdnowOrderValues, bad));
    const among = refusal(() => fitGammaGamma(columns, id));
    expect(among.path).toBe(`${alone.path.replace('customer', 'customers')}[3]`);
    expect([among.code, among.expected]).toEqual([alone.code, alone.expected]);
  });

  it('the greatest numbers that are taken, and the least', () => {
    const longest = { frequency: 1e15, recency: 1e15, age: 1e15 };
    expect(probabilityAlive(cdnowPurchases, longest).probability).toBeGreaterThan(0.9);
    for (const value of [1e-15, 1e15]) {
      const { ownWeight } = expectedOrderValue(cdnowOrderValues, { frequency: 1e15, value });
      expect(ownWeight).toBeCloseTo(1, 12);
    }
    const none = refusal(() =>
      expectedOrderValue(cdnowOrderValues, { frequency: 1, value: 9e-16 }),
    );
    expect(none).toMatchObject({ path: 'customer.value', code: 'out-of-range' });
    const fit = fitRetention([[1e15, 9e14, 8.5e14]], id);
    expect(fit.fit?.n).toBe(1e15);
  });

  it('but for a repeat purchase at the time of the first, on which no model is fitted', () => {
    const at0 = { frequency: 1, recency: 0, age: 9 };
    expect(probabilityAlive(cdnowPurchases, at0).probability).toBeGreaterThan(0);
    const columns = { frequency: [0, 2, 1, 1], recency: [0, 8, 2, 0], age: [9, 9, 9, 9] };
    const refused = refusal(() => fitBgNbd(columns, id));
    expect(refused).toMatchObject({ code: 'out-of-range', path: 'customers.recency[3]' });
  });
});

it('a model read once is not changed by what is done to results', () => {
  const { warnings, model } = probabilityAlive(cdnowPurchases, row);
  expect(() => (warnings as unknown[]).push('late')).toThrow(TypeError);
  expect(() => Object.assign(model, { id: 'other' })).toThrow(TypeError);
  expect(probabilityAlive(cdnowPurchases, row).model.id).toBe(cdnowPurchases.id);
});
