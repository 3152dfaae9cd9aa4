import type { Outcome } from '../core/outcome';
import type { DateInput } from '../input/date';
import type { ExpectationEvent, Experience } from './events';
import type { Expectation } from './expectation';
import type { Stage } from './stages';

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

/** One step of a trajectory: the expectation on both sides of an event. Only an experience has an outcome. */
export type TrajectoryStep = ExperienceStep | OtherStep;

/** @inline */
interface StepBase {
  readonly at: Date;
  /** Just before the event, with the time that passed counted in, at the stage of that moment. */
  readonly before: Expectation;
}

/** @inline */
interface ExperienceStep extends StepBase {
  readonly event: Extract<ExpectationEvent, { readonly kind: 'experience' }>;
  /** Just after it; the stage counts the event, too, so nobody has never used. */
  readonly after: Expectation & { readonly stage: Exclude<Stage, 'never-used'> };
  /** Perceived minus predicted, in points. */
  readonly surprise: number;
  /** What came of it. */
  readonly outcome: Outcome;
}

/** @inline */
interface OtherStep extends StepBase {
  readonly event: Exclude<ExpectationEvent, { readonly kind: 'experience' }>;
  /** Just after it; the stage counts the event, too. */
  readonly after: Expectation;
  readonly surprise: null;
  readonly outcome: null;
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
