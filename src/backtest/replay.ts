import { refuse } from '../input/refusal';
import type { Entrant } from './entrant';
import type { ReadOrder } from './input-orders';
import type { OrdersInTime } from './input-time';
import { underWay } from './under-way';

/**
 * Lives through orders in time. Before an order starts, policies are told what ended before that instant, and no more: an
 * end at the very instant comes after the start. Each order is quoted, then started. What one policy is told is frozen, and
 * dates, which cannot be, are set back after each, so that none disturbs another.
 *
 * @param length of the unit, in milliseconds
 * @param told is told of each order what it was quoted, in the order of the entrants
 * @returns goes on by a number of orders; false when there are no more
 */
export function replay(
  orders: OrdersInTime,
  entrants: readonly Entrant[],
  length: number,
  told: (read: ReadOrder, quotes: readonly (number | null)[]) => void,
): (count: number) => boolean {
  const open = underWay();
  const ids = new Set<string>();
  const starters = entrants.flatMap(({ start }, i) => (start === null ? [] : [{ start, i }]));
  const listeners = entrants.flatMap(({ end }) => (end === null ? [] : [end]));
  const quotes: (number | null)[] = [];

  const tellOf = ({ order, start, end, how }: ReadOrder) => {
    ids.delete(order.id);
    if (listeners.length === 0) return;
    const ended = Object.freeze({ at: new Date(end), how, took: (end - start) / length });
    for (const listen of listeners) {
      listen(order, ended);
      order.started.setTime(start);
      ended.at.setTime(end);
    }
  };

  const goOn = (read: ReadOrder) => {
    const { order, start, end } = read;
    for (let one = open.takeBefore(start); one !== null; one = open.takeBefore(start)) tellOf(one);
    const size = ids.size;
    ids.add(order.id);
    if (ids.size === size) {
      const text = 'an order whose id no other one has while it is under way';
      refuse('orders', order.id, text, 'duplicate-id');
    }
    for (let i = 0; i < entrants.length; i++) {
      quotes[i] = (entrants[i] as Entrant).quote(order);
      order.started.setTime(start);
    }
    for (const { start: tell, i } of starters) {
      tell(order, quotes[i] as number | null);
      order.started.setTime(start);
    }
    if (end < Infinity) open.add(read);
    told(read, quotes);
  };

  return (count) => {
    for (let i = 0; i < count; i++) {
      const read = orders.next();
      if (read === null) return false;
      goOn(read);
    }
    return true;
  };
}
