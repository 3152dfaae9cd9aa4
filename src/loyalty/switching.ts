import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { numbersOf } from '../core/numbers-of';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { levelSchema, parametersOptionSchema } from '../input/schemas';
import { logistic } from '../numerics/logistic';
import { compare } from '../numerics/nearly';
import { outcomeSchema, stageSchema } from './customer-schemas';
import type { IntentionInput } from './intentions';
import { type SwitchingParameter, switchingDefaults } from './switching-model';

/** A customer to whom somebody else makes a promise; someone who has never used has nothing to leave. */
export interface CourtedCustomer extends Pick<IntentionInput, 'outcome' | 'stage'> {
  /** The level they expect here the next time, such as `predicted.mean` of an expectation. */
  readonly expected: Level;
}

/** What somebody else promises. */
export interface CompetitorOffer {
  readonly promised: Level;
  /** How far the promise is believed, 0 (not at all) to 1. */
  readonly credibility: number;
  /** The level expected of anybody in this market: what counts so far as the promise is not believed. */
  readonly market: Level;
}

/** A term of the log odds of going; `expected`, `inertia`, `delight` and `switchingCost` count against it. */
export type SwitchingTerm =
  | 'promised'
  | 'market'
  | 'switchingCost'
  | 'expected'
  | 'inertia'
  | 'delight'
  | 'disappointment';

/** Whether a customer goes, and why. */
export interface SwitchingPrediction {
  /** The chance that they go, 0 to 1. */
  readonly chance: number;
  /** What staying and going are worth to them, in log odds; the chance is the logistic of go - stay. */
  readonly utilities: { readonly stay: number; readonly go: number };
  /** What each term adds to the log odds of going; they add up to go - stay. */
  readonly contributions: readonly { readonly term: SwitchingTerm; readonly logOdds: number }[];
  /** The promise at which they would be as likely to go as to stay; null when no promise on the scale is. */
  readonly evenPromise: Level | null;
  /** Why there is none: nothing that is promised is believed, or any promise leaves them there, or takes them away. */
  readonly noEvenPromise: 'not-believed' | 'stays-anyway' | 'goes-anyway' | null;
  /** The parameter set, and the setting it speaks of. */
  readonly model: { readonly id: string; readonly setting: string };
}

/** Which numbers predict. */
export interface SwitchingOptions {
  /** `switchingDefaults` unless given. */
  readonly parameters?: ParameterSet<SwitchingParameter> | undefined;
}

const customerSchema = z.strictObject({
  expected: levelSchema,
  outcome: outcomeSchema,
  stage: stageSchema,
});
const credibility = 'a credibility from 0 to 1';
const offerSchema = z.strictObject({
  promised: levelSchema,
  credibility: z.number().check(z.gte(0, credibility), z.lte(1, credibility)),
  market: levelSchema,
});

/**
 * Predicts whether a customer leaves for what a competitor promises (D22): someone merely met may go when the
 * promise, so far as it is believed, beats what they expect here; someone delighted less so.
 *
 * A choice between two (a binary logit), with k log odds per point: `stay = k * expected + inertia + delight -
 * disappointment`, of which the outcome picks at most one, and `go = k * (credibility * promised + (1 - credibility)
 * * market) - switchingCost`. All numbers are assumed: compare offers and customers by them, and replace them before
 * you rely on a chance.
 *
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
  options: SwitchingOptions = {},
): SwitchingPrediction {
  return door('predictSwitching', () => {
    const { expected, outcome, stage } = read(customerSchema, customer, 'customer');
    const { promised, credibility, market } = read(offerSchema, offer, 'offer');
    const { parameters } = read(parametersOptionSchema, options, 'options') as SwitchingOptions;
    const numbers = numbersOf(parameters, switchingDefaults);
    const { id, setting } = parameters ?? switchingDefaults;
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
      model: { id, setting },
    };
  });
}
