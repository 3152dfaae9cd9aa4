import { compare } from '../numerics/nearly';

/** Every pair of values, the later against the earlier, within each season. */
export interface Pairs {
  /** Rising pairs less falling ones. */
  readonly s: number;
  /** The variance of s when there is no trend. */
  readonly variance: number;
  /** Differences per day, ascending. */
  readonly slopes: Float64Array;
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
  const count = seasons.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const slopes = new Float64Array(count);
  let [s, variance, next] = [0, 0, 0];
  for (const places of seasons) {
    const n = places.length;
    for (let j = 1; j < n; j++) {
      const later = places[j] as number;
      for (let i = 0; i < j; i++) {
        const earlier = places[i] as number;
        const rise = (values[later] as number) - (values[earlier] as number);
        s += Math.sign(rise);
        slopes[next++] = rise / ((days[later] as number) - (days[earlier] as number));
      }
    }
    variance += spread(n) - tied(places.map((place) => values[place] as number));
  }
  return { s, variance: variance / 18, slopes: slopes.sort() };
}

function tied(values: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  let sum = 0;
  for (const size of sizes.values()) sum += spread(size);
  return sum;
}

function spread(n: number): number {
  return n * (n - 1) * (2 * n + 5);
}

/** The middle one of ascending numbers, or the mean of the middle two. */
export function middle(sorted: Float64Array): number {
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
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
