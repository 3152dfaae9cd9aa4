import type { Scale } from '../core/level';
import type { ParameterSet } from '../core/parameters';

/** A term of the utility behind an answer. */
export type SatisfactionTerm = 'performance' | 'gain' | 'loss' | 'stillWaiting';

/**
 * A model of satisfaction: an ordinal logit whose utility is
 * `performance * P + gain * min(early, cap) - loss * min(late, cap) - stillWaiting`, where for times P is
 * the logarithm of the duration and early and late are the days of the gap, for levels P is the level
 * perceived and the gap is in points. Plain JSON; a set of your own has the same shape.
 */
export interface SatisfactionModel extends ParameterSet<SatisfactionTerm | 'cap'> {
  /** What the gap is measured on. */
  readonly dimension: 'time' | 'level';
  readonly unit: 'days' | 'points';
  /** The answers it predicts, such as 1 to 5 stars. */
  readonly answers: Scale;
  /** Where one answer gives way to the next, from worst to best, on the scale of the utility. */
  readonly thresholds: readonly number[];
  /** The middle of the data it was fitted on, by input; beyond it results carry a warning. */
  readonly domain: Readonly<Record<string, readonly [min: number, max: number]>>;
}
