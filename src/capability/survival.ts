import { type CurveErrors, chanceInterval, greenwood } from '../numerics/greenwood';
import { kaplanMeier } from '../numerics/kaplan-meier';
import {
  chanceAt,
  expectedOvershoot,
  quantileOf,
  restrictedMean,
  type SurvivalCurve,
} from '../numerics/survival-curve';
import type { Distribution } from './distribution';

/** Samples and what is known of them; null where that says nothing. */
export interface Watched {
  readonly values: Float64Array;
  readonly weights: Float64Array | null;
  readonly finished: Uint8Array | null;
  readonly entered: Float64Array | null;
}

/** The curve of weighted samples, some of them still under way (Kaplan and Meier 1958). */
export const survivalOf = ({ values, weights, finished, entered }: Watched): SurvivalCurve =>
  kaplanMeier(values, weights, finished, entered);

/** The distribution behind such a curve. */
export function survivalDistribution(
  curve: SurvivalCurve,
  { values, weights, entered }: Watched,
): Distribution {
  // Half of the work of a plan, and not all ask for it.
  let errors: CurveErrors | undefined;
  return {
    identified: curve.identified,
    chance: (x) => chanceAt(curve, x),
    quantile: (p) => quantileOf(curve, p) as number,
    mean: () => restrictedMean(curve) as number,
    excess: (x) => expectedOvershoot(curve, x) as number,
    interval(x, elapsed) {
      errors ??= greenwood(curve, values, weights, entered);
      return chanceInterval(curve, errors, x, elapsed);
    },
  };
}
