import { cholesky, invertCholesky, solveCholesky } from '../numerics/cholesky';
import { type Design, likelihood } from './kernel-likelihood';

/** What Newton's method arrived at. */
export interface Estimate {
  /** Thresholds, then coefficients. */
  readonly at: Float64Array;
  /** The inverse of the information, by row. */
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  readonly iterations: number;
  /** Parameters that run away while the likelihood no longer grows, by place; none when it converged. */
  readonly runaway: readonly number[];
}

const mostIterations = 60;

/**
 * Maximises the likelihood of the rows named by Newton's method with halved steps, from `start` or from the
 * thresholds of answers that nothing is known of. The likelihood is concave (Burridge 1981, Pratt 1981), so that what it
 * finds is the only maximum; where there is none, since some term tells answers apart without fault, a parameter grows
 * for ever and is named.
 */
export function maximise(design: Design, rows: Uint32Array, start?: Float64Array): Estimate {
  const size = design.thresholds + design.terms;
  let at: Float64Array = start ?? bareThresholds(design, rows);
  let gradient = new Float64Array(size);
  let information = new Float64Array(size * size);
  let triedGradient = new Float64Array(size);
  let triedInformation = new Float64Array(size * size);
  let reached = likelihood(design, rows, at, gradient, information);
  let iterations = 0;
  let runaway: number[] = [];
  for (; iterations < mostIterations; iterations++) {
    const factor = Float64Array.from(information);
    const step = Float64Array.from(gradient);
    const singular = cholesky(factor, size, 1e-14);
    if (singular !== -1) {
      runaway = [singular];
      break;
    }
    solveCholesky(factor, size, step);
    const largest = step.reduce((most, by) => Math.max(most, Math.abs(by)), 0);
    let tried = at;
    let gained = -Infinity;
    let share = 1;
    for (; share > 1e-12; share /= 2) {
      tried = at.map((value, i) => value + share * (step[i] as number));
      gained = likelihood(design, rows, tried, triedGradient, triedInformation) - reached;
      if (gained >= -1e-13 * Math.abs(reached)) break;
    }
    at = tried;
    reached += gained;
    [gradient, triedGradient] = [triedGradient, gradient];
    [information, triedInformation] = [triedInformation, information];
    // Steps shrink with their square: the next one would be about 1e-12.
    if (largest < 1e-6) break;
    if (gained < 1e-9 && largest > 0.01 && iterations > 5) {
      runaway = [...step.keys()].filter((i) => Math.abs(step[i] as number) > 1e-3);
      break;
    }
  }
  const factor = Float64Array.from(information);
  const isRegular = cholesky(factor, size, 0) === -1;
  const covariance = isRegular ? invertCholesky(factor, size) : new Float64Array(size * size);
  if (iterations === mostIterations) runaway = [...at.keys()];
  return { at, covariance, logLikelihood: reached, iterations: iterations + 1, runaway };
}

/** The log odds of the shares of answers up to each; coefficients 0. */
function bareThresholds({ thresholds, terms, answer }: Design, rows: Uint32Array): Float64Array {
  const counts = new Float64Array(thresholds + 1);
  for (const row of rows) {
    const k = answer[row] as number;
    counts[k] = (counts[k] as number) + 1;
  }
  const at = new Float64Array(thresholds + terms);
  let upTo = 0;
  for (let k = 0; k < thresholds; k++) {
    upTo += counts[k] as number;
    at[k] = Math.log(upTo / (rows.length - upTo));
  }
  return at;
}
