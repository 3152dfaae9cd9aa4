import type { DatedEvent } from './service-events';

/** What stops a clock that counts the time of a request, and what it stands still for. */
export interface ServiceClock {
  /** What it counts to: the first response (a resolution without one counts as it), or the resolution. */
  readonly until: 'responded' | 'resolved';
  /** Whether it stands still while anything is pending, for whatever reasons; it runs on unless given. */
  readonly pauses?: boolean | undefined;
}

/** How a clock stands from one event to the next, or to the date in question. */
export interface ClockStep {
  readonly at: Date;
  readonly to: number;
  readonly runs: boolean;
  readonly paused: boolean;
  /** Whether it goes on since a request was reopened. */
  readonly reopened: boolean;
  /** When the response or resolution came. */
  readonly stopped: Date | null;
}

/** How a clock stands after each event; `waits` says after which of them anything is waited for. */
export function clockSteps(
  events: readonly DatedEvent[],
  waits: readonly boolean[],
  { until, pauses = false }: ServiceClock,
  asOf: Date,
): readonly ClockStep[] {
  let stopped: Date | null = null;
  return events.map(({ at, kind }, i) => {
    const paused = pauses && waits[i] === true;
    const reopened = kind === 'reopened' && until === 'resolved';
    if (reopened) stopped = null;
    if (kind === 'resolved' || kind === until) stopped ??= at;
    const to = (events[i + 1]?.at ?? asOf).getTime();
    return { at, to, runs: stopped === null && !paused, paused, reopened, stopped };
  });
}
