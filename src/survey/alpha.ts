import { fisherQuantile } from '../numerics/fisher';
import { compare } from '../numerics/nearly';
import { momentsOf } from './mean';

/** How well the items of a dimension hang together. */
export interface Reliability {
  /** Cronbach's alpha; null for fewer than two items or `leastAnswers` respondents, or if all agree. */
  readonly alpha: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The respondents who answered every item: only they are counted. */
  readonly n: number;
  readonly items: number;
}

/**
 * Alpha = k / (k - 1) (1 - sum of item variances / variance of the sum) (Cronbach 1951), with the interval of
 * Feldt (1965): (1 - alpha) / (1 - estimate) follows F with n - 1 and (n - 1)(k - 1) degrees of freedom.
 */
export function alphaOf(
  rows: readonly (readonly number[])[],
  items: number,
  confidence: number,
  leastAnswers: number,
): Reliability {
  const n = rows.length;
  const none = { alpha: null, low: null, high: null, n, items };
  if (items < 2 || n < Math.max(2, leastAnswers)) return none;
  const sums = new Float64Array(n);
  let apart = 0;
  for (let i = 0; i < items; i++) {
    const values = new Float64Array(n);
    for (let r = 0; r < n; r++) {
      const x = (rows[r] as readonly number[])[i] as number;
      values[r] = x;
      (sums[r] as number) += x;
    }
    apart += momentsOf(values).squares;
  }
  const together = momentsOf(sums).squares;
  // Rounding aside, the answers cancel or are all the same.
  if (compare(together, 0, apart) <= 0) return none;
  const unlike = 1 - (items / (items - 1)) * (1 - apart / together);
  const end = (p: number) => 1 - unlike * fisherQuantile(p, n - 1, (n - 1) * (items - 1));
  const tail = (1 - confidence) / 2;
  return { alpha: 1 - unlike, low: end(1 - tail), high: end(tail), n, items };
}
