/** The arithmetic of moving an expectation, without checks. */

/** A level and its variance after a Kalman step. */
export interface LocalLevel {
  readonly mean: number;
  readonly variance: number;
}

/** Kalman local level: what is seen moves the mean by the gain K = v / (v + noise), and shrinks v. */
export function observe(level: LocalLevel, seen: number, noise: number): LocalLevel {
  const gain = level.variance / (level.variance + noise);
  return {
    mean: level.mean + gain * (seen - level.mean),
    variance: (level.variance * noise) / (level.variance + noise),
  };
}

/** The gain a local level settles at, K = (-r + sqrt(r^2 + 4r)) / 2 with r = drift / noise per step. */
export function settledGain(ratio: number): number {
  return (-ratio + Math.sqrt(ratio * ratio + 4 * ratio)) / 2;
}

/** The share of a lead that is left after some days. */
export function halved(days: number, halfLife: number): number {
  return 2 ** (-days / halfLife);
}
