import * as z from 'zod/mini';
import { dateSchema, epochOf } from '../input/date';
import { listOf } from '../input/list-of';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { misspeltAmong, rowOf } from '../input/rows';
import { schemaOf } from '../input/schema-of';
import type { LedgerEvent } from './events';
import type { Entry } from './log';
import type { PromiseGroup } from './promise-group';

const name = (text: string) => z.string(text).check(z.minLength(1, text));
const quantity = { value: z.number(), unit: name('a unit such as euro') };
const better = z.optional(z.enum(['lower', 'higher']));
const common = { id: name('an id of your own'), at: dateSchema };
const given = z.optional(z.strictObject(quantity));

/** The kinds of events and their fields: the schema follows from it, and what is read by hand. */
const kinds = {
  promise: {
    kind: z.literal('promise'),
    ...common,
    due: dateSchema,
    segment: z.optional(z.string()),
    quantity: z.optional(z.strictObject({ ...quantity, better })),
  },
  revision: { kind: z.literal('revision'), ...common, due: dateSchema, quantity: given },
  delivery: { kind: z.literal('delivery'), ...common, quantity: given },
  cancellation: {
    kind: z.literal('cancellation'),
    ...common,
    by: z.enum(['customer', 'company']),
  },
};

/** Validates a {@link LedgerEvent} by itself; a ledger sees whether its promise can take it. Other columns are dropped. */
export const ledgerEventSchema = schemaOf<LedgerEvent<Date>>()(
  z.discriminatedUnion(
    'kind',
    [rowOf(kinds.promise), rowOf(kinds.revision), rowOf(kinds.delivery), rowOf(kinds.cancellation)],
    `one of ${Object.keys(kinds).join(', ')}`,
  ),
);

/** Validates the JSON of a ledger, event by event; `reviveLedger` sees whether they follow from one another. */
export const ledgerSchema = z.strictObject({
  version: z.number().check(z.gte(1, 'version 1'), z.lte(1, 'version 1')),
  events: z.array(ledgerEventSchema),
});

/** How promises are grouped. */
export const groupSchema = readWith(
  (given: PromiseGroup): PromiseGroup =>
    typeof given === 'function' ? given : refuse('', given, 'a function', missing(given)),
);
const missing = (value: unknown) => (value === undefined ? 'missing' : 'wrong-type');

/** What a kind of event has. */
const shapes: ReadonlyMap<unknown, Shape> = new Map(
  Object.entries(kinds).map(([kind, shape]) => [
    kind,
    {
      misspelt: misspeltAmong(Object.keys(shape)),
      due: 'due' in shape,
      segment: 'segment' in shape,
      quantity: 'quantity' in shape,
      better: kind === 'promise',
      by: 'by' in shape,
    },
  ]),
);

interface Shape {
  readonly misspelt: (event: object) => string | undefined;
  readonly due: boolean;
  readonly segment: boolean;
  readonly quantity: boolean;
  readonly better: boolean;
  readonly by: boolean;
}

/**
 * An event for the log. It is read by hand, since the schema takes ten times as long, and by the schema only
 * where something is amiss, to say what.
 */
export function readEvent(event: unknown, path: string, time = epochOf): Entry {
  const entry = entryIn(event, time) ?? entryOf(read(ledgerEventSchema, event, path), epochOf);
  return entry ?? refuse(path, event, 'an event of plain data');
}

/** The entry of an event in which nothing is amiss; null also where reading it throws. */
function entryIn(event: unknown, time: typeof epochOf): Entry | null {
  try {
    return entryOf(event, time);
  } catch {
    return null;
  }
}

/** The same, where nothing throws. */
function entryOf(event: unknown, time: typeof epochOf): Entry | null {
  if (typeof event !== 'object' || event === null) return null;
  const given = event as { readonly [Name in keyof Entry]?: unknown };
  const kind = given.kind as Entry['kind'];
  const shape = shapes.get(kind);
  if (shape === undefined || shape.misspelt(event) !== undefined) return null;
  const { id } = given;
  const at = time(given.at);
  const due = shape.due ? time(given.due) : undefined;
  const segment = shape.segment ? given.segment : undefined;
  const quantity = shape.quantity ? quantityOf(given.quantity, shape.better) : undefined;
  const by = shape.by ? (given.by as Entry['by']) : undefined;
  const fine =
    typeof id === 'string' &&
    id !== '' &&
    !Number.isNaN(at) &&
    !(due !== undefined && Number.isNaN(due)) &&
    (segment === undefined || typeof segment === 'string') &&
    quantity !== null &&
    (!shape.by || by === 'customer' || by === 'company');
  if (!fine) return null;
  return {
    kind,
    id,
    at,
    due,
    segment,
    quantity,
    by,
    place: -1,
    next: undefined,
    latest: undefined,
  };
}

function quantityOf(given: unknown, sided: boolean): Entry['quantity'] | null {
  if (given === undefined) return undefined;
  if (typeof given !== 'object' || given === null) return null;
  for (const name in given) {
    if (name !== 'value' && name !== 'unit' && !(name === 'better' && sided)) return null;
  }
  const { value, unit, better } = given as Partial<NonNullable<Entry['quantity']>>;
  if (!Number.isFinite(value) || typeof unit !== 'string' || unit === '') return null;
  const plain = { value: value as number, unit };
  if (better === undefined) return plain;
  return better === 'lower' || better === 'higher' ? { ...plain, better } : null;
}

/** The events of a ledger's JSON, which are too many to be looked at twice. */
export function eventsIn(json: unknown): readonly unknown[] {
  const { events, ...rest }: { readonly events?: unknown } = reading('json', json, () => ({
    ...Object(json),
  }));
  const head = Array.isArray(events) ? { ...rest, events: [] } : json;
  read(ledgerSchema, head, 'json');
  return listOf('json.events', events as readonly unknown[]);
}
