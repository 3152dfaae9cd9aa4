import * as z from 'zod/mini';
import { unitMs } from '../core/time-units';
import { type DateInput, dateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { functionOf } from '../input/schemas';
import type { Capability } from './capability';
import { fromCensored } from './censored';
import { checkArray, isFiniteNumber, unitShape } from './input';
import { type DatedOrder, readOrder } from './input-orders';
import { halfLifeSchema, recencyWeight } from './recency-weights';

/** From when, and how, one looks at orders. */
export interface AsOfOptions {
  /** What happened later is not known. */
  readonly asOf: DateInput;
  /**
   * The unit of the time from start to finish: `minutes`, `hours` or `days` of exactly 24 hours, or whatever
   * `duration` measures in.
   */
  readonly unit: 'minutes' | 'hours' | 'days' | (string & {});
  /**
   * Measures the time from one date to another, at least 0, where a calendar counts:
   * `(from, to) => durationBetween(calendar, from, to, 'business-days')`. The time between them unless given.
   */
  readonly duration?: ((from: Date, to: Date) => number) | undefined;
  /** In how many days an order comes to count half as much; all count alike unless given. */
  readonly halfLifeDays?: number | undefined;
}

const lengths: Readonly<Record<string, number>> = unitMs;
type Measure = (from: Date, to: Date) => number;
const measureSchema = functionOf<Measure>();
const optionsSchema = once(() =>
  z.strictObject({
    asOf: dateSchema,
    unit: unitShape.unit,
    duration: z.optional(measureSchema),
    halfLifeDays: z.optional(halfLifeSchema),
  }),
);

/**
 * What could be delivered, as far as was known on a date: {@link capabilityFromCensored} of the times from
 * start to finish, where an order that had not finished by then is still under way, and one that starts later
 * is unknown. So a look back at old orders sees no more than could be seen then.
 *
 * A cancelled order would have taken longer than it lived, nobody knows how much: it leaves those under way
 * when it is cancelled. With `halfLifeDays` orders weigh by their start, as {@link recencyWeights} says.
 *
 * @param orders by their dates, in any order; a date is a `Date`, milliseconds since 1970, ISO 8601 text with an offset,
 *   or an instant of Temporal
 * @throws InvalidInputError `date-order` for an order that ends before it starts, `ambiguous` for one that is
 *   both finished and cancelled, `wrong-type` for what is no valid date, with its place in the path;
 *   `unknown-name` for another unit without a `duration` that measures it; NotEnoughDataError when no order had
 *   finished by then
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
  return door('capabilityAsOf', () => {
    const { asOf, unit, duration, halfLifeDays } = read(optionsSchema, options, 'options');
    const took = durationOf(unit, duration);
    checkArray('orders', orders, undefined, 'orders');
    const now = asOf.getTime();
    const samples: number[] = [];
    const finished: number[] = [];
    const weights: number[] = [];
    for (let i = 0; i < orders.length; i++) {
      const at = `orders[${i}]`;
      const { start, finish, cancel } = reading(at, orders, () => readOrder(at, orders[i]));
      if (start > now) continue;
      samples.push(took(start, Math.min(finish, cancel, now)));
      finished.push(Number(finish <= now));
      if (halfLifeDays !== undefined) weights.push(recencyWeight(now - start, halfLifeDays));
    }
    const known = {
      unit,
      finished: Uint8Array.from(finished),
      ...(halfLifeDays !== undefined && { weights: Float64Array.from(weights) }),
    };
    return fromCensored(samples, known, 'orders', 'options');
  });
}

/** The time between two instants as the caller counts it. */
function durationOf(unit: string, duration?: Measure): (from: number, to: number) => number {
  if (duration === undefined) {
    const ms = lengths[unit];
    if (ms !== undefined) return (from, to) => (to - from) / ms;
    const known = Object.keys(unitMs).join(', ');
    refuse('options.unit', unit, `one of ${known}, or a duration that measures`, 'unknown-name');
  }
  return (from, to) => {
    const took = duration(new Date(from), new Date(to));
    if (isFiniteNumber(took) && took >= 0) return took;
    const expected = 'a function that returns finite numbers of at least 0';
    return refuse('options.duration', took, expected);
  };
}
