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
import { distantDates, yearsOf } from './distant-dates';
import { checkArray, isFiniteNumber, unitShape } from './input';
import { type DatedOrder, type ReadOrder, readOrder } from './input-orders';
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
  /**
   * An order that is under way for longer than this, in the unit, counts as lost at that age; one that finished later all
   * the same as finished. None does unless given.
   */
  readonly lostAfter?: number | undefined;
}

/** A capability from dated orders, and how many of them it rests on. */
export interface DatedCapability extends Capability {
  /** How many orders there were of each kind, as of the date; together all that were given. */
  readonly counts: {
    /** They had finished. */
    readonly finished: number;
    /** They had not ended in any way, nor grown older than `lostAfter`. */
    readonly underWay: number;
    readonly cancelled: number;
    /** They were lost, or had grown older than `lostAfter`. */
    readonly lost: number;
    /** They started later, so that nothing was known of them: left out. */
    readonly later: number;
  };
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
    lostAfter: z.optional(z.number().check(z.gt(0, 'a time above 0'))),
  }),
);

/**
 * What could be delivered, as far as was known on a date: {@link capabilityFromCensored} of the times from
 * start to finish, where an order that had not finished by then is still under way, and one that starts later
 * is unknown. So a look back at old orders sees no more than could be seen then.
 *
 * A cancelled order would have taken longer than it lived, nobody knows how much: it leaves those under way
 * when it is cancelled. A lost order never comes: what is learnt holds for those that do (see `lost` of
 * {@link capabilityFromCensored}). Say which were lost, or after how long one counts as lost, for an order
 * that is under way for ever hides how long the slow ones take. `counts` says how many there were of each kind, and
 * the warning `distant-date` that dates lie years from all others, as those of a misread two-digit year do. With `halfLifeDays` orders weigh by their start, as {@link recencyWeights} says.
 *
 * @param orders by their dates, in any order; a date is a `Date`, milliseconds since 1970, ISO 8601 text with an offset,
 *   or an instant of Temporal
 * @throws InvalidInputError `date-order` for an order that ends before it starts, `ambiguous` for one that is
 *   finished, cancelled and lost in more than one way, `wrong-type` for what is no valid date, with its place in the path;
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
 * then.counts; // => { finished: 2, underWay: 1, cancelled: 0, lost: 0, later: 1 }
 * ```
 */
export function capabilityAsOf(
  orders: readonly DatedOrder[],
  options: AsOfOptions,
): DatedCapability {
  return door('capabilityAsOf', () => {
    const {
      asOf,
      unit,
      duration,
      halfLifeDays,
      lostAfter = Infinity,
    } = read(optionsSchema, options, 'options');
    const took = durationOf(unit, duration);
    checkArray('orders', orders, undefined, 'orders');
    const now = asOf.getTime();
    const years = yearsOf();
    const samples: number[] = [];
    const ends: End[] = [];
    const weights: number[] = [];
    const counts = { finished: 0, underWay: 0, cancelled: 0, lost: 0, later: 0 };
    for (let i = 0; i < orders.length; i++) {
      const at = `orders[${i}]`;
      const order = reading(at, orders, () => readOrder(at, orders[i]));
      years.see(order, i);
      if (order.start > now) {
        counts.later++;
        continue;
      }
      const known = endAsOf(order, now);
      const age = took(order.start, known.time);
      // Found to be lost in time, or not: as if nobody had looked for it longer.
      const isLost = known.end !== 'finished' && age > lostAfter;
      const end = isLost ? 'lost' : known.end;
      samples.push(isLost ? lostAfter : age);
      ends.push(end);
      counts[end]++;
      if (halfLifeDays !== undefined) weights.push(recencyWeight(now - order.start, halfLifeDays));
    }
    const flags = (end: End) => Uint8Array.from(ends, (is) => +(is === end));
    const known = {
      unit,
      finished: flags('finished'),
      ...(counts.lost > 0 && { lost: flags('lost') }),
      ...(halfLifeDays !== undefined && { weights: Float64Array.from(weights) }),
    };
    const capability = fromCensored(samples, known, 'orders', 'options');
    const warnings = [...capability.warnings, ...distantDates(years)];
    return { ...capability, warnings, counts };
  });
}

type End = 'finished' | 'underWay' | 'cancelled' | 'lost';

/** How an order had ended by a date, and when; or that it was under way then. */
function endAsOf({ finish, cancel, lose }: ReadOrder, now: number): { end: End; time: number } {
  if (finish <= now) return { end: 'finished', time: finish };
  if (cancel <= now) return { end: 'cancelled', time: cancel };
  if (lose <= now) return { end: 'lost', time: lose };
  return { end: 'underWay', time: now };
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
