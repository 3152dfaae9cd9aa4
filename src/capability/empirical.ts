import { countFor, justAbove } from '../numerics/nearly';
import { sumOf } from '../numerics/sum';
import type { Distribution } from './distribution';
import { orderStatistics } from './order-statistics';

/**
 * The empirical distribution of values, which become its own and change places; `sorted` gives them ascending, not to
 * be changed.
 */
export function empirical(
  values: Float64Array,
): Distribution & { readonly sorted: () => Float64Array } {
  const n = values.length;
  const { byRank, upTo, excessOver, sorted } = orderStatistics(values);
  let sum: number | undefined;
  const kept = (x: number) => upTo(justAbove(x));
  return {
    identified: 1,
    chance: (x) => kept(x) / n,
    quantile: (p) => byRank(countFor(n, p)),
    mean() {
      // Summed once: a wide group's mean is asked for by each group within.
      sum ??= sumOf(values);
      return sum / n;
    },
    excess: (x) => excessOver(x) / n,
    ranks: { n, kept, byRank },
    sorted,
  };
}
