import type { Outcome } from '../core/outcome';
import type { LevelExperience, PromiseExperience, TimeUnit } from './experience';
import { judgeLevels, judgePromise } from './outcome';

/** What a model sees of an experience: inputs by the name its domain uses, and amounts by term. */
export interface Seen {
  readonly inputs: Readonly<Record<string, number>>;
  readonly performance: number;
  readonly gap: number;
  readonly inVain: boolean;
  readonly outcome: Outcome;
}

export function seenPromise({ promised, actual, unit, stillWaiting }: PromiseExperience): Seen {
  const inputs = { promised: promised / perDay[unit], actual: actual / perDay[unit] };
  return {
    inputs,
    performance: Math.log(inputs.actual),
    gap: inputs.promised - inputs.actual,
    inVain: stillWaiting === true && actual > promised,
    // Before the promise has passed, someone who waits has nothing to judge yet.
    outcome:
      stillWaiting === true && actual <= promised
        ? 'met'
        : judgePromise({ promised, actual }).outcome,
  };
}

const perDay: Readonly<Record<TimeUnit, number>> = { minutes: 1440, hours: 24, days: 1 };

export function seenLevels({ expected, perceived }: LevelExperience): Seen {
  return {
    inputs: { expected, perceived },
    performance: perceived,
    gap: perceived - expected,
    inVain: false,
    outcome: judgeLevels(expected, perceived),
  };
}
