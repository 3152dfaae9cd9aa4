import type { Distribution } from './distribution';

/** As fine as quantiles that do not go by steps are summed. */
const finest = 1e-5;

/** The mean of a function of what lies beyond a probability, the rest counted as 0: `E f(X) [P(X) > from]`. */
export function meanOver(
  { chance, quantile, ranks }: Pick<Distribution, 'chance' | 'quantile' | 'ranks'>,
  from: number,
  f: (x: number) => number,
): number {
  let sum = 0;
  if (ranks) {
    for (let rank = Math.round(from * ranks.n) + 1; rank <= ranks.n; rank++) {
      sum += f(ranks.byRank(rank));
    }
    return sum / ranks.n;
  }
  for (let p = from; p < 1; ) {
    const width = Math.min(finest, 1 - p);
    const x = quantile(p + width / 2);
    // A step counts as a whole, however high it is.
    const end = chance(x);
    const next = end > p + 0.75 * width ? Math.min(1, end) : p + width;
    sum += (next - p) * f(x);
    p = next;
  }
  return sum;
}
