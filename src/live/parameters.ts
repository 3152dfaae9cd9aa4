import { numbersOf } from '../core/numbers-of';
import { freezeSet, type ParameterSet } from '../core/parameters';
import { commonNumbers } from './assumed-common';
import { effectNumbers } from './assumed-effects';
import { memoryNumbers } from './assumed-memory';

/** The numbers of the live promiser. */
export type PromiserParameter =
  | 'halfLife'
  | 'minOrders'
  | 'maxOrders'
  | 'quoteError'
  | 'levelHalfLives'
  | 'groupHalfLives'
  | 'groupOrders'
  | 'slowHalfLives'
  | 'longMemory'
  | 'longLoss'
  | 'lossOrders'
  | 'slowdownRate'
  | 'slowdownAlarm'
  | 'lostAfter'
  | 'guessPriorSize'
  | 'guessSpread'
  | 'spreadPriorSize'
  | 'groupsApart'
  | 'outlierSpread'
  | 'hourVisits'
  | 'dayVisits'
  | 'slopePriorSize'
  | 'slopeReach'
  | 'slowOrders'
  | 'surgeSlope'
  | 'surgeSlopeSd'
  | 'loadWeeks'
  | 'loadPriorSize'
  | 'surgeCap'
  | 'commonOrders'
  | 'commonShare'
  | 'commonReach'
  | 'discreteShare'
  | 'rareShare'
  | 'discreteReach';

/**
 * The default numbers of the live promiser. All are assumed: choices of ours, some made by scores on
 * marketplace orders due before 2017-09 (later orders had been looked at by then), none estimated.
 */
export const promiserDefaults: ParameterSet<PromiserParameter> = freezeSet({
  id: 'live/assumed-3',
  setting: 'a stream of dozens of orders or more per typical duration',
  parameters: { ...memoryNumbers, ...effectNumbers, ...commonNumbers },
});

/** The bare numbers of the promiser. */
export type PromiserNumbers = Readonly<Record<PromiserParameter, number>>;

/** The numbers of the set that a caller passed, or of the defaults. */
export function promiserNumbers(
  parameters: ParameterSet<PromiserParameter> | undefined,
  path?: string,
): PromiserNumbers {
  return numbersOf(parameters, promiserDefaults, path);
}
