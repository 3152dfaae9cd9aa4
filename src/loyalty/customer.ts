import type { Level } from '../core/level';
import type { Outcome } from '../core/outcome';

/** A customer after an experience. */
export interface IntentionInput {
  /** How satisfied they are, 0 to 100: the score of a prediction, or an answer turned into a level. */
  readonly satisfaction: Level;
  /** What came of their expectation. */
  readonly outcome: Outcome;
  /** Their stage after the experience; someone who has never used has nothing to return to. */
  readonly stage: 'first-use' | 'long-term';
}

/** Customers after an experience, by column, all of one length. */
export interface IntentionColumns {
  /** 0 to 100, NaN where a row has none. */
  readonly satisfaction: Float64Array;
  /** One outcome for all rows, or each row's place in `outcomes`: 0 below, 1 met, 2 exceeded. */
  readonly outcome: Outcome | Uint8Array;
  /** One stage for all rows, or each row's place in `stageNames`: 1 first-use, 2 long-term. */
  readonly stage: 'first-use' | 'long-term' | Uint8Array;
}

/** A customer who may talk: how satisfied they are, 0 to 100, and what came of their expectation. */
export type TalkingCustomer = Pick<IntentionInput, 'satisfaction' | 'outcome'>;

/** Customers who are alike. */
export interface TalkingCustomers extends TalkingCustomer {
  /** How many they are, 0 to 1e15; need not be whole, so that chances or shares of customers will do. */
  readonly customers: number;
}

/** A customer to whom somebody else makes a promise; someone who has never used has nothing to leave. */
export interface CourtedCustomer extends Pick<IntentionInput, 'outcome' | 'stage'> {
  /** The level they expect here the next time, 0 to 100, such as `predicted.mean` of an expectation. */
  readonly expected: Level;
}

/** What somebody else promises. */
export interface CompetitorOffer {
  /** The level they promise, 0 to 100. */
  readonly promised: Level;
  /** How far the promise is believed, 0 (not at all) to 1. */
  readonly credibility: number;
  /** The level expected of anybody in this market, 0 to 100: what counts so far as the promise is not believed. */
  readonly market: Level;
}

/** A failure and what was done about it, as the customer sees it. */
export interface FailureRecovered {
  /** Their satisfaction after the failure, 0 up to what it was before. */
  readonly failed: Level;
  /**
   * How fair what they got is: refund, replacement, compensation. 0 (nothing) to 100 (all that the failure cost them),
   * as a percentage: of money `Math.min(100, (100 * worth) / damage)`. 0 unless given.
   */
  readonly distributive?: Level | undefined;
  /** How fairly they were treated: heard, told the truth, respected. 0 to 100, no share up to 1; 0 unless given. */
  readonly interactional?: Level | undefined;
  /** How fair the way there was: quick, easy, flexible. 0 to 100, no share up to 1; 0 unless given. */
  readonly procedural?: Level | undefined;
  /** How often somebody apologised, a whole number; 0 unless given. */
  readonly apologies?: number | undefined;
}
