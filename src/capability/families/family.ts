import type { Distribution } from '../distribution';
import type { Likelihood } from './likelihood';

/**
 * A family of distributions as a record of functions: {@link normal}, {@link lognormal}, {@link gamma},
 * {@link weibull}, or one of your own.
 */
export interface Family<Name extends string = string> {
  /** Its name, such as `gamma`, which is the `kind` of its capabilities. */
  readonly kind: string;
  /** The bounds of each parameter, themselves left out. */
  readonly bounds: Readonly<Record<Name, readonly [above: number, below: number]>>;
  /** Whether all its values lie above 0. */
  readonly positive: boolean;
  /**
   * The maximum likelihood estimates for finite samples, of which two differ at least; `converged` says whether their
   * equations were solved.
   */
  readonly fit: (samples: Float64Array) => {
    readonly parameters: Readonly<Record<Name, number>>;
    readonly converged: boolean;
  };
  /** What a fit climbs where some samples are under way, and takes standard errors from; a family without it has neither. */
  readonly likelihood?: Likelihood<Name> | undefined;
  /** The parameters that give a mean and a standard deviation above 0. */
  readonly fromMoments: (mean: number, sd: number) => Readonly<Record<Name, number>>;
  /**
   * The distribution, lower values being better. A method, so that several families make a `Family[]`.
   *
   * @param parameters its numbers by name, as its fit gives them
   */
  distribution(parameters: Readonly<Record<Name, number>>): Distribution;
}

/** Mean and standard deviation (of all, not of a sample), in two passes. */
export function momentsOf(samples: Float64Array): { readonly mean: number; readonly sd: number } {
  const n = samples.length;
  const mean = samples.reduce((sum, x) => sum + x, 0) / n;
  const squares = samples.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / n) };
}
