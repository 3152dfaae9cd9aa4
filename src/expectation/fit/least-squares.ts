import { dot } from '../../numerics/dot';
import { coefficientOf, type Part, setDerivatives, setMean } from './parts';

/**
 * The squared errors of means `m = (w0 b + sum r w x) / (w0 + sum r w)`, with their first and Gauss-Newton second derivatives. As
 * means are, they are the same at all multiples of a stage's weights.
 */
export interface Squares {
  /** Half the sum of squares. */
  value: number;
  readonly slope: Float64Array;
  /** Of the mean as a straight line (Gauss-Newton), which is never negative. */
  readonly bend: Float64Array;
  /** What the bend of the mean itself adds to it, in proportion to the errors. */
  readonly curving: Float64Array;
}

/** Of no rows. */
export const noSquares = (size: number): Squares => ({
  value: 0,
  slope: new Float64Array(size),
  bend: new Float64Array(size * size),
  curving: new Float64Array(size * size),
});

/** Fills in the sums of products of (1, levels) with the mean and with its error; the sum of squared errors, e'e = y'y - m'y - m'e. */
function setProducts({ sums, mean, withMean, withError }: Part): number {
  const width = mean.length + 1;
  let value = sums[width * width - 1] as number;
  for (let j = 0; j < mean.length; j++) {
    let sum = 0;
    for (let k = 0; k < mean.length; k++) {
      sum += (sums[j * width + k] as number) * (mean[k] as number);
    }
    const withExpected = sums[j * width + width - 1] as number;
    const error = withExpected - sum;
    withMean[j] = sum;
    withError[j] = error;
    value -= (mean[j] as number) * (withExpected + error);
  }
  return value;
}

/** Half the sum of squared errors; infinite where no weight is left. */
export function halfSquares(parts: readonly Part[], at: Float64Array): number {
  let value = 0;
  for (const part of parts) {
    if (!(setMean(part, at) > 0)) return Infinity;
    value += setProducts(part);
  }
  return value / 2;
}

/** Adds the same with its derivatives. */
export function addErrors(to: Squares, parts: readonly Part[], at: Float64Array): Squares {
  const { slope, bend, curving } = to;
  const size = slope.length;
  let value = 0;
  for (const part of parts) {
    setDerivatives(part, at);
    value += setProducts(part);
    const { sums, mean, numbers, own, share, withMean, withError, down } = part;
    const width = mean.length + 1;
    const meanSquared = dot(mean, withMean);
    const meanByError = dot(mean, withError);
    for (let n = 0; n < own.length; n++) {
      const byOwn = (own[n] as number) * (withError[coefficientOf(n)] as number);
      down[n] = byOwn - (share[n] as number) * meanByError;
    }
    for (let a = 0; a < numbers.length; a++) {
      const p = numbers[a] as number;
      const j = coefficientOf(a);
      const x = own[a] as number;
      const s = share[a] as number;
      slope[p] = (slope[p] as number) - (down[a] as number);
      // This derivative's product with the mean, and its part of the products with the others.
      const byMean = x * (withMean[j] as number) - s * meanSquared;
      for (let b = 0; b <= a; b++) {
        const q = numbers[b] as number;
        const k = coefficientOf(b);
        const byOwn = x * (sums[j * width + k] as number) - s * (withMean[k] as number);
        const cross = (own[b] as number) * byOwn - (share[b] as number) * byMean;
        // The base's level comes in by its weight alone, of which it takes 1 / total.
        const together = b === 0 && a === 1 ? s * (withError[0] as number) : 0;
        const curve =
          s * (down[b] as number) + (share[b] as number) * (down[a] as number) - together;
        const here = p * size + q;
        bend[here] = (bend[here] as number) + cross;
        curving[here] = (curving[here] as number) + curve;
        if (p === q) continue;
        const there = q * size + p;
        bend[there] = (bend[there] as number) + cross;
        curving[there] = (curving[there] as number) + curve;
      }
    }
  }
  to.value += value / 2;
  return to;
}
