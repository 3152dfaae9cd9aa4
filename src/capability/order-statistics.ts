import { selectInPlace } from '../numerics/select';
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

/** From the question with this number on, sorting pays. */
const manyQuestions = 16;
/** Up to this many numbers are sorted at once. */
const fewNumbers = 1000;

/**
 * Answers questions of rank about numbers, which become its own and change places: they are sorted only once
 * many questions have been asked, since to select from a million takes a tenth of the time of sorting them.
 */
export function orderStatistics(numbers: Float64Array): OrderStatistics {
  const n = numbers.length;
  let asked = n <= fewNumbers ? manyQuestions : 0;
  let isSorted = false;
  let excessBeyond: ReturnType<typeof tailSums> | undefined;
  /** Ranks from 0 whose numbers are in their place, ascending, between two that stand for the ends. */
  const placed = [-1, n];
  const sorted = () => {
    if (!isSorted) numbers.sort();
    isSorted = true;
    return numbers;
  };
  const sortedByNow = () => {
    if (!isSorted && asked++ >= manyQuestions) sorted();
    return isSorted;
  };
  /** The place before which all are at most x, and one from which all are greater. */
  const around = (x: number) => {
    const next = placed.findIndex(
      (place) => place === n || (place >= 0 && (numbers[place] as number) > x),
    );
    return [(placed[next - 1] as number) + 1, placed[next] as number] as const;
  };
  return {
    byRank(rank) {
      const k = rank - 1;
      if (sortedByNow()) return numbers[k] as number;
      const next = placed.findIndex((place) => place >= k);
      if (placed[next] !== k) {
        const from = (placed[next - 1] as number) + 1;
        selectInPlace(numbers.subarray(from, placed[next]), k - from);
        placed.splice(next, 0, k);
      }
      return numbers[k] as number;
    },
    upTo(x) {
      if (sortedByNow()) return countUpTo(numbers, x);
      const [from, end] = around(x);
      let count = from;
      for (let i = from; i < end; i++) if ((numbers[i] as number) <= x) count++;
      return count;
    },
    excessOver(x) {
      if (!sortedByNow()) return excessOver(numbers, around(x)[0], x);
      excessBeyond ??= tailSums(numbers);
      return excessBeyond(countUpTo(numbers, x), x);
    },
    sorted,
  };
}
