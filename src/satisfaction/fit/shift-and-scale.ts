import type { Parameter } from '../../core/parameters';
import { clustered } from '../../numerics/clustered';
import type { CompiledModel } from '../compile';
import { coefficientNames, thresholdNames } from '../parameter-names';
import { estimate } from './estimate';
import { estimated } from './estimated';
import { likelihood } from './likelihood';
import { quadratic } from './quadratic';

/** Where a model's answers move to. */
export interface Solution {
  readonly shift: number;
  readonly scale: number;
  readonly spread: number;
  /** The mean of the model's own utility, about which it is scaled, and that of its thresholds, which spread. */
  readonly mean: number;
  readonly middle: number;
  /** Of shift, scale and, if it is not kept, spread; by row. It takes a look at each row again. */
  readonly covariance: () => Float64Array;
  readonly logLikelihood: number;
  readonly converged: boolean;
}

/** The thresholds and the utility, less its mean, of a model that was moved. */
export function moved(
  { shift, scale, spread, mean, middle }: Solution,
  thresholds: Float64Array,
): { readonly cuts: Float64Array; readonly utilityOf: (u: number) => number } {
  return {
    cuts: thresholds.map((threshold) => middle + spread * (threshold - middle) - mean - shift),
    utilityOf: (u) => scale * (u - mean),
  };
}

/** Each row as a group of its own: the same one, filled anew. */
function* oneByOne(rows: Uint32Array): Generator<Uint32Array> {
  const one = new Uint32Array(1);
  for (const row of rows) {
    one[0] = row;
    yield one;
  }
}

/** An ordinal logit whose thresholds and coefficients are linear in shift, scale and spread. */
export function solve(
  utility: Float64Array,
  thresholds: Float64Array,
  answer: Uint16Array,
  rows: Uint32Array,
  spreads: boolean,
): Solution {
  const k = thresholds.length;
  const mean = rows.reduce((sum, row) => sum + (utility[row] as number), 0) / rows.length;
  const middle = thresholds.reduce((sum, threshold) => sum + threshold, 0) / k;
  const design = { z: utility.map((u) => u - mean), terms: 1, answer, thresholds: k };
  const size = k + 1;
  const slope = new Float64Array(size);
  const bend = new Float64Array(size * size);
  // What each parameter gains with shift, scale and spread, and what it has without them.
  const line = (of: (threshold: number) => number, last: number) =>
    Float64Array.from({ length: size }, (_, i) => (i < k ? of(thresholds[i] as number) : last));
  const by = [line(() => -1, 0), line(() => 0, 1), line((threshold) => threshold - middle, 0)];
  const start = line((threshold) => (spreads ? middle : threshold) - mean, 0);
  const free = spreads ? 3 : 2;
  by.length = free;
  const slopeAt = (at: Float64Array, some: Uint32Array, gradient: Float64Array) => {
    const full = start.map((x, i) =>
      by.reduce((sum, gains, a) => sum + (gains[i] as number) * (at[a] as number), x),
    );
    const reached = likelihood(design, some, full, slope, bend);
    by.forEach((gains, a) => {
      gradient[a] = gains.reduce((sum, gain, i) => sum + gain * (slope[i] as number), 0);
    });
    return reached;
  };
  const { at, covariance, logLikelihood, converged } = estimate(
    (point, gradient, information) => {
      const reached = slopeAt(point, rows, gradient);
      by.forEach((one, a) => {
        by.forEach((two, b) => {
          information[a * free + b] = quadratic(one, two, bend, size);
        });
      });
      return reached;
    },
    Float64Array.of(0, 1, 1).subarray(0, free),
  );
  // Robust errors, since answers need not spread as the model's do (White 1982, Econometrica 50).
  const robust = () =>
    clustered((some, gradient) => slopeAt(at, some, gradient), oneByOne(rows), covariance);
  const [shift = 0, scale = 1, spread = 1] = at;
  return { shift, scale, spread, mean, middle, covariance: robust, logLikelihood, converged };
}

/**
 * A model's numbers moved, with errors to the first order, as if its own were independent. Fitted are those that had
 * an error and of which rows spoke; the others stay assumptions.
 */
export function movedParameters(
  { model, cuts: thresholds }: CompiledModel,
  solution: Solution,
  covariance: Float64Array,
  spoken: readonly string[],
  source: string,
): Readonly<Record<string, Parameter>> {
  const { scale, spread, mean, middle } = solution;
  const free = Math.sqrt(covariance.length);
  const { cuts } = moved(solution, thresholds);
  const parameters = [...thresholdNames(model), ...coefficientNames(model)].map((name, k) => {
    const { value: was, unit, standardError } = model.parameters[name] as Parameter;
    const isThreshold = k < thresholds.length;
    const value = isThreshold ? (cuts[k] as number) + scale * mean : scale * was;
    // What a step of shift, scale and spread adds, and of the number itself.
    const by = isThreshold ? [-1, mean, was - middle] : [0, was, 0];
    const byItself = isThreshold ? spread : scale;
    const isFitted =
      standardError !== undefined &&
      (isThreshold || spoken.some((dimension) => name.startsWith(`${dimension}.`)));
    const error = isFitted
      ? Math.hypot(byItself * standardError, Math.sqrt(quadratic(by, by, covariance, free)))
      : undefined;
    const parameter = estimated(value, unit, isFitted ? 'fitted' : 'assumed', source, error);
    return [name, parameter] as const;
  });
  return { ...model.parameters, ...Object.fromEntries(parameters) };
}
