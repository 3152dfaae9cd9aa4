import {
  customerHistorySchema,
  expectationEventSchema,
  expectationInputSchema,
  expectationSchema,
  factorNames,
  predictedFactors,
  stageNames,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { given } from './given';

const level = { type: 'number', minimum: 0, maximum: 100 };
const reliability = { type: 'number', minimum: 0, maximum: 1 };
const date = { type: 'string', format: 'date-time' };

describe.each(['input', 'output'] as const)('the JSON Schema of the %s', (io) => {
  const described = (schema: z.core.$ZodType) => z.toJSONSchema(schema, { io });

  it('of a history has dates as text', () => {
    expect(described(customerHistorySchema)).toMatchObject({
      properties: {
        firstPurchase: { anyOf: [date, { type: 'null' }] },
        uses: { type: 'array', items: date },
      },
      required: ['firstPurchase', 'uses'],
    });
  });

  it('of an event has an object per kind', () => {
    const { oneOf } = described(expectationEventSchema);
    expect(oneOf).toHaveLength(5);
    expect(oneOf?.[3]).toMatchObject({
      properties: { kind: { const: 'competitorOffer' }, level, reliability },
      required: ['kind', 'level'],
      additionalProperties: false,
    });
  });

  it('of an input has what each factor takes', () => {
    const { stage, signals } = described(expectationInputSchema).properties as Record<
      string,
      object
    >;
    expect(stage).toMatchObject({ enum: stageNames });
    const { properties } = signals as { properties: Record<string, object> };
    expect(Object.keys(properties)).toEqual(factorNames);
    expect(properties.competitorOffer).toEqual({
      anyOf: [
        level,
        {
          type: 'object',
          properties: { level, reliability },
          required: ['level'],
          additionalProperties: false,
        },
      ],
    });
    expect(properties.personalNeeds).toMatchObject({
      properties: { needs: { type: 'object', additionalProperties: level } },
    });
  });

  it('of an expectation has all its fields', () => {
    const { properties, required } = described(expectationSchema);
    expect(required).toEqual(Object.keys(given()));
    expect(properties).toMatchObject({
      desired: level,
      dominantFactor: { anyOf: [{ enum: predictedFactors }, { type: 'null' }] },
      dominantNeed: { type: ['string', 'null'] },
    });
  });
});

it('takes what arrives as JSON, dates as text', () => {
  const history = JSON.stringify({ firstPurchase: new Date(0), uses: [new Date(86_400_000)] });
  expect(customerHistorySchema.parse(JSON.parse(history))).toEqual({
    firstPurchase: new Date(0),
    uses: [new Date(86_400_000)],
  });
  const expectation = JSON.parse(JSON.stringify(given()));
  expect(expectationSchema.parse(expectation)).toEqual(given());
});
