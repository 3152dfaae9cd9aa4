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
  // Sums round differently in another order; sorted, they do not, whoever answered first.
  const sorted = Float64Array.from(values).sort();
  const mean = average(sorted);
  const sd = Math.sqrt(sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1));
  const half = (studentQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, low: Math.max(min, mean - half), high: Math.min(max, mean + half) };
}

/** The mean of at least one value, which rounding takes neither below the least nor above the greatest. */
export function average(values: ArrayLike<number>): number {
  let [sum, least, greatest] = [0, Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    sum += value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return Math.min(Math.max(sum / values.length, least), greatest);
}
