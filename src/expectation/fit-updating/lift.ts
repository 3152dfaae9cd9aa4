import { normalCdf, normalDensity } from '../../numerics/normal';
import type { LocalLevel } from '../local-level';

/** A level that was bent, and how much of a small difference in it is left on average. */
export interface Bent extends LocalLevel {
  readonly slope: number;
}

/**
 * A level that rises by a share of what something lies above it, `d + share max(0, x - d)`, where the level itself is known up to a
 * normal error: mean and variance afterwards, by the moments of a normal distribution that is cut off.
 */
export function lift({ mean, variance }: LocalLevel, above: number, share: number): Bent {
  const sd = Math.sqrt(variance);
  if (sd === 0) {
    return { mean: mean + share * Math.max(0, above - mean), variance, slope: 1 };
  }
  const z = (above - mean) / sd;
  // So far below that nothing is lifted but by rounding.
  if (z < -9) return { mean, variance, slope: 1 };
  const chance = normalCdf(z);
  const density = normalDensity(z);
  const rise = sd * (z * chance + density);
  const square = variance * ((1 + z * z) * chance + z * density);
  const left = variance + share * share * (square - rise * rise) - 2 * share * variance * chance;
  return {
    mean: mean + share * rise,
    variance: Math.max(0, left),
    slope: 1 - share * chance,
  };
}
