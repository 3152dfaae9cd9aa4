import * as z from 'zod/mini';
import { checkFirst, checkUnit, type DateInput, dateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { functionOf } from '../input/schemas';
import type { CapabilityWarning } from './capability';
import { goneBy } from './days-gone-by';
import { distantDates, yearsOf } from './distant-dates';
import { checkArray, unitShape } from './input';
import { type DatedOrder, type ReadOrder, readOrder } from './input-orders';
import { durationOf, type Measure } from './measure';
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

/** How long orders took, as far as was known on a date. */
export interface DurationsAsOf {
  /** How long each had taken by then, in the unit; in `business-days` the one that it was on. */
  readonly samples: Float64Array;
  /** What {@link capabilityFromCensored} and {@link fitCapability} want to know of them. */
  readonly options: {
    readonly unit: string;
    /** 1 for what had finished. */
    readonly finished: Uint8Array;
    /** 1 for what was lost; absent where nothing was. */
    readonly lost?: Uint8Array;
    /** How much each counts; absent without a half-life. */
    readonly weights?: Float64Array;
  };
  /** Of which order each sample is: its place among those that were given. */
  readonly rows: Uint32Array;
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
  /** `distant-date` where dates lie years from all others. */
  readonly warnings: readonly CapabilityWarning[];
}

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
 * How long dated orders took, as far as was known on a date, with what is known of each: what {@link capabilityAsOf} learns
 * from, for a fit that goes on beyond what was seen, and for estimates that are to be calibrated (`rows` says of which
 * order each duration is).
 *
 * @param orders as in {@link capabilityAsOf}
 * @throws InvalidInputError as {@link capabilityAsOf} does
 * @example
 * ```ts
 * import { durationsAsOf, fitCapability, lognormal } from 'overdeliver/capability';
 *
 * const orders = [
 *   { started: '2026-03-01T00:00Z', finished: '2026-03-04T00:00Z' },
 *   { started: '2026-03-02T00:00Z', finished: '2026-03-11T00:00Z' },
 *   { started: '2026-03-03T00:00Z', finished: '2026-03-05T00:00Z' },
 *   { started: '2026-03-04T00:00Z' },
 * ];
 * const { samples, options } = durationsAsOf(orders, { asOf: '2026-03-14T00:00Z', unit: 'days' });
 * Array.from(samples); // => [3, 9, 2, 10]
 * fitCapability(lognormal, samples, options).quantile(0.9); // => 16.866
 * ```
 */
export function durationsAsOf(orders: readonly DatedOrder[], options: AsOfOptions): DurationsAsOf {
  return door('durationsAsOf', () => knownAsOf(orders, options));
}

/** Orders and options that are still to be read. */
export function knownAsOf(orders: readonly DatedOrder[], options: AsOfOptions): DurationsAsOf {
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
  // The age at which more than that has gone by: of whole days, the next.
  const lostAt = 2 * lostAfter - goneBy(unit, lostAfter);
  const years = yearsOf();
  const samples: number[] = [];
  const rows: number[] = [];
  const ends: End[] = [];
  const weights: number[] = [];
  const counts = { finished: 0, underWay: 0, cancelled: 0, lost: 0, later: 0 };
  let first = { start: Infinity, path: '', given: Infinity as DateInput };
  for (let i = 0; i < orders.length; i++) {
    const at = `orders[${i}]`;
    const order = reading(at, orders, () => {
      const row = orders[i];
      const read = readOrder(at, row);
      const [path, given] = [`${at}.started`, (row as DatedOrder).started];
      checkUnit(path, given, now);
      if (read.start < first.start) first = { start: read.start, path, given };
      return read;
    });
    years.see(order, i);
    if (order.start > now) {
      counts.later++;
      continue;
    }
    const known = endAsOf(order, now);
    const age = took(order.start, known.time);
    const isLost = known.end !== 'finished' && age > lostAfter;
    const end = isLost ? 'lost' : known.end;
    samples.push(isLost ? lostAt : age);
    rows.push(i);
    ends.push(end);
    counts[end]++;
    if (halfLifeDays !== undefined) weights.push(recencyWeight(now - order.start, halfLifeDays));
  }
  checkFirst(first.path, first.given);
  if (orders.length > 0) checkUnit('options.asOf', asOf, first.start);
  const flags = (end: End) => Uint8Array.from(ends, (is) => +(is === end));
  return {
    samples: Float64Array.from(samples),
    options: {
      unit,
      finished: flags('finished'),
      ...(counts.lost > 0 && { lost: flags('lost') }),
      ...(halfLifeDays !== undefined && { weights: Float64Array.from(weights) }),
    },
    rows: Uint32Array.from(rows),
    counts,
    warnings: distantDates(years),
  };
}

type End = 'finished' | 'underWay' | 'cancelled' | 'lost';

/** How an order had ended by a date, and when; or that it was under way then. */
function endAsOf({ finish, cancel, lose }: ReadOrder, now: number): { end: End; time: number } {
  if (finish <= now) return { end: 'finished', time: finish };
  if (cancel <= now) return { end: 'cancelled', time: cancel };
  if (lose <= now) return { end: 'lost', time: lose };
  return { end: 'underWay', time: now };
}
