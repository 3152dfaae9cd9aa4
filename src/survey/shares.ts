import type { Interval } from '../core/interval';
import { wilson } from '../numerics/proportion';

/** A share of answers, 0 to 1, with its interval; null where there are none. */
export interface ShareEstimate extends Interval<number | null> {
  /** The share, 0 to 1; null below the least number of answers. */
  readonly share: number | null;
}

/** A share with the interval of Wilson (1927). */
export function shareOf(count: number, n: number, confidence: number): ShareEstimate {
  if (n === 0) return { share: null, low: null, high: null };
  const [low, high] = wilson(count, n, confidence);
  return { share: count / n, low, high };
}
