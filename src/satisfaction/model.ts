import type { Scale } from '../core/level';
import type { ParameterSet } from '../core/parameters';

/** What a model makes of one dimension. */
export interface SatisfactionDimension {
  /** Times and costs are better when lower than promised, levels when higher than expected. */
  readonly kind: 'time' | 'cost' | 'level';
  /**
   * What gaps are measured in: a unit of time, a currency, `points` for levels, or `percent` of what was
   * promised, which takes any unit of time and any currency.
   */
  readonly unit: string;
  /**
   * The terms of the utility: how good it was in itself, the signed gap, its two sides, whether it fell short at all,
   * and whether the customer still waits for something that is overdue.
   */
  readonly terms: readonly ('performance' | 'gap' | 'gain' | 'loss' | 'broken' | 'stillWaiting')[];
  /**
   * The value function v of a gap: x, min(x, cap), min(x, knee) + beyond * max(x - knee, 0), or x^exponent; its numbers
   * are parameters of the set.
   */
  readonly value: 'identity' | 'capped' | 'two-slopes' | 'power';
  /**
   * How a quality speaks (Kano et al. 1984): both ways, only when it fails, only when it surprises. `one-dimensional`
   * unless said; the other two count one side of the gap only.
   */
  readonly response?: 'one-dimensional' | 'must-be' | 'attractive' | undefined;
}

export type SatisfactionTerm = SatisfactionDimension['terms'][number];

/** What a model of satisfaction is made of, apart from its numbers. */
export interface SatisfactionForm {
  /** The answers it predicts, such as 1 to 5 stars. */
  readonly answers: Scale;
  /** How each dimension acts. */
  readonly dimensions: Readonly<Record<string, SatisfactionDimension>>;
  /** What else is known of an order, by name, and whether it counts as it is or by its logarithm. */
  readonly covariates?: Readonly<Record<string, 'identity' | 'log'>> | undefined;
  /** Whether an experience may leave dimensions out; not unless said. */
  readonly partial?: boolean | undefined;
  /**
   * Answers of the scale that count as the next lower one that is not pooled (the least ones as the next higher), and
   * have no chance of their own; none unless given.
   */
  readonly pooled?: readonly number[] | undefined;
}

/**
 * A model of satisfaction, an ordinal logit: `P(answer <= k) = logistic(threshold.k - u)` with the utility
 * `u = sum over dimensions of share * (performance * P + gap * (v(g+) - v(g-)) + gain * v(g+) - loss * v(g-) -
 * broken * [g < 0] - stillWaiting * [overdue, nothing in hand]) + covariates`.
 *
 * Here g is the gap, above 0 when better than promised or expected, g+ and g- its two sides; P is the logarithm
 * of a time or a cost, or a level above `reference` (0 unless given); of a must-be quality only what falls short
 * counts, of an attractive one only what exceeds, and P then from what was expected on. A dimension's share is
 * its `importance` (1 unless given) over that of all that are judged: an average, as judgements of several
 * attributes are (Anderson 1981, Foundations of Information Integration Theory).
 *
 * A number has its dimension's name before its own, such as `time.gain`; a covariate's is `covariates.items`.
 * Plain JSON; a set of your own has the same shape.
 */
export interface SatisfactionModel extends SatisfactionForm, ParameterSet {
  /** The version of the shape. */
  readonly version: 1;
  /**
   * The median of each input in the data it was fitted on, by the names that `domain` has: the customer whom
   * {@link explainSatisfaction} calls typical.
   */
  readonly typical?: Readonly<Record<string, number>> | undefined;
  /** Its parameters that grew without end in the fit, since some rows were told apart perfectly; none unless given. */
  readonly separated?: readonly string[] | undefined;
}
