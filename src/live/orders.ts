import type { Pending } from './kernel-correction';

/** What is kept of an order under way, as columns of one array; times in milliseconds. */
export const start = 0;
/** The logarithm of its estimate, in milliseconds. */
export const logEstimate = 1;
/** The surge it met, and how far that lengthened its log duration. */
export const surge = 2;
export const surgeShift = 3;
/** The offset of its group at its start. */
export const offset = 4;
/** Where its standardised log age is 0, and by what log ages are divided. */
export const location = 5;
export const stretch = 6;
/** Its weight, relative to the base of all weights. */
export const weight = 7;
/** Where on the grid it was last seen. */
export const place = 8;
/** What it was promised, NaN for nothing. */
export const promised = 9;
/** The clock when it counted as lost, NaN before. */
export const lostAt = 10;
export const fields = 11;

/**
 * Orders side by side: the last one takes the place of one that leaves, so that room is taken only by those
 * under way.
 */
export interface Orders {
  readonly ids: string[];
  readonly groups: string[];
  /** The promise that the correction waits for, where there is one. */
  readonly pending: (Pending | null)[];
  readonly rows: Map<string, number>;
  numbers: Float64Array;
}

export function noOrders(): Orders {
  return { ids: [], groups: [], pending: [], rows: new Map(), numbers: new Float64Array(fields) };
}

/** Adds an order and returns where its numbers start. */
export function addOrder(
  orders: Orders,
  id: string,
  group: string,
  pending: Pending | null,
): number {
  const row = orders.ids.length;
  orders.ids.push(id);
  orders.groups.push(group);
  orders.pending.push(pending);
  orders.rows.set(id, row);
  if ((row + 1) * fields > orders.numbers.length) resize(orders, 2 * orders.numbers.length);
  return row * fields;
}

/** Takes an order out. */
export function removeOrder(orders: Orders, row: number): void {
  const last = orders.ids.length - 1;
  orders.rows.delete(orders.ids[row] as string);
  const id = orders.ids.pop() as string;
  const group = orders.groups.pop() as string;
  const pending = orders.pending.pop() as Pending | null;
  if (row < last) {
    orders.ids[row] = id;
    orders.groups[row] = group;
    orders.pending[row] = pending;
    orders.rows.set(id, row);
    orders.numbers.copyWithin(row * fields, last * fields, (last + 1) * fields);
  }
  if (4 * last * fields < orders.numbers.length) resize(orders, orders.numbers.length >> 1);
}

function resize(orders: Orders, length: number): void {
  const numbers = new Float64Array(Math.max(length, fields));
  numbers.set(orders.numbers.subarray(0, Math.min(length, orders.ids.length * fields)));
  orders.numbers = numbers;
}
