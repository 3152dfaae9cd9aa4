import { addQuote, addQuotes, noQuotes, type Quotes } from './quotes';
import type { Verdict } from './verdict';

/** How a policy did with one order; amounts in the unit of the backtest. */
export interface Scored {
  verdict: Verdict;
  /** 0 for no promise. */
  quote: number;
  /** The key of the quote's bin. */
  bin: number;
  /** The pinball loss; 0 unless it finished. */
  loss: number;
  /** How late it was; 0 unless it was late. */
  late: number;
}

/** What is counted of the promises of a policy in a period or a group. */
export interface Tally {
  readonly counts: Record<Verdict, number>;
  readonly quotes: Quotes;
  loss: number;
  late: number;
}

export const newTally = (): Tally => ({
  counts: { kept: 0, late: 0, overdue: 0, cancelled: 0, pending: 0, none: 0 },
  quotes: noQuotes(),
  loss: 0,
  late: 0,
});

/** Whether an order counts: its promise fell due, kept or broken. */
const isCounted = ({ verdict }: Scored): boolean =>
  verdict === 'kept' || verdict === 'late' || verdict === 'overdue';

export function count(tally: Tally, scored: Scored): void {
  tally.counts[scored.verdict]++;
  if (!isCounted(scored)) return;
  addQuote(tally.quotes, scored.quote, scored.bin);
  tally.loss += scored.loss;
  tally.late += scored.late;
}

/** All of some tallies in one. */
export function together(tallies: Iterable<Tally>): Tally {
  const all = newTally();
  for (const { counts, quotes, loss, late } of tallies) {
    for (const verdict of Object.keys(counts) as Verdict[]) all.counts[verdict] += counts[verdict];
    addQuotes(all.quotes, quotes);
    all.loss += loss;
    all.late += late;
  }
  return all;
}

/** Two policies on the orders that count for both: sums of differences in a period. */
export interface PairTally {
  n: number;
  kept: number;
  quote: number;
  finished: number;
  loss: number;
}

export const newPairTally = (): PairTally => ({ n: 0, kept: 0, quote: 0, finished: 0, loss: 0 });

export function countPair(tally: PairTally, one: Scored, other: Scored): void {
  if (!isCounted(one) || !isCounted(other)) return;
  tally.n++;
  tally.kept += +(one.verdict === 'kept') - +(other.verdict === 'kept');
  tally.quote += one.quote - other.quote;
  // Whether it finished is the order's own, and the same for both; how long it took is not known otherwise.
  if (one.verdict === 'overdue') return;
  tally.finished++;
  tally.loss += one.loss - other.loss;
}
