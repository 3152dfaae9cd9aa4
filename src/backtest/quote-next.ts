import { unitMs } from '../core/time-units';
import { checkUnit } from '../input/date';
import { door } from '../input/door';
import { read } from '../input/read';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import type { BacktestOrder } from './backtest-order';
import { enter } from './entrant';
import { policySchema, settingSchema } from './input';
import { readOrder } from './input-orders';
import { readOrders } from './input-time';
import type { PolicySetting, PromisePolicy } from './policy';
import { replay } from './replay';

/** An order, whose promise or due date is in a unit of so many milliseconds. */
const orderSchema = (length: number) =>
  readWith((row: BacktestOrder) => reading('', row, () => readOrder(row, length)), {});

/**
 * What does a policy promise the next order? Lives through past orders up to the order's start, as a backtest does, and asks
 * once. So the policy that came out best in `backtestPromises` can be put to use from a table of orders, without a program
 * that follows them. A group that no past order has is promised as the policy does, mostly from all orders, and nothing says so.
 *
 * @param orders as {@link backtestPromises} takes them; an end at the order's start or later is not looked at, nor
 *   orders that start after it
 * @param policy one of this module, or your own
 * @param order the next one: its id, when it starts, and what is known of it then
 * @param options the unit of durations, and the share of promises to keep, above 0 and below 1
 * @returns a duration in the unit, not rounded; null where the policy gives none, as with too few orders to learn from
 * @throws InvalidInputError and PolicyFailedError as {@link backtestPromises}, and `duplicate-id` for an order under way that
 *   has the id of the next one; NotEnoughDataError for no orders
 * @example
 * ```ts
 * import { toMultipleOf } from 'overdeliver';
 * import { quoteNext, quotesFromHistory } from 'overdeliver/backtest';
 *
 * const day = (n: number) => new Date(Date.UTC(2026, 0, n));
 * const orders = Array.from({ length: 50 }, (_, i) => (
 *   { id: `o-${i}`, started: day(i), finished: day(i + 2 + ((7 * i) % 5)) }
 * ));
 * const next = { id: 'o-50', started: day(60) };
 * const quote = quoteNext(orders, quotesFromHistory(), next, { unit: 'days', keepRate: 0.8 });
 * quote; // => 6
 * quote === null ? null : toMultipleOf(7)(quote, 'up'); // => 7
 * ```
 */
export function quoteNext(
  orders: Iterable<BacktestOrder>,
  policy: PromisePolicy,
  order: BacktestOrder,
  options: PolicySetting,
): number | null {
  return door('quoteNext', () => {
    const runs = read(policySchema, policy, 'policy');
    const setting = read(settingSchema, options, 'options');
    const length = unitMs[setting.unit];
    const next = read(orderSchema(length), order, 'order');
    const past = readOrders(orders, new Date(next.start), length);
    reading('order', order, () =>
      checkUnit('order.started', order.started, past.latest ?? Infinity),
    );
    const entrant = enter('policy', 'policy', runs, Object.freeze(setting));
    const last = [next];
    const all = { ...past, next: () => past.next() ?? last.pop() ?? null };
    let quote: number | null = null;
    replay(all, [entrant], length, (_, quotes) => {
      quote = quotes[0] as number | null;
    })(Infinity);
    return quote;
  });
}
