/** A value with its first and second derivative. */
export type Derivatives = readonly [value: number, first: number, second: number];

/** From here on the series for Stirling's error and its derivatives are exact. */
const far = 12;

/**
 * The logarithm of the rising factorial, log Gamma(z + x) - log Gamma(z) for z > 0 and x >= 0, with its derivatives
 * by z: the differences of digamma and trigamma. As exact relative to itself where z is so large that the
 * differences of two gammas would be rounding alone: by recurrence up to 12, then Stirling's series, each term as a
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
  const [errorLow, slopeLow, bendLow] = stirling(low);
  const [errorHigh, slopeHigh, bendHigh] = stirling(high);
  const grown = Math.log1p(x / low);
  value += (low - 0.5) * grown + x * (Math.log(high) - 1) + (errorHigh - errorLow);
  first += grown + share / 2 + (slopeHigh - slopeLow);
  second += bendHigh - bendLow - share - (share * (1 / low + 1 / high)) / 2;
  return [value, first, second];
}

/** What Stirling's formula lacks, log Gamma(z) - (z - 1/2) log z + z - log(2 pi) / 2, for z >= 12. */
function stirling(z: number): Derivatives {
  const y = 1 / (z * z);
  return [
    (1 / 12 -
      y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360)))))) /
      z,
    -y *
      (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32760)))))),
    (y / z) *
      (1 / 6 - y * (1 / 30 - y * (1 / 42 - y * (1 / 30 - y * (5 / 66 - y * (691 / 2730)))))),
  ];
}
