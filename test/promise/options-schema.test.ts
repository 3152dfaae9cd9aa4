import { toMultipleOf } from 'overdeliver';
import { planOptionsSchema } from 'overdeliver/promise';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';

it('takes the options of a plan as JSON, and a rounding beside', () => {
  const json = JSON.parse('{ "keepRate": 0.9, "bestEffort": true }');
  expect(planOptionsSchema.parse(json)).toEqual(json);
  expect(planOptionsSchema.safeParse({ keepRate: 0.9, round: toMultipleOf(5) }).success).toBe(true);
});

it.each([{}, { keepRate: 1 }, { keepRate: '0.9' }, { keepRate: 0.9, round: 5 }, { keeprate: 0.9 }])(
  'refuses %j',
  (options) => {
    expect(planOptionsSchema.safeParse(options).success).toBe(false);
  },
);

it('describes itself as JSON Schema, in which a function is nothing', () => {
  expect(z.toJSONSchema(planOptionsSchema)).toMatchObject({
    properties: {
      keepRate: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
      bestEffort: { type: 'boolean' },
      round: { not: {} },
    },
    required: ['keepRate'],
  });
});
