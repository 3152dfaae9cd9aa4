import { numbersOf } from '../core/numbers-of';
import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

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
  | 'slowOrders'
  | 'guessWorth'
  | 'guessSpread'
  | 'spreadWorth'
  | 'slopeWorth'
  | 'surgeSlope'
  | 'surgeSlopeSd'
  | 'loadWeeks'
  | 'loadWorth'
  | 'surgeCap'
  | 'lostAfter';

// Orders of a Brazilian marketplace (Olist, CC BY-NC-SA 4.0) due before then; later ones had been looked at too.
const tuned = '; chosen on marketplace orders due before 2017-09';

/**
 * The default numbers of the live promiser. All are assumed: choices of ours, some made by scores on
 * marketplace orders due before 2017-09 (later orders had been looked at by then), none estimated.
 */
export const promiserDefaults: ParameterSet<PromiserParameter> = freezeSet({
  id: 'live/assumed-2',
  setting: 'a stream of dozens of orders or more per typical duration',
  parameters: {
    halfLife: assumed(
      1,
      'typical durations',
      [0.01, 1000],
      `time in which an order loses half its weight${tuned}`,
    ),
    minOrders: assumed(
      50,
      'orders',
      [1, 1e6],
      `an order never loses half its weight to fewer later ones${tuned}`,
    ),
    maxOrders: assumed(
      2000,
      'orders',
      [1, 1e6],
      'nor has to wait for more of them, however heavy the tail',
    ),
    quoteError: assumed(
      0.035,
      'log duration',
      [0.001, 1],
      'so many orders are remembered that a quote is uncertain by this much, one standard error',
    ),
    levelHalfLives: assumed(
      4,
      'half-lives',
      [0.01, 1000],
      `how long the common level of durations is remembered${tuned}`,
    ),
    groupHalfLives: assumed(
      8,
      'half-lives',
      [0.01, 1000],
      `the same for what sets a group apart${tuned}`,
    ),
    groupOrders: assumed(
      50,
      'orders',
      [1, 1e6],
      'a group never loses half its weight to fewer orders of its own',
    ),
    slowHalfLives: assumed(
      8,
      'half-lives',
      [0.01, 1000],
      'the same for the typical duration and the share that finishes; so long a lost order may still finish',
    ),
    guessWorth: assumed(5, 'orders', [0.01, 1e6], "worth of the caller's first guess"),
    guessSpread: assumed(
      0.6,
      'log duration',
      [0.01, 3],
      'spread around it: 9 of 10 within 2.1 times',
    ),
    spreadWorth: assumed(
      20,
      'orders',
      [0.01, 1e6],
      `worth of the common spread beside a group's own${tuned}`,
    ),
    slopeWorth: assumed(
      500,
      'orders',
      [0, 1e9],
      'worth of durations that follow no number of an order',
    ),
    slowOrders: assumed(
      4000,
      'orders',
      [1, 1e9],
      'how durations follow hours, weekdays and numbers of an order is forgotten over about so many',
    ),
    surgeSlope: assumed(
      0.5,
      'log duration per log arrivals',
      [0, 1],
      'how durations follow a surge, before evidence: halfway between ample and fixed capacity; orders before 2017-09 show little of it, food deliveries and November 2017 do',
    ),
    surgeSlopeSd: assumed(
      0.25,
      'log duration per log arrivals',
      [0, 1],
      'how sure that is: none to all of it lie within two of these',
    ),
    loadWeeks: assumed(
      13,
      'weeks',
      [1, 1000],
      'usual arrivals of an hour of the week are the mean of about so many',
    ),
    loadWorth: assumed(
      4,
      'orders',
      [0, 1e6],
      'so many arrivals as usual are added, so that a few orders are no surge',
    ),
    surgeCap: assumed(2, 'log arrivals', [0, 10], 'no surge counts for more; 0 for none at all'),
    lostAfter: assumed(
      4,
      'quotes',
      [1, 1000],
      'an order older than so many of its quotes or typical durations, and than twice the longest, counts as lost',
    ),
  },
});

/** The bare numbers of the promiser. */
export type PromiserNumbers = Readonly<Record<PromiserParameter, number>>;

/** The numbers of the set that a caller passed, or of the defaults. */
export function promiserNumbers(
  functionName: string,
  parameters: ParameterSet<PromiserParameter> | undefined,
  path?: string,
): PromiserNumbers {
  return numbersOf(functionName, parameters, promiserDefaults, path);
}
