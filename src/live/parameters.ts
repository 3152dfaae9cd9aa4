import { numbersOf } from '../core/numbers-of';
import { assumed, freezeSet, type Parameter, type ParameterSet } from '../core/parameters';

/** The numbers of the live promiser. */
export type PromiserParameter =
  | 'halfLife'
  | 'minOrders'
  | 'groupHalfLives'
  | 'typicalHalfLives'
  | 'endHalfLives'
  | 'guessWorth'
  | 'guessSpread'
  | 'spreadWorth'
  | 'surgeSlope'
  | 'surgeWorth'
  | 'surgeOrders'
  | 'surgeFrom'
  | 'surgeCap'
  | 'lostAfter'
  | 'lostHalfLives'
  | 'correctionStep'
  | 'correctionBound';

/** Orders of a Brazilian marketplace (Olist, CC BY-NC-SA 4.0); later orders were seen while the mechanism was built. */
const tuned = (
  value: number,
  unit: string,
  range: readonly [min: number, max: number],
  what: string,
): Parameter =>
  assumed(value, unit, range, `${what}; chosen on marketplace orders due before 2017-09`);

/**
 * The default numbers of the live promiser. All are assumed: choices of ours, some made by scores on
 * marketplace orders due before 2017-09 (later orders had been looked at by then), none estimated.
 */
export const promiserDefaults: ParameterSet<PromiserParameter> = freezeSet({
  id: 'live/assumed-1',
  setting: 'a stream of some dozens of orders or more per typical duration',
  parameters: {
    halfLife: tuned(
      1,
      'typical durations',
      [0.01, 1000],
      'time in which an order loses half its weight, unless minOrders says longer',
    ),
    minOrders: tuned(
      50,
      'orders',
      [1, 1e6],
      'an order keeps half its weight for at least so many later ones',
    ),
    groupHalfLives: tuned(
      2,
      'half-lives',
      [0.01, 1000],
      'time in which what is known of a group loses half its weight',
    ),
    typicalHalfLives: assumed(
      4,
      'half-lives',
      [0.01, 1000],
      'the same for the typical duration, the yardstick of time',
    ),
    endHalfLives: assumed(
      8,
      'half-lives',
      [0.01, 1000],
      'the same for the share of orders that finish',
    ),
    guessWorth: assumed(5, 'orders', [0.01, 1e6], "what the caller's first guess is worth"),
    guessSpread: assumed(
      0.6,
      'log duration',
      [0.01, 3],
      'spread of durations around that guess before any is seen: 9 of 10 within 2.2 times',
    ),
    spreadWorth: tuned(
      20,
      'orders',
      [0.01, 1e6],
      "what the common spread is worth beside a group's own",
    ),
    surgeSlope: assumed(
      0.5,
      'log duration per log arrivals',
      [0, 1],
      'how durations follow a surge of orders, before evidence: halfway between ample and fixed capacity; orders before 2017-09 show little of it, food delivery and November 2017 do',
    ),
    surgeWorth: assumed(
      200,
      'orders',
      [0, 1e9],
      'what that is worth, in orders started at e times the usual arrivals',
    ),
    surgeOrders: assumed(
      2000,
      'orders',
      [2, 1e9],
      'arrivals are usual by the mean of about so many',
    ),
    surgeFrom: assumed(20, 'orders', [2, 1e6], 'no surge is seen before so many have started'),
    surgeCap: assumed(2, 'log arrivals', [0, 10], 'no surge counts for more: 7.4 times the usual'),
    lostAfter: assumed(
      4,
      'quotes',
      [1, 1000],
      'an order under way for longer than so many of its quotes, or typical durations, counts as lost',
    ),
    lostHalfLives: assumed(
      8,
      'half-lives',
      [0, 1000],
      'time for which a lost order may still finish; then it weighs 1/256 and is forgotten',
    ),
    correctionStep: tuned(
      0,
      'share of the miss rate',
      [0, 1],
      'how far one broken promise moves the correction, 0 for none (.005 is a slow one): the evidence of orders under way made it needless',
    ),
    correctionBound: assumed(
      0.15,
      'share of the miss rate',
      [0, 0.9],
      'the allowed miss rate is corrected by at most this share of itself',
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
