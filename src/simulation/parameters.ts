import { assumed, freezeSet, type ParameterSet } from '../core/parameters';

const parameters = {
  periodDays: assumed(
    7,
    'days',
    [1, 31],
    'policies are asked anew, and what customers tell is heard, once a week',
  ),
  needEveryDays: assumed(
    30,
    'days',
    [1, 3650],
    'mean time until a customer needs such a thing again; exponential, as in the NBD model (Ehrenberg 1959)',
  ),
  newcomerOrders: assumed(
    0.1,
    'chance',
    [0, 1],
    'that a newcomer with a need orders, at attraction 1 and the usual level expected',
  ),
  customerOrders: assumed(0.8, 'chance', [0, 1], 'the same of a customer who has ordered before'),
  orderOddsPerPoint: assumed(
    0.02,
    'log odds per point',
    [0, 0.1],
    'what a point expected above the usual level adds to the odds of ordering',
  ),
  asksAgain: assumed(
    0.95,
    'chance',
    [0, 1],
    'that somebody who did not order asks here again when the next need arises',
  ),
  returnsPerIntention: assumed(
    0.9,
    'share',
    [0, 1],
    'deeds fall short of stated intentions; a quarter of buyers leave after a purchase in BG/NBD on CDNOW',
  ),
  usualLevel: assumed(
    75,
    'level',
    [1, 99],
    'level of service at the usual time, and what is expected of anybody in this market',
  ),
  levelSteepness: assumed(
    1,
    'exponent',
    [0, 10],
    'how steeply the level falls with the time: at 1 twice the time halves its odds',
  ),
  reputation: assumed(75, 'level', [0, 100], 'what people say of the company on the first day'),
  reputationWeight: assumed(
    1,
    'people told per customer',
    [0.01, 100],
    'how much was said before the first day, against which what is told from then on counts',
  ),
  talkHalfLifeDays: assumed(
    90,
    'days',
    [1, 36500],
    'time in which half of what was said is forgotten',
  ),
};

/**
 * The default numbers of a simulated world. All are assumed: give your own with `adjustParameters`, and ask
 * `whichAssumptionDecides` which of them matter.
 */
export const simulationDefaults: ParameterSet<keyof typeof parameters> = freezeSet({
  id: 'simulation/assumed-1',
  setting: 'any; a reasoned starting point, to be replaced by what your own customers do',
  parameters,
});

/** The bare numbers of a world. */
export type SimulationNumbers = Readonly<Record<keyof typeof parameters, number>>;
