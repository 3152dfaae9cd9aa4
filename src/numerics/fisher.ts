import { betaQuantile } from './beta';

/** The quantile of the F distribution: a F / (a F + b) follows a beta distribution (Abramowitz & Stegun 1964, 26.6.2). */
export function fisherQuantile(p: number, a: number, b: number): number {
  const x = betaQuantile(p, a / 2, b / 2);
  return (b * x) / (a * (1 - x));
}
