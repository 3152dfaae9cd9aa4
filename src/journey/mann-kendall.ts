import { compare } from '../numerics/nearly';
import { take } from '../numerics/places-that';
import { type Slopes, slopesOf } from './sen-slopes';

/** Every pair of values, the later against the earlier, within each season. */
export interface Pairs {
  /** Rising pairs less falling ones. */
  readonly s: number;
  /** The variance of s when there is no trend. */
  readonly variance: number;
  /** Differences per day. */
  readonly slopes: Slopes;
}

/**
 * The statistic of Mann (1945) and Kendall, added up over seasons (Hirsch, Slack and Smith 1982), with the
 * slopes of which Sen (1968) takes the median. The variance is `(n (n - 1) (2n + 5) - sum t (t - 1) (2t + 5)) / 18`
 * for groups of t equal values, added up as well.
 */
export function comparePairs(
  days: Float64Array,
  values: Float64Array,
  seasons: readonly (readonly number[])[],
): Pairs {
  const parts = seasons.map((places) => ({
    x: take(days, places),
    y: take(values, places),
  }));
  const slopes = slopesOf(parts);
  let [equal, variance] = [0, 0];
  for (const { y } of parts) {
    variance += spread(y.length);
    for (const size of tiedSizes(y)) {
      equal += (size * (size - 1)) / 2;
      variance -= spread(size);
    }
  }
  const rising = slopes.count - slopes.upTo(0);
  return { s: 2 * rising + equal - slopes.count, variance: variance / 18, slopes };
}

/** How often each value comes. */
function tiedSizes(values: Float64Array): Iterable<number> {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return sizes.values();
}

/** 18 times the variance of S (Kendall 1975). */
function spread(n: number): number {
  return n * (n - 1) * (2 * n + 5);
}

/** The middle one, or the mean of the middle two. */
export function middle({ count, byRank }: Slopes): number {
  return (byRank(Math.ceil(count / 2)) + byRank(Math.floor(count / 2) + 1)) / 2;
}

/** How far each value follows the one before, from -1 to 1, once slope and seasons are taken out; null when
 * nothing is left. */
export function lagOne(
  days: Float64Array,
  values: Float64Array,
  seasons: readonly (readonly number[])[],
  slope: number,
): number | null {
  const left = values.map((value, i) => value - slope * (days[i] as number));
  for (const places of seasons) {
    const mean = places.reduce((sum, place) => sum + (left[place] as number), 0) / places.length;
    for (const place of places) left[place] = (left[place] as number) - mean;
  }
  const squares = left.reduce((sum, value) => sum + value * value, 0);
  const all = values.reduce((sum, value) => sum + value * value, 0);
  if (compare(Math.sqrt(squares), 0, Math.sqrt(all)) <= 0) return null;
  return left.reduce((sum, value, i) => sum + value * (left[i + 1] ?? 0), 0) / squares;
}
