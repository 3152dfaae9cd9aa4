import { betaQuantile } from './beta';

/**
 * The t with P(|T| > t) = outside for Student's T with df degrees of freedom, df > 0 and not always whole:
 * df / (df + T^2) is beta distributed with df / 2 and 1/2. Of it and its complement the smaller is solved for,
 * so that nothing cancels.
 */
export function studentSpan(outside: number, df: number): number {
  const x = betaQuantile(outside, df / 2, 0.5);
  if (x < 0.5) return Math.sqrt((df * (1 - x)) / x);
  const y = betaQuantile(1 - outside, 0.5, df / 2);
  return Math.sqrt((df * y) / (1 - y));
}
