import * as z from 'zod/mini';
import { type Scale, scaleSchema } from '../core/level';
import type { InvalidInputCode } from '../input/errors';
import { read } from '../input/read';
import { schemaOf } from '../input/schema-of';

/** What an earlier answer must be for an item to be asked; every part given must hold. */
export interface Condition {
  /** An item that stands before this one. */
  readonly item: string;
  /** The least number answered, on a scale. */
  readonly atLeast?: number | undefined;
  /** The greatest number answered, on a scale. */
  readonly atMost?: number | undefined;
  /** The choice made, of an item with choices. */
  readonly is?: string | undefined;
}

/** An item answered with a number on a scale. */
export interface ScaleItem {
  readonly kind: 'scale';
  readonly id: string;
  readonly text: string;
  readonly scale: Scale;
  /** True for a slider that takes numbers between the whole ones. */
  readonly continuous?: boolean | undefined;
  /** True where a high answer means a low level. */
  readonly reversed?: boolean | undefined;
  /** What it measures, together with other items. */
  readonly dimension?: string | undefined;
  /** True if it must be answered whenever it is asked. */
  readonly required?: boolean | undefined;
  /** Asked only then; always unless given. */
  readonly onlyIf?: Condition | undefined;
}

/** An item answered with one of several choices. */
export interface ChoiceItem {
  readonly kind: 'choice';
  readonly id: string;
  readonly text: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly required?: boolean | undefined;
  readonly onlyIf?: Condition | undefined;
}

/** An item answered in the respondent's own words. */
export interface TextItem {
  readonly kind: 'text';
  readonly id: string;
  readonly text: string;
  readonly required?: boolean | undefined;
  readonly onlyIf?: Condition | undefined;
}

/** One question of an instrument. */
export type SurveyItem = ScaleItem | ChoiceItem | TextItem;

/** A questionnaire as data: render it with any form library, in the order of its items. */
export interface Instrument {
  readonly id: string;
  readonly items: readonly SurveyItem[];
}

const flag = z.optional(z.boolean());
/** A name that is not empty. */
export const idSchema = z.string().check(z.minLength(1, 'a name'));
const common = {
  id: idSchema,
  text: z.string(),
  required: flag,
  onlyIf: z.optional(
    z.strictObject({
      item: z.string(),
      atLeast: z.optional(z.number()),
      atMost: z.optional(z.number()),
      is: z.optional(z.string()),
    }),
  ),
};

/** Validates an {@link Instrument}; compose it with zod or zod/mini. */
export const instrumentSchema = schemaOf<Instrument>()(
  z.strictObject({
    id: z.string(),
    items: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('scale'),
            ...common,
            scale: scaleSchema,
            continuous: flag,
            reversed: flag,
            dimension: z.optional(z.string()),
          }),
          z.strictObject({
            kind: z.literal('choice'),
            ...common,
            choices: z
              .array(z.strictObject({ value: idSchema, text: z.string() }))
              .check(z.minLength(2, 'at least two choices')),
          }),
          z.strictObject({ kind: z.literal('text'), ...common }),
        ]),
      )
      .check(z.minLength(1, 'at least one item'), inOrder),
  }),
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
    if (asking) checkCondition(asking as SurveyItem, onlyIf, tell);
    else if (onlyIf) tell('unknown-id', 'the id of an item before this one', 'onlyIf', 'item');
    before.set(id, item);
  });
}

/** The values of an item's choices; none, where it has no choices. */
export const valuesOf = (item: Partial<SurveyItem>): readonly string[] =>
  (item as Partial<ChoiceItem>).choices?.map(({ value }) => value) ?? [];

/** Tells of a condition that no answer to the item can meet. */
function checkCondition(item: SurveyItem, { atLeast, atMost, is }: Condition, tell: Told): void {
  const { id, scale, continuous } = item as Partial<ScaleItem>;
  if (is !== undefined && !valuesOf(item).includes(is)) {
    tell('unknown-name', `a choice of ${id}`, 'onlyIf', 'is');
  }
  if (atLeast === undefined && atMost === undefined) return;
  const low = Math.max(scale?.min ?? Infinity, atLeast ?? -Infinity);
  const high = Math.min(scale?.max ?? -Infinity, atMost ?? Infinity);
  if (continuous ? low > high : Math.ceil(low) > Math.floor(high)) {
    tell('out-of-range', `a range with an answer to ${id}`, 'onlyIf');
  }
}

/** The instrument, if it is one. */
export function checkInstrument(instrument: Instrument): Instrument {
  read(instrumentSchema, instrument, 'instrument');
  return instrument;
}
