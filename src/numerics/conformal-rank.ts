import { leastThat } from './least-that';

/**
 * The smallest k with k / (n + 1) >= p, or null when even k = n falls short: the k-th smallest of n
 * exchangeable samples is not exceeded by the next one with probability at least p.
 *
 * Compared as a division, since ceil((n + 1) p) overshoots in floating point (.55 x 100).
 */
export function conformalRank(n: number, p: number): number | null {
  let rank = Math.max(1, Math.ceil((n + 1) * p));
  while (rank > 1 && (rank - 1) / (n + 1) >= p) rank--;
  while (rank <= n && rank / (n + 1) < p) rank++;
  return rank <= n ? rank : null;
}

/** The least n for which {@link conformalRank} finds a rank; p below 1. */
export function samplesForRank(p: number): number {
  return leastThat((n) => n / (n + 1) >= p, 1);
}

/** The least n for which it finds a rank below n, so that one outcome stays out on either side. */
export function samplesForWindow(p: number): number {
  return leastThat((n) => (n - 1) / (n + 1) >= p, 1);
}
