import { type CurveErrors, chanceInterval, greenwood } from '../numerics/greenwood';
import { kaplanMeier } from '../numerics/kaplan-meier';
import { compare } from '../numerics/nearly';
import {
  chanceAt,
  expectedOvershoot,
  quantileOf,
  restrictedMean,
  type SurvivalCurve,
} from '../numerics/survival-curve';
import type { Distribution } from './distribution';
import { effectiveSize } from './sample-weights';

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

/** The interval of the chances of such a curve, made at the first question: it is half of the work of a plan. */
function intervalOf(curve: SurvivalCurve, { values, weights, entered }: Watched) {
  let errors: CurveErrors | undefined;
  return (x: number, elapsed?: number) => {
    errors ??= greenwood(curve, values, weights, entered);
    return chanceInterval(curve, errors, x, elapsed);
  };
}

/** The effective size of those that finished after more than x, which none may have. */
function finishedAfter({ values, weights, finished }: Watched, x: number): number {
  const later = Uint8Array.from(values, (value, i) =>
    Number(finished?.[i] !== 0 && compare(value, x) > 0),
  );
  return effectiveSize(weights, later, values.length) || 0;
}

/**
 * The distribution behind such a curve. `atMost` is what was watched if all of which nothing is known were lost: then as
 * many of those that do finish have by any time as there can be.
 */
export function survivalDistribution(
  curve: SurvivalCurve,
  watched: Watched,
  atMost: Watched | null,
): Distribution {
  const interval = intervalOf(curve, watched);
  const upper = atMost && intervalOf(survivalOf(atMost), atMost);
  return {
    identified: curve.identified,
    chance: (x) => chanceAt(curve, x),
    quantile: (p) => quantileOf(curve, p) as number,
    mean: () => restrictedMean(curve) as number,
    excess: (x) => expectedOvershoot(curve, x) as number,
    finishedAfter: (x) => finishedAfter(watched, x),
    interval(x, elapsed) {
      const { low, high } = interval(x, elapsed);
      return { low, high: upper ? Math.max(high, upper(x, elapsed).high) : high };
    },
  };
}
