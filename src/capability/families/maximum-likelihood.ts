import { type Height, maximise } from '../../numerics/maximise';
import type { Watched } from '../survival';
import type { Likelihood } from './likelihood';

/** What a fit found. */
export interface MaximumLikelihood<Name extends string> {
  readonly parameters: Readonly<Record<Name, number>>;
  readonly converged: boolean;
  /** From the inverse of the observed information; null where that has none. */
  readonly standardErrors: Readonly<Record<Name, number>> | null;
}

/** No coordinate moves further from where it starts, in steps. */
const wall = 20;

/**
 * The most likely parameters for what was watched, climbing from where a fit that takes all for finished starts. To be under
 * way for no more than `least` tells nothing.
 */
export function maximumLikelihood<Name extends string>(
  likelihood: Likelihood<Name>,
  start: Readonly<Record<Name, number>>,
  watched: Watched,
  least: number,
): MaximumLikelihood<Name> {
  const [a, b] = likelihood.coordinatesOf(start);
  const [stepA, stepB] = likelihood.stepsAt(a, b);
  const heightAt = heightsOf(likelihood, watched, least);
  const found = maximise(
    ([u = 0, v = 0]) => {
      const { value, gradient, hessian } = heightAt(a + u * stepA, b + v * stepB);
      const [ga = 0, gb = 0] = gradient;
      const [aa = 0, , ba = 0, bb = 0] = hessian;
      const mixed = ba * stepA * stepB;
      return {
        value,
        gradient: [ga * stepA, gb * stepB],
        hessian: Float64Array.of(aa * stepA * stepA, mixed, mixed, bb * stepB * stepB),
      };
    },
    [0, 0],
    wall,
  );
  const [u = 0, v = 0] = found.at;
  const at = [a + u * stepA, b + v * stepB] as const;
  const { converged } = found;
  return {
    parameters: likelihood.parametersAt(...at),
    converged,
    standardErrors: converged ? errorsAt(likelihood, heightAt(...at), at) : null,
  };
}

/** The standard errors of parameters that were found in another way. */
export function standardErrorsOf<Name extends string>(
  likelihood: Likelihood<Name>,
  parameters: Readonly<Record<Name, number>>,
  watched: Watched,
): MaximumLikelihood<Name>['standardErrors'] {
  const at = likelihood.coordinatesOf(parameters);
  return errorsAt(likelihood, heightsOf(likelihood, watched)(...at), at);
}

function errorsAt<Name extends string>(
  { names, slopesAt }: Likelihood<Name>,
  { hessian }: Height,
  at: readonly [number, number],
): Readonly<Record<Name, number>> | null {
  const [aa = 0, , ba = 0, bb = 0] = hessian;
  const determinant = aa * bb - ba * ba;
  const variances = [-bb / determinant, -aa / determinant] as const;
  if (!variances.every((variance) => variance > 0 && variance < Infinity)) return null;
  const slopes = slopesAt(...at);
  const error = (i: 0 | 1) => slopes[i] * Math.sqrt(variances[i]);
  return { [names[0]]: error(0), [names[1]]: error(1) } as Readonly<Record<Name, number>>;
}

/**
 * The log likelihood: the density of what finished, the tail of what is under way, both given the tail where watching
 * began. Weights are scaled to their effective size, so that errors are not those of more than there is.
 */
function heightsOf<Name extends string>(
  { logDensity, logTail }: Likelihood<Name>,
  { values, weights, finished, entered }: Watched,
  least = 0,
) {
  let [sum, squares] = [0, 0];
  for (const weight of weights ?? []) {
    sum += weight;
    squares += weight * weight;
  }
  const unit = weights === null ? 1 : sum / squares;
  return (a: number, b: number): Height => {
    let [value, slopeA, slopeB, aa, ab, bb] = [0, 0, 0, 0, 0, 0];
    const add = (term: ReturnType<typeof logTail>, weight: number) => {
      value += weight * term.value;
      slopeA += weight * term.a;
      slopeB += weight * term.b;
      aa += weight * term.aa;
      ab += weight * term.ab;
      bb += weight * term.bb;
    };
    for (let i = 0; i < values.length; i++) {
      const weight = unit * (weights?.[i] ?? 1);
      if (weight === 0) continue;
      const x = values[i] as number;
      if (finished?.[i] !== 0) add(logDensity(x, a, b), weight);
      else if (x > least) add(logTail(x, a, b), weight);
      const from = entered?.[i] ?? 0;
      if (from > 0) add(logTail(from, a, b), -weight);
    }
    return { value, gradient: [slopeA, slopeB], hessian: Float64Array.of(aa, ab, ab, bb) };
  };
}
