import type { ParameterSet } from '../../core/parameters';
import type { Reason } from '../../core/reason';
import type { EstimatorModel } from './estimator-model';
import type { EstimatorColumns } from './input';
import type { fittedDefaults } from './parameters';

/**
 * Finished orders, in the order of time. Of the newest, only quick ones have finished: end it where nearly all
 * have.
 */
export interface EstimatorHistory {
  /** What they took, above 0. */
  readonly actuals: ArrayLike<number>;
  /** What was known of them beforehand. */
  readonly columns: EstimatorColumns;
}

/** How an estimator is fitted. */
export interface EstimatorOptions {
  /** The unit of the actuals, such as `minutes`. */
  readonly unit: string;
  /**
   * Pairs of columns of categories that are crossed, each under a name of its own: `{ season: ['state', 'month'] }`. What a
   * pair does beyond what its two categories do is shrunk as theirs is.
   */
  readonly interactions?: Readonly<Record<string, readonly [string, string]>> | undefined;
  /**
   * Whether a number may act by its logarithm, or along a line that bends, where that is surely better on rows left out
   * of the fit; true unless given. With false all act along straight lines.
   */
  readonly curves?: boolean | undefined;
  /**
   * How many rows of its own a category needs to move half as far from the average as they say, from .01 to
   * 1,000,000; `fittedDefaults.parameters.shrinkage` (20, assumed) unless given.
   */
  readonly shrinkage?: number | undefined;
  /**
   * The share of the rows to fit on, above 0 and at most 1; the others are held out.
   * `fittedDefaults.parameters.fitShare` (.7, assumed) unless given.
   */
  readonly fitShare?: number | undefined;
  /**
   * Which rows are held out: the `last` ones, which stand for a stream of orders as it goes on (unless given), or some
   * drawn at `random`, which stand for orders from the whole of that time.
   */
  readonly holdOut?: 'last' | 'random' | undefined;
  /** With `random`: a whole number from 0 to 2^53 - 1; the same seed draws the same rows. 1 unless given. */
  readonly seed?: number | undefined;
  /** The numbers that it rests on where the data do not say; {@link fittedDefaults} unless given. */
  readonly parameters?: ParameterSet<keyof typeof fittedDefaults.parameters> | undefined;
}

/** A fitted model, and the rows to calibrate it on. */
export interface FittedEstimator {
  readonly model: EstimatorModel;
  /** The model's estimates of the rows it was not fitted on, with their spreads, and what they took, for `calibrateEstimates`. */
  readonly heldOut: {
    readonly estimates: Float64Array;
    readonly spreads: Float64Array;
    readonly actuals: Float64Array;
  };
  /** Which rows of the history were held out, ascending. */
  readonly heldOutRows: Uint32Array;
  /**
   * What to look at before relying on it. `digits-as-names`: the categories of a column are all of digits, so that they
   * may have been meant as numbers. `numbers-as-names`: they are all numbers with the same `unit` (`'532 km'`): they
   * count as names, and without the unit would count as numbers. `nearly-unique`: a column has more categories than
   * half the rows, such as ids, and says hardly anything of rows to come. `drift`: the earlier and the later half of
   * the rows are off differently, so that a keep rate learnt from one would be wrong by up to `distance` (a
   * probability) for the other: rows held out at random do not stand for orders to come, and the last ones not for
   * those before.
   */
  readonly flags: readonly (
    | Reason<'digits-as-names', { readonly column: string; readonly categories: number }>
    | Reason<
        'numbers-as-names',
        { readonly column: string; readonly categories: number; readonly unit: string }
      >
    | Reason<
        'nearly-unique',
        { readonly column: string; readonly categories: number; readonly rows: number }
      >
    | Reason<'drift', { readonly distance: number; readonly holdOut: 'last' | 'random' }>
  )[];
}
