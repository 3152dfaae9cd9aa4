import { atLeast } from '../numerics/nearly';
import { studentQuantile } from '../numerics/student';

/** A mean of answers with its interval; null where fewer than `leastAnswers` were given. */
export interface MeanEstimate {
  /** How many answers it is the mean of. */
  readonly n: number;
  readonly mean: number | null;
  /** The standard deviation between respondents. */
  readonly sd: number | null;
  /** Student's interval, cut at the ends of the scale. */
  readonly low: number | null;
  readonly high: number | null;
}

interface Wanted {
  readonly confidence: number;
  readonly leastAnswers: number;
}

/** The mean of values that lie within two ends. */
export function meanOf(
  values: readonly number[],
  { confidence, leastAnswers }: Wanted,
  [min, max]: readonly [min: number, max: number] = [0, 100],
): MeanEstimate {
  const n = values.length;
  if (n < Math.max(2, leastAnswers)) return { n, mean: null, sd: null, low: null, high: null };
  const { mean, squares } = momentsOf(values);
  const sd = Math.sqrt(squares / (n - 1));
  const half = (studentQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, low: Math.max(min, mean - half), high: Math.min(max, mean + half) };
}

/** The mean of at least one value, between the least and the greatest whatever rounding makes of it, and the
 * squared distances from it, added up; none between values that are equal up to the rounding of levels. */
export function momentsOf(values: ArrayLike<number>): {
  readonly mean: number;
  readonly squares: number;
} {
  // Sums round differently in another order; sorted, they do not, whoever answered first.
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

export const average = (values: ArrayLike<number>): number => momentsOf(values).mean;
