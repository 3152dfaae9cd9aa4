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
import { justAbove } from '../numerics/nearly';
import type { BacktestOrder } from './backtest-order';
import type { ReadOrder } from './input-orders';
import { isNone } from './input-promised';
import { readEach } from './input-time';

/** What orders come to as events of a ledger. */
export interface EventsFromOrders {
  /** What `recordEvents` takes, in the order of the rows: each promise, and behind it how it ended. */
  readonly events: readonly LedgerEvent<Date>[];
  /** How many orders are not among them, since nothing was promised. */
  readonly withoutPromise: number;
}

const unitText = `one of ${Object.keys(unitMs).join(', ')}: in business days give each order its due, from dueDate`;
const optionsSchema = once(() =>
  z.optional(
    z.strictObject({ unit: z.optional(z.enum(Object.keys(unitMs) as LiveUnit[], unitText)) }),
  ),
);

/**
 * The events of a ledger that a table of orders tells of: what was promised, and whether it came. An order is a promise of its
 * `due` date, made when it started, its group the segment; with `from` it is one of a window, and what comes before is
 * `early`. `finished` is its delivery; `cancelled` a cancellation by the customer, which releases the company until it
 * is due; `lost` one by the company, which breaks the promise.
 *
 * In a table of days alone each date is the beginning of its day: what is promised for today is due this morning, so count up to
 * yesterday.
 *
 * @param orders in any order, those that were promised something each with an id of its own
 * @param options `unit` is that of promises given as durations (`promise`), and needed for these alone
 * @throws InvalidInputError for an order that cannot be read, with its place in the path; `duplicate-id` for two promises of one
 *   id; `missing` for durations without a unit; `out-of-range` for one that ends beyond the range of dates
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
    // Without a unit all promises are due dates, which stay what they are in milliseconds.
    const length = unit === undefined ? 1 : unitMs[unit];
    const events: LedgerEvent<Date>[] = [];
    const firstOf = new Map<string, number>();
    let withoutPromise = 0;
    readEach(rows, length, (one, i) => {
      const { id, promise } = one.order;
      if (promise === null) {
        withoutPromise++;
        return;
      }
      if (unit === undefined && reading('orders', orders, () => isNone(rows[i]?.due))) {
        const text = `the unit of promises such as orders[${i}].promise, as in days`;
        refuse('options.unit', unit, text, 'missing');
      }
      const first = firstOf.get(id);
      if (first !== undefined) {
        const expected = `an id that no other promise has; orders[${first}] has it, too`;
        refuse(`orders[${i}].id`, id, expected, 'duplicate-id');
      }
      firstOf.set(id, i);
      // What is told in a ledger's milliseconds is kept just when the promise is.
      const due = new Date(one.start + Math.floor(justAbove(promise * length)));
      if (Number.isNaN(due.getTime())) {
        refuse(`orders[${i}].promise`, promise, 'a duration that ends within the range of dates');
      }
      events.push(promiseOf(one, due), ...endOf(one));
    });
    return { events, withoutPromise };
  });
}

function promiseOf({ order, start, from }: ReadOrder, due: Date): LedgerEvent<Date> {
  const { id, group } = order;
  return {
    kind: 'promise',
    id,
    at: new Date(start),
    ...(from !== null && { from: new Date(from) }),
    due,
    ...(group !== null && { segment: group }),
  };
}

function endOf({ order: { id }, end, how }: ReadOrder): readonly LedgerEvent<Date>[] {
  if (end === Infinity) return [];
  const at = new Date(end);
  if (how === 'finished') return [{ kind: 'delivery', id, at }];
  return [{ kind: 'cancellation', id, at, by: how === 'lost' ? 'company' : 'customer' }];
}
