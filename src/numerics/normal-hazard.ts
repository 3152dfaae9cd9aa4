import { normalCdf, normalDensity } from './normal';

/** From here on the asymptotic series is exact to 1e-11, where the tail itself would vanish at 38. */
const far = 30;

/** The density of a standard normal at z over P(Z > z), however far out (Abramowitz & Stegun 1964, 26.2.12). */
export function normalHazard(z: number): number {
  if (z < far) return normalDensity(z) / normalCdf(-z);
  const y = 1 / (z * z);
  return z / (1 - y * (1 - y * (3 - y * (15 - 105 * y))));
}

/** log P(Z > z) of a standard normal, however far out. */
export function logNormalTail(z: number): number {
  if (z < far) return Math.log(normalCdf(-z));
  return -(z * z) / 2 - Math.log(normalHazard(z) * Math.sqrt(2 * Math.PI));
}
