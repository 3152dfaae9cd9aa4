import { numbersOf } from '../core/numbers-of';
import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

/** The numbers of the live promiser. */
export type PromiserParameter =
  | 'halfLife'
  | 'minOrders'
  | 'groupHalfLives'
  | 'slowHalfLives'
  | 'guessWorth'
  | 'guessSpread'
  | 'spreadWorth'
  | 'surgeSlope'
  | 'surgeWorth'
  | 'surgeOrders'
  | 'surgeCap'
  | 'lostAfter'
  | 'correctionStep'
  | 'correctionBound';

// Orders of a Brazilian marketplace (Olist, CC BY-NC-SA 4.0) due before then; later ones had been looked at too.
const tuned = '; chosen on marketplace orders due before 2017-09';

/**
 * The default numbers of the live promiser. All are assumed: choices of ours, some made by scores on
 * marketplace orders due before 2017-09 (later orders had been looked at by then), none estimated.
 */
export const promiserDefaults: ParameterSet<PromiserParameter> = freezeSet({
  id: 'live/assumed-1',
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
      `but not before so many later ones; no surge is seen before them either${tuned}`,
    ),
    groupHalfLives: assumed(
      2,
      'half-lives',
      [0.01, 1000],
      `the same for what is known of a group${tuned}`,
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
    surgeSlope: assumed(
      0.5,
      'log duration per log arrivals',
      [0, 1],
      'how durations follow a surge, before evidence: halfway between ample and fixed capacity; orders before 2017-09 show little of it, food deliveries and November 2017 do',
    ),
    surgeWorth: assumed(
      200,
      'orders',
      [0, 1e9],
      'worth of that, in orders at e times the arrivals',
    ),
    surgeOrders: assumed(2000, 'orders', [2, 1e9], 'usual arrivals are the mean of about so many'),
    surgeCap: assumed(2, 'log arrivals', [0, 10], 'no surge counts for more'),
    lostAfter: assumed(
      4,
      'quotes',
      [1, 1000],
      'an order older than so many of its quotes or typical durations counts as lost',
    ),
    correctionStep: assumed(
      0,
      'share of the miss rate',
      [0, 1],
      `how far a broken promise moves the correction; .005 is slow, 0 none${tuned}`,
    ),
    correctionBound: assumed(
      0.15,
      'share of the miss rate',
      [0, 0.9],
      'the miss rate is corrected by at most this share of itself',
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
