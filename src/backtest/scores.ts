import type { Entrant } from './entrant';
import type { ReadOrder } from './input-orders';
import { keyOf } from './quotes';
import {
  count,
  countPair,
  newPairTally,
  newTally,
  type PairTally,
  type Scored,
  type Tally,
} from './tally';
import { pinballOf, verdictOn } from './verdict';

/** What is counted while orders go by, of each entrant. */
export interface Scores {
  /** The orders that started from the first date on. */
  orders: number;
  readonly entrants: readonly {
    readonly periods: Map<string, Tally>;
    readonly groups: Map<string | null, Tally>;
    /** The differences from the entrant that all are compared with, by period. */
    readonly pairs: Map<string, PairTally>;
  }[];
}

export interface ScoreOptions {
  readonly from: number;
  readonly asOf: number;
  /** Of the unit, in milliseconds. */
  readonly length: number;
  readonly periodOf: (read: ReadOrder) => string;
  /** The place of the entrant that others are compared with; -1 for none. */
  readonly against: number;
}

/** Scores entrants on orders: what to tell of each order, and what has been counted. */
export function scoring(entrants: readonly Entrant[], options: ScoreOptions) {
  const { from, asOf, length, periodOf, against } = options;
  const scores: Scores = {
    orders: 0,
    entrants: entrants.map(() => ({ periods: new Map(), groups: new Map(), pairs: new Map() })),
  };
  const scored = entrants.map(
    (): Scored => ({ verdict: 'none', quote: 0, bin: 0, loss: 0, late: 0 }),
  );

  const tell = (read: ReadOrder, quotes: readonly (number | null)[]): void => {
    if (read.start < from) return;
    scores.orders++;
    const period = periodOf(read);
    const { group } = read.order;
    const took = (read.end - read.start) / length;
    for (let i = 0; i < entrants.length; i++) {
      const one = scored[i] as Scored;
      const { keepRate } = entrants[i] as Entrant;
      const quote = quotes[i] as number | null;
      one.verdict = verdictOn(read, quote === null ? null : quote * length, asOf);
      one.quote = quote ?? 0;
      one.bin = keyOf(one.quote);
      const finished = one.verdict === 'kept' || one.verdict === 'late';
      one.loss = finished ? pinballOf(took, one.quote, keepRate) : 0;
      one.late = one.verdict === 'late' ? took - one.quote : 0;
      const { periods, groups } = scores.entrants[i] as Scores['entrants'][number];
      count(under(periods, period, newTally), one);
      count(under(groups, group, newTally), one);
    }
    if (against < 0) return;
    const other = scored[against] as Scored;
    for (let i = 0; i < entrants.length; i++) {
      const { pairs } = scores.entrants[i] as Scores['entrants'][number];
      countPair(under(pairs, period, newPairTally), scored[i] as Scored, other);
    }
  };
  return { scores, tell };
}

/** What is kept under a key. */
function under<Key, One>(all: Map<Key, One>, key: Key, make: () => One): One {
  let one = all.get(key);
  if (one === undefined) {
    one = make();
    all.set(key, one);
  }
  return one;
}
