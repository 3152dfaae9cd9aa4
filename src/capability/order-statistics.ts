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
}

/** From the question with this number on, sorting pays. */
const manyQuestions = 16;
/** Up to this many numbers are sorted at once. */
const fewNumbers = 1000;

/**
 * Answers questions of rank about numbers, sorting them only once many have been asked: to select from a
 * million takes a tenth of the time of sorting them. The numbers stay as they are.
 */
export function orderStatistics(numbers: Float64Array): OrderStatistics {
  const n = numbers.length;
  let asked = n <= fewNumbers ? manyQuestions : 0;
  let copy: Float64Array | undefined;
  let sorted: Float64Array | undefined;
  let excessBeyond: ReturnType<typeof tailSums> | undefined;
  /** Ranks from 0 whose numbers are in their place, ascending, between two that stand for the ends. */
  const placed = [-1, n];
  const prepared = () => {
    copy ??= numbers.slice();
    if (asked++ >= manyQuestions) sorted = copy.sort();
    return copy;
  };
  /** The place before which all are at most x, and one from which all are greater. */
  const around = (array: Float64Array, x: number) => {
    const next = placed.findIndex((place) => place >= 0 && !((array[place] as number) <= x));
    return [(placed[next - 1] as number) + 1, placed[next] as number] as const;
  };
  return {
    byRank(rank) {
      const k = rank - 1;
      const array = sorted ?? prepared();
      if (sorted !== undefined) return array[k] as number;
      const next = placed.findIndex((place) => place >= k);
      if (placed[next] !== k) {
        const from = (placed[next - 1] as number) + 1;
        selectInPlace(array.subarray(from, placed[next]), k - from);
        placed.splice(next, 0, k);
      }
      return array[k] as number;
    },
    upTo(x) {
      const array = sorted ?? prepared();
      if (sorted !== undefined) return countUpTo(array, x);
      const [from, end] = around(array, x);
      let count = from;
      for (let i = from; i < end; i++) if ((array[i] as number) <= x) count++;
      return count;
    },
    excessOver(x) {
      const array = sorted ?? prepared();
      if (sorted === undefined) return excessOver(array, around(array, x)[0], x);
      excessBeyond ??= tailSums(array);
      return excessBeyond(countUpTo(array, x), x);
    },
  };
}
