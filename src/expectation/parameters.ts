import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

const parameters = {
  otherFactorShare: assumed(
    0.5,
    'share',
    [0, 1],
    "weight of a factor the stage does not name, as a share of the last named one's",
  ),
  signalSd: assumed(
    15,
    'points',
    [0, 100],
    "a signal's own standard deviation where none is given",
  ),
  promiseTrust: assumed(
    0.5,
    'reliability',
    [0, 1],
    'a promise believed less than this is not held against the company',
  ),
  referencePriceLevel: assumed(
    50,
    'level',
    [1, 99],
    'level expected at the reference price: the middle of the scale',
  ),
  priceExponent: assumed(
    1,
    'exponent',
    [0, 10],
    'how steeply the expected level follows the price: 1 doubles the odds when the price doubles',
  ),
  aspiration: assumed(
    0.2,
    'share',
    [0, 1],
    'how far above the predicted level, towards 100, a customer wishes when nothing else raises it',
  ),
  competitorExtra: assumed(
    0.1,
    'share',
    [0, 1],
    "something on top of a competitor's level, as a share of what is left to 100",
  ),
  tolerance: assumed(
    0.2,
    'share',
    [0, 1],
    'how far below the predicted level a customer still accepts, as a share of it',
  ),
  neutralRole: assumed(
    50,
    'level',
    [1, 99],
    'role perception that moves nothing: neither king nor humble',
  ),
  roleInfluence: assumed(
    0.5,
    'share',
    [0, 1],
    'how far an extreme role moves adequate towards desired, or towards 0',
  ),
  experienceSd: assumed(
    15,
    'points',
    [0.1, 100],
    'how far one experience may stray from the level usually delivered',
  ),
  informationSd: assumed(
    20,
    'points',
    [0.1, 100],
    "the same for a piece of information: vaguer than an experience of one's own",
  ),
  driftVariancePerDay: assumed(
    0.75,
    'points^2/day',
    [0, 1000],
    'how uncertain an expectation grows while nothing happens',
  ),
  desiredRise: assumed(
    0.5,
    'share',
    [0, 1],
    'share of a positive surprise that the desired level keeps (direction: Boulding et al. 1993)',
  ),
  desiredHalfLifeDays: assumed(
    365,
    'days',
    [1, 36500],
    'time in which the desired level loses half its lead over the predicted one (direction: Rust & Oliver 2000)',
  ),
  adequateFollows: assumed(
    0.5,
    'share',
    [0, 1],
    'how much of a change of the predicted level the adequate one follows',
  ),
  settlingInDays: assumed(
    90,
    'days',
    [0, 3650],
    'time after the first purchase before a customer is regular',
  ),
  minimumUses: assumed(3, 'uses', [1, 10000], 'uses before a customer is regular'),
};

/**
 * The default numbers of the expectation model. All are assumed: practice ranks what forms an
 * expectation, and we know of no published values on these scales. Change them with `adjustParameters`.
 */
export const expectationDefaults: ParameterSet<keyof typeof parameters> = freezeSet({
  id: 'expectation/assumed-1',
  setting: 'any; a reasoned starting point, to be replaced by what your own customers say',
  parameters,
});

/** The bare numbers of the model. */
export type ExpectationNumbers = Readonly<Record<keyof typeof parameters, number>>;
