import * as z from 'zod/mini';
import { scaleSchema } from '../core/level';
import type { InvalidInputCode } from '../input/errors';
import { onceFrozen } from '../input/frozen';
import { once } from '../input/once';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { schemaOf } from '../input/schema-of';
import { type Condition, type Instrument, type SurveyItem, valuesOf } from './instrument';
import { questionsOf } from './questions';

const flag = (text: string) => z.optional(z.boolean().check(z.describe(text)));
const text = z.string().check(z.describe('What the respondent reads'));
/** A name that is not empty. */
export const idSchema = z.string().check(z.minLength(1, 'a name'));
const common = {
  id: idSchema,
  text,
  required: flag('Whether it must be answered whenever it is asked'),
  onlyIf: z.optional(
    z
      .strictObject({
        item: z.string().check(z.describe('The id of an item before this one')),
        atLeast: z.optional(z.number()),
        atMost: z.optional(z.number()),
        is: z.optional(z.string().check(z.describe('The value of a choice'))),
      })
      .check(z.describe('What an earlier answer must be for the item to be asked')),
  ),
};

/** Validates an {@link Instrument}; compose it with zod or zod/mini. */
export const instrumentSchema = schemaOf<Instrument>()(
  z.strictObject({
    id: z.string(),
    items: z
      .array(
        z.discriminatedUnion('kind', [
          z
            .strictObject({
              kind: z.literal('scale'),
              ...common,
              scale: scaleSchema,
              continuous: flag('Whether numbers between the whole ones are taken'),
              reversed: flag('Whether a high answer means a low level'),
              dimension: z.optional(
                z.string().check(z.describe('What it measures, together with other items')),
              ),
            })
            .check(z.describe('An item answered with a number on a scale')),
          z
            .strictObject({
              kind: z.literal('choice'),
              ...common,
              choices: z
                .array(z.strictObject({ value: idSchema, text }))
                .check(z.minLength(2, 'at least two choices')),
            })
            .check(z.describe('An item answered with one of several choices')),
          z
            .strictObject({ kind: z.literal('text'), ...common })
            .check(z.describe("An item answered in the respondent's own words")),
        ]),
      )
      .check(z.minLength(1, 'at least one item'), inOrder),
  }),
);

/** The same, read to what its answers are looked at by; a frozen one is read once. */
const questionsIn = onceFrozen((instrument: Instrument) =>
  questionsOf(read(instrumentSchema, instrument)),
);
export const questionsSchema = once(() =>
  readWith((instrument: Instrument) => reading('', instrument, () => questionsIn(instrument))),
);

type Told = (code: InvalidInputCode, message: string, ...path: (string | number)[]) => void;

/** Every id and choice once, and no item asked by what no answer to an item before it can be. */
export function inOrder({
  value: items,
  issues,
}: {
  value: readonly (Pick<SurveyItem, 'id'> & Partial<SurveyItem>)[];
  issues: z.core.$ZodRawIssue[];
}): void {
  const before = new Map<string, Partial<SurveyItem>>();
  items.forEach((item, i) => {
    const { id, onlyIf } = item;
    const tell: Told = (code, message, ...path) =>
      issues.push({ code: 'custom', input: items, path: [i, ...path], message, params: { code } });
    if (before.has(id)) tell('duplicate-id', 'an id that no other item has', 'id');
    const values = valuesOf(item);
    if (new Set(values).size < values.length) {
      tell('duplicate-id', 'choices that differ in value', 'choices');
    }
    const asking = onlyIf && before.get(onlyIf.item);
    if (asking) checkCondition(asking, onlyIf, tell);
    else if (onlyIf) tell('unknown-id', 'the id of an item before this one', 'onlyIf', 'item');
    before.set(id, item);
  });
}

/** Tells of a condition that no answer to the item can meet. */
function checkCondition(
  item: Partial<SurveyItem>,
  { atLeast, atMost, is }: Condition,
  tell: Told,
): void {
  if (is !== undefined && !valuesOf(item).includes(is)) {
    tell('unknown-name', `a choice of ${item.id}`, 'onlyIf', 'is');
  }
  if (atLeast === undefined && atMost === undefined) return;
  const { scale, continuous } = item.kind === 'scale' ? item : {};
  const low = Math.max(scale?.min ?? Infinity, atLeast ?? -Infinity);
  const high = Math.min(scale?.max ?? -Infinity, atMost ?? Infinity);
  if (continuous ? low > high : Math.ceil(low) > Math.floor(high)) {
    tell('out-of-range', `a range with an answer to ${item.id}`, 'onlyIf');
  }
}

/** Features of the Kano questionnaire. */
export const featuresSchema = once(() =>
  z
    .array(z.strictObject({ id: idSchema, functional: z.string(), dysfunctional: z.string() }))
    .check(z.minLength(1, 'at least one feature'), inOrder),
);

/** Items that are asked as expected and as perceived. */
export const qualityItemsSchema = once(() =>
  z.strictObject({
    id: z.string(),
    scale: scaleSchema,
    items: z
      .array(
        z.strictObject({
          id: idSchema,
          dimension: idSchema,
          text: z.string(),
          reversed: z.optional(z.boolean()),
        }),
      )
      .check(z.minLength(1, 'at least one item'), inOrder),
  }),
);
