import type { Cell } from './cells';
import type { FitLayout, WeightGroup } from './layout';

/**
 * The mean that an expectation is, `m = (w0 b + sum r w x) / (w0 + sum r w)`, and its squared errors, with their first and
 * Gauss-Newton second derivatives. As the mean is, they are the same at all multiples of a stage's weights.
 */
export interface Squares {
  /** Half the sum of squares. */
  readonly value: number;
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

type Had = Pick<Cell, 'stage' | 'factors' | 'reliabilities'>;

/** Coefficients of (1, levels) in the mean of who had such signals, and the weight they all have together. */
export function meanOf(
  { stage, factors, reliabilities }: Had,
  at: Float64Array,
  { ofStage }: FitLayout,
): { readonly mean: Float64Array; readonly total: number } {
  const group = ofStage[stage] as WeightGroup;
  const mean = new Float64Array(factors.length + 1);
  let total = at[group.at] as number;
  mean[0] = total * (at[0] as number);
  for (let k = 0; k < factors.length; k++) {
    const weight =
      (reliabilities[k] as number) * (at[placeOf(group, factors[k] as number)] as number);
    mean[k + 1] = weight;
    total += weight;
  }
  for (let j = 0; j < mean.length; j++) mean[j] = (mean[j] as number) / total;
  return { mean, total };
}

const placeOf = ({ at, factors }: WeightGroup, factor: number) => at + 1 + factors.indexOf(factor);

/**
 * The derivatives of these coefficients by the numbers they depend on: the base's level, its weight, the weights of the
 * factors had. That by number n is `own[n]` at `place[n]`, less `share[n]` of all coefficients: what a weight weighs, less what
 * the whole weighs already.
 */
export function derivativesOf(had: Had, at: Float64Array, layout: FitLayout) {
  const { mean, total } = meanOf(had, at, layout);
  const { factors, reliabilities, stage } = had;
  const group = layout.ofStage[stage] as WeightGroup;
  const count = factors.length + 2;
  const numbers = new Int32Array(count);
  const place = new Int32Array(count);
  const own = new Float64Array(count);
  const share = new Float64Array(count);
  own[0] = (at[group.at] as number) / total;
  numbers[1] = group.at;
  share[1] = 1 / total;
  own[1] = (at[0] as number) / total;
  for (let n = 2; n < count; n++) {
    numbers[n] = placeOf(group, factors[n - 2] as number);
    place[n] = n - 1;
    own[n] = (reliabilities[n - 2] as number) / total;
    share[n] = own[n] as number;
  }
  return { mean, total, numbers, place, own, share };
}

/** Sums of products of (1, levels) with some combination of them. */
function products(sums: Float64Array, combination: Float64Array): Float64Array {
  const width = combination.length + 1;
  const result = new Float64Array(combination.length);
  for (let j = 0; j < result.length; j++) {
    let sum = 0;
    for (let k = 0; k < result.length; k++) {
      sum += (sums[j * width + k] as number) * (combination[k] as number);
    }
    result[j] = sum;
  }
  return result;
}

/** Sums of products of (1, levels) with the error of a mean. */
function productsWithError(sums: Float64Array, mean: Float64Array): Float64Array {
  const width = mean.length + 1;
  const withMean = products(sums, mean);
  for (let j = 0; j < mean.length; j++) {
    withMean[j] = (sums[j * width + width - 1] as number) - (withMean[j] as number);
  }
  return withMean;
}

/** The sum of the squared errors of a cell, e'e = y'y - m'y - m'e. */
function squaredErrors(sums: Float64Array, mean: Float64Array, withError: Float64Array): number {
  const width = mean.length + 1;
  let value = sums[width * width - 1] as number;
  for (let j = 0; j < mean.length; j++) {
    const both = (sums[j * width + width - 1] as number) + (withError[j] as number);
    value -= (mean[j] as number) * both;
  }
  return value;
}

/** Half the sum of squared errors; infinite where no weight is left. */
export function halfSquares(cells: readonly Cell[], at: Float64Array, layout: FitLayout): number {
  let value = 0;
  for (const cell of cells) {
    const { mean, total } = meanOf(cell, at, layout);
    if (!(total > 0)) return Infinity;
    value += squaredErrors(cell.sums, mean, productsWithError(cell.sums, mean));
  }
  return value / 2;
}

/** The same with its derivatives. */
export function errorsOf(cells: readonly Cell[], at: Float64Array, layout: FitLayout): Squares {
  const { size } = layout;
  const { slope, bend, curving } = noSquares(size);
  let value = 0;
  for (const cell of cells) {
    const { sums } = cell;
    const { mean, numbers, place, own, share } = derivativesOf(cell, at, layout);
    const width = mean.length + 1;
    const withMean = products(sums, mean);
    const withError = new Float64Array(mean.length);
    // By loops, as a call for each number would take longer than the sums.
    for (let j = 0; j < mean.length; j++) {
      withError[j] = (sums[j * width + width - 1] as number) - (withMean[j] as number);
    }
    value += squaredErrors(sums, mean, withError);
    const meanSquared = dot(mean, withMean);
    const meanByError = dot(mean, withError);
    const down = new Float64Array(own.length);
    for (let n = 0; n < own.length; n++) {
      const byOwn = (own[n] as number) * (withError[place[n] as number] as number);
      down[n] = byOwn - (share[n] as number) * meanByError;
    }
    for (let a = 0; a < numbers.length; a++) {
      const p = numbers[a] as number;
      const j = place[a] as number;
      const x = own[a] as number;
      const s = share[a] as number;
      slope[p] = (slope[p] as number) - (down[a] as number);
      // This derivative's product with the mean, and its part of the products with the others.
      const byMean = x * (withMean[j] as number) - s * meanSquared;
      for (let b = 0; b <= a; b++) {
        const q = numbers[b] as number;
        const k = place[b] as number;
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
  return { value: value / 2, slope, bend, curving };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
