import { selectInPlace } from '../numerics/select';
import { countUpTo } from '../numerics/sorted';
import { sumFrom } from '../numerics/sum';

/** Numbers by rank. */
export interface OrderStatistics {
  /** The rank-th smallest, from 1 to n. */
  readonly byRank: (rank: number) => number;
  /** How many are at most x. */
  readonly upTo: (x: number) => number;
  /** The sum of what they have above x, `(number - x)+`. */
  readonly above: (x: number) => number;
  /** All of them, ascending; not to be changed. */
  readonly sorted: () => Float64Array;
}

/** From the question with this number on, sorting pays. */
const manyQuestions = 16;
/** Up to this many numbers are sorted at once. */
const fewNumbers = 1000;

/**
 * Answers questions of rank about numbers, sorting them only once many have been asked: to select from a
 * million takes a tenth of the time of sorting them. The numbers become its own and change places.
 */
export function orderStatistics(numbers: Float64Array): OrderStatistics {
  const n = numbers.length;
  let asked = n <= fewNumbers ? manyQuestions : 0;
  let isSorted = false;
  /** Ranks from 0 whose numbers are in their place, ascending, between two that stand for the ends. */
  const placed = [-1, n];
  const sorted = () => {
    if (!isSorted) numbers.sort();
    isSorted = true;
    return numbers;
  };
  const prepare = () => {
    if (asked++ >= manyQuestions) sorted();
  };
  /** The place in `placed` of the first that is above x, or the end. */
  const placeAbove = (x: number) =>
    placed.findIndex((place) => place === n || (place >= 0 && (numbers[place] as number) > x));
  // What the last question about a sum was: plans ask the same one again, and adding takes long.
  let lastAsked = Number.NaN;
  let lastSum = 0;
  return {
    byRank(rank) {
      prepare();
      const k = rank - 1;
      const next = placed.findIndex((place) => place >= k);
      if (!isSorted && placed[next] !== k) {
        const from = (placed[next - 1] as number) + 1;
        selectInPlace(numbers.subarray(from, placed[next]), k - from);
        placed.splice(next, 0, k);
      }
      return numbers[k] as number;
    },
    upTo(x) {
      prepare();
      if (isSorted) return countUpTo(numbers, x);
      const next = placeAbove(x);
      let count = (placed[next - 1] as number) + 1;
      for (let i = count, end = placed[next] as number; i < end; i++) {
        if ((numbers[i] as number) <= x) count++;
      }
      return count;
    },
    above(x) {
      if (x === lastAsked) return lastSum;
      prepare();
      const known = isSorted ? countUpTo(numbers, x) : (placed[placeAbove(x) - 1] as number) + 1;
      lastAsked = x;
      lastSum = sumFrom(numbers, known, x, 0);
      return lastSum;
    },
    sorted,
  };
}
