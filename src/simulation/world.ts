import type { Capability } from '../capability/capability';
import type { PredictedFactor } from '../expectation/factors';
import type { expectationDefaults } from '../expectation/parameters';
import type { Signals } from '../expectation/signals';
import type { Stage } from '../expectation/stages';
import type { surveyIntentions } from '../loyalty/intention-model';
import type { wordOfMouthDefaults } from '../loyalty/word-of-mouth-model';
import type { Attraction } from '../promise/attraction';
import type { SatisfactionModel } from '../satisfaction/model';
import type { outcomeDefaults } from '../satisfaction/noticeable';
import type { simulationDefaults } from './parameters';

/** What an order earns and costs, all in one currency. */
export interface OrderEconomics {
  /** What a customer pays for an order, 0 to 1e12. */
  readonly revenue: number;
  /** What it costs to serve, 0 to 1e12. */
  readonly cost: number;
  /** What is paid back for each unit of time that an order is late, 0 to 1e12; 0 unless given. */
  readonly perUnitLate?: number | undefined;
  /** What is paid back for an order that is late at all, 0 to 1e12; 0 unless given. */
  readonly perBroken?: number | undefined;
}

/** The models that customers go by; the library's defaults for those left out. */
export interface WorldModels {
  readonly expectation?: typeof expectationDefaults | undefined;
  /** `marketplaceSatisfaction` for a capability in days, `mixedSatisfaction` for any other, unless given. */
  readonly satisfaction?: SatisfactionModel | undefined;
  readonly outcome?: typeof outcomeDefaults | undefined;
  readonly intention?: typeof surveyIntentions | undefined;
  readonly wordOfMouth?: typeof wordOfMouthDefaults | undefined;
}

/** A market in which customers meet a policy: what can be delivered, what it does to sales, and who the customers are. */
export interface World {
  /** What is delivered, a time above 0 of which every quantile is identified. */
  readonly capability: Capability;
  /** How many order at a quote: multiplied with the chance that somebody orders at attraction 1. */
  readonly attraction: Attraction;
  readonly order: OrderEconomics;
  /** How many customers there are, all of them newcomers, or how many at each stage; 1 to 1,000,000 in all. */
  readonly customers: number | { readonly [At in Stage]?: number | undefined };
  /** How long it goes on, 1 to 3,650 days. */
  readonly days: number;
  /** A whole number from 0 to 2^53 - 1: the same seed gives the same world. */
  readonly seed: number;
  /** How often the whole is played, each time with chances of its own, 2 to 1,000 times; 10 unless given. */
  readonly replications?: number | undefined;
  /** What customers go by on coming beside word of mouth, such as `{ advertising: 85 }`; nothing unless given. */
  readonly signals?:
    | Omit<Pick<Signals, PredictedFactor>, 'wordOfMouth' | 'companyPromise'>
    | undefined;
  /** The time that customers of this market are used to, above 0; the capability's median unless given. */
  readonly usual?: number | undefined;
  /** The days in a unit of the capability, above 0; needed unless that is minutes, hours, days or business-days. */
  readonly daysPerUnit?: number | undefined;
  /** The numbers of the world; `simulationDefaults` unless given. */
  readonly parameters?: typeof simulationDefaults | undefined;
  readonly models?: WorldModels | undefined;
}
