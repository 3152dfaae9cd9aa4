import { recordFor } from '../core/record-for';

/** Every factor, with the register of an expectation that it speaks to: types, schemas and columns follow from it. */
const registers = {
  wordOfMouth: 'predicted',
  advertising: 'predicted',
  companyPromise: 'predicted',
  rolePerception: 'adequate',
  pastExperience: 'predicted',
  competitorOffer: 'desired',
  personalNeeds: 'desired',
  price: 'predicted',
  ownJudgement: 'predicted',
  firstImpression: 'predicted',
  longTermExperience: 'predicted',
} as const;

/** What forms an expectation. */
export type Factor = keyof typeof registers;

/** A factor that informs `predicted`; these are the ones that a stage ranks. */
export type PredictedFactor = {
  [Name in Factor]: (typeof registers)[Name] extends 'predicted' ? Name : never;
}[Factor];

/** All factors in the order of the catalogue. */
export const factorNames: readonly Factor[] = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.keys(registers) as Factor[],
);

const isPredicted = (factor: Factor): factor is PredictedFactor =>
  registers[factor] === 'predicted';
const isOther = (factor: Factor): factor is Exclude<Factor, PredictedFactor> =>
  !isPredicted(factor);

/** The factors that inform `predicted`, in the order of the catalogue. */
export const predictedFactors: readonly PredictedFactor[] = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ factorNames.filter(isPredicted),
);

/** The factors that move another register. */
export const otherFactors: readonly Exclude<Factor, PredictedFactor>[] =
  /* @__PURE__ */ factorNames.filter(isOther);

const meanings: Readonly<Record<Factor, string>> = {
  wordOfMouth: 'what others say and the media write about the company',
  advertising: 'what advertising hints at; at first use it counts as a promise',
  companyPromise: 'what the company committed itself to: a time, a price, a service',
  rolePerception: 'how customers see their own part: as a king, or just as a buyer',
  pastExperience: 'experience with similar products or in neighbouring fields',
  competitorOffer:
    'what a competitor gave or promises: all of it is expected, and something on top',
  personalNeeds: 'what this person needs; several needs at once, one of them dominant',
  price: 'the price beside a reference price: the higher, the more is expected',
  ownJudgement: "the customer's own reading",
  firstImpression: 'how the first use felt',
  longTermExperience: 'what use over a long time has taught',
};

/** One entry of the factor catalogue. */
export interface FactorEntry {
  /** Which of the three registers of an expectation the factor speaks to. */
  readonly register: 'predicted' | 'desired' | 'adequate';
  /** What it is, in English. */
  readonly meaning: string;
}

/**
 * The catalogue of factors in their fixed order, as practice names them. Ranked weights apply to those that inform
 * `predicted`.
 *
 * @example
 * ```ts
 * import { factors } from 'overdeliver/expectation';
 *
 * factors.competitorOffer.register; // => 'desired'
 * ```
 */
export const factors: Readonly<Record<Factor, FactorEntry>> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ recordFor(factorNames, (name) =>
    Object.freeze({ register: registers[name], meaning: meanings[name] }),
  ),
);
