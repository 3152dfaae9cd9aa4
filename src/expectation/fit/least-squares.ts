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
  readonly bend: Float64Array;
}

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

/** The derivatives of these coefficients, number by number: the base's level, its weight, the weights of the factors had. */
export function derivativesOf(had: Had, at: Float64Array, layout: FitLayout) {
  const { mean, total } = meanOf(had, at, layout);
  const group = layout.ofStage[had.stage] as WeightGroup;
  const numbers = [0, group.at, ...had.factors.map((factor) => placeOf(group, factor))];
  const derivatives = numbers.map((_, number) => {
    const by = new Float64Array(mean.length);
    if (number === 0) by[0] = (at[group.at] as number) / total;
    else {
      // By a weight: what it weighs, less what the whole weighs already.
      const scale = (number === 1 ? 1 : (had.reliabilities[number - 2] as number)) / total;
      for (let j = 0; j < by.length; j++) by[j] = -scale * (mean[j] as number);
      by[number - 1] = (by[number - 1] as number) + scale * (number === 1 ? (at[0] as number) : 1);
    }
    return by;
  });
  return { mean, total, numbers, derivatives };
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
  const slope = new Float64Array(size);
  const bend = new Float64Array(size * size);
  let value = 0;
  for (const cell of cells) {
    const { mean, numbers, derivatives } = derivativesOf(cell, at, layout);
    const withError = productsWithError(cell.sums, mean);
    value += squaredErrors(cell.sums, mean, withError);
    for (let a = 0; a < numbers.length; a++) {
      const p = numbers[a] as number;
      const derivative = derivatives[a] as Float64Array;
      slope[p] = (slope[p] as number) - dot(derivative, withError);
      const others = products(cell.sums, derivative);
      for (let b = 0; b <= a; b++) {
        const q = numbers[b] as number;
        const cross = dot(derivatives[b] as Float64Array, others);
        bend[p * size + q] = (bend[p * size + q] as number) + cross;
        if (p !== q) bend[q * size + p] = (bend[q * size + p] as number) + cross;
      }
    }
  }
  return { value: value / 2, slope, bend };
}

/**
 * What the default adds: as many rows as its size says, whose signals vary each by itself as they do in the data, and which
 * answer in its ratios. It says nothing of a base, so neither the base's level nor its weight is drawn anywhere.
 */
export function priorOf(strength: number, at: Float64Array, { size, groups }: FitLayout): Squares {
  const slope = new Float64Array(size);
  const bend = new Float64Array(size * size);
  let value = 0;
  for (const { at: first, ranked } of groups) {
    const count = ranked.length;
    const factors = at.subarray(first + 1, first + 1 + count);
    const sum = factors.reduce((total, w) => total + w, 0);
    const whole = sum + (at[first] as number);
    ranked.forEach((share, f) => {
      const off = ((factors[f] as number) - share * sum) / whole;
      const by = Float64Array.from({ length: count + 1 }, (_, j) =>
        j === 0 ? -off / whole : ((j === f + 1 ? 1 : 0) - share - off) / whole,
      );
      value += (strength * off * off) / 2;
      by.forEach((d, j) => {
        slope[first + j] = (slope[first + j] as number) + strength * off * d;
        by.forEach((e, k) => {
          const place = (first + j) * size + first + k;
          bend[place] = (bend[place] as number) + strength * d * e;
        });
      });
    });
  }
  return { value, slope, bend };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
