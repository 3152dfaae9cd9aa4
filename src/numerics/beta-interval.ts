/** The normal quantile of .975. */
const z = 1.959963984540054;

/**
 * The .025-quantile (side -1) or the .975-quantile (side 1) of the beta distribution for a, b >= 1, in closed
 * form: exact where a or b is 1, else by the cube root of the F distribution that goes with it, which is nearly
 * normal (Wilson & Hilferty 1931, Paulson 1942). It is off by less than .005, from a and b of 5 on by less than
 * .001, and takes a hundredth of the time of `betaQuantile`.
 */
export function betaBound(a: number, b: number, side: -1 | 1): number {
  if (b === 1) return (side < 0 ? 0.025 : 0.975) ** (1 / a);
  if (a === 1) return 1 - (side < 0 ? 0.975 : 0.025) ** (1 / b);
  const u = 1 / (9 * a);
  const v = 1 / (9 * b);
  const spread = u * (1 - v) * (1 - v) + v * (1 - u) * (1 - u) - z * z * u * v;
  const root = ((1 - u) * (1 - v) + side * z * Math.sqrt(spread)) / ((1 - v) * (1 - v) - z * z * v);
  const odds = (a * root * root * root) / b;
  return odds / (1 + odds);
}
