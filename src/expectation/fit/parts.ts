import type { Cell } from './cells';
import type { FitLayout, WeightGroup } from './layout';

type Had = Pick<Cell, 'stage' | 'factors' | 'reliabilities'>;

/**
 * Who had the same signals, among the numbers that are fitted: its mean and the derivatives, in room that is made once, since
 * a fit fills it thousands of times.
 */
export interface Part {
  readonly reliabilities: readonly number[];
  /** Coefficients of (1, levels) in the mean. */
  readonly mean: Float64Array;
  /** The numbers these depend on: the base's level, its weight, the weights of the factors had. */
  readonly numbers: Int32Array;
  /**
   * The derivative of the coefficients by number n is `own[n]` at the coefficient it is of, less `share[n]` of all: what a weight
   * weighs, less what the whole weighs already.
   */
  readonly own: Float64Array;
  readonly share: Float64Array;
  /** Sums of products of (1, levels, expected), those with the mean and with its error; none of a single row. */
  readonly sums: Float64Array;
  readonly withMean: Float64Array;
  readonly withError: Float64Array;
  /** How the squares fall by each number. */
  readonly down: Float64Array;
}

const noSums = new Float64Array(0);

export function partOf(
  { stage, factors, reliabilities }: Had,
  { ofStage }: FitLayout,
  sums: Float64Array = noSums,
): Part {
  const group = ofStage[stage] as WeightGroup;
  const count = factors.length + 2;
  const numbers = new Int32Array(count);
  numbers[1] = group.at;
  for (let n = 2; n < count; n++) {
    numbers[n] = group.at + 1 + group.factors.indexOf(factors[n - 2] as number);
  }
  // A single row has none: there may be very many, each with a part of its own.
  const products = sums.length > 0 ? count - 1 : 0;
  // Written out: what is spread into another object takes as long as the fit of it.
  return {
    reliabilities,
    mean: new Float64Array(count - 1),
    numbers,
    own: new Float64Array(count),
    share: new Float64Array(count),
    sums,
    withMean: new Float64Array(products),
    withError: new Float64Array(products),
    down: new Float64Array(products + 1),
  };
}

export const partsOf = (cells: readonly Cell[], layout: FitLayout): readonly Part[] =>
  cells.map((cell) => partOf(cell, layout, cell.sums));

/** The coefficient that a number is of: that of 1 for the base's level and its weight alike. */
export const coefficientOf = (n: number): number => Math.max(0, n - 1);

/** Fills in the mean; gives the weight that all have together, without which it is no number. */
export function setMean({ numbers, reliabilities, mean }: Part, at: Float64Array): number {
  let total = at[numbers[1] as number] as number;
  mean[0] = total * (at[0] as number);
  for (let k = 1; k < mean.length; k++) {
    const weight = (reliabilities[k - 1] as number) * (at[numbers[k + 1] as number] as number);
    mean[k] = weight;
    total += weight;
  }
  for (let j = 0; j < mean.length; j++) mean[j] = (mean[j] as number) / total;
  return total;
}

/** Fills in the mean and its derivatives. */
export function setDerivatives(part: Part, at: Float64Array): void {
  const { numbers, reliabilities, own, share } = part;
  const total = setMean(part, at);
  own[0] = (at[numbers[1] as number] as number) / total;
  share[1] = 1 / total;
  own[1] = (at[0] as number) / total;
  for (let n = 2; n < own.length; n++) {
    own[n] = (reliabilities[n - 2] as number) / total;
    share[n] = own[n] as number;
  }
}
