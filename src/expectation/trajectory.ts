import type { Outcome } from '../core/outcome';
import type { DateInput } from '../input/date';
import type { ExpectationEvent, Experience } from './events';
import type { Expectation } from './expectation';

/** An event and when it happened: a `Date`, milliseconds since 1970, text with an offset, or an instant of Temporal. */
export interface DatedEvent {
  readonly at: DateInput;
  readonly event: ExpectationEvent;
}

/**
 * Judges an experience by the expectation it met: the satisfaction room's `judgeOutcome`, or a rule of
 * your own. The expectation is the one just before, at the stage of the use.
 */
export type OutcomeJudge = (
  expectation: Expectation,
  experience: Experience,
) => { readonly outcome: Outcome };

/** One step of a trajectory: the expectation on both sides of an event. */
export interface TrajectoryStep {
  readonly at: Date;
  readonly event: ExpectationEvent;
  /** Just before the event, with the time that passed counted in, at the stage of that moment. */
  readonly before: Expectation;
  /** Just after it; the stage counts the event, too. */
  readonly after: Expectation;
  /** Perceived minus predicted, in points; null for anything but an experience. */
  readonly surprise: number | null;
  /** What came of it; null for anything but an experience. */
  readonly outcome: Outcome | null;
}

/** The life of an expectation: where it started, each step, where it stands. */
export interface Trajectory {
  readonly start: Expectation;
  readonly steps: readonly TrajectoryStep[];
  readonly end: Expectation;
  /** The last outcome; null when there was no experience. */
  readonly outcome: Outcome | null;
  /**
   * The history with the purchase and the uses of the path, as `classifyStage` takes it, and to go on from. Null for a
   * long-term customer of whom none was given.
   */
  readonly history: { readonly firstPurchase: Date | null; readonly uses: readonly Date[] } | null;
}
