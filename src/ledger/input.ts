import * as z from 'zod/mini';
import { dateSchema, dateText } from '../input/date';
import type { OtherNames } from '../input/known-names';
import { listOf } from '../input/list-of';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { rowOf } from '../input/rows';
import { schemaOf } from '../input/schema-of';
import { functionOf, kindText } from '../input/schemas';
import type { LedgerEvent } from './events';
import type { PromiseGroup } from './promise-group';

const name = (text: string) => z.string(text).check(z.minLength(1, text));
const quantity = { value: z.number(), unit: name('a unit such as euro') };
const better = z.optional(z.enum(['lower', 'higher']));
const common = { id: name('an id of your own'), at: dateSchema };
const quantityText = "an amount and its unit, such as { value: 499, unit: 'euros' }";
const given = z.optional(z.strictObject(quantity, quantityText));
const due = z.optional(dateSchema);
const from = z.optional(dateSchema);
const reason = z.optional(z.string());

/** The kinds of events and their fields: the schema follows from it, and what is read by hand. */
export const kinds = {
  promise: {
    kind: z.literal('promise'),
    ...common,
    due,
    from,
    segment: z.optional(z.string()),
    quantity: z.optional(z.strictObject({ ...quantity, better }, quantityText)),
  },
  revision: { kind: z.literal('revision'), ...common, due, from, quantity: given },
  pause: { kind: z.literal('pause'), ...common, reason },
  resume: { kind: z.literal('resume'), ...common, reason, due },
  delivery: { kind: z.literal('delivery'), ...common, quantity: given },
  cancellation: {
    kind: z.literal('cancellation'),
    ...common,
    by: z.enum(['customer', 'company']),
  },
};

/** What people call a due date and a quantity: such a column without them would be dropped without a word. */
export const otherNames: OtherNames = {
  words: { by: 'due', duedate: 'due', until: 'due', promisedby: 'due', price: 'quantity' },
};

/** Of a kind that promises, what a schema can say: `due` and `quantity` may both be missing, and a check wants one of them. */
type AsRead<Name extends 'promise' | 'revision'> = Omit<Kind<Name>, 'due' | 'from' | 'quantity'> & {
  readonly due?: Date | undefined;
  readonly from?: Date | undefined;
  readonly quantity?: Kind<Name>['quantity'];
};
type Kind<Name> = Extract<LedgerEvent<Date>, { readonly kind: Name }>;

interface SomethingPromised {
  readonly due?: Date | undefined;
  readonly from?: Date | undefined;
  readonly quantity?: unknown;
}
const promisesSomething = z.check<SomethingPromised>(({ value, issues }) => {
  const { due, from, quantity } = value;
  if (from !== undefined && !(due !== undefined && from <= due)) {
    const beside = 'a due date beside it, such as the to of dueWindow: due: to';
    const message = due ? `a date up to due (${due.toISOString()})` : beside;
    const params = { code: due ? 'date-order' : 'ambiguous' };
    issues.push({ code: 'custom', input: from, path: ['from'], message, params });
    return;
  }
  if (due !== undefined || quantity !== undefined) return;
  const message = `${dateText}; or a quantity to promise without one`;
  issues.push({ code: 'custom', input: value, path: ['due'], message });
});

const asReadSchema = schemaOf<
  | AsRead<'promise'>
  | AsRead<'revision'>
  | Kind<'pause'>
  | Kind<'resume'>
  | Kind<'delivery'>
  | Kind<'cancellation'>
>()(
  z.discriminatedUnion(
    'kind',
    [
      rowOf(kinds.promise, undefined, otherNames).check(promisesSomething),
      rowOf(kinds.revision, undefined, otherNames).check(promisesSomething),
      rowOf(kinds.pause),
      rowOf(kinds.resume),
      rowOf(kinds.delivery),
      rowOf(kinds.cancellation),
    ],
    kindText('an event with kind, id, at', `one of ${Object.keys(kinds).join(', ')}`),
  ),
);

/** Validates a {@link LedgerEvent} by itself; a ledger sees whether its promise can take it. Other columns are dropped. */
export const ledgerEventSchema = asReadSchema as unknown as z.ZodMiniType<
  LedgerEvent<Date>,
  z.input<typeof asReadSchema>
>;

// Its type is named, since the oldest zod that is supported has no name for a whole number's.
const versionSchema: z.ZodMiniNumber<number> = z
  .int()
  .check(z.gte(1, 'version 1 or 2'), z.lte(2, 'version 1 or 2'));

/** Validates the JSON of a ledger, event by event; `reviveLedger` sees whether they follow from one another. */
export const ledgerSchema = z.strictObject({
  version: versionSchema,
  events: z.array(ledgerEventSchema),
});

const groupText = 'a function from a promise to its group, such as byWeek(zone) or bySegment';

/** How promises are grouped. */
export const groupSchema = functionOf<PromiseGroup>(groupText);

/** The events of a ledger's JSON, which are too many to be looked at twice. */
export function eventsIn(json: unknown): readonly unknown[] {
  const { events, head } = reading('json', json, () => {
    const { events, ...rest } = Object(json) as { readonly events?: unknown };
    return { events, head: Array.isArray(events) ? { ...rest, events: [] } : json };
  });
  read(ledgerSchema, head, 'json');
  return listOf('json.events', events as readonly unknown[]);
}
