import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { schemaOf } from '../input/schema-of';
import { levelSchema } from '../input/schemas';
import type { PredictedFactor } from './factors';
import { type Stage, stageSchema } from './stages';

/**
 * What one customer expects, in three registers (Zeithaml, Berry & Parasuraman 1993): the level that is **predicted**,
 * the one that is **desired**, and what is just **adequate**. Always `adequate <= desired` and `predicted.mean <=
 * desired`; from adequate to desired runs the zone of tolerance. Others say will and should (Boulding et al. 1993), where
 * should is normative: what the company owes, not what the customer wishes for. Plain JSON.
 */
export interface Expectation {
  /** As formed, or first-use after a first experience; take it on with `classifyStage`. */
  readonly stage: Stage;
  /** The predicted level, 0 to 100, and its variance in squared points. */
  readonly predicted: { readonly mean: Level; readonly variance: number };
  /** The level desired, 0 to 100. */
  readonly desired: Level;
  /** The least level still accepted, 0 to 100. */
  readonly adequate: Level;
  /**
   * The level that the next use is held to, as a promise (D2, D3): the highest that a source believed at
   * least to `promiseTrust` promised; null without one.
   */
  readonly promised: Level | null;
  /** The factor that weighed most when it was formed. */
  readonly dominantFactor: PredictedFactor;
  /** The need that matters most; null when none is known. */
  readonly dominantNeed: string | null;
  /** The id of the parameter set last used. */
  readonly parameters: string;
}

const inOrder = (expectation: Expectation) =>
  expectation.adequate <= expectation.desired && expectation.predicted.mean <= expectation.desired;

/** Validates an {@link Expectation}, such as one that comes back from storage. */
export const expectationSchema = schemaOf<Expectation>()(
  z
    .strictObject({
      stage: stageSchema,
      predicted: z.strictObject({
        mean: levelSchema,
        variance: z.number().check(z.gte(0, 'a variance of at least 0')),
      }),
      desired: levelSchema,
      adequate: levelSchema,
      promised: z.nullable(levelSchema),
      // Spelt out, so that who validates an expectation does not carry the catalogue of factors.
      dominantFactor: z.enum([
        'wordOfMouth',
        'advertising',
        'companyPromise',
        'pastExperience',
        'price',
        'ownJudgement',
        'firstImpression',
        'longTermExperience',
      ]),
      dominantNeed: z.nullable(z.string()),
      parameters: z.string(),
    })
    .check(z.refine(inOrder, 'predicted and adequate no higher than desired')),
);
