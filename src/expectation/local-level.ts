/** The arithmetic of moving an expectation, without checks. */

/** A level and its variance after a Kalman step. */
export interface LocalLevel {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Kalman local level: what is seen moves the mean by the gain K = v / (v + sd^2), and leaves the variance
 * v sd^2 / (v + sd^2). Written with the ratio of the two spreads, so that neither 0 nor a square beyond the
 * range of numbers makes it NaN.
 */
export function observe(level: LocalLevel, seen: number, sd: number): LocalLevel {
  const ratio = sd / Math.sqrt(level.variance);
  return {
    mean: level.mean + (seen - level.mean) / (1 + ratio * ratio),
    variance: level.variance / (1 + 1 / (ratio * ratio)),
  };
}

/** The gain a local level settles at, K = (-r + sqrt(r^2 + 4r)) / 2 with r = drift / noise per step. */
export function settledGain(ratio: number): number {
  // The same without the difference of two large numbers.
  return 2 / (1 + Math.sqrt(1 + 4 / ratio));
}

/** The share of a lead that is left after some days. */
export function halved(days: number, halfLife: number): number {
  return 2 ** (-days / halfLife);
}
