import { door } from '../input/door';
import { refuse } from '../input/refusal';
import { policyOf } from './input';
import type { PromisePolicy } from './policy';

/**
 * The policy of the past itself: each order is promised what it was promised at the time, by its `promise` or its `due` date.
 * Orders without either are left without a quote. One that was promised a window (`from`) is refused, since a look back holds
 * orders against the end alone: {@link eventsFromOrders} and `keptRate` tell how many windows were kept.
 *
 * @example
 * ```ts
 * import { promisesAsMade } from 'overdeliver/backtest';
 *
 * const { quote } = promisesAsMade()({ unit: 'days', keepRate: 0.9 });
 * const order = { id: 'o-1', started: new Date('2026-03-02T09:00:00Z'), group: null, estimate: null, features: null };
 * quote({ ...order, promise: 4 }); // => 4
 * ```
 */
export function promisesAsMade(): PromisePolicy {
  return policyOf('promisesAsMade', () => ({
    quote: ({ promise, from }) => (from === undefined ? promise : refuseWindow(from)),
  }));
}

const windowText =
  'no window: keptRate of eventsFromOrders judges windows; leave from out to hold orders against due alone';

const refuseWindow = (from: number) =>
  door('promisesAsMade', () => refuse('order.from', from, windowText));
