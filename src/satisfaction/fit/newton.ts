import { factorCholesky, invertCholesky, solveLower, solveUpper } from '../../numerics/cholesky';

/** Fills the gradient and the lower triangle of the information, and returns the log likelihood. */
export type Objective = (
  at: Float64Array,
  gradient: Float64Array,
  information: Float64Array,
) => number;

/** What Newton's method arrived at. */
export interface Estimate {
  readonly at: Float64Array;
  /** The inverse of the information, by row; NaN where it has none. */
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Where parameters run away to while the likelihood no longer grows; null when none do. */
  readonly runaway: Float64Array | null;
}

const mostIterations = 60;

/**
 * Maximises a concave likelihood by Newton's method with halved steps. That of the ordinal logit is concave (Burridge
 * 1981, Pratt 1981), so that what is found is the only maximum; where there is none, since some term tells answers
 * apart without fault, parameters grow for ever, and it says in which direction.
 */
export function maximise(objective: Objective, start: Float64Array): Estimate {
  const size = start.length;
  let at = start;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  let reached = objective(at, gradient, information);
  let iterations = 0;
  let converged = false;
  let isNear = false;
  let stride = Infinity;
  let runaway: Float64Array | null = null;
  while (!converged && runaway === null && iterations < mostIterations) {
    iterations++;
    const factor = information.slice();
    const step = gradient.slice();
    const singular = factorCholesky(factor, size, 1e-14);
    if (singular < size) {
      // The direction that changes nothing.
      const rest = factor.slice(singular * size, singular * size + singular);
      solveUpper(factor, size, rest);
      runaway = new Float64Array(size);
      runaway.set(rest.map((x) => -x));
      runaway[singular] = 1;
      break;
    }
    solveLower(factor, size, step);
    solveUpper(factor, size, step);
    const largest = Math.max(...step.map(Math.abs));
    const before = at;
    let gained = -Infinity;
    for (let share = 1; gained < -1e-13 * Math.abs(reached) && share > 1e-12; share /= 2) {
      at = before.map((value, i) => value + share * (step[i] as number));
      gained = objective(at, gradient, information) - reached;
    }
    reached += gained;
    // Steps shrink with their square: the one after a small one ends at the last digits.
    converged = isNear;
    isNear = largest < 1e-6;
    // What grows for ever takes equal steps, while the information on it, and the digits of that, melt away.
    const isFlat = iterations > 5 && gained < 1e-6 && largest > Math.max(0.01, stride / 2);
    stride = largest;
    if (isFlat || (iterations === mostIterations && largest > 1e-3)) runaway = step;
  }
  const isRegular = factorCholesky(information, size, 0) === size;
  const covariance = isRegular
    ? invertCholesky(information, size)
    : new Float64Array(size * size).fill(Number.NaN);
  return { at, covariance, logLikelihood: reached, iterations, converged, runaway };
}
