import { uniforms } from '../uniforms';

/** Seeded random numbers of the kinds that the worlds are made of. */
export interface Draws {
  /** From 0 to 1. */
  readonly uniform: () => number;
  readonly normal: () => number;
  /** Of mean 1. */
  readonly exponential: () => number;
  /** A median of 1; `spread` is the standard deviation of the logarithm. */
  readonly logNormal: (spread: number) => number;
  /** A whole number below n, all alike. */
  readonly below: (n: number) => number;
  /** The first value whose weight is reached; weights sum to 1. */
  readonly oneOf: (values: readonly (readonly [value: number, weight: number])[]) => number;
}

export function draws(seed: number): Draws {
  const uniform = uniforms(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    exponential: () => -Math.log(1 - uniform()),
    logNormal: (spread) => Math.exp(spread * normal()),
    below: (n) => Math.floor(n * uniform()),
    oneOf(values) {
      let left = uniform();
      for (const [value, weight] of values) {
        left -= weight;
        if (left < 0) return value;
      }
      return (values.at(-1) as readonly [number, number])[0];
    },
  };
}
