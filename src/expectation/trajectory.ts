import * as z from 'zod/mini';
import { type Outcome, outcomes } from '../core/outcome';
import { dayMs } from '../core/time-units';
import { type DateInput, dateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { functionOf } from '../input/schemas';
import { applyEvent, passTime } from './apply-event';
import type { ExpectationEvent, Experience } from './events';
import type { Expectation } from './expectation';
import { expectationEventSchema, expectationSchema, parametersOnlySchema } from './input';
import type { expectationDefaults } from './parameters';
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

/** One step of a trajectory: the expectation on both sides of an event. */
export interface TrajectoryStep {
  readonly at: Date;
  readonly event: ExpectationEvent;
  /** Just before the event, with the time that passed counted in. */
  readonly before: Expectation;
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
}

/**
 * Follows an expectation through what happens: it forms, is adjusted as the customer learns more, and
 * ends in being exceeded, met or not; each step is kept.
 *
 * @param start the expectation as formed
 * @param events what happened, in order of time; between two of them {@link updateExpectation} counts
 *   the exact time that passed, 24 hours to the day
 * @param options `from`, when the expectation was formed; `judge`, which tells the outcome of an
 *   experience; the parameters
 * @throws InvalidInputError `date-order` for an event before the one ahead of it, and what
 *   {@link updateExpectation} throws
 * @example
 * ```ts
 * import { followExpectation, formExpectation, judgeOutcome } from 'overdeliver';
 *
 * const hope = formExpectation({ stage: 'never-used', signals: { advertising: 95 } });
 * const { steps, outcome } = followExpectation(
 *   hope,
 *   [
 *     { at: new Date('2026-03-02'), event: { kind: 'information', level: 70 } },
 *     { at: new Date('2026-03-05'), event: { kind: 'experience', perceived: 75 } },
 *   ],
 *   { from: new Date('2026-03-01'), judge: judgeOutcome },
 * );
 * steps.map(({ before, after }) => [before.predicted.mean, after.predicted.mean]);
 * // => [[95, 85.98], [85.98, 81.65]]
 * outcome; // => 'below'
 * ```
 */
export function followExpectation(
  start: Expectation,
  events: readonly DatedEvent[],
  options: {
    readonly from: DateInput;
    readonly judge: OutcomeJudge;
    readonly parameters?: typeof expectationDefaults | undefined;
  },
): Trajectory {
  return door('followExpectation', () => {
    const first = read(expectationSchema, start, 'start');
    const dated = read(eventsSchema, events, 'events');
    const { from, judge, parameters } = read(optionsSchema, options, 'options');
    const { numbers, set } = parameters;
    const steps: TrajectoryStep[] = [];
    let current: Expectation = first;
    let since = from;
    for (const [i, { at, event }] of dated.entries()) {
      if (at < since) {
        refuse(`events[${i}].at`, at, `a date from ${since.toISOString()} on`, 'date-order');
      }
      const before = passTime(current, (at.getTime() - since.getTime()) / dayMs, numbers);
      const after = applyEvent(before, event, numbers, set.id);
      steps.push({ at, event, before, after, ...compared(before, event, after.stage, judge) });
      current = after;
      since = at;
    }
    const judged = steps.filter(({ outcome }) => outcome !== null);
    return { start: first, steps, end: current, outcome: judged.at(-1)?.outcome ?? null };
  });
}

const eventsSchema = once(() => z.array(rowOf({ at: dateSchema, event: expectationEventSchema })));

const judgeSchema = functionOf<OutcomeJudge>();

const optionsSchema = once(() =>
  z.extend(parametersOnlySchema, { from: dateSchema, judge: judgeSchema }),
);

/** What an experience is beside the expectation just before it, at the stage of the use. */
function compared(
  before: Expectation,
  event: ExpectationEvent,
  stage: Stage,
  judge: OutcomeJudge,
): Pick<TrajectoryStep, 'surprise' | 'outcome'> {
  if (event.kind !== 'experience') return { surprise: null, outcome: null };
  const { kind: _kind, sd: _sd, ...experience } = event;
  const judged: { outcome?: unknown } | undefined = judge({ ...before, stage }, experience);
  const outcome = outcomes.find((known) => known === judged?.outcome);
  if (outcome === undefined) {
    refuse(
      'options.judge',
      judge,
      `a function that returns { outcome }, one of ${outcomes.join(', ')}`,
      'wrong-type',
    );
  }
  return { surprise: experience.perceived - before.predicted.mean, outcome };
}
