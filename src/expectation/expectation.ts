import type { Level } from '../core/level';
import type { PredictedFactor } from './factors';
import type { Stage } from './stages';

/**
 * What one customer expects, in three registers (Zeithaml, Berry & Parasuraman 1993): the level that is **predicted**,
 * the one that is **desired**, and what is just **adequate**. Always `adequate <= desired` and `predicted.mean <=
 * desired`; from adequate to desired runs the zone of tolerance. Others say will and should (Boulding et al. 1993), where
 * should is normative: what the company owes, not what the customer wishes for. Plain JSON.
 */
export interface Expectation {
  /** As formed, and as it has grown since: by the dates along a path of `followExpectation`; else take it on with `classifyStage`. */
  readonly stage: Stage;
  /** The predicted level, 0 to 100, and its variance in squared points. */
  readonly predicted: { readonly mean: Level; readonly variance: number };
  /** The level desired, 0 to 100. */
  readonly desired: Level;
  /** The least level still accepted, 0 to 100. */
  readonly adequate: Level;
  /**
   * The level that the next use is held to, as a promise: the highest that a source believed at
   * least to `promiseTrust` promised; null without one.
   */
  readonly promised: Level | null;
  /** The factor that weighed most when it was formed; null when all rests on a base that was learnt. */
  readonly dominantFactor: PredictedFactor | null;
  /** The need that matters most; null when none is known. */
  readonly dominantNeed: string | null;
  /** The id of the parameter set last used. */
  readonly parameters: string;
}
