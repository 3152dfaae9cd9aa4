import { quickselect } from '../numerics/quickselect';
import { countUpTo } from '../numerics/sorted';
import { excessOver, tailSums } from '../numerics/tail-sums';

/** Up to this many numbers are sorted at once. */
const fewNumbers = 50;
/** Once each number has been looked at this often, on average, sorting pays. */
const manyLooks = 32;

/**
 * Answers questions of rank about numbers, which become its own and may change places. Sorting a million takes
 * longer than everything else a plan does, so until many questions have been asked each rank is selected, among
 * the numbers that could have it.
 */
export function orderStatistics(values: Float64Array) {
  const n = values.length;
  /** Ascending places: no number before one is greater than any from it on. */
  const cuts = [0, n];
  let looks = n <= fewNumbers ? Infinity : 0;
  let isSorted = false;
  let excessBeyond: ReturnType<typeof tailSums> | undefined;
  const sorted = () => {
    if (!isSorted) values.sort();
    isSorted = true;
    return values;
  };
  const sortedByNow = () => {
    if (looks > manyLooks * n) sorted();
    return isSorted;
  };
  const settle = (place: number) => {
    const next = cuts.findIndex((cut) => cut > place);
    const [start, end] = [cuts[next - 1] as number, cuts[next] as number];
    // Alone between two cuts, it is where it belongs.
    if (end - start === 1) return;
    quickselect(values, place, start, end - 1);
    cuts.splice(next, 0, place, place + 1);
    looks += end - start + cuts.length;
  };
  /** The places, from one to before another, between numbers known to be at most x and known to exceed it. */
  const undecided = (x: number): readonly [number, number] => {
    looks += cuts.length;
    let start = 0;
    for (let i = 1; i < cuts.length; i++) {
      const place = cuts[i - 1] as number;
      if (cuts[i] !== place + 1) continue;
      if ((values[place] as number) > x) return [start, place];
      start = place + 1;
    }
    return [start, n];
  };
  return {
    /** The rank-th smallest, from 1 to n. */
    byRank(rank: number): number {
      if (!sortedByNow()) settle(rank - 1);
      return values[rank - 1] as number;
    },
    /** How many are at most x. */
    upTo(x: number): number {
      if (sortedByNow()) return countUpTo(values, x);
      const [start, end] = undecided(x);
      looks += end - start;
      return start + countAmong(values, start, end, x);
    },
    /** The sum of what exceeds x: of each greater number, its distance from x. */
    excessOver(x: number): number {
      if (sortedByNow()) {
        excessBeyond ??= tailSums(values);
        return excessBeyond(countUpTo(values, x), x);
      }
      const [start] = undecided(x);
      looks += n - start;
      return excessOver(values.subarray(start), x);
    },
    /** All of them, ascending; not to be changed. */
    sorted,
  };
}

// A loop of its own, since what closures share is slow to read.
function countAmong(values: Float64Array, start: number, end: number, x: number): number {
  let count = 0;
  for (let i = start; i < end; i++) count += +((values[i] as number) <= x);
  return count;
}
