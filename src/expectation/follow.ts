import * as z from 'zod/mini';
import { zoneSchema } from '../core/input';
import { type Outcome, outcomes } from '../core/outcome';
import { dayMs } from '../core/time-units';
import { clockOf } from '../core/time-zone';
import { checkUnits, type DateInput, dateSchema } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { functionOf } from '../input/schemas';
import { applyEvent, passTime, stageOnceBought } from './apply-event';
import { historyDates } from './check-history';
import type { CustomerHistory } from './classify';
import type { ExpectationEvent } from './events';
import type { Expectation } from './expectation';
import {
  customerHistorySchema,
  expectationEventSchema,
  expectationSchema,
  parametersOnlySchema,
} from './input';
import type { expectationDefaults } from './parameters';
import { historyAfter, usageAtStart, usageWith } from './path-usage';
import { stageAt } from './stage-rule';
import type { DatedEvent, OutcomeJudge, Trajectory, TrajectoryStep } from './trajectory';

/**
 * Follows an expectation through what happens: it forms, is adjusted as the customer learns more, and
 * ends in being exceeded, met or not; each step is kept. The stage grows along the way, by the rule of
 * {@link classifyStage}: a purchase makes a first-use customer (a first experience does too, where none was told of), each
 * experience is a use, and once settled in, with enough uses, the customer is long-term for good.
 *
 * @param start the expectation as formed
 * @param events what happened, in order of time; between two of them {@link updateExpectation} counts
 *   the exact time that passed, 24 hours to the day
 * @param options `from`, when the expectation was formed; `judge`, which tells the outcome of an
 *   experience; `history`, what was known of the customer at `from`, needed of a first-use one, whose stage grows with it
 *   (`history` of an earlier path goes on from there); `zone` of the calendar days of settling in, UTC unless given; the
 *   parameters
 * @throws InvalidInputError `date-order` for an event before the one ahead of it or a history beyond `from`, `missing`
 *   for a first-use customer without a history, `stage-mismatch` where the start is at another stage than the history
 *   says, and what {@link updateExpectation} throws
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
 * steps.map(({ after }) => after.stage); // => ['never-used', 'first-use']
 * outcome; // => 'below'
 * ```
 */
export function followExpectation(
  start: Expectation,
  events: readonly DatedEvent[],
  options: {
    readonly from: DateInput;
    readonly judge: OutcomeJudge;
    readonly history?: CustomerHistory | null | undefined;
    readonly zone?: string | undefined;
    readonly parameters?: typeof expectationDefaults | undefined;
  },
): Trajectory {
  return door('followExpectation', () => {
    const first = read(expectationSchema, start, 'start');
    const dated = read(eventsSchema, events, 'events');
    const { from, judge, history, zone, parameters } = read(optionsSchema, options, 'options');
    const { numbers, set } = parameters;
    const clock = zone ?? clockOf('', 'UTC');
    const known = historyOf(first, history);
    checkUnits([
      ...(known ? historyDates('options.history', known) : []),
      ['options.from', from],
      ...dated.map(({ at }, i) => [`events[${i}].at`, at] as const),
    ]);
    let usage = known && usageAtStart(known, first.stage, from, clock, numbers);
    const stageOf = (at: Date) => (usage ? stageAt(usage, at.getTime(), numbers) : first.stage);
    const steps: TrajectoryStep[] = [];
    let current: Expectation = first;
    let since = from;
    for (const [i, { at, event }] of dated.entries()) {
      if (at < since) {
        refuse(`events[${i}].at`, at, `a date from ${since.toISOString()} on`, 'date-order');
      }
      const passed = passTime(current, (at.getTime() - since.getTime()) / dayMs, numbers);
      const before = { ...passed, stage: stageOf(at) };
      usage &&= usageWith(usage, event, at, clock, numbers);
      const moved = applyEvent(before, event, numbers, set.id);
      const step = stepOf({ at, before }, event, { ...moved, stage: stageOf(at) }, judge);
      steps.push(step);
      current = step.after;
      since = at;
    }
    const judged = steps.filter(({ outcome }) => outcome !== null);
    return {
      start: first,
      steps,
      end: current,
      outcome: judged.at(-1)?.outcome ?? null,
      history: known && historyAfter(known, steps),
    };
  });
}

const eventText = "{ at: a date, event: { kind: 'experience', perceived: 80 } }";
const eventsSchema = once(() =>
  z.array(
    rowOf({ at: dateSchema, event: expectationEventSchema }, `a dated event as ${eventText}`),
    `a list of dated events, each as ${eventText}`,
  ),
);

const judgeSchema = functionOf<OutcomeJudge>(
  'a function that returns { outcome }, such as judgeOutcome',
);

const optionsSchema = once(() =>
  z.extend(parametersOnlySchema, {
    from: dateSchema,
    judge: judgeSchema,
    history: z.optional(z.nullable(customerHistorySchema)),
    zone: z.optional(zoneSchema),
  }),
);

/** What is known of the customer at the start; null for a long-term one, who stays so, whatever there is to know. */
function historyOf<History>({ stage }: Expectation, history: History | null | undefined) {
  if (history) return history;
  if (stage === 'never-used') return { firstPurchase: null, uses: [] };
  if (stage === 'long-term') return null;
  const expected =
    'the first purchase and the uses up to from, as classifyStage takes them: by these the stage grows';
  return refuse('options.history', undefined, expected, 'missing');
}

/** A step; an experience is judged beside the expectation just before it, at the stage of the use. */
function stepOf(
  on: Pick<TrajectoryStep, 'at' | 'before'>,
  event: ExpectationEvent,
  after: Expectation,
  judge: OutcomeJudge,
): TrajectoryStep {
  const { at, before } = on;
  if (event.kind !== 'experience') {
    return { at, event, before, after, surprise: null, outcome: null };
  }
  const { kind: _kind, sd: _sd, ...experience } = event;
  const stage = stageOnceBought(after.stage);
  const judged: { outcome?: unknown } | undefined = judge({ ...before, stage }, experience);
  const outcome: Outcome | undefined = outcomes.find((known) => known === judged?.outcome);
  if (outcome === undefined) {
    const expected = `a function that returns { outcome }, one of ${outcomes.join(', ')}`;
    refuse('options.judge', judge, expected, 'wrong-type');
  }
  const surprise = experience.perceived - before.predicted.mean;
  return { at, event, before, after: { ...after, stage }, surprise, outcome };
}
