import type { Outcomes } from '../outcomes';

/** What a fit found. */
export interface FittedParameters<Name extends string> {
  readonly parameters: Readonly<Record<Name, number>>;
  /** Whether the equations of maximum likelihood were solved. */
  readonly converged: boolean;
}

/**
 * A family of distributions as a record of functions: {@link normal}, {@link lognormal}, {@link gamma},
 * {@link weibull}, or one of your own.
 */
export interface Family<Name extends string = string> {
  readonly kind: string;
  /** The bounds of each parameter, themselves left out. */
  readonly bounds: Readonly<Record<Name, readonly [above: number, below: number]>>;
  /** Whether all its outcomes lie above 0. */
  readonly positive: boolean;
  /** The parameters of greatest likelihood for finite samples, of which two differ at least. */
  readonly fit: (samples: Float64Array) => FittedParameters<Name>;
  /** The parameters that give a mean and a standard deviation above 0. */
  readonly fromMoments: (mean: number, sd: number) => Readonly<Record<Name, number>>;
  /** The outcomes, of which lower is better. A method, so that several families make a `Family[]`. */
  outcomes(parameters: Readonly<Record<Name, number>>): Outcomes;
}

/** Mean and standard deviation (of all, not of a sample), in two passes. */
export function momentsOf(samples: Float64Array): { readonly mean: number; readonly sd: number } {
  const n = samples.length;
  const mean = samples.reduce((sum, x) => sum + x, 0) / n;
  const squares = samples.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / n) };
}
