/**
 * What `fitEstimator` learnt, plain JSON: the logarithm of an estimate is `intercept`, plus
 * `value * (x - mean)` for each numeric column, plus the effect of the category of each other one.
 */
export interface EstimatorModel {
  readonly kind: 'log-linear';
  /** The version of the format. */
  readonly version: 1;
  /** The unit of what it estimates, such as `minutes`. */
  readonly unit: string;
  /** How many rows it was fitted on, held-out ones not counted. */
  readonly n: number;
  /** How many rows of its own a category needed to move half as far from the average as they say. */
  readonly shrinkage: number;
  /** The logarithm of the median of an average order. */
  readonly intercept: { readonly value: number; readonly standardError: number };
  /** What one more of a numeric column adds to the logarithm, by column. */
  readonly numeric: Readonly<
    Record<
      string,
      {
        readonly value: number;
        readonly standardError: number;
        /** The mean of the column, from which it counts. */
        readonly mean: number;
        /** The least and the greatest value it was fitted on. */
        readonly range: readonly [low: number, high: number];
      }
    >
  >;
  /** What a category adds to the logarithm, by column and category; the effects of a column add up to 0. */
  readonly categorical: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly value: number;
            readonly standardError: number;
            /** How many rows it was fitted on. */
            readonly n: number;
          }
        >
      >
    >
  >;
  /** The standard deviation of the logarithm about its estimate. */
  readonly residualSd: number;
  /** The share of the logarithm's variance that it explains; null when nothing varied. */
  readonly r2: number | null;
}
