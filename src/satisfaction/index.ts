/**
 * How will they feel? From what was promised or expected and what came of it to the answers to expect.
 *
 * @module
 */
export {
  type LevelExperience,
  levelExperienceSchema,
  type PromiseExperience,
  promiseExperienceSchema,
  type TimeUnit,
} from './experience';
export { surveySatisfaction } from './index-survey';
export { marketplaceSatisfaction } from './marketplace';
export { type SatisfactionModel, type SatisfactionTerm, satisfactionModelSchema } from './model';
export {
  type JudgedOutcome,
  judgeOutcome,
  judgePromise,
  type OutcomeOptions,
  type OutcomeParameter,
  type OutcomeReason,
  outcomeDefaults,
} from './outcome';
export {
  explainSatisfaction,
  predictSatisfaction,
  type SatisfactionExplanation,
  type SatisfactionOptions,
  type SatisfactionPrediction,
} from './predict';
