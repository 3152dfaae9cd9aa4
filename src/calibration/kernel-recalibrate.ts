import { logistic } from '../numerics/logistic';

/** Logistic recalibration of an ordinal logit, P(answer <= k) = logistic(scale * (threshold_k - u) - shift). */

/** Fills the slope and the information (three cells: shift, both, scale); returns the log likelihood. */
export function recalibrated(
  utility: ArrayLike<number>,
  thresholds: ArrayLike<number>,
  answer: ArrayLike<number>,
  rows: Uint32Array,
  shift: number,
  scale: number,
  slope: Float64Array,
  information: Float64Array,
): number {
  slope.fill(0);
  information.fill(0);
  const last = thresholds.length;
  let total = 0;
  for (const row of rows) {
    const k = answer[row] as number;
    const u = utility[row] as number;
    const zUp = k === last ? 0 : (thresholds[k] as number) - u;
    const zLow = k === 0 ? 0 : (thresholds[k - 1] as number) - u;
    const up = k === last ? 1 : logistic(scale * zUp - shift);
    const low = k === 0 ? 0 : logistic(scale * zLow - shift);
    const above = k === 0 ? 1 : logistic(shift - scale * zLow);
    const step = k === last || k === 0 ? 1 : -Math.expm1(scale * (zLow - zUp));
    const chance = up * above * step;
    if (!(chance > 0)) return -Infinity;
    total += Math.log(chance);
    const fUp = up * (1 - up);
    const fLow = low * (1 - low);
    const bendUp = (fUp * (1 - 2 * up)) / chance;
    const bendLow = (fLow * (1 - 2 * low)) / chance;
    // Slopes of the chance over the chance; that of the shift is up + low - 1 turned.
    const byShift = 1 - up - low;
    const byScale = (fUp * zUp - fLow * zLow) / chance;
    slope[0] = (slope[0] as number) - byShift;
    slope[1] = (slope[1] as number) + byScale;
    information[0] = (information[0] as number) + byShift * byShift - (bendUp - bendLow);
    information[1] =
      (information[1] as number) - byShift * byScale + (bendUp * zUp - bendLow * zLow);
    information[2] =
      (information[2] as number) + byScale * byScale - (bendUp * zUp * zUp - bendLow * zLow * zLow);
  }
  return total;
}
