import * as z from 'zod/mini';
import { schemaOf } from '../input/schema-of';
import type { PredictedFactor } from './factors';

/** Where in its life with the company a customer stands (D12 to D14). */
export type Stage = 'never-used' | 'first-use' | 'long-term';

/** Factors from most to least influential; an inner list holds factors that tie. */
export type FactorOrder = readonly (PredictedFactor | readonly PredictedFactor[])[];

/** Something to do for the customers of a stage: a code to act on and its meaning in English. */
export interface StageAdvice {
  readonly code: string;
  readonly meaning: string;
}

/** One entry of the stage catalogue. */
export interface StageEntry {
  /** The requirement it answers. */
  readonly id: string;
  /** The factors that count most, in order of influence. */
  readonly order: FactorOrder;
  /** The factors whose level counts as a promise when the next use is judged. */
  readonly promises: readonly PredictedFactor[];
  readonly advice: readonly StageAdvice[];
}

/**
 * The catalogue of stages: which factors count in which order, what counts as a promise, and what the
 * company does.
 *
 * @example
 * ```ts
 * import { stages } from 'overdeliver/expectation';
 *
 * stages['first-use'].order; // => ['firstImpression', 'wordOfMouth', 'advertising']
 * ```
 */
// Pure, so that who needs only the schema below does not carry the catalogue.
export const stages: Readonly<Record<Stage, StageEntry>> = /* @__PURE__ */ Object.freeze({
  'never-used': /* @__PURE__ */ entry(
    'D12',
    ['wordOfMouth', 'advertising', 'ownJudgement'],
    ['advertising', 'companyPromise'],
    {
      'nurture-word-of-mouth':
        "win present customers' word of mouth: the strongest and cheapest channel",
      'advertise-with-care':
        'advertising works, but it costs much, and at first use it counts as a promise',
    },
  ),
  'first-use': /* @__PURE__ */ entry(
    'D13',
    ['firstImpression', 'wordOfMouth', 'advertising'],
    ['advertising', 'companyPromise'],
    {
      'meet-the-need':
        'whether the product meets the need decides: met, they may buy again; unmet, they may leave, whatever was promised',
      'keep-advertised-promises': 'keep every promise made in advertising',
    },
  ),
  'long-term': /* @__PURE__ */ entry(
    'D14',
    ['longTermExperience', 'ownJudgement', 'wordOfMouth'],
    ['companyPromise'],
    {
      'stay-close': 'reward programmes and interaction',
      'recover-failures-well':
        'a failure handled badly makes this customer a strong negative voice',
    },
  ),
});

/** The stages from newcomer to regular; a stage's place here is its code in columns. */
export const stageNames: readonly Stage[] = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.keys(stages) as Stage[],
);

/** Validates a {@link Stage}. */
export const stageSchema = schemaOf<Stage>()(z.enum(['never-used', 'first-use', 'long-term']));

function entry(
  id: string,
  order: readonly PredictedFactor[],
  promises: readonly PredictedFactor[],
  advice: Readonly<Record<string, string>>,
): StageEntry {
  return Object.freeze({
    id,
    order: Object.freeze(order),
    promises: Object.freeze(promises),
    advice: Object.freeze(
      Object.entries(advice).map(([code, meaning]) => Object.freeze({ code, meaning })),
    ),
  });
}
