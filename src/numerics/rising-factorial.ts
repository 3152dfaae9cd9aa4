import { stirlingBend, stirlingSlope } from './digamma';
import { stirlingError } from './log-gamma';

/** A value with its first and second derivative. */
export type Derivatives = readonly [value: number, first: number, second: number];

/** From here on Stirling's error and its derivatives come from their series. */
const far = 15;

/**
 * The logarithm of the rising factorial, log Gamma(z + x) - log Gamma(z) for z > 0 and x >= 0, with its derivatives
 * by z: the differences of digamma and trigamma. As exact relative to itself where z is so large that the
 * differences of two gammas would be rounding alone: by recurrence up to 15, then Stirling's series, each term as a
 * difference that does not cancel (DLMF 5.11.1).
 */
export function logRisingFactorial(z: number, x: number): Derivatives {
  let value = 0;
  let first = 0;
  let second = 0;
  let low = z;
  for (; low < far; low++) {
    const share = x / (low * (low + x));
    value -= Math.log1p(x / low);
    first += share;
    second -= share * (1 / low + 1 / (low + x));
  }
  const high = low + x;
  const share = x / (low * high);
  const grown = Math.log1p(x / low);
  value +=
    (low - 0.5) * grown + x * (Math.log(high) - 1) + (stirlingError(high) - stirlingError(low));
  first += grown + share / 2 + (stirlingSlope(high) - stirlingSlope(low));
  second += stirlingBend(high) - stirlingBend(low) - share - (share * (1 / low + 1 / high)) / 2;
  return [value, first, second];
}
