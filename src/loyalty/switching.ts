import * as z from 'zod/mini';
import type { NumbersRead } from '../core/input';
import type { Level } from '../core/level';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { logistic } from '../numerics/logistic';
import { compare } from '../numerics/nearly';
import type { CompetitorOffer, CourtedCustomer } from './customer';
import { courtedCustomerSchema, offerSchema, switchingSchema } from './input';
import { notesOf, type PredictionNotes } from './prediction';
import type { switchingDefaults } from './switching-model';

/** Whether a customer goes, and why. */
export interface SwitchingPrediction extends PredictionNotes {
  /** The chance that they go, 0 to 1. */
  readonly chance: number;
  /** What staying and going are worth to them, in log odds; the chance is the logistic of go - stay. */
  readonly utilities: { readonly stay: number; readonly go: number };
  /**
   * What each term adds to the log odds of going; they add up to go - stay. `expected`, `inertia`, `delight` and
   * `switchingCost` count against it.
   */
  readonly contributions: readonly {
    readonly term:
      | 'promised'
      | 'market'
      | 'switchingCost'
      | 'expected'
      | 'inertia'
      | 'delight'
      | 'disappointment';
    readonly logOdds: number;
  }[];
  /** The promise, 0 to 100, at which they would be as likely to go as to stay; null when no promise on the scale is. */
  readonly evenPromise: Level | null;
  /** Why there is none: nothing that is promised is believed, or any promise leaves them there, or takes them away. */
  readonly noEvenPromise: 'not-believed' | 'stays-anyway' | 'goes-anyway' | null;
}

const optionsSchema = once(() => z.strictObject({ parameters: switchingSchema }));

/**
 * Predicts whether a customer leaves for what a competitor promises: someone merely met may go when the
 * promise, so far as it is believed, beats what they expect here; someone delighted less so.
 *
 * A choice between two (a binary logit), with k log odds per point: `stay = k * expected + inertia + delight -
 * disappointment`, of which the outcome picks at most one, and `go = k * (credibility * promised + (1 - credibility)
 * * market) - switchingCost`. All numbers are assumed: compare offers and customers by them, and learn your own
 * ({@link fitSwitching}) before you rely on a chance.
 *
 * @param options `parameters`, the numbers by which it predicts; `switchingDefaults` unless given
 * @throws InvalidInputError `out-of-range`, `missing`, `unknown-name` or `wrong-type`
 * @example
 * ```ts
 * import { predictSwitching } from 'overdeliver';
 *
 * const offer = { promised: 90, credibility: 0.8, market: 65 };
 * const met = predictSwitching({ expected: 70, outcome: 'met', stage: 'first-use' }, offer);
 * met.chance; // => 0.622
 * met.evenPromise; // => 83.75
 * const delighted = { expected: 70, outcome: 'exceeded', stage: 'long-term' } as const;
 * predictSwitching(delighted, offer).chance; // => 0.269
 * ```
 */
export function predictSwitching(
  customer: CourtedCustomer,
  offer: CompetitorOffer,
  options: { readonly parameters?: typeof switchingDefaults | undefined } = {},
): SwitchingPrediction {
  return door('predictSwitching', () => {
    const courted = read(courtedCustomerSchema, customer, 'customer');
    const offered = read(offerSchema, offer, 'offer');
    return switching(courted, offered, read(optionsSchema, options, 'options').parameters);
  });
}

function switching(
  { expected, outcome, stage }: CourtedCustomer,
  { promised, credibility, market }: CompetitorOffer,
  { set, numbers }: NumbersRead<keyof typeof switchingDefaults.parameters>,
): SwitchingPrediction {
  const k = numbers.perPoint;
  const inertia = numbers[stage === 'long-term' ? 'inertia.longTerm' : 'inertia.firstUse'];
  const delight = outcome === 'exceeded' ? numbers.delight : 0;
  const disappointment = outcome === 'below' ? numbers.disappointment : 0;
  const believed = k * credibility;
  const unbelieved = k * (1 - credibility) * market;
  const stay = k * expected + inertia + delight - disappointment;
  const go = believed * promised + unbelieved - numbers.switchingCost;
  const even = (stay + numbers.switchingCost - unbelieved) / believed;
  const noEvenPromise =
    believed === 0
      ? 'not-believed'
      : compare(even, 100, 100) > 0
        ? 'stays-anyway'
        : compare(even, 0, 100) < 0
          ? 'goes-anyway'
          : null;
  return {
    chance: logistic(go - stay),
    utilities: { stay, go },
    // Taken from 0, so that nothing is -0.
    contributions: [
      { term: 'promised', logOdds: believed * promised },
      { term: 'market', logOdds: unbelieved },
      { term: 'switchingCost', logOdds: 0 - numbers.switchingCost },
      { term: 'expected', logOdds: 0 - k * expected },
      { term: 'inertia', logOdds: 0 - inertia },
      { term: 'delight', logOdds: 0 - delight },
      { term: 'disappointment', logOdds: disappointment },
    ],
    evenPromise: noEvenPromise === null ? Math.min(100, Math.max(0, even)) : null,
    noEvenPromise,
    ...notesOf(set, { expected, promised, credibility, market }, pathOf),
  };
}

const pathOf = (name: string) => `${name === 'expected' ? 'customer' : 'offer'}.${name}`;
