import type { ZoneClock } from '../core/zone-clock';
import { refuse } from '../input/refusal';
import { checkHistory, type HistoryRead } from './check-history';
import type { ExpectationEvent } from './events';
import type { ExpectationNumbers } from './parameters';
import { settledAt, stageAt, type Usage } from './stage-rule';
import type { Stage } from './stages';
import type { Trajectory, TrajectoryStep } from './trajectory';

/** What the stage of a path follows from at its start; refuses a start at another stage than the history says. */
export function usageAtStart(
  history: HistoryRead,
  stage: Stage,
  from: Date,
  clock: ZoneClock,
  numbers: ExpectationNumbers,
): Usage {
  checkHistory(history, from, places);
  const { firstPurchase, uses } = history;
  const settlingInEnds =
    firstPurchase === null ? null : settledAt(clock, firstPurchase.getTime(), numbers);
  const usage = { settlingInEnds, uses: uses.length };
  const said = stageAt(usage, from.getTime(), numbers);
  if (said !== stage) {
    const expected = `${said}, as the history says for ${from.toISOString()}: form it at that stage, or take it there with { ...start, stage: '${said}' }`;
    refuse('start.stage', stage, expected, 'stage-mismatch');
  }
  return usage;
}

const places = {
  history: 'options.history',
  asOf: { path: 'options.from', name: 'from' },
  later: '; a later use is an experience among the events',
};

/** The same after an event: an experience is a use, and the first one a purchase, where there was none. */
export function usageWith(
  usage: Usage,
  { kind }: ExpectationEvent,
  at: Date,
  clock: ZoneClock,
  numbers: ExpectationNumbers,
): Usage {
  if (kind !== 'purchase' && kind !== 'experience') return usage;
  return {
    settlingInEnds: usage.settlingInEnds ?? settledAt(clock, at.getTime(), numbers),
    uses: usage.uses + (kind === 'experience' ? 1 : 0),
  };
}

/** The history with what happened on the path. */
export function historyAfter(
  { firstPurchase, uses }: HistoryRead,
  steps: readonly TrajectoryStep[],
): Trajectory['history'] {
  const of = (...kinds: ExpectationEvent['kind'][]) =>
    steps.filter(({ event }) => kinds.includes(event.kind)).map(({ at }) => at);
  return {
    firstPurchase: firstPurchase ?? of('purchase', 'experience')[0] ?? null,
    uses: [...uses, ...of('experience')],
  };
}
