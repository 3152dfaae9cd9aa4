/** A number of a model, and its standard error. */
export interface Coefficient {
  readonly value: number;
  readonly standardError: number;
}

/** What one more of a number adds to a logarithm. */
export interface NumberEffect extends Coefficient {
  /** Whether the number counts as it is or by its logarithm. */
  readonly scale: 'linear' | 'log';
  /** The mean of the column on that scale, from which it counts. */
  readonly mean: number;
  /** The least and the greatest value it was fitted on, as they were given. */
  readonly range: readonly [low: number, high: number];
  /** Where the line bends, on that scale: from `at` on, `value` more is added for each one more. */
  readonly bends: readonly (Coefficient & {
    readonly at: number;
    /** How far the column lies above `at` on average, from which it counts. */
    readonly mean: number;
  })[];
}

/** What a category adds to a logarithm. */
export interface CategoryEffect extends Coefficient {
  /** How many rows it was fitted on. */
  readonly n: number;
}

/** Effects by category. */
export type CategoryEffects = Readonly<Record<string, CategoryEffect>>;

/** A sum of effects that is a logarithm. */
export interface LogLinear {
  /** The logarithm for an average order. */
  readonly intercept: Coefficient;
  /** What numbers add, by column. */
  readonly numeric: Readonly<Record<string, NumberEffect>>;
  /** What categories add, by column and category; the effects of a column add up to 0. */
  readonly categorical: Readonly<Record<string, CategoryEffects>>;
  /** What pairs of categories add to that, by the name of the interaction, first and second category. */
  readonly interactions: Readonly<
    Record<
      string,
      {
        readonly columns: readonly [first: string, second: string];
        readonly effects: Readonly<Record<string, CategoryEffects>>;
      }
    >
  >;
}

/**
 * What `fitEstimator` learnt, plain JSON: the logarithm of an estimate is `intercept`, plus `value * (u - mean)` for each number,
 * where u is the number or its logarithm, plus `value * (max(0, u - at) - mean)` for each of its bends, plus the effect of
 * each category and of each pair that is crossed.
 */
export interface EstimatorModel extends LogLinear {
  /** The kind of model: durations are multiplied by effects. */
  readonly kind: 'log-linear';
  /** The version of the format. Models of version 1, without a spread, are read as well. */
  readonly version: 2;
  /** The unit of what it estimates, such as `minutes`. */
  readonly unit: string;
  /** How many rows it was fitted on, held-out ones not counted. */
  readonly n: number;
  /** How many rows of its own a category needed to move half as far from the average as they say. */
  readonly shrinkage: number;
  /** How far actuals lie from the estimate, of the same terms: its logarithm is the spread's. */
  readonly spread: LogLinear;
  /** The standard deviation of the logarithm about its estimate. */
  readonly residualSd: number;
  /** The share of the logarithm's variance that it explains; null when nothing varied. */
  readonly r2: number | null;
}
