import type { Level } from '../core/level';
import type { Factor, PredictedFactor } from './factors';
import type { Stage } from './stages';

/** What one factor tells a customer to expect. */
export interface Signal {
  /** The level it points to, 0 to 100. */
  readonly level: Level;
  /** How far the customer trusts it, 0 to 1; at 0 it is as if absent. 1 unless given. */
  readonly reliability?: number | undefined;
  /** Its own standard deviation, 0 to 1000 points; the parameter `signalSd` unless given. */
  readonly sd?: number | undefined;
}

/** A price beside what such a thing usually costs, in the same currency. */
export interface PriceSignal {
  /** At least 0. */
  readonly amount: number;
  /** Above 0. */
  readonly reference: number;
  /** How far the customer trusts it as a sign, 0 to 1; 1 unless given. */
  readonly reliability?: number | undefined;
  /** Its own standard deviation, 0 to 1000 points; the parameter `signalSd` unless given. */
  readonly sd?: number | undefined;
}

/** The level each of a customer's needs calls for; one need is dominant. */
export interface NeedsSignal {
  /** Levels 0 to 100, by name: one of `commonNeeds`, or any other. */
  readonly needs: Readonly<Record<string, Level>>;
  /** The dominant need; the one with the highest level unless given, which must then be the only one. */
  readonly dominant?: string | undefined;
  /** How sure it is that these are the needs, 0 to 1; 1 unless given. */
  readonly reliability?: number | undefined;
}

/**
 * What a customer has to go by, factor by factor; leave out what there is not. A level alone, or one with its
 * reliability; where it informs `predicted`, with a spread of its own, too.
 */
export type Signals = {
  readonly [Name in Factor]?:
    | (Name extends 'price'
        ? PriceSignal
        : Name extends 'personalNeeds'
          ? NeedsSignal
          : Level | (Name extends PredictedFactor ? Signal : Omit<Signal, 'sd'>))
    | undefined;
};

/** A customer as {@link formExpectation} takes one. */
export interface ExpectationInput {
  /** The stage the customer is at. */
  readonly stage: Stage;
  readonly signals: Signals;
}
