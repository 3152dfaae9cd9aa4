import { sumOf } from '../numerics/sum';
import { orderStatistics } from './order-statistics';
import type { Outcomes } from './outcomes';

/** Outcomes that are all known and count alike. */
export interface EmpiricalOutcomes extends Outcomes {
  /** All of them, ascending; not to be changed. */
  readonly sorted: () => Float64Array;
}

/** The empirical distribution of outcomes, which become its own and change places. */
export function empirical(values: Float64Array): EmpiricalOutcomes {
  const n = values.length;
  const { byRank, upTo, excessOver, sorted } = orderStatistics(values);
  let sum: number | undefined;
  return {
    identified: 1,
    chance: (x) => upTo(x) / n,
    quantile: (p) => byRank(rankFor(n, p)),
    mean() {
      // Summed once: a wide group's mean is asked for by each group within.
      sum ??= sumOf(values);
      return sum / n;
    },
    excess: (x) => excessOver(x) / n,
    ranks: { n, kept: upTo, byRank },
    sorted,
  };
}

/** The smallest k with k / n >= p, compared as a division so that n p cannot overshoot. */
function rankFor(n: number, p: number): number {
  let rank = Math.max(1, Math.ceil(n * p));
  while (rank > 1 && (rank - 1) / n >= p) rank--;
  while (rank < n && rank / n < p) rank++;
  return rank;
}
