import { maximise } from '../../numerics/maximise';

/** Fills the gradient and the lower triangle of the information, and returns the log likelihood. */
type Objective = (at: Float64Array, gradient: Float64Array, information: Float64Array) => number;

/** Parameters of maximum likelihood. */
export interface Estimate {
  readonly at: Float64Array;
  /** The inverse of the information, by row; NaN where it has none. */
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Where parameters run away to while the likelihood no longer grows; null when none do. */
  readonly runaway: readonly number[] | null;
}

/**
 * Maximises a likelihood. That of the ordinal logit is concave (Burridge 1981, Pratt 1981), so that what is found is the
 * only maximum; where there is none, since some term separates the answers, parameters grow for ever.
 */
export function estimate(objective: Objective, start: Float64Array): Estimate {
  const size = start.length;
  const heightAt = (at: readonly number[]) => {
    const gradient = new Float64Array(size);
    const information = new Float64Array(size * size);
    const value = objective(Float64Array.from(at), gradient, information);
    return { value, gradient: Array.from(gradient), hessian: information.map((x) => -x) };
  };
  const found = maximise(heightAt, Array.from(start));
  return {
    at: Float64Array.from(found.at),
    covariance: found.covariance ?? new Float64Array(size * size).fill(Number.NaN),
    logLikelihood: found.value,
    iterations: found.iterations,
    converged: found.converged,
    runaway: found.runaway,
  };
}
