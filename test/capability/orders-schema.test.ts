import fc from 'fast-check';
import { capabilityAsOf, isOverdeliverError } from 'overdeliver';
import { type DatedOrder, datedOrderSchema } from 'overdeliver/capability';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { holds } from '../core/seeded';

it('takes a row as it comes, and gives its dates', () => {
  const row = JSON.parse(
    '{ "started": "2026-03-01T10:00:00+01:00", "finished": 1772359200000, "shop": "a" }',
  );
  expect(datedOrderSchema.parse(row)).toEqual({
    started: new Date('2026-03-01T09:00:00Z'),
    finished: new Date('2026-03-01T10:00:00Z'),
    cancelled: null,
    lost: null,
  });
});

it('refuses exactly what capabilityAsOf refuses of an order', () => {
  const instant = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, '2026-03-01', 'soon', Number.NaN, {}),
    fc.integer({ min: 0, max: 9 }).map((day) => new Date(Date.UTC(2026, 2, 1 + day))),
    fc.integer({ min: 0, max: 9 }).map((day) => new Date(Date.UTC(2026, 2, 1 + day)).toISOString()),
  );
  const row = fc.record(
    { started: instant, finished: instant, cancelled: instant, finishd: instant },
    { requiredKeys: ['started'] },
  );
  const good = { started: new Date(0), finished: new Date(1) };
  const isTaken = (order: DatedOrder) => {
    try {
      capabilityAsOf([good, order], { asOf: new Date('2027-01-01T00:00:00Z'), unit: 'days' });
      return true;
    } catch (error) {
      if (!isOverdeliverError(error)) throw error;
      return false;
    }
  };
  holds(
    fc.property(row, (order) => {
      expect(datedOrderSchema.safeParse(order).success).toBe(isTaken(order as DatedOrder));
    }),
    500,
  );
});

it('describes itself as JSON Schema', () => {
  expect(z.toJSONSchema(z.array(datedOrderSchema))).toMatchObject({
    items: {
      type: 'object',
      properties: { started: { type: 'string', format: 'date-time' } },
      required: ['started'],
    },
  });
});
