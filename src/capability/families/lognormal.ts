import { frozenCopy } from '../../core/frozen-copy';
import { logRatio } from '../../numerics/log-ratio';
import { normalCdf, normalQuantile } from '../../numerics/normal';
import { type Family, momentsOf } from './family';
import { locationScale, standardNormal } from './location-scale';

/**
 * The lognormal family, for durations whose factors multiply, the usual choice for delivery times:
 * `logMean` and `logSd` are the mean and the standard deviation of the logarithm.
 *
 * Fitted by the moments of the logarithms, the maximum likelihood estimates.
 * `E(X - x)+ = m Phi(s - z) - x Phi(-z)` with `z = (log x - logMean) / logSd`, mean m and s = logSd.
 *
 * @example
 * ```ts
 * import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
 *
 * const kitchen = capabilityFromFamily(lognormal, { mean: 45, sd: 13.5 }, { unit: 'minutes' });
 * kitchen.quantile(0.9); // => 62.789
 * kitchen.chance(60); // => 0.8701
 * ```
 */
export const lognormal: Family<'logMean' | 'logSd'> = frozenCopy({
  kind: 'lognormal',
  // Beyond these most quantiles are 0 or none.
  bounds: { logMean: [-700, 700], logSd: [0, 40] },
  positive: true,
  fit(samples: Float64Array) {
    const { mean: middle } = momentsOf(samples);
    // Logarithms from the middle on, so that those of samples that hardly differ keep their digits.
    const { mean, sd } = momentsOf(samples.map((x) => logRatio(x, middle)));
    return { parameters: { logMean: Math.log(middle) + mean, logSd: sd }, converged: true };
  },
  likelihood: {
    ...locationScale(standardNormal, Math.log),
    names: ['logMean', 'logSd'],
    coordinatesOf: ({ logMean, logSd }) => [logMean, Math.log(logSd)],
    parametersAt: (a: number, b: number) => ({ logMean: a, logSd: Math.exp(b) }),
    slopesAt: (_: number, b: number) => [1, Math.exp(b)],
  },
  fromMoments(mean: number, sd: number) {
    const variance = Math.log1p((sd / mean) ** 2);
    return { logMean: Math.log(mean) - variance / 2, logSd: Math.sqrt(variance) };
  },
  distribution({ logMean, logSd }) {
    const mean = Math.exp(logMean + (logSd * logSd) / 2);
    const z = (x: number) => (Math.log(x) - logMean) / logSd;
    return {
      identified: 1,
      chance: (x) => (x > 0 ? normalCdf(z(x)) : 0),
      quantile: (p) => Math.exp(logMean + logSd * normalQuantile(p)),
      mean: () => mean,
      excess: (x) =>
        x > 0 ? Math.max(0, mean * normalCdf(logSd - z(x)) - x * normalCdf(-z(x))) : mean - x,
    };
  },
} satisfies Family<'logMean' | 'logSd'>);
