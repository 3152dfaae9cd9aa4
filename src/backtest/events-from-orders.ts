import * as z from 'zod/mini';
import { unitMs } from '../core/time-units';
import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import type { LedgerEvent } from '../ledger/events';
import type { LiveUnit } from '../live/units';
import { runShape } from './input';
import type { BacktestOrder, ReadOrder } from './input-orders';
import { readOrders } from './input-time';

/** What orders come to as events of a ledger. */
export interface EventsFromOrders {
  /** What `recordEvents` takes, in order of the orders' starts: each promise, and behind it how it ended. */
  readonly events: readonly LedgerEvent<Date>[];
  /** How many orders are not among them, since nothing was promised. */
  readonly withoutPromise: number;
}

const optionsSchema = once(() => z.optional(z.strictObject({ unit: z.optional(runShape.unit) })));

/**
 * The events of a ledger that a table of orders tells of: what was promised, and whether it came. An order is a promise of its
 * `due` date, made when it started, its group the segment. `finished` is its delivery; `cancelled` a cancellation by the customer,
 * which releases the company until it is due; `lost` one by the company, which breaks the promise.
 *
 * @param options `unit` is that of promises given as durations (`promise`), and needed for these alone
 * @throws InvalidInputError for an order that cannot be read, with its place in the path; `duplicate-id` for two of one id; `missing`
 *   for promises without a unit; NotEnoughDataError for no orders
 * @example
 * ```ts
 * import { keptRate, openLedger } from 'overdeliver';
 * import { eventsFromOrders } from 'overdeliver/backtest';
 * import { recordEvents } from 'overdeliver/ledger';
 *
 * const [started, due] = ['2026-03-05T18:40:00Z', '2026-03-05T19:20:00Z'];
 * const orders = [
 *   { id: 'o-1', started, due, finished: '2026-03-05T19:12:00Z' },
 *   { id: 'o-2', started, due },
 *   { id: 'o-3', started },
 * ];
 * const { events, withoutPromise } = eventsFromOrders(orders);
 * withoutPromise; // => 1
 * const { kept, due: fellDue } = keptRate(recordEvents(openLedger(), events), { asOf: '2026-03-06T00:00:00Z' });
 * [kept, fellDue]; // => [1, 2]
 * ```
 */
export function eventsFromOrders(
  orders: readonly BacktestOrder[],
  options?: { readonly unit?: LiveUnit | undefined },
): EventsFromOrders {
  return door('eventsFromOrders', () => {
    const { unit } = read(optionsSchema, options, 'options') ?? {};
    const rows = listOf('orders', orders);
    if (unit === undefined && reading('orders', orders, () => rows.some(isInUnits))) {
      refuse('options.unit', unit, 'the unit of promises, such as minutes', 'missing');
    }
    // Unless a unit is given all promises are due dates, which stay what they are in milliseconds.
    const length = unit === undefined ? 1 : unitMs[unit];
    const inTime = readOrders(rows, undefined, length);
    const events: LedgerEvent<Date>[] = [];
    const ids = new Set<string>();
    let withoutPromise = 0;
    for (let one = inTime.next(); one !== null; one = inTime.next()) {
      const { id, promise } = one.order;
      if (ids.has(id)) refuse('orders', id, 'orders of which no two have one id', 'duplicate-id');
      ids.add(id);
      if (promise === null) withoutPromise++;
      else events.push(promiseOf(one, promise * length), ...endOf(one));
    }
    return { events, withoutPromise };
  });
}

const isInUnits = (row: BacktestOrder | null) => typeof row?.promise === 'number';

const promiseOf = ({ order, start }: ReadOrder, ms: number): LedgerEvent<Date> => ({
  kind: 'promise',
  id: order.id,
  at: new Date(start),
  due: new Date(Math.round(start + ms)),
  ...(order.group !== null && { segment: order.group }),
});

function endOf({ order: { id }, end, how }: ReadOrder): readonly LedgerEvent<Date>[] {
  if (end === Infinity) return [];
  const at = new Date(end);
  if (how === 'finished') return [{ kind: 'delivery', id, at }];
  return [{ kind: 'cancellation', id, at, by: how === 'lost' ? 'company' : 'customer' }];
}
