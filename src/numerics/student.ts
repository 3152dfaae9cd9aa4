import { betaQuantile } from './beta';

/**
 * The quantile of Student's t distribution at p above one half: df / (df + t^2) follows a beta distribution
 * (Abramowitz & Stegun 1964, 26.7.1). Of that and its complement, the smaller is taken, so that nothing cancels.
 */
export function studentQuantile(p: number, df: number): number {
  const x = betaQuantile(2 * p - 1, 0.5, df / 2);
  if (x < 0.5) return Math.sqrt((df * x) / (1 - x));
  const rest = betaQuantile(2 - 2 * p, df / 2, 0.5);
  return Math.sqrt((df * (1 - rest)) / rest);
}
