import { wilson } from '../numerics/proportion';

/** A share of answers with its interval; null where there are none. */
export interface ShareEstimate {
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A share with the interval of Wilson (1927). */
export function shareOf(count: number, n: number, confidence: number): ShareEstimate {
  if (n === 0) return { share: null, low: null, high: null };
  const [low, high] = wilson(count, n, confidence);
  return { share: count / n, low, high };
}
