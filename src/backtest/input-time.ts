import { checkFirst, checkUnit } from '../input/date';
import { isOverdeliverError } from '../input/errors';
import { limits } from '../input/limits';
import { reading } from '../input/reading';
import { notEnough, Refusal, refuse, refuseOther } from '../input/refusal';
import { ascendingOrder } from '../numerics/ascending-order';
import type { BacktestOrder } from './backtest-order';
import { endOf, type ReadOrder, readOrder, startOf } from './input-orders';

/** Orders in order of their start, each read when it is its turn. */
export interface OrdersInTime {
  /** How many there are; null where they come one by one. */
  readonly of: number | null;
  /** What happened later is not known. */
  readonly asOf: number;
  /** The latest date in the rows; null where they come one by one. */
  readonly latest: number | null;
  /** The next one; null after the last. */
  readonly next: () => ReadOrder | null;
}

type Row = BacktestOrder;

/**
 * An array in any order, of which no copy is made where it is in order of start, or what gives rows in that order one by one.
 *
 * @param length of the unit, in milliseconds
 */
export function readOrders(
  orders: Iterable<Row>,
  asOf: Date | undefined,
  length: number,
): OrdersInTime {
  const { rows, iterator, of } = reading('orders', orders, () => {
    if (Array.isArray(orders)) {
      return { rows: orders as readonly Row[], iterator: null, of: orders.length };
    }
    const isIterable = typeof Object(orders)[Symbol.iterator] === 'function';
    return { rows: null, iterator: isIterable ? orders[Symbol.iterator]() : null, of: 0 };
  });
  if (rows !== null) return inArray(rows, of, asOf, length);
  if (iterator === null || typeof orders === 'string') {
    return refuseOther('orders', orders, 'an array of orders, or what gives them one by one');
  }
  if (asOf === undefined) {
    const text = 'the date up to which orders that come one by one are known';
    return refuse('options.asOf', asOf, text, 'missing');
  }
  return oneByOne(iterator, asOf, length);
}

function inArray(
  rows: readonly Row[],
  of: number,
  given: Date | undefined,
  length: number,
): OrdersInTime {
  if (of > limits.column) {
    refuse('orders', rows, `a length of at most ${limits.column}`, 'out-of-range');
  }
  if (of === 0) notEnough('orders', { needed: 1, available: 0 }, 'a look back');
  let last = -Infinity;
  let latest = -Infinity;
  let earliest = Infinity;
  let first = 0;
  let inOrder = true;
  for (let i = 0; i < of; i++) {
    const { start, until } = readAt(i, rows, datesOf);
    if (start < last) inOrder = false;
    last = start;
    if (start < earliest) {
      earliest = start;
      first = i;
    }
    if (until > latest) latest = until;
  }
  readAt(first, rows, checkStart);
  const order = inOrder ? null : byStart(rows);
  if (given) checkUnit('options.asOf', given, earliest);
  const asOf = given?.getTime() ?? latest;
  const readRow = rowReader(asOf);
  let place = 0;
  const next = (): ReadOrder | null => {
    while (place < of) {
      const i = order === null ? place : (order[place] as number);
      const read = readAt(i, rows, readRow, length, place++);
      if (read.start <= asOf) return known(read, asOf);
    }
    return null;
  };
  return { of, asOf, latest, next };
}

/** Tells of orders one by one in the order of their rows, none of which may have its dates in another unit than milliseconds. */
export function readEach(
  rows: readonly Row[],
  length: number,
  told: (read: ReadOrder, i: number) => void,
): void {
  const starts = Float64Array.from(rows, (_, i) => readAt(i, rows, startOf));
  const first = starts.indexOf(starts.reduce((a, b) => Math.min(a, b), Infinity));
  if (first >= 0) readAt(first, rows, checkStart);
  const readRow = rowReader(starts.reduce((a, b) => Math.max(a, b), -Infinity));
  for (const i of rows.keys()) told(readAt(i, rows, readRow, length), i);
}

/** The places of rows in order of their start; those of one instant stay in the order they are in. */
const byStart = (rows: readonly Row[]): Uint32Array =>
  ascendingOrder(Float64Array.from(rows, startOf));

function oneByOne(iterator: Iterator<Row>, given: Date, length: number): OrdersInTime {
  const asOf = given.getTime();
  let place = 0;
  let last = -Infinity;
  const readRow = rowReader(asOf);
  const next = (): ReadOrder | null => {
    for (;;) {
      // What it throws is the caller's own.
      const { done, value } = iterator.next();
      if (done) return null;
      const read = readAt(place, { [place]: value }, readRow, length, place);
      if (place === 0) {
        readAt(0, [value], checkStart);
        checkUnit('options.asOf', given, read.start);
      }
      if (read.start < last) {
        const text = `order ${read.order.id} not before the one ahead of it, at ${new Date(last).toISOString()}`;
        refuse(`orders[${place}].started`, read.order.started, text, 'date-order');
      }
      last = read.start;
      place++;
      if (read.start <= asOf) return known(read, asOf);
    }
  };
  return { of: null, asOf, latest: null, next };
}

/** An order as it was known on a date. */
const known = (read: ReadOrder, asOf: number): ReadOrder =>
  read.end > asOf ? { ...read, end: Infinity } : read;

const rowReader = (asOf: number) => (row: Row, length: number, place: number) => {
  const read = readOrder(row, length, place);
  checkUnit('started', row.started, asOf);
  return read;
};

const checkStart = ({ started }: Row): void => checkFirst('started', started);

/** When an order started, and the last date that its row knows of. */
function datesOf(row: Row): { readonly start: number; readonly until: number } {
  const start = startOf(row);
  const end = Math.min(
    endOf(row, 'finished', start),
    endOf(row, 'cancelled', start),
    endOf(row, 'lost', start),
  );
  return { start, until: end < Infinity ? end : start };
}

/** Reads a row; the path is made for a bad one alone. */
function readAt<Read>(
  i: number,
  rows: { readonly [i: number]: Row },
  read: (row: Row, length: number, place: number) => Read,
  length = 1,
  place = i,
): Read {
  try {
    const row = rows[i];
    if (typeof row !== 'object' || row === null) {
      refuseOther('', row, 'an order of the past');
    }
    return read(row, length, place);
  } catch (error) {
    if (error instanceof Refusal) throw error.within(`orders[${i}]`);
    if (isOverdeliverError(error)) throw error;
    return refuse(`orders[${i}]`, rows, 'plain data, which can be read', 'wrong-type');
  }
}
