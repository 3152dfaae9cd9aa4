import type { Outcome } from '../core/outcome';
import { differs, type outcomeDefaults } from '../satisfaction/noticeable';
import type { LearntImportance } from './fit/importance-types';
import { intervalOf } from './interval';
import type { Estimate } from './rating';

/**
 * What came of the expectation at a touchpoint; unclear where the answers leave it open.
 *
 * @inline
 */
export type GapVerdict = Outcome | 'unclear';

/**
 * How sure to be, which difference is noticed, and how much touchpoints count.
 *
 * @inline
 */
export interface JourneyOptions {
  /** The share of intervals that hold the true value, above 0 and below 1; .95 unless given. */
  readonly confidence?: number | undefined;
  /** Whose `noticeablePoints` tell below, met and exceeded apart; `outcomeDefaults` unless given. */
  readonly parameters?: typeof outcomeDefaults | undefined;
  /**
   * How much each touchpoint counts, as {@link touchpointImportance} learnt it for a stage; in place of the importances of
   * the touchpoints themselves. Left out, those count; `undefined`, as of a stage that was not learnt, is refused.
   */
  readonly importance?: LearntImportance | undefined;
}

/** The rule of `judgeOutcome`, for one gap and for all that an interval holds. */
export function verdictsBy(confidence: number, noticeablePoints: number) {
  const isBelow = (gap: number) => differs(-gap, noticeablePoints);
  const isAbove = (gap: number) => differs(gap, noticeablePoints);
  const verdictOf = (gap: Estimate): GapVerdict => {
    const itself = [gap.mean, gap.mean] as const;
    const [low, high] = gap.n === Infinity ? itself : intervalOf(gap, [-100, 100], confidence);
    if (low === null || isBelow(low) !== isBelow(high) || isAbove(low) !== isAbove(high))
      return 'unclear';
    return isBelow(high) ? 'below' : isAbove(low) ? 'exceeded' : 'met';
  };
  return { isBelow, verdictOf };
}
