import { countFor, justAbove } from '../numerics/nearly';
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
