import { leastThat } from './least-that';
import { countFor } from './nearly';

/**
 * The smallest k with k / (n + 1) at least p, or null when even k = n falls short: the k-th smallest of n
 * exchangeable samples is not exceeded by the next one with probability at least p.
 *
 * Up to rounding, since ceil((n + 1) p) overshoots in floating point (.55 x 100).
 */
export function conformalRank(n: number, p: number): number | null {
  const rank = countFor(n + 1, p);
  return rank <= n ? rank : null;
}

/** The least n for which {@link conformalRank} finds a rank; p below 1. */
export function samplesForRank(p: number): number {
  return leastThat((n) => countFor(n + 1, p) <= n, 1);
}

/** The least n for which it finds a rank below n, so that one outcome stays out on either side. */
export function samplesForWindow(p: number): number {
  return leastThat((n) => countFor(n + 1, p) < n, 1);
}
