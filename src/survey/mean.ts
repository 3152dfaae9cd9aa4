import type { Interval } from '../core/interval';
import { atLeast } from '../numerics/nearly';
import { studentQuantile } from '../numerics/student';
import type { Wanted } from './parameters';

/** A mean of answers with Student's interval, cut at the ends of the scale; null where fewer than `leastAnswers`
 * were given. */
export interface MeanEstimate extends Interval<number | null> {
  /** How many answers it is the mean of. */
  readonly n: number;
  /** The mean; null below the least number of answers. */
  readonly mean: number | null;
  /** The standard deviation between respondents. */
  readonly sd: number | null;
}

/** The mean of values that lie within two ends. */
export function meanOf(
  values: ArrayLike<number>,
  wanted: Wanted,
  ends: readonly [min: number, max: number] = [0, 100],
): MeanEstimate {
  return estimateOf(values.length, () => momentsOf(values), wanted, ends);
}

/** The same of levels in order, by how many have each. */
export function meanOfCounted(
  levels: readonly (readonly [level: number, count: number])[],
  wanted: Wanted,
): MeanEstimate {
  const n = levels.reduce((sum, [, count]) => sum + count, 0);
  const moments = () => {
    const ends = [levels[0]?.[0] as number, levels.at(-1)?.[0] as number] as const;
    const sum = levels.reduce((all, [level, count]) => all + count * level, 0);
    const mean = Math.min(Math.max(sum / n, Math.min(...ends)), Math.max(...ends));
    const squares = levels.reduce((sum, [level, count]) => sum + count * (level - mean) ** 2, 0);
    return { mean, squares };
  };
  return estimateOf(n, moments, wanted, [0, 100]);
}

function estimateOf(
  n: number,
  moments: () => Moments,
  { confidence, leastAnswers }: Wanted,
  [min, max]: readonly [min: number, max: number],
): MeanEstimate {
  if (n < leastAnswers) return { n, mean: null, sd: null, low: null, high: null };
  const { mean, squares } = moments();
  const sd = Math.sqrt(squares / (n - 1));
  const half = (studentQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, low: Math.max(min, mean - half), high: Math.min(max, mean + half) };
}

interface Moments {
  readonly mean: number;
  /** The squared distances from the mean, added up. */
  readonly squares: number;
}

/** The mean of at least one value, between the least and the greatest whatever rounding makes of it, and the squares; none
 * between values that are equal up to the rounding of levels. Nothing depends on who answered first. */
export function momentsOf(values: ArrayLike<number>): Moments {
  return momentsOfWhole(values) ?? momentsInOrder(values);
}

/** Whole numbers have exact sums, in any order; null where one is not whole, or a sum too large to be exact. */
function momentsOfWhole(values: ArrayLike<number>): Moments | null {
  const n = values.length;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    if (!Number.isInteger(value)) return null;
    sum += value;
    squares += value * value;
  }
  if (squares > 2 ** 50) return null;
  const mean = sum / n;
  // The squares about a whole number near the mean are exact as well, and nothing cancels in the last step.
  const near = Math.round(mean);
  const about = squares - 2 * near * sum + n * near * near;
  return { mean, squares: about - (sum - n * near) ** 2 / n };
}

/** Other sums round differently in another order: added up from the least on, they do not. */
function momentsInOrder(values: ArrayLike<number>): Moments {
  const sorted = new Float64Array(values).sort();
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) sum += sorted[i] as number;
  const [least, most] = [sorted[0] as number, sorted.at(-1) as number];
  const mean = Math.min(Math.max(sum / sorted.length, least), most);
  if (atLeast(least, most, 100 + Math.abs(most))) return { mean, squares: 0 };
  let squares = 0;
  for (let i = 0; i < sorted.length; i++) squares += ((sorted[i] as number) - mean) ** 2;
  return { mean, squares };
}

/** The mean by shares that add up to 1, between the least and the greatest value whatever rounding makes of it. */
export function weightedMean(values: readonly number[], shares: readonly number[]): number {
  const mean = values.reduce((sum, value, i) => sum + value * (shares[i] as number), 0);
  return Math.min(Math.max(mean, Math.min(...values)), Math.max(...values));
}

export const average = (values: ArrayLike<number>): number => momentsOf(values).mean;
