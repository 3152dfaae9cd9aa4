import {
  answersSchema,
  eightInstrument,
  instrumentSchema,
  kanoInstrument,
} from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { visit } from './given';

describe('answersSchema, as JSON Schema', () => {
  it('has each item with its text, scale or choices, whether it is required, and its condition', () => {
    expect(z.toJSONSchema(answersSchema(visit))).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'visit',
      type: 'object',
      properties: {
        kind: { title: 'Kind?', type: 'integer', minimum: 1, maximum: 5 },
        rushed: { title: 'Rushed?', type: ['integer', 'null'], minimum: 1, maximum: 5 },
        came: {
          title: 'How did you come?',
          oneOf: [
            { const: 'car', title: 'By car' },
            { const: 'foot', title: 'On foot' },
            { type: 'null' },
          ],
        },
        parking: {
          title: 'Parking?',
          description: 'Asked only if came is car.',
          type: ['number', 'null'],
          minimum: 0,
          maximum: 10,
        },
        why: {
          title: 'Why?',
          description: 'Asked only if parking is at least 1 and is at most 4; then required.',
          type: ['string', 'null'],
        },
      },
      required: ['kind'],
      additionalProperties: false,
    });
  });

  it('says of a condition without parts that an answer is enough', () => {
    const items = [
      { kind: 'text', id: 'a', text: 'What?' },
      { kind: 'text', id: 'b', text: 'Why?', onlyIf: { item: 'a' } },
    ] as const;
    const { properties } = z.toJSONSchema(answersSchema({ id: 'x', items }));
    expect(properties?.b).toEqual({
      title: 'Why?',
      description: 'Asked only if a is answered.',
      type: ['string', 'null'],
    });
  });

  it('takes a required choice without null, and stands inside another schema', () => {
    const features = [{ id: 'f', functional: 'With?', dysfunctional: 'Without?' }];
    const kano = kanoInstrument(features);
    const required = { ...kano, items: kano.items.map((item) => ({ ...item, required: true })) };
    const form = z.object({ name: z.string(), answers: answersSchema(required) });
    const { answers } = z.toJSONSchema(form).properties as {
      answers: z.core.JSONSchema.JSONSchema;
    };
    expect(answers.required).toEqual(['f.functional', 'f.dysfunctional']);
    const [first] = Object.values(answers.properties ?? {});
    expect(first).toMatchObject({ title: 'With?' });
    expect((first as z.core.JSONSchema.JSONSchema).oneOf).toHaveLength(5);
    expect(form.safeParse({ name: 'Ann', answers: {} }).success).toBe(false);
  });

  it('names what the eight items mean', () => {
    const { properties } = z.toJSONSchema(answersSchema(eightInstrument));
    expect(properties?.trust).toMatchObject({ title: 'The company can be trusted.' });
  });
});

it('instrumentSchema describes its items to JSON Schema', () => {
  const { properties, required } = z.toJSONSchema(instrumentSchema);
  expect(required).toEqual(['id', 'items']);
  const list = properties?.items as z.core.JSONSchema.ArraySchema;
  const item = list.items as z.core.JSONSchema.JSONSchema;
  const kinds = item.oneOf as z.core.JSONSchema.ObjectSchema[];
  expect(kinds.map(({ description }) => description)).toEqual([
    'An item answered with a number on a scale',
    'An item answered with one of several choices',
    "An item answered in the respondent's own words",
  ]);
  for (const kind of kinds) {
    expect(kind.properties?.text).toEqual({
      type: 'string',
      description: 'What the respondent reads',
    });
    expect(kind.properties?.onlyIf).toMatchObject({
      description: 'What an earlier answer must be for the item to be asked',
      required: ['item'],
      additionalProperties: false,
    });
  }
  expect(kinds[0]?.properties?.reversed).toMatchObject({
    type: 'boolean',
    description: 'Whether a high answer means a low level',
  });
  expect(kinds[0]?.required).toEqual(['kind', 'id', 'text', 'scale']);
});
