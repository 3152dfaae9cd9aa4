import type { PredictedFactor } from './factors';

/** The stages from newcomer to regular; a stage's place here is its code in columns. */
export const stageNames = /* @__PURE__ */ Object.freeze([
  'never-used',
  'first-use',
  'long-term',
] as const);

/** Where in its life with the company a customer stands. */
export type Stage = (typeof stageNames)[number];

/** Factors from most to least influential; an inner list holds factors that tie. */
export type FactorOrder = readonly (PredictedFactor | readonly PredictedFactor[])[];

/** @inline */
type StageAdvice =
  | 'nurture-word-of-mouth'
  | 'advertise-with-care'
  | 'meet-the-need'
  | 'keep-advertised-promises'
  | 'stay-close'
  | 'recover-failures-well';

/** One entry of the stage catalogue. */
export interface StageEntry {
  /** The factors that count most, in order of influence. */
  readonly order: FactorOrder;
  /** The factors whose level counts as a promise when the next use is judged. */
  readonly promises: readonly PredictedFactor[];
  /** The factors that take a use, which nobody at the stage has had: a signal of one is refused. */
  readonly notYet: readonly PredictedFactor[];
  /** What to do for the customers of the stage: a code to act on and its meaning in English. Codes may be added. */
  readonly advice: readonly { readonly code: StageAdvice; readonly meaning: string }[];
}

/**
 * The catalogue of stages, as practice ranks them: which factors count in which order, what counts as a promise, and
 * what the company does. Of the orders, a survey of one airline bears out the long-term one and leaves that of first use open;
 * `fitExpectation` tells of your own rows whether they hold.
 *
 * @example
 * ```ts
 * import { stages } from 'overdeliver/expectation';
 *
 * stages['first-use'].order; // => ['firstImpression', 'wordOfMouth', 'advertising']
 * ```
 */
// Pure, so that who needs only the names above does not carry the catalogue.
export const stages: Readonly<Record<Stage, StageEntry>> = /* @__PURE__ */ Object.freeze({
  'never-used': /* @__PURE__ */ entry(
    ['wordOfMouth', 'advertising', 'ownJudgement'],
    ['advertising', 'companyPromise'],
    ['firstImpression', 'longTermExperience'],
    {
      'nurture-word-of-mouth':
        "win present customers' word of mouth: the strongest and cheapest channel",
      'advertise-with-care':
        'advertising works, but it costs much, and at first use it counts as a promise',
    },
  ),
  'first-use': /* @__PURE__ */ entry(
    ['firstImpression', 'wordOfMouth', 'advertising'],
    ['advertising', 'companyPromise'],
    [],
    {
      'meet-the-need':
        'whether the product meets the need decides: met, they may buy again; unmet, they may leave, whatever was promised',
      'keep-advertised-promises': 'keep every promise made in advertising',
    },
  ),
  'long-term': /* @__PURE__ */ entry(
    ['longTermExperience', 'ownJudgement', 'wordOfMouth'],
    ['companyPromise'],
    [],
    {
      'stay-close': 'reward programmes and interaction',
      'recover-failures-well':
        'a failure handled badly makes this customer a strong negative voice',
    },
  ),
});

function entry(
  order: readonly PredictedFactor[],
  promises: readonly PredictedFactor[],
  notYet: readonly PredictedFactor[],
  advice: Readonly<Partial<Record<StageAdvice, string>>>,
): StageEntry {
  return Object.freeze({
    order: Object.freeze(order),
    promises: Object.freeze(promises),
    notYet: Object.freeze(notYet),
    advice: Object.freeze(
      (Object.keys(advice) as StageAdvice[]).map((code) =>
        Object.freeze({ code, meaning: advice[code] as string }),
      ),
    ),
  });
}
