import { ended, kaplanMeier } from '../numerics/kaplan-meier';
import {
  chanceAt,
  expectedOvershoot,
  quantileOf,
  restrictedMean,
} from '../numerics/survival-curve';
import type { Distribution } from './distribution';

/** The distribution of weighted samples, some of them still under way (Kaplan and Meier 1958). */
export function survivalDistribution(
  values: Float64Array,
  weights: Float64Array | null,
  finished: Uint8Array | null,
): Distribution {
  const ends = finished ?? new Uint8Array(values.length).fill(ended.finished);
  const curve = kaplanMeier(values, weights, ends);
  return {
    identified: curve.identified,
    chance: (x) => chanceAt(curve, x),
    quantile: (p) => quantileOf(curve, p) as number,
    mean: () => restrictedMean(curve) as number,
    excess: (x) => expectedOvershoot(curve, x) as number,
  };
}
