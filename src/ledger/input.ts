import * as z from 'zod/mini';
import { dateSchema, dateText } from '../input/date';
import { listOf } from '../input/list-of';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { schemaOf } from '../input/schema-of';
import type { LedgerEvent } from './events';
import type { PromiseGroup } from './promise-group';

const name = (text: string) => z.string(text).check(z.minLength(1, text));
const quantity = { value: z.number(), unit: name('a unit such as euro') };
const better = z.optional(z.enum(['lower', 'higher']));
const common = { id: name('an id of your own'), at: dateSchema };
const given = z.optional(z.strictObject(quantity));
const due = z.optional(dateSchema);
const reason = z.optional(z.string());

/** The kinds of events and their fields: the schema follows from it, and what is read by hand. */
export const kinds = {
  promise: {
    kind: z.literal('promise'),
    ...common,
    due,
    segment: z.optional(z.string()),
    quantity: z.optional(z.strictObject({ ...quantity, better })),
  },
  revision: { kind: z.literal('revision'), ...common, due, quantity: given },
  pause: { kind: z.literal('pause'), ...common, reason },
  resume: { kind: z.literal('resume'), ...common, reason, due },
  delivery: { kind: z.literal('delivery'), ...common, quantity: given },
  cancellation: {
    kind: z.literal('cancellation'),
    ...common,
    by: z.enum(['customer', 'company']),
  },
};

const plainSchema = z.discriminatedUnion(
  'kind',
  [
    rowOf(kinds.promise),
    rowOf(kinds.revision),
    rowOf(kinds.pause),
    rowOf(kinds.resume),
    rowOf(kinds.delivery),
    rowOf(kinds.cancellation),
  ],
  `one of ${Object.keys(kinds).join(', ')}`,
);

/** A promise or a revision with what it promises. */
const promising = readWith(
  (event: z.output<typeof plainSchema>): LedgerEvent<Date> => {
    if (event.kind !== 'promise' && event.kind !== 'revision') return event;
    const { due, quantity, ...rest } = event;
    if (due !== undefined) return { ...rest, due, quantity };
    if (quantity !== undefined) return { ...rest, quantity };
    return refuse('due', undefined, `${dateText}; or a quantity to promise without one`, 'missing');
  },
  {
    // Worked out when it is asked for.
    get oneOf() {
      return z.toJSONSchema(plainSchema, { io: 'output' }).oneOf;
    },
  },
);

/** Validates a {@link LedgerEvent} by itself; a ledger sees whether its promise can take it. Other columns are dropped. */
export const ledgerEventSchema = schemaOf<LedgerEvent<Date>>()(z.pipe(plainSchema, promising));

/** Validates the JSON of a ledger, event by event; `reviveLedger` sees whether they follow from one another. */
export const ledgerSchema = z.strictObject({
  version: z.int().check(z.gte(1, 'version 1 or 2'), z.lte(2, 'version 1 or 2')),
  events: z.array(ledgerEventSchema),
});

/** How promises are grouped. */
export const groupSchema = readWith(
  (given: PromiseGroup): PromiseGroup =>
    typeof given === 'function' ? given : refuse('', given, 'a function', missing(given)),
);
const missing = (value: unknown) => (value === undefined ? 'missing' : 'wrong-type');

/** The events of a ledger's JSON, which are too many to be looked at twice. */
export function eventsIn(json: unknown): readonly unknown[] {
  const { events, head } = reading('json', json, () => {
    const { events, ...rest } = Object(json) as { readonly events?: unknown };
    return { events, head: Array.isArray(events) ? { ...rest, events: [] } : json };
  });
  read(ledgerSchema, head, 'json');
  return listOf('json.events', events as readonly unknown[]);
}
