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
  const enough = (n: number) => n / (n + 1) >= p;
  let high = 1;
  while (!enough(high)) high *= 2;
  let low = Math.floor(high / 2);
  // Bisected, since p / (1 - p) is far off when p is close to 1.
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
