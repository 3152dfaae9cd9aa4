import { solveLower, solveUpper } from '../../numerics/cholesky';
import { logistic } from '../../numerics/logistic';
import { type Design, sumAt } from './design';
import { effectsOf, type Layout } from './layout';
import type { ChosenFit } from './spreads';

/** The standard error of a sum of numbers of a fit, each multiplied with its share. */
export type ErrorOf = (shares: Float64Array) => number;

/**
 * Standard errors of a shrunk fit, by `M (S + P) M`: M is the inverse of the curvature, S the slopes of rows squared, summed by
 * cluster (Liang & Zeger 1986, Biometrika 73, 10.1093/biomet/73.1.13), and P the precision of the pull, which stands for what
 * shrinking may be off by (Wahba 1983, Journal of the Royal Statistical Society B 45, 10.1111/j.2517-6161.1983.tb01239.x).
 */
export function errorsOf(
  design: Design,
  clusters: readonly (readonly number[])[],
  layout: Layout,
  { at, factor, precision }: ChosenFit,
): ErrorOf {
  const effects = effectsOf(layout, at);
  const residual = Float64Array.from({ length: design.rows }, (_, row) => {
    const u = sumAt(design, row, effects[design.stage[row] as number] as Float64Array);
    return (design.answer[row] as number) - logistic(u);
  });
  const few = clusters.length / (clusters.length - 1);
  return (shares) => {
    const by = shares.slice();
    solveLower(factor, layout.size, by);
    solveUpper(factor, layout.size, by);
    const columns = effectsOf(layout, by);
    let variance = 0;
    for (const cluster of clusters) {
      let slope = 0;
      for (const row of cluster) {
        const own = columns[design.stage[row] as number] as Float64Array;
        slope += (residual[row] as number) * sumAt(design, row, own);
      }
      variance += few * slope * slope;
    }
    by.forEach((x, i) => {
      variance += (precision[i] as number) * x * x;
    });
    return Math.sqrt(variance);
  };
}
