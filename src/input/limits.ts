/**
 * The greatest sizes that are taken. They are generous: what exceeds one is a slip, such as a length that was meant
 * as a number, and would otherwise take all memory or never end.
 */
export const limits = {
  /** Numbers, rows or dates in a column. */
  column: 100_000_000,
  /** Ranks, factors or groups that weights are asked for. */
  ranks: 10_000,
  /** Capabilities that one is made of, and what these are made of, all together. */
  parts: 100_000,
  /** Capabilities inside each other. */
  nested: 100,
  /** Records and lists inside each other, in what schemas read. */
  depth: 500,
  /** Steps of a pipeline, and the sums that all its steps take, or all rows that are drawn. */
  steps: 100,
  sums: 100_000_000,
  /** Draws, shuffles and groups of a calibration. */
  draws: 100_000,
  /** Other columns of rows, whose names are remembered. */
  otherNames: 1000,
  /** Effects of a model that are solved for together, which takes the cube of their number. */
  effects: 1000,
  /** The lines and categories of an estimator that are solved for together, likewise, but by plain loops. */
  terms: 2000,
  /** Events of one promise that one more is held against, one by one. */
  history: 10_000,
  /** Answers on the scale of a model. */
  answers: 1000,
} as const;
