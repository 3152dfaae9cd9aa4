import * as z from 'zod/mini';
import { zoneSchema } from '../core/input';
import { type DateInput, dateAt, dateJson, dateSchema, epochOf, refuseDate } from '../input/date';
import { once } from '../input/once';
import { readWith } from '../input/read-with';
import { refuse, refuseOther } from '../input/refusal';
import { rowReader } from '../input/rows';
import { greatest } from './rows';

/** One line of a log of purchases; a row may have other columns. */
export interface PurchaseRow {
  /** Who bought, as text: a long number loses digits. */
  readonly customer: string;
  readonly at: DateInput;
  /** What was paid, from 0 to 1e15 in any one money; on every row, or on none. */
  readonly value?: number | null | undefined;
}

export interface ReadPurchase {
  readonly customer: string;
  readonly at: number;
  readonly value: number | null;
}

/** What shops call them: without the amounts all would seem to have paid nothing. */
const otherNames = {
  words: {
    client: 'customer',
    buyer: 'customer',
    date: 'at',
    amount: 'value',
    revenue: 'value',
    total: 'value',
  },
  says: (value: unknown) => (value ?? '') !== '',
};
const checkNames = rowReader(['customer', 'at', 'value'], otherNames);
const spent = `what was paid, a number from 0 to ${greatest}: a refund is no purchase, take it off its own`;

/** Reads a row by hand, since there may be millions. */
export function readPurchase(path: string, row: PurchaseRow | undefined): ReadPurchase {
  if (typeof row !== 'object' || row === null) {
    refuseOther(path, row, 'a purchase');
  }
  checkNames(path, row);
  const { customer, at, value = null } = row;
  const where = (name: string) => (path === '' ? name : `${path}.${name}`);
  if (typeof customer !== 'string' || customer === '') {
    const code = customer === undefined || customer === '' ? 'missing' : 'wrong-type';
    refuse(where('customer'), customer, 'who bought, as text', code);
  }
  const time = epochOf(at);
  if (Number.isNaN(time)) refuseDate(where('at'), at);
  if (value !== null && !(typeof value === 'number' && value >= 0 && value <= greatest)) {
    refuse(where('value'), value, spent);
  }
  return { customer, at: time, value };
}

/**
 * The schema of a {@link PurchaseRow}, which takes JSON as it is; what it gives has a date, and null where no value was told.
 *
 * @example
 * ```ts
 * import { purchaseSchema } from 'overdeliver/lifetime';
 *
 * const row = purchaseSchema.parse({ customer: 'Ada', at: '2026-03-01T09:00:00Z', sku: 'A-1' });
 * row; // => { customer: 'Ada', at: new Date('2026-03-01T09:00:00Z'), value: null }
 * ```
 */
export const purchaseSchema = readWith(
  (row: PurchaseRow) => {
    const { customer, at, value } = readPurchase('', row);
    return { customer, at: dateAt(at, row.at), value };
  },
  {
    type: 'object',
    properties: {
      customer: { type: 'string', minLength: 1 },
      at: dateJson,
      value: { anyOf: [{ type: 'number', minimum: 0, maximum: greatest }, { type: 'null' }] },
    },
    required: ['customer', 'at'],
  },
);

/** Until when purchases are looked at, and how time is counted. */
export const purchaseOptionsSchema = once(() =>
  z.strictObject({
    asOf: dateSchema,
    unit: z.enum(['days', 'weeks']),
    zone: z.optional(zoneSchema),
  }),
);
