import type { Interval } from '../../core/interval';
import { factorCholesky, invertCholesky } from '../../numerics/cholesky';
import { clustered } from '../../numerics/clustered';
import { normalQuantile } from '../../numerics/normal';
import { submatrix } from '../../numerics/submatrix';
import { type Clusters, type Estimate, lossOf, type Problem } from './estimate';

/** How sure a number is; null where it was not learnt, or nothing tells. */
export interface Sureness {
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/**
 * Standard errors that hold whatever the rows' own spread is, and where rows of one customer go together; by number. Numbers
 * on a boundary have none, and are held there for the others.
 */
export function surenessOf(
  problem: Problem,
  { at, free, bound }: Estimate,
  clusters: Clusters,
  separated: readonly number[],
  confidence: number,
): readonly Sureness[] {
  const inner = free.filter((i) => !bound.includes(i));
  const errors = errorsAmong(problem, at, inner, clusters);
  const ifFree = errorsAmong(problem, at, free, clusters);
  const reach = normalQuantile((1 + confidence) / 2);
  return Array.from(at, (value, i) => {
    const isBound = bound.includes(i);
    const error = (isBound ? ifFree : errors)[i] as number;
    // No spread of the rows at all is no certainty.
    if (separated.includes(i) || !(error > 0)) return { standardError: null, interval: null };
    const [low, high] = [problem.walls.low[i] as number, problem.walls.high[i] as number];
    const interval = {
      low: Math.max(low, value - reach * error),
      high: Math.min(high, value + reach * error),
    };
    return { standardError: isBound ? null : error, interval };
  });
}

/** Standard errors of some numbers, the others held; NaN for those. */
function errorsAmong(
  { losses }: Problem,
  at: Float64Array,
  some: readonly number[],
  clusters: Clusters,
): Float64Array {
  const errors = new Float64Array(at.length).fill(Number.NaN);
  const size = some.length;
  const curvature = submatrix(lossOf(losses, clusters, at).bend, some, at.length);
  // Numbers that were left open were given up before, so that there is an inverse.
  factorCholesky(curvature, size, 0);
  const covariance = clustered(
    (rows: readonly number[], slope) => {
      const all = lossOf(losses, [rows], at).slope;
      some.forEach((i, place) => {
        slope[place] = all[i] as number;
      });
    },
    clusters,
    invertCholesky(curvature, size),
  );
  some.forEach((i, place) => {
    errors[i] = Math.sqrt(Math.max(0, covariance[place * (size + 1)] as number));
  });
  return errors;
}
