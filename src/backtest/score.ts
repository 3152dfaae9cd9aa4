import type { Interval } from '../core/interval';
import { wilson } from '../numerics/proportion';
import { medianOf } from './quotes';
import { type Tally, together } from './tally';

/** How promises did. Shares, means and medians are over the `kept.n` orders whose promise fell due; null of none. */
export interface PromiseScore {
  /**
   * The share that was kept, of the `n` orders whose promise fell due by `asOf` (whether they finished or not), with its
   * Wilson interval, which takes orders for independent.
   */
  readonly kept: Interval<number | null> & { readonly share: number | null; readonly n: number };
  /** What was promised: durations in the unit. The median is off by .2% at most where two quotes of many differ by less. */
  readonly quote: { readonly mean: number | null; readonly median: number | null };
  /**
   * The mean pinball loss at the keep rate, in the unit, of the orders that finished: what a quantile is judged by, lower is
   * better. It is least for promises that are short and kept as often as asked for. Of the `overdue` ones it knows nothing: where
   * they are many, a policy that breaks more promises may have less of it.
   */
  readonly pinball: number | null;
  /** By how much those that finished late were late on average, in the unit. */
  readonly lateness: number | null;
  /** Broken ones that had not finished by `asOf`: open, lost, or called off when they were late. */
  readonly overdue: number;
  /** Not due by `asOf`, finished or not, and not counted: of these only the quick ones have finished. */
  readonly pending: number;
  /** Called off before they were due, and not counted. */
  readonly cancelled: number;
  /** Orders that were given no quote, and not counted. */
  readonly withoutQuote: number;
}

/** What a policy comes to over all, by period and by group. */
export interface PolicyReport extends PromiseScore {
  /** By the key that `by` gave the start of orders, in the order of keys. */
  readonly periods: readonly (PromiseScore & { readonly period: string })[];
  /** By the group of orders, null for none, in the order of names. */
  readonly groups: readonly (PromiseScore & { readonly group: string | null })[];
  /** The period with the least share kept, of those with `leastInPeriod` orders that count; null where there is none. */
  readonly worst: { readonly period: string; readonly share: number; readonly n: number } | null;
}

export function scoreOf({ counts, quotes, loss, late }: Tally, confidence?: number): PromiseScore {
  const n = counts.kept + counts.late + counts.overdue;
  const finished = counts.kept + counts.late;
  const [low, high] = n === 0 ? [null, null] : wilson(counts.kept, n, confidence);
  return {
    kept: { share: ratio(counts.kept, n), low, high, n },
    quote: { mean: n === 0 ? null : quotes.mean, median: medianOf(quotes) },
    pinball: ratio(loss, finished),
    lateness: ratio(late, counts.late),
    overdue: counts.overdue,
    pending: counts.pending,
    cancelled: counts.cancelled,
    withoutQuote: counts.none,
  };
}

const ratio = (sum: number, n: number): number | null => (n === 0 ? null : sum / n);

/** The report on a policy from what was counted of it. */
export function policyReport(
  tallies: {
    readonly periods: ReadonlyMap<string, Tally>;
    readonly groups: ReadonlyMap<string | null, Tally>;
  },
  options: { readonly confidence?: number | undefined; readonly leastInPeriod: number },
): PolicyReport {
  const { confidence, leastInPeriod } = options;
  const all = together(tallies.periods.values());
  const periods = inOrder(tallies.periods).map(([period, tally]) => ({
    period,
    ...scoreOf(tally, confidence),
  }));
  let worst: PolicyReport['worst'] = null;
  for (const { period, kept } of periods) {
    const { share, n } = kept;
    if (share === null || n < leastInPeriod) continue;
    if (worst === null || share < worst.share) worst = { period, share, n };
  }
  const groups = inOrder(tallies.groups).map(([group, tally]) => ({
    group,
    ...scoreOf(tally, confidence),
  }));
  return { ...scoreOf(all, confidence), periods, groups, worst };
}

/** By key, no key first. */
export function inOrder<Key extends string | null, One>(
  all: ReadonlyMap<Key, One>,
): (readonly [Key, One])[] {
  return [...all].sort(([a], [b]) => (a === null || (b !== null && a < b) ? -1 : 1));
}
