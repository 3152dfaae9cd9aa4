import { errorOfMean, meanIn } from '../../numerics/error-of-mean';
import { type Clusters, estimate, type Problem } from './estimate';
import type { FitComparison } from './fit-types';

/**
 * Losses of the usual numbers and of fits to the other folds. The fit is recommended where it loses less by more than one
 * standard error of the difference (the rule of one standard error: Breiman et al. 1984).
 */
export function compareWithDefault(
  problem: Problem,
  from: Float64Array,
  clusters: Clusters,
  fold: Uint8Array,
): FitComparison {
  const rows = [...fold.keys()];
  const slope = new Float64Array(from.length);
  const bend = new Float64Array(from.length ** 2);
  const lossesAt = (at: Float64Array, some: readonly number[]) =>
    some.map((row) => problem.losses.add(row, at, slope, bend));
  const usual = Float64Array.from(lossesAt(problem.usual, rows));
  const learnt = new Float64Array(rows.length);
  for (const one of new Set(fold)) {
    const kept = clusters.filter(([row]) => fold[row as number] !== one);
    const out = rows.filter((row) => fold[row] === one);
    const losses = lossesAt(estimate(problem, kept, from).at, out);
    out.forEach((row, i) => {
      learnt[row] = losses[i] as number;
    });
  }
  const gains = usual.map((loss, row) => loss - (learnt[row] as number));
  const gain = meanIn(gains);
  const standardError = errorOfMean(gains, clusters);
  return {
    default: meanIn(usual),
    learnt: meanIn(learnt),
    gain,
    standardError,
    recommended: gain > standardError ? 'learnt' : 'default',
  };
}
