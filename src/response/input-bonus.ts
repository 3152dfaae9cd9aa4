import * as z from 'zod/mini';
import { once } from '../input/once';
import { rowOf } from '../input/rows';
import { from0to1Schema, optionFor, recordOf } from '../input/schemas';
import { promiseDefaults } from '../promise/parameters';
import { contactSchema, datedShape, nameSchema, responseSchema } from './input';

const ids = z.optional(z.array(z.string()));
const cents = (least: number) => {
  const text = `whole cents of at least ${least}`;
  return z.int(text).check(z.gte(least, text));
};
const valueText = 'a value above 0, up to 1e9';
const weightText = 'a weight from 0 to 1e9';

export const bonusesSchema = once(() =>
  z
    .array(
      rowOf({
        id: nameSchema,
        cost: cents(1),
        serves: z.string(),
        value: z.number().check(z.gt(0, valueText), z.lte(1e9, valueText)),
      }),
    )
    .check(z.maxLength(10_000, 'at most 10,000 bonuses')),
);

export const customersSchema = once(() =>
  z.array(
    rowOf({
      id: nameSchema,
      needs: recordOf(z.optional(z.number().check(z.gte(0, weightText), z.lte(1e9, weightText)))),
      contract: ids,
      received: ids,
      contact: z.optional(contactSchema),
    }),
  ),
);

export const bonusOptionsSchema = once(() =>
  z.strictObject({
    ...datedShape,
    budget: cents(0),
    kept: z.looseObject({ rate: z.nullable(from0to1Schema()) }),
    parameters: responseSchema,
    basicKept: optionFor(promiseDefaults.parameters.basicKept),
  }),
);
