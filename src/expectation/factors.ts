/** Which of the three registers of an expectation a factor speaks to. */
export type Register = 'predicted' | 'desired' | 'adequate';

/** What forms an expectation (D1 to D11). */
export type Factor =
  | 'wordOfMouth'
  | 'advertising'
  | 'companyPromise'
  | 'rolePerception'
  | 'pastExperience'
  | 'competitorOffer'
  | 'personalNeeds'
  | 'price'
  | 'ownJudgement'
  | 'firstImpression'
  | 'longTermExperience';

/** A factor that informs `predicted`; these are the ones that a stage ranks. */
export type PredictedFactor = Exclude<
  Factor,
  'rolePerception' | 'competitorOffer' | 'personalNeeds'
>;

/** One entry of the factor catalogue. */
export interface FactorEntry {
  /** The requirement it answers. */
  readonly id: string;
  readonly register: Register;
  readonly meaning: string;
}

/**
 * The catalogue of factors in their fixed order, D1 to D11. Ranked weights apply to those that inform
 * `predicted`.
 *
 * @example
 * ```ts
 * import { factors } from 'overdeliver/expectation';
 *
 * factors.competitorOffer.register; // => 'desired'
 * ```
 */
export const factors: Readonly<Record<Factor, FactorEntry>> = Object.freeze({
  wordOfMouth: entry('D1', 'predicted', 'what others say and the media write about the company'),
  advertising: entry(
    'D2',
    'predicted',
    'what advertising hints at; at first use it counts as a promise',
  ),
  companyPromise: entry(
    'D3',
    'predicted',
    'what the company committed itself to: a time, a price, a service',
  ),
  rolePerception: entry(
    'D4',
    'adequate',
    'how customers see their own part: as a king, or just as a buyer',
  ),
  pastExperience: entry(
    'D5',
    'predicted',
    'experience with similar products or in neighbouring fields',
  ),
  competitorOffer: entry(
    'D6',
    'desired',
    'what a competitor gave or promises: all of it is expected, and something on top',
  ),
  personalNeeds: entry(
    'D7',
    'desired',
    'what this person needs; several needs at once, one of them dominant',
  ),
  price: entry(
    'D8',
    'predicted',
    'the price beside a reference price: the higher, the more is expected',
  ),
  ownJudgement: entry('D9', 'predicted', "the customer's own reading"),
  firstImpression: entry('D10', 'predicted', 'how the first use felt'),
  longTermExperience: entry('D11', 'predicted', 'what use over a long time has taught'),
});

/** All factors in the order of the catalogue. */
export const factorNames: readonly Factor[] = Object.freeze(Object.keys(factors) as Factor[]);

/** The factors that inform `predicted`, in the order of the catalogue. */
export const predictedFactors: readonly PredictedFactor[] = Object.freeze(
  factorNames.filter(
    (factor): factor is PredictedFactor => factors[factor].register === 'predicted',
  ),
);

function entry(id: string, register: Register, meaning: string): FactorEntry {
  return Object.freeze({ id, register, meaning });
}
