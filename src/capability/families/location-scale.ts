import { logNormalTail, normalHazard } from '../../numerics/normal-hazard';
import type { Likelihood, LogTerm } from './likelihood';

/** The logarithm of a function of z, with its first and second derivative. */
type Jet = readonly [value: number, slope: number, bend: number];

/** A distribution by its standard form. */
interface Standard {
  readonly logDensity: (z: number) => Jet;
  readonly logTail: (z: number) => Jet;
}

export const standardNormal: Standard = {
  logDensity: (z) => [(-z * z) / 2, -z, -1],
  logTail(z) {
    const hazard = normalHazard(z);
    return [logNormalTail(z), -hazard, -hazard * (hazard - z)];
  },
};

/** Of the logarithm of an exponential time. */
export const standardExtreme: Standard = {
  logDensity(z) {
    const e = Math.exp(z);
    return [z - e, 1 - e, -e];
  },
  logTail(z) {
    const e = Math.exp(z);
    return [-e, -e, -e];
  },
};

/**
 * The likelihood of a location and a scale, of the quantity or of its logarithm `y`: a is the location and b the logarithm
 * of the scale, z = (y - a) / e^b.
 */
export function locationScale({ logDensity, logTail }: Standard, of: (x: number) => number) {
  const term = (x: number, a: number, b: number, jet: (z: number) => Jet): LogTerm => {
    const scale = Math.exp(b);
    const z = (of(x) - a) / scale;
    const [value, slope, bend] = jet(z);
    return {
      value,
      a: -slope / scale,
      b: -z * slope,
      aa: bend / scale / scale,
      ab: (slope + z * bend) / scale,
      bb: z * slope + z * z * bend,
    };
  };
  return {
    stepsAt: (_: number, b: number) => [Math.exp(b), 1] as const,
    logDensity(x: number, a: number, b: number): LogTerm {
      const density = term(x, a, b, logDensity);
      return { ...density, value: density.value - b, b: density.b - 1 };
    },
    logTail: (x: number, a: number, b: number) => term(x, a, b, logTail),
  } satisfies Partial<Likelihood>;
}
