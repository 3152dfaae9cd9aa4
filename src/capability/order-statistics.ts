import { type Histogram, histogramOf } from '../numerics/histogram';
import { countUpTo } from '../numerics/sorted';
import { excessOver, tailSums } from '../numerics/tail-sums';

/** Numbers by rank. */
export interface OrderStatistics {
  /** The rank-th smallest, from 1 to n. */
  readonly byRank: (rank: number) => number;
  /** How many are at most x. */
  readonly upTo: (x: number) => number;
  /** The sum of what exceeds x: of each greater number, its distance from x. */
  readonly excessOver: (x: number) => number;
  /** All of them, ascending; not to be changed. */
  readonly sorted: () => Float64Array;
}

/** Up to this many numbers are sorted at once. */
const fewNumbers = 1000;
/** From the pass with this number on, sorting pays. */
const manyPasses = 32;

/**
 * Answers questions of rank about numbers, which become its own and may change places. Sorting a million takes
 * longer than everything else a plan does, so until many questions have been asked only those of one interval
 * of a histogram are looked at, in the same way.
 */
export function orderStatistics(numbers: Float64Array): OrderStatistics {
  const n = numbers.length;
  let passes = n <= fewNumbers ? manyPasses : 0;
  let isSorted = false;
  let histogram: Histogram | undefined;
  let excessBeyond: ReturnType<typeof tailSums> | undefined;
  const known = new Map<number, OrderStatistics>();
  const sorted = () => {
    if (!isSorted) numbers.sort();
    isSorted = true;
    return numbers;
  };
  const sortedByNow = () => {
    if (passes >= manyPasses) sorted();
    return isSorted;
  };
  const inside = ({ numbersIn }: Histogram, interval: number) => {
    let own = known.get(interval);
    if (own === undefined) {
      passes++;
      const picked = numbersIn(interval);
      own = orderStatistics(picked);
      // Nothing was told apart, nor would it be the next time.
      if (picked.length === n) own.sorted();
      known.set(interval, own);
    }
    return own;
  };
  return {
    byRank(rank) {
      if (sortedByNow()) return numbers[rank - 1] as number;
      histogram ??= histogramOf(numbers);
      const interval = histogram.intervalOfRank(rank);
      return inside(histogram, interval).byRank(rank - histogram.before(interval));
    },
    upTo(x) {
      if (sortedByNow()) return countUpTo(numbers, x);
      histogram ??= histogramOf(numbers);
      const interval = histogram.intervalOf(x);
      return histogram.before(interval) + inside(histogram, interval).upTo(x);
    },
    excessOver(x) {
      if (sortedByNow()) {
        excessBeyond ??= tailSums(numbers);
        return excessBeyond(countUpTo(numbers, x), x);
      }
      passes++;
      return excessOver(numbers, x);
    },
    sorted,
  };
}
