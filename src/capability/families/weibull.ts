import { frozenCopy } from '../../core/frozen-copy';
import { bisect } from '../../numerics/bisect';
import { gammaTail } from '../../numerics/gamma';
import { logGamma } from '../../numerics/log-gamma';
import { logRatio } from '../../numerics/log-ratio';
import { logRisingFactorial } from '../../numerics/rising-factorial';
import { type Family, momentsOf } from './family';
import { locationScale, standardExtreme } from './location-scale';

/**
 * The Weibull family, for times until something fails or gets done: `shape` above 1 when it grows likelier
 * the longer it takes, `scale` (in the unit of the capability) the time that 63% do not exceed.
 *
 * Fitted by maximum likelihood: `sum x^k log x / sum x^k - 1/k = mean log x`, which has one root k, halved
 * to the last bit.
 * `E(X - x)+ = scale Gamma(1 + 1/k) P(G > (x / scale)^k)`, G gamma distributed with shape 1/k.
 *
 * @example
 * ```ts
 * import { capabilityFromFamily, weibull } from 'overdeliver/capability';
 *
 * const repair = capabilityFromFamily(weibull, { mean: 5, sd: 5 }, { unit: 'days' });
 * repair.quantile(0.9); // => 11.5129
 * ```
 */
export const weibull: Family<'shape' | 'scale'> = frozenCopy({
  kind: 'weibull',
  bounds: { shape: [0, 1e9], scale: [1e-300, Infinity] },
  positive: true,
  fit(samples: Float64Array) {
    const largest = samples.reduce((most, x) => Math.max(most, x), 0);
    // At most 0, so that no power overflows.
    const logs = samples.map((x) => logRatio(x, largest));
    const { mean, sd } = momentsOf(logs);
    const gap = (shape: number) => {
      let powers = 0;
      let weighted = 0;
      for (const log of logs) {
        const power = Math.exp(shape * log);
        powers += power;
        weighted += power * log;
      }
      return weighted / powers - 1 / shape - mean;
    };
    const start = Math.PI / (Math.sqrt(6) * sd);
    // There is none where samples are equal up to rounding.
    const shape = bisect(gap, start / 1e4, start * 1e4) ?? Number.NaN;
    const power = logs.reduce((sum, log) => sum + Math.exp(shape * log), 0) / logs.length;
    return {
      parameters: { shape, scale: largest * power ** (1 / shape) },
      converged: shape < Infinity,
    };
  },
  likelihood: {
    ...locationScale(standardExtreme, Math.log),
    names: ['scale', 'shape'],
    coordinatesOf: ({ shape, scale }) => [Math.log(scale), -Math.log(shape)],
    parametersAt: (a: number, b: number) => ({ shape: Math.exp(-b), scale: Math.exp(a) }),
    slopesAt: (a: number, b: number) => [Math.exp(a), Math.exp(-b)],
  },
  fromMoments(mean: number, sd: number) {
    const variance = Math.log1p((sd / mean) ** 2);
    // log Gamma(1 + 2 h) - 2 log Gamma(1 + h) as a difference of rises, which are small where h is.
    const gap = (shape: number) => {
      const h = 1 / shape;
      return logRisingFactorial(1 + h, h)[0] - logRisingFactorial(1, h)[0] - variance;
    };
    const shape = bisect(gap, 0.01, 1e6) ?? Number.NaN;
    return { shape, scale: mean / Math.exp(logGamma(1 + 1 / shape)) };
  },
  distribution({ shape, scale }) {
    const mean = scale * Math.exp(logGamma(1 + 1 / shape));
    // Shapes next to 0 leave no room for ratios to the scale: they are taken as logarithms, and their powers in two halves.
    const powerOf = (x: number) => Math.exp(shape * logRatio(x, scale));
    return {
      identified: 1,
      chance: (x) => (x > 0 ? -Math.expm1(-powerOf(x)) : 0),
      quantile: (p) => {
        const half = (-Math.log1p(-p)) ** (0.5 / shape);
        return scale * half * half;
      },
      mean: () => mean,
      excess: (x) => (x > 0 ? mean * gammaTail(powerOf(x), 1 / shape) : mean - x),
    };
  },
} satisfies Family<'shape' | 'scale'>);
