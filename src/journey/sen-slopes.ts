import { halfway } from '../numerics/halfway';
import { sortInversions } from '../numerics/inversions';

/** Up to so many slopes are looked at one by one. */
const fewSlopes = 16_384;
/** Or up to so many for each value. */
const fewEach = 4;

/** The slopes between the values of each season, the later against the earlier, by rank. */
export interface Slopes {
  readonly count: number;
  /** How many are at most s. */
  readonly upTo: (s: number) => number;
  /** The rank-th smallest, from 1 to count. */
  readonly byRank: (rank: number) => number;
}

/** How many slopes are at most a number. */
interface Cut {
  readonly at: number;
  readonly upTo: number;
}

interface Season {
  /** Ascending. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Slopes by rank without all of them being written down, in time that grows as n log n (Cole, Salowe, Steiger and
 * Szemeredi 1989, SIAM Journal on Computing 18). The slope from one value to a later one is at most s just where
 * `y - s x` does not grow, so that those up to s are counted by a merge sort. Halving the numbers between which a rank
 * must lie leaves few slopes there, which are sorted.
 */
export function slopesOf(seasons: readonly Season[]): Slopes {
  const values = seasons.reduce((sum, { x }) => sum + x.length, 0);
  const count = seasons.reduce((sum, { x }) => sum + (x.length * (x.length - 1)) / 2, 0);
  const few = Math.max(fewSlopes, fewEach * values);
  const upTo = (s: number) =>
    seasons.reduce((sum, season) => {
      const { keys, rests } = residuesOf(season, s);
      return sum + sortInversions(inTime(season), keys, rests);
    }, 0);
  const steepest = seasons.reduce((most, season) => Math.max(most, boundOf(season)), 0);
  const ends: readonly [Cut, Cut] = [
    { at: -steepest, upTo: 0 },
    { at: steepest, upTo: count },
  ];
  const known: Cut[] = [];
  let window = { from: Number.NaN, to: Number.NaN, slopes: between([], 0, 0, 0) };
  return {
    count,
    upTo,
    byRank(rank) {
      let [low, high] = ends;
      for (const cut of known) {
        if (cut.upTo < rank) low = cut.at > low.at ? cut : low;
        else high = cut.at < high.at ? cut : high;
      }
      while (high.upTo - low.upTo > few) {
        const at = halfway(low.at, high.at);
        // So many that are as good as equal.
        if (at === low.at) break;
        const cut = { at, upTo: upTo(at) };
        known.push(cut);
        if (cut.upTo < rank) low = cut;
        else high = cut;
      }
      if (window.from !== low.at || window.to !== high.at) {
        const room = Math.min(few, high.upTo - low.upTo);
        window = { from: low.at, to: high.at, slopes: between(seasons, low.at, high.at, room) };
      }
      const { slopes } = window;
      return slopes[Math.min(rank - low.upTo, slopes.length) - 1] as number;
    },
  };
}

const inTime = ({ x }: Season) => Uint32Array.from(x, (_, i) => i);

/** More than the steepest slope there may be, up or down. */
function boundOf({ x, y }: Season): number {
  let [least, most, gap] = [Infinity, -Infinity, Infinity];
  for (let i = 0; i < x.length; i++) {
    least = Math.min(least, y[i] as number);
    most = Math.max(most, y[i] as number);
    if (i > 0) gap = Math.min(gap, (x[i] as number) - (x[i - 1] as number));
  }
  return 1 + (2 * (most - least)) / gap;
}

/** The slopes above one number up to another, ascending; no more than there is room for. */
function between(seasons: readonly Season[], from: number, to: number, room: number): Float64Array {
  const slopes = new Float64Array(room);
  let found = 0;
  for (const season of seasons) {
    const { x, y } = season;
    const order = inTime(season);
    const before = residuesOf(season, from);
    sortInversions(order, before.keys, before.rests);
    const after = residuesOf(season, to);
    sortInversions(order, after.keys, after.rests, (i, j) => {
      if (found === room) return false;
      slopes[found++] =
        ((y[j] as number) - (y[i] as number)) / ((x[j] as number) - (x[i] as number));
      return true;
    });
  }
  return slopes.subarray(0, found).sort();
}

/** `y - s x` to twice the digits of a number (Dekker 1971), so that no two values change places by rounding. */
function residuesOf({ x, y }: Season, s: number) {
  const keys = new Float64Array(x.length);
  const rests = new Float64Array(x.length);
  const sHigh = upperHalf(s);
  const sLow = s - sHigh;
  for (let i = 0; i < x.length; i++) {
    const [xi, yi] = [x[i] as number, y[i] as number];
    const xHigh = upperHalf(xi);
    const xLow = xi - xHigh;
    const product = s * xi;
    const lost = sHigh * xHigh - product + sHigh * xLow + sLow * xHigh + sLow * xLow;
    const left = yi - product;
    const taken = left - yi;
    const rest = yi - (left - taken) - (product + taken) - lost;
    const key = left + rest;
    keys[i] = key;
    rests[i] = rest - (key - left);
  }
  return { keys, rests };
}

/** The leading half of a number's digits. */
function upperHalf(x: number): number {
  const scaled = (2 ** 27 + 1) * x;
  return scaled - (scaled - x);
}
