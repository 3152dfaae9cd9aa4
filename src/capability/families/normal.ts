import { frozenCopy } from '../../core/frozen-copy';
import { normalCdf, normalDensity, normalQuantile } from '../../numerics/normal';
import { type Family, momentsOf } from './family';
import { locationScale, standardNormal } from './location-scale';

/**
 * The normal family, for deviations from an appointment and durations that spread evenly around their mean:
 * `mean` and `sd` in the unit of the capability. Its left end lies below 0.
 *
 * Fitted by the mean and the standard deviation of the samples, the maximum likelihood estimates.
 * `E(X - x)+ = sd (phi(z) - z (1 - Phi(z)))` with `z = (x - mean) / sd`.
 *
 * @example
 * ```ts
 * import { capabilityFromFamily, normal } from 'overdeliver/capability';
 *
 * const kitchen = capabilityFromFamily(normal, { mean: 45, sd: 10 }, { unit: 'minutes' });
 * kitchen.quantile(0.9); // => 57.816
 * kitchen.chance(60); // => 0.9332
 * ```
 */
export const normal: Family<'mean' | 'sd'> = frozenCopy({
  kind: 'normal',
  bounds: { mean: [-Infinity, Infinity], sd: [0, Infinity] },
  positive: false,
  fit: (samples: Float64Array) => ({ parameters: momentsOf(samples), converged: true }),
  likelihood: {
    ...locationScale(standardNormal, (x) => x),
    names: ['mean', 'sd'],
    coordinatesOf: ({ mean, sd }) => [mean, Math.log(sd)],
    parametersAt: (a: number, b: number) => ({ mean: a, sd: Math.exp(b) }),
    slopesAt: (_: number, b: number) => [1, Math.exp(b)],
  },
  fromMoments: (mean: number, sd: number) => ({ mean, sd }),
  distribution: ({ mean, sd }) => ({
    identified: 1,
    chance: (x) => normalCdf((x - mean) / sd),
    quantile: (p) => mean + sd * normalQuantile(p),
    mean: () => mean,
    excess(x) {
      const z = (x - mean) / sd;
      return Math.max(0, sd * (normalDensity(z) - z * normalCdf(-z)));
    },
  }),
} satisfies Family<'mean' | 'sd'>);
