import * as z from 'zod/mini';
import { dateSchema } from '../input/date';
import { misspeltAmong, rowOf } from '../input/rows';
import { schemaOf } from '../input/schema-of';

/** So much of something, such as 180 euros. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** A promise was made: it is kept when delivered by `due` and, where a quantity is promised, within it. */
export interface PromiseMade {
  readonly kind: 'promise';
  /** A name of your own, used once in a ledger. */
  readonly id: string;
  /** When it was made. */
  readonly at: Date;
  /** The last moment at which delivery keeps it. */
  readonly due: Date;
  /** What to tell apart, such as a region or a product. */
  readonly segment?: string | undefined;
  /** A price, a level of service; `better` says on which side of it delivery must stay, `lower` unless given. */
  readonly quantity?: (Quantity & { readonly better?: 'lower' | 'higher' | undefined }) | undefined;
}

/** The customer was told something else; the promise as it was made stays. */
export interface PromiseRevised {
  readonly kind: 'revision';
  readonly id: string;
  readonly at: Date;
  readonly due: Date;
  /** The quantity promised now; the one before unless given. */
  readonly quantity?: Quantity | undefined;
}

/** What was promised was delivered. */
export interface PromiseDelivered {
  readonly kind: 'delivery';
  readonly id: string;
  /** When the customer had it. */
  readonly at: Date;
  /** How much it was, where a quantity was promised. */
  readonly quantity?: Quantity | undefined;
}

/** The promise was called off, and nothing will be delivered. */
export interface PromiseCancelled {
  readonly kind: 'cancellation';
  readonly id: string;
  readonly at: Date;
  /** A customer's cancellation by the due date releases the company; the company's own breaks the promise. */
  readonly by: 'customer' | 'company';
}

/** What a ledger records (D28). */
export type LedgerEvent = PromiseMade | PromiseRevised | PromiseDelivered | PromiseCancelled;

const name = (text: string) => z.string(text).check(z.minLength(1, text));
const quantity = { value: z.number(), unit: name('a unit such as euro') };
const common = { id: name('an id of your own'), at: dateSchema };
const given = z.optional(z.strictObject(quantity));
const better = z.optional(z.enum(['lower', 'higher']));

const promise = {
  kind: z.literal('promise'),
  ...common,
  due: dateSchema,
  segment: z.optional(z.string()),
  quantity: z.optional(z.strictObject({ ...quantity, better })),
};
const revision = { kind: z.literal('revision'), ...common, due: dateSchema, quantity: given };
const delivery = { kind: z.literal('delivery'), ...common, quantity: given };
const cancellation = {
  kind: z.literal('cancellation'),
  ...common,
  by: z.enum(['customer', 'company']),
};

/** Validates a {@link LedgerEvent} by itself; `checkNext` sees whether its promise can take it. */
export const ledgerEventSchema = schemaOf<LedgerEvent>()(
  z.discriminatedUnion(
    'kind',
    [rowOf(promise), rowOf(revision), rowOf(delivery), rowOf(cancellation)],
    'one of promise, revision, delivery, cancellation',
  ),
);

/** For each kind of event, the name in one that is probably a misspelt field of it. */
export const misspeltIn: ReadonlyMap<unknown, (event: object) => string | undefined> = new Map(
  Object.entries({ promise, revision, delivery, cancellation }).map(([kind, shape]) => [
    kind,
    misspeltAmong(Object.keys(shape)),
  ]),
);
