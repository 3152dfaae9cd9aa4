import { digamma, trigamma } from '../../numerics/digamma';
import { logGammaTail } from '../../numerics/gamma';
import { logGamma } from '../../numerics/log-gamma';
import type { Likelihood } from './likelihood';

/**
 * The likelihood of the gamma family: a is the logarithm of the shape k and b that of the scale. With z = x / scale and
 * r = z^k e^-z / (Gamma(k) P(G > z)) all derivatives are exact but those of the tail by the shape alone, which are
 * differences of five points.
 */
export const gammaLikelihood: Likelihood<'shape' | 'scale'> = {
  names: ['shape', 'scale'],
  coordinatesOf: ({ shape, scale }) => [Math.log(shape), Math.log(scale)],
  parametersAt: (a, b) => ({ shape: Math.exp(a), scale: Math.exp(b) }),
  slopesAt: (a, b) => [Math.exp(a), Math.exp(b)],
  stepsAt: () => [1, 1],
  logDensity(x, a, b) {
    const k = Math.exp(a);
    const z = x / Math.exp(b);
    const slope = k * (Math.log(z) - digamma(k));
    return {
      value: k * Math.log(z) - z - logGamma(k),
      a: slope,
      b: z - k,
      aa: slope - k * k * trigamma(k),
      ab: -k,
      bb: -z,
    };
  },
  logTail(x, a, b) {
    const k = Math.exp(a);
    const z = x / Math.exp(b);
    // The tail turns within 1 / sqrt k.
    const h = 4e-3 / Math.sqrt(1 + k);
    const at = (steps: number) => logGammaTail(z, Math.exp(a + steps * h));
    const [less2, less, value, more, more2] = [at(-2), at(-1), at(0), at(1), at(2)] as const;
    const slope = (less2 - 8 * less + 8 * more - more2) / (12 * h);
    const r = Math.exp(k * Math.log(z) - z - logGamma(k) - value);
    return {
      value,
      a: slope,
      b: r,
      aa: (16 * (less + more) - less2 - more2 - 30 * value) / (12 * h * h),
      ab: r * (k * (Math.log(z) - digamma(k)) - slope),
      bb: r * (z - k - r),
    };
  },
};
