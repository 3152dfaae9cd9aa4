import * as z from 'zod/mini';
import { check } from '../core/check';
import { refuse } from '../core/refuse';
import type { Capability } from './capability';
import { fromCensored } from './censored';
import { checkArray } from './checks';
import { halfLifeSchema, recencyWeight } from './recency-weights';

/** An order by its dates. */
export interface DatedOrder {
  readonly started: Date;
  /** When it was delivered; absent or null while it has not been. */
  readonly finished?: Date | null | undefined;
  /** When it was cancelled or lost; absent or null unless it was. */
  readonly cancelled?: Date | null | undefined;
}

/** From when, and how, one looks at orders. */
export interface AsOfOptions {
  /** What happened later is not known. */
  readonly asOf: Date;
  /** The unit of the time from start to finish; a day is of exactly 24 hours. */
  readonly unit: 'minutes' | 'hours' | 'days';
  /** In how many days an order comes to count half as much; all count alike unless given. */
  readonly halfLifeDays?: number | undefined;
}

const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
const optionsSchema = z.strictObject({
  asOf: z.date(),
  unit: z.enum(['minutes', 'hours', 'days']),
  halfLifeDays: z.optional(halfLifeSchema),
});

/**
 * What could be delivered, as far as was known on a date: {@link capabilityFromCensored} of the times from
 * start to finish, where an order that had not finished by then is still under way, and one that starts later
 * is unknown. So a look back at old orders sees no more than could be seen then.
 *
 * A cancelled order would have taken longer than it lived, nobody knows how much: it leaves those under way
 * when it is cancelled. With `halfLifeDays` orders weigh by their start, as {@link recencyWeights} says.
 *
 * @throws InvalidInputError `date-order` for an order that ends before it starts, `ambiguous` for one that is
 *   both finished and cancelled, `wrong-type` for what is no valid date, with its place in the path;
 *   NotEnoughDataError when no order had finished by then
 * @example
 * ```ts
 * import { capabilityAsOf } from 'overdeliver';
 *
 * const orders = [
 *   { started: new Date('2026-03-01'), finished: new Date('2026-03-04') },
 *   { started: new Date('2026-03-02'), finished: new Date('2026-03-11') },
 *   { started: new Date('2026-03-03'), finished: new Date('2026-03-05') },
 *   { started: new Date('2026-03-09') },
 * ];
 * const then = capabilityAsOf(orders, { asOf: new Date('2026-03-08'), unit: 'days' });
 * then.quantile(0.6); // => 3
 * then.quantile(0.9); // => throws not-identified
 * const later = capabilityAsOf(orders, { asOf: new Date('2026-03-12'), unit: 'days' });
 * later.quantile(0.9); // => 9
 * ```
 */
export function capabilityAsOf(orders: readonly DatedOrder[], options: AsOfOptions): Capability {
  const fn = 'capabilityAsOf';
  const { asOf, unit, halfLifeDays } = check(fn, optionsSchema, options, 'options');
  checkArray(fn, 'orders', orders, undefined, 'orders');
  const now = asOf.getTime();
  const samples: number[] = [];
  const finished: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < orders.length; i++) {
    const at = `orders[${i}]`;
    const order = orders[i] ?? refuse(fn, at, orders[i], 'an order with its dates');
    const start = timeOf(fn, `${at}.started`, order.started);
    const [finish, cancel] = (['finished', 'cancelled'] as const).map((end) => {
      const date = order[end];
      if (date === null || date === undefined) return Infinity;
      const time = timeOf(fn, `${at}.${end}`, date);
      if (time >= start) return time;
      const after = `a date from ${order.started.toISOString()} on`;
      return refuse(fn, `${at}.${end}`, date, after, 'date-order');
    }) as [number, number];
    if (finish < Infinity && cancel < Infinity) {
      refuse(fn, at, order, 'an order that is finished or cancelled, not both', 'ambiguous');
    }
    if (start > now) continue;
    samples.push((Math.min(finish, cancel, now) - start) / unitMs[unit]);
    finished.push(Number(finish <= now));
    if (halfLifeDays !== undefined) weights.push(recencyWeight(now - start, halfLifeDays));
  }
  const known = { unit, finished, ...(halfLifeDays !== undefined && { weights }) };
  return fromCensored(fn, samples, known, 'orders', 'options');
}

function timeOf(fn: string, path: string, date: unknown): number {
  const time = date instanceof Date ? date.getTime() : Number.NaN;
  return Number.isNaN(time) ? refuse(fn, path, date, 'a valid date', 'wrong-type') : time;
}
