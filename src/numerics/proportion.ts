import { normalQuantile } from './normal';

type Interval = readonly [low: number, high: number];

/**
 * The score interval for a proportion (Wilson 1927): the p from which the observed one is no further than z
 * standard errors at p. Its mean coverage is close to the confidence; it may lie below at some p.
 */
export function wilson(successes: number, n: number, confidence = 0.95): Interval {
  const z = -normalQuantile((1 - confidence) / 2);
  return [wilsonLow(successes, n, z), 1 - wilsonLow(n - successes, n, z)];
}

/** The smaller root of (n + z^2) p^2 - (2 x + z^2) p + x^2 / n = 0, in the form in which nothing cancels. */
function wilsonLow(x: number, n: number, z: number): number {
  // A confidence next to nothing has a z of 0, and 0 / 0 is no bound.
  if (x === 0) return 0;
  const root = z * Math.sqrt(z * z + (4 * x * (n - x)) / n);
  return (2 * x * x) / n / (2 * x + z * z + root);
}
