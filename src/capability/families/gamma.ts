import { frozenCopy } from '../../core/frozen-copy';
import { bisect } from '../../numerics/bisect';
import { deviance } from '../../numerics/deviance';
import { logLessDigamma } from '../../numerics/digamma';
import { gammaCdf, gammaQuantile, gammaTail } from '../../numerics/gamma';
import { type Family, momentsOf } from './family';
import { gammaLikelihood } from './gamma-likelihood';

/**
 * The gamma family, for durations that are sums of waits, with a lighter right end than the lognormal's:
 * `shape` and `scale` (in the unit of the capability), mean `shape * scale`.
 *
 * Fitted by maximum likelihood: `log shape - digamma(shape) = log mean - mean log`, bracketed by
 * `1 / (2 shape)` and `1 / shape` and halved to the last bit.
 * `E(X - x)+ = m P(G' > x) - x P(G > x)`, G' with a shape greater by 1.
 *
 * @example
 * ```ts
 * import { capabilityFromFamily, gamma } from 'overdeliver/capability';
 *
 * const desk = capabilityFromFamily(gamma, { mean: 6, sd: 6 }, { unit: 'hours' });
 * desk.quantile(0.9); // => 13.8155
 * ```
 */
export const gamma: Family<'shape' | 'scale'> = frozenCopy({
  kind: 'gamma',
  // Work grows with the root of the shape; at 1e8 the sd is a ten-thousandth of the mean, at 1e-8 ten thousand times it.
  bounds: { shape: [1e-8, 1e8], scale: [1e-300, Infinity] },
  positive: true,
  fit(samples: Float64Array) {
    const { mean } = momentsOf(samples);
    // log(mean) - mean(log) as the mean of x / mean - 1 - log(x / mean), so that nothing cancels.
    const spread = samples.reduce((sum, x) => sum + deviance(1, x / mean), 0) / samples.length;
    const gap = (shape: number) => logLessDigamma(shape) - spread;
    // There is none where samples are equal up to rounding.
    const shape = bisect(gap, 0.5 / spread, 1 / spread) ?? Number.NaN;
    return { parameters: { shape, scale: mean / shape }, converged: shape < Infinity };
  },
  likelihood: gammaLikelihood,
  fromMoments: (mean: number, sd: number) => ({
    shape: (mean / sd) ** 2,
    scale: (sd / mean) * sd,
  }),
  distribution: ({ shape, scale }) => ({
    identified: 1,
    chance: (x) => gammaCdf(x, shape, scale),
    quantile: (p) => gammaQuantile(p, shape, scale),
    mean: () => shape * scale,
    excess: (x) =>
      Math.max(
        0,
        shape * scale * gammaTail(x / scale, shape + 1) - x * gammaTail(x / scale, shape),
      ),
  }),
} satisfies Family<'shape' | 'scale'>);
