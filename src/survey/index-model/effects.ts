import { interpolatedQuantile } from '../../numerics/interpolated-quantile';
import { slack } from '../../numerics/nearly';
import type { IndexEffect } from './index-types';

/** How sure an effect is, by what resamples found. */
export function effectOf(
  from: string,
  to: string,
  effect: number,
  draws: Float64Array,
  confidence: number,
): IndexEffect {
  const sorted = draws.slice().sort();
  const [low, high] = [
    interpolatedQuantile(sorted, (1 - confidence) / 2),
    interpolatedQuantile(sorted, (1 + confidence) / 2),
  ];
  const same = draws.filter((draw) => Math.sign(draw) === Math.sign(effect)).length;
  return {
    from,
    to,
    effect,
    standardError: deviationOf(draws),
    interval: { low, high },
    sameSign: same / draws.length,
    stable: low > slack || high < -slack,
  };
}

/** The standard deviation over resamples. */
export function deviationOf(draws: Float64Array): number {
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  return Math.sqrt(draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (draws.length - 1));
}
