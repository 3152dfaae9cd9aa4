import { betaCdf } from './beta';
import { leastThat } from './least-that';
import { atLeast } from './nearly';

/**
 * The smallest k such that the k-th smallest of n independent samples is at least their distribution's
 * p-quantile with the confidence, or null when even the largest is not (Wilks 1941): fewer than k of n lie
 * below the quantile with probability P(Binomial(n, p) < k) = I_{1-p}(n - k + 1, k).
 */
export function toleranceRank(n: number, p: number, confidence: number): number | null {
  if (!reaches(n, n, p, confidence)) return null;
  return leastThat((k) => reaches(k, n, p, confidence), 1, n);
}

/** The least n of which the largest is at least the p-quantile with the confidence; p below 1. */
export function samplesForTolerance(p: number, confidence: number): number {
  return leastThat((n) => reaches(n, n, p, confidence), 1);
}

/** Up to rounding, which would cost a sample where it is exact: p = 1/2, n = 1. */
function reaches(k: number, n: number, p: number, confidence: number): boolean {
  return atLeast(1 - confidence, betaCdf(p, k, n - k + 1));
}
