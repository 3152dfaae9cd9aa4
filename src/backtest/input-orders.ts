import { endNames } from '../capability/input-orders';
import { dateAt, dateJson, epochOf, refuseDate } from '../input/date';
import { durationAdvice } from '../input/number-advice';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse, refuseOther } from '../input/refusal';
import { rowReader } from '../input/rows';
import type { BacktestOrder } from './backtest-order';
import { fromOf, isAmount, isNone, laterThan, promiseOf } from './input-promised';
import type { OrderEnd, StartedOrder } from './policy';

/** An order with what became of it, which the replay tells nobody too early. Times in milliseconds. */
export interface ReadOrder {
  /** Its place in time among all. */
  readonly place: number;
  readonly order: StartedOrder;
  readonly start: number;
  /** Infinity for an order that is still under way. */
  readonly end: number;
  readonly how: OrderEnd['how'];
  /** When its window begins; null without one. */
  readonly from: number | null;
}

const orNull = (json: object) => ({ anyOf: [json, { type: 'null' }] });
const amountJson = { type: 'number', minimum: 0 };

const properties = {
  id: { type: 'string', minLength: 1 },
  started: dateJson,
  finished: orNull(dateJson),
  cancelled: orNull(dateJson),
  lost: orNull(dateJson),
  group: orNull({ type: 'string' }),
  estimate: orNull({ type: 'number', exclusiveMinimum: 0 }),
  features: orNull({ type: 'object', additionalProperties: orNull({ type: 'number' }) }),
  promise: orNull(amountJson),
  due: orNull(dateJson),
  from: orNull(dateJson),
};

/**
 * The schema of an order of the past, which takes JSON as it is. What it gives has dates, and null for what is not there;
 * other columns are dropped.
 *
 * @example
 * ```ts
 * import { backtestOrderSchema } from 'overdeliver/backtest';
 *
 * const order = backtestOrderSchema.parse({ id: 'o-1', started: '2026-03-01T09:00:00Z', promise: 4, shop: 'north' });
 * order.started; // => 2026-03-01T09:00:00.000Z
 * order.promise; // => 4
 * order.finished; // => null
 * ```
 */
export const backtestOrderSchema = readWith(
  (row: BacktestOrder) =>
    reading('', row, () => {
      const { order, end, how, from } = readOrder(row, 1);
      const endAs = (wanted: OrderEnd['how']) =>
        how === wanted && end < Infinity ? dateAt(end, row[wanted]) : null;
      const { promise, from: _, ...known } = order;
      return {
        ...known,
        started: dateAt(known.started.getTime(), row.started),
        finished: endAs('finished'),
        cancelled: endAs('cancelled'),
        lost: endAs('lost'),
        promise: isNone(row.due) ? promise : null,
        due: isNone(row.due) ? null : dateAt(epochOf(row.due), row.due),
        from: from === null ? null : dateAt(from, row.from),
      };
    }),
  { type: 'object', properties, required: ['id', 'started'] },
);

const checkNames = rowReader(Object.keys(properties), endNames);

/** Reads a row by hand, since there may be a million; `length` is that of the unit in milliseconds. */
export function readOrder(row: BacktestOrder, length: number, place = 0): ReadOrder {
  if (typeof row !== 'object' || row === null) {
    return refuseOther('', row, 'an order, such as { id, started }');
  }
  checkNames('', row);
  const { id, group, estimate, features } = row;
  if (typeof id !== 'string' || id === '') {
    const code = id === undefined ? 'missing' : id === '' ? 'out-of-range' : 'wrong-type';
    refuse('id', id, 'an id of your own, as text', code);
  }
  const start = startOf(row);
  const finish = endOf(row, 'finished', start);
  const cancel = endOf(row, 'cancelled', start);
  const lose = endOf(row, 'lost', start);
  const end = Math.min(finish, cancel, lose);
  const ends = +(finish < Infinity) + +(cancel < Infinity) + +(lose < Infinity);
  if (ends > 1) {
    const expected = `one end at most for order ${id}: finished, cancelled or lost`;
    refuse('', row, expected, 'ambiguous');
  }
  if (!isNone(group) && typeof group !== 'string')
    refuse('group', group, `text for order ${id}, or null`, 'wrong-type');
  if (!isNone(estimate) && !(isAmount(estimate) && estimate > 0)) {
    const text = `a duration above 0 for order ${id}, or null`;
    refuse('estimate', estimate, text, undefined, durationAdvice(estimate));
  }
  const promise = promiseOf(row, start, length);
  const from = fromOf(row);
  return {
    place,
    order: Object.freeze({
      id,
      started: new Date(start),
      group: group ?? null,
      estimate: estimate ?? null,
      features: isNone(features) ? null : readFeatures(features, id),
      promise,
      ...(from !== null && { from: (from - start) / length }),
    }),
    start,
    end,
    from,
    how: cancel < Infinity ? 'cancelled' : lose < Infinity ? 'lost' : 'finished',
  };
}

/** When a row says that its order started, in milliseconds. */
export function startOf({ started }: BacktestOrder): number {
  const start = epochOf(started);
  if (!Number.isNaN(start)) return start;
  return refuseDate('started', started);
}

/** When it says that the order ended in a way, not before its start; infinity for not. */
export function endOf(row: BacktestOrder, how: OrderEnd['how'], start: number): number {
  const date = row[how];
  if (isNone(date)) return Infinity;
  return laterThan(start, how, date, row.id);
}

function readFeatures(features: object, id: string): Readonly<Record<string, number>> {
  if (typeof features !== 'object' || Array.isArray(features) || features instanceof Map) {
    const expected = `numbers by name for order ${id}, such as { items: 3 }`;
    refuse('features', features, expected, 'wrong-type');
  }
  const copy: Record<string, number> = {};
  for (const [name, value] of Object.entries(features)) {
    if (isNone(value)) continue;
    if (name === '__proto__' || !Number.isFinite(value)) {
      refuse(`features.${name}`, value, `a finite number for order ${id}, or null`);
    }
    copy[name] = value;
  }
  return Object.freeze(copy);
}
