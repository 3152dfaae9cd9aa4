import * as z from 'zod/mini';
import type { Interval } from '../core/interval';
import { type DateInput, dateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { confidenceSchema } from '../input/schemas';
import { wilson } from '../numerics/proportion';
import { grouping } from './grouping';
import { groupSchema } from './input';
import { checkDates } from './input-dates';
import type { Ledger } from './ledger';
import type { PromiseGroup } from './promise-group';
import { type Judge, judgePromises } from './standing';

/** Which promises to count, and what was known of them. */
export interface KeptRateOptions {
  /** Only what had happened by then counts: the same date gives the same answer however much is recorded since. */
  readonly asOf: DateInput;
  /** Counts promises due from then on; all unless given. */
  readonly from?: DateInput | undefined;
  /** Counts promises due before then; all unless given. */
  readonly to?: DateInput | undefined;
  /** Which promise is held against the delivery: the one first made (unless given) or the one last revised. */
  readonly promise?: 'original' | 'latest' | undefined;
  /** The share of intervals that hold the true rate, .95 unless given. */
  readonly confidence?: number | undefined;
}

/** How many promises were kept of those that fell due. */
export interface KeptRate extends Interval<number | null> {
  /** The promises that fell due by `asOf`: kept and broken ones. */
  readonly due: number;
  /** How many of them were kept. */
  readonly kept: number;
  /** Delivered late, too early or beyond what was promised, called off by the company or too late, or overdue. */
  readonly broken: number;
  /** Those of the broken ones that were delivered before their window began (`from`). */
  readonly early: number;
  /** Those of the broken ones that are still open. */
  readonly overdue: number;
  /** Not yet due, delivered or not, and not counted. */
  readonly pending: number;
  /** Those of the pending ones that stand still. */
  readonly paused: number;
  /** Called off by the customer by the due date, and not counted. */
  readonly cancelled: number;
  /** Kept of due, with its Wilson interval; null when none fell due. */
  readonly rate: number | null;
}

/** The kept rate of a group of promises. */
export interface KeptRateRow extends KeptRate {
  /** What `by` returned for its promises. */
  readonly key: string;
}

const options = {
  asOf: dateSchema,
  from: z.optional(dateSchema),
  to: z.optional(dateSchema),
  promise: z.optional(z.enum(['original', 'latest'])),
  confidence: confidenceSchema,
};
const rateSchema = z.strictObject(options);
const ratesSchema = once(() => z.strictObject({ ...options, by: groupSchema }));

/**
 * The share of promises that were kept, as of a date.
 *
 * A promise counts by the date it fell due: kept if delivered by then (and within the quantity promised),
 * else broken, delivered or not. Where a window was promised, what is delivered before its `from` is broken too, and counted
 * as `early`: nobody was at home. Counting finished orders alone flatters: the slow ones are not finished.
 * Pauses move that date; a promise that stands still counts as pending, at the date it would be due if it went on at
 * `asOf`, and one delivered meanwhile at the date it would have been due if it had gone on then. A quantity promised without
 * a due date counts by the date of its delivery, or of the company's cancellation. A promise that was revised counts as
 * it was made, unless `promise: 'latest'`; that rate too flatters, since a new date told before or after the old one
 * passes hides that the old one was missed.
 *
 * @throws InvalidInputError `date-order` for `to` before `from`; what a bad option calls for
 * @example
 * ```ts
 * import { keptRate, type LedgerEvent, openLedger, recordEvent } from 'overdeliver';
 *
 * const on = (day: number) => new Date(Date.UTC(2026, 2, day));
 * const events: LedgerEvent[] = [
 *   { kind: 'promise', id: 'kept', at: on(1), due: on(5) },
 *   { kind: 'delivery', id: 'kept', at: on(4) },
 *   { kind: 'promise', id: 'late', at: on(1), due: on(5) },
 *   { kind: 'delivery', id: 'late', at: on(6) },
 *   { kind: 'promise', id: 'still awaited', at: on(1), due: on(6) },
 *   { kind: 'promise', id: 'not yet due', at: on(1), due: on(9) },
 * ];
 * const ledger = events.reduce(recordEvent, openLedger());
 * const { due, kept, broken, overdue, pending, rate } = keptRate(ledger, { asOf: on(7) });
 * [due, kept, broken, overdue, pending]; // => [3, 1, 2, 1, 1]
 * rate; // => 0.333
 * ```
 */
export function keptRate(ledger: Ledger, options: KeptRateOptions): KeptRate {
  return door('keptRate', () => {
    const given = read(rateSchema, options, 'options');
    const counts = noCounts();
    judgeWithin(ledger, given, options, (_made, _due, standing) => {
      counts[standing]++;
    });
    return rateOf(counts, given.confidence);
  });
}

/**
 * The kept rate of each group of promises, in the order of their keys; a group without promises has no row.
 *
 * @param options those of {@link keptRate}, and `by`: {@link bySegment}, {@link byMonth} and the like, or a
 *   function of your own from a promise to the key of its group
 * @throws InvalidInputError `wrong-type` for a key that is not text; what {@link keptRate} throws
 * @example
 * ```ts
 * import { byMonth, keptRates, type LedgerEvent, openLedger, recordEvent } from 'overdeliver';
 * import { bySegment } from 'overdeliver/ledger';
 *
 * const on = (day: string) => new Date(`${day}T12:00:00Z`);
 * const events: LedgerEvent[] = [
 *   { kind: 'promise', id: 'a', at: on('2026-03-01'), due: on('2026-03-05'), segment: 'north' },
 *   { kind: 'delivery', id: 'a', at: on('2026-03-04') },
 *   { kind: 'promise', id: 'b', at: on('2026-03-01'), due: on('2026-04-02'), segment: 'south' },
 * ];
 * const ledger = events.reduce(recordEvent, openLedger());
 * const asOf = on('2026-04-30');
 * keptRates(ledger, { asOf, by: bySegment }).map(({ key, rate }) => [key, rate]);
 * // => [['north', 1], ['south', 0]]
 * const month = byMonth('Europe/Berlin');
 * keptRates(ledger, { asOf, by: (p) => `${bySegment(p)} ${month(p)}` }).map(({ key }) => key);
 * // => ['north 2026-03', 'south 2026-04']
 * ```
 */
export function keptRates(
  ledger: Ledger,
  options: KeptRateOptions & { readonly by: PromiseGroup },
): readonly KeptRateRow[] {
  return door('keptRates', () => {
    const { by, ...rest } = read(ratesSchema, options, 'options');
    const groups = grouping(by, noCounts);
    judgeWithin(ledger, rest, options, (made, due, standing) => {
      groups.of(made, due)[standing]++;
    });
    return groups.inOrder().map(([key, counts]) => ({ key, ...rateOf(counts, rest.confidence) }));
  });
}

/** Judges the promises that fall due within the dates of the options. */
function judgeWithin(
  ledger: Ledger,
  { asOf, from, to, promise }: z.output<typeof rateSchema>,
  given: KeptRateOptions,
  judge: Judge,
): void {
  checkDates(ledger, { asOf, from, to });
  const first = from?.getTime() ?? -Infinity;
  const end = to?.getTime() ?? Infinity;
  if (end < first) {
    const value = reading('options', given, () => given.to);
    refuse('options.to', value, `a date from ${new Date(first).toISOString()} on`, 'date-order');
  }
  judgePromises(ledger, asOf.getTime(), promise === 'latest', (made, due, standing) => {
    if (due >= first && due < end) judge(made, due, standing);
  });
}

const noCounts = () => ({
  kept: 0,
  broken: 0,
  early: 0,
  overdue: 0,
  pending: 0,
  paused: 0,
  cancelled: 0,
});

function rateOf(count: ReturnType<typeof noCounts>, confidence: number | undefined): KeptRate {
  const broken = count.broken + count.early + count.overdue;
  const due = count.kept + broken;
  const [low, high] = due === 0 ? [null, null] : wilson(count.kept, due, confidence);
  const pending = count.pending + count.paused;
  return { due, ...count, broken, pending, rate: due === 0 ? null : count.kept / due, low, high };
}
