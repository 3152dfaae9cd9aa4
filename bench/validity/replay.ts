import { isOverdeliverError, type LivePromiser } from 'overdeliver';
import type { PastOrder } from './data';

export const targets = [0.8, 0.9, 0.95] as const;

/** What a method promised each order at each target, in milliseconds; NaN for nothing. */
export type Promises = readonly (readonly number[])[];

/** What an order is asked for with. */
export interface Ask {
  readonly group?: string;
  readonly estimate?: number;
  readonly features?: Readonly<Record<string, number>>;
}

/** Lives through orders in time: each is quoted and started; ends are told when they happen, not before. */
export function replay(
  promiser: LivePromiser,
  orders: readonly PastOrder[],
  ask: (order: PastOrder) => Ask,
  unitLength: number,
  asked: readonly number[] = targets,
): Promises {
  const ends = orders
    .filter((order) => order.ended < Infinity)
    .sort((a, b) => a.ended - b.ended || a.started - b.started);
  let next = 0;
  return orders.map((order) => {
    for (let end = ends[next]; end && end.ended <= order.started; end = ends[++next]) {
      const event = { id: end.id, at: new Date(end.ended) };
      try {
        if (end.how === 'finished') promiser.finish(event);
        else promiser.cancel(event);
      } catch (error) {
        // Lost and forgotten long ago.
        if (!isOverdeliverError(error) || error.code !== 'unknown-id') throw error;
      }
    }
    const request = { at: new Date(order.started), ...ask(order) };
    const quotes = asked.map((keepRate) => promiser.quote({ ...request, keepRate }).promise);
    promiser.start({ ...request, id: order.id });
    return quotes.map((promise) => (promise === null ? Number.NaN : promise * unitLength));
  });
}
