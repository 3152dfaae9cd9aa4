import { logistic } from '../../numerics/logistic';

/** What rows lose by numbers, and how that changes with these: a fit makes the sum as small as can be. */
export interface Losses {
  readonly rows: number;
  /**
   * The loss of a row. Adds its derivatives by the numbers to `slope`, and the lower triangle of its second ones, without
   * what the bend of a mean itself adds (Gauss-Newton), to `bend`.
   */
  readonly add: (
    row: number,
    at: ArrayLike<number>,
    slope: Float64Array,
    bend: Float64Array,
  ) => number;
}

/** Rows of a log odds that is a sum, `offset + sum of number * amount`. */
export interface LogitDesign {
  /** Amounts, by row. */
  readonly amounts: Float64Array;
  readonly numbers: number;
  readonly offset: number;
  /** 0 to 1. */
  readonly answer: Float64Array;
}

/**
 * The log loss of chances, `-y log p - (1 - y) log(1 - p)`. Answers between 0 and 1 count in proportion: a fractional logit
 * (Papke & Wooldridge 1996), whose mean is right whatever the spread of the answers is.
 */
export function logLosses({ amounts, numbers, offset, answer }: LogitDesign): Losses {
  const add: Losses['add'] = (row, at, slope, bend) => {
    const from = row * numbers;
    let logOdds = offset;
    for (let j = 0; j < numbers; j++) {
      logOdds += (at[j] as number) * (amounts[from + j] as number);
    }
    const y = answer[row] as number;
    const chance = logistic(logOdds);
    const weight = chance * logistic(-logOdds);
    addProducts(amounts, from, chance - y, weight, slope, bend);
    // log(1 + e^x) - y x, of which neither part overflows.
    return Math.max(0, logOdds) + Math.log1p(Math.exp(-Math.abs(logOdds))) - y * logOdds;
  };
  return { rows: answer.length, add };
}

/** The squared error of a mean, with the derivatives of that mean. */
export function addSquare(
  error: number,
  derivatives: ArrayLike<number>,
  slope: Float64Array,
  bend: Float64Array,
): number {
  addProducts(derivatives, 0, -2 * error, 2, slope, bend);
  return error * error;
}

/** Adds a row's derivatives, which stand from a place on, and their products. */
function addProducts(
  derivatives: ArrayLike<number>,
  from: number,
  slopeBy: number,
  bendBy: number,
  slope: Float64Array,
  bend: Float64Array,
): void {
  const size = slope.length;
  for (let i = 0; i < size; i++) {
    const x = derivatives[from + i] as number;
    slope[i] = (slope[i] as number) + slopeBy * x;
    for (let j = 0; j <= i; j++) {
      const cell = i * size + j;
      bend[cell] = (bend[cell] as number) + bendBy * x * (derivatives[from + j] as number);
    }
  }
}
