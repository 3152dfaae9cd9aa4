/**
 * How will they feel? From what was promised or expected and what came of it to the answers to expect.
 *
 * @module
 */
export {
  predictSatisfactions,
  type SatisfactionTable,
} from './columns';
export type { SatisfactionContribution } from './contributions';
export {
  type CostExperience,
  costExperienceSchema,
  type DimensionExperience,
  type LevelExperience,
  levelExperienceSchema,
  type MixedExperience,
  type PromiseExperience,
  promiseExperienceSchema,
  type SatisfactionExperience,
  type Spread,
  type TimeUnit,
  type Uncertain,
} from './experience';
export type { DimensionColumns, SatisfactionColumns } from './experience-columns';
export { type CalibrationPoint, calibrationCurve } from './fit/calibration-curve';
export type { FormScore, Losses } from './fit/compare';
export {
  type ChangePart,
  explainChange,
  type Period,
  type SatisfactionChange,
} from './fit/explain-change';
export type { FitNames, SatisfactionFitOptions } from './fit/fit-options';
export { type FitFlag, fitSatisfaction, type SatisfactionFit } from './fit/fit-satisfaction';
export { type PermutedTerm, permuteExpectations } from './fit/permute';
export {
  type EstimatedNumber,
  type Recalibration,
  recalibrateSatisfaction,
} from './fit/recalibrate';
export type { GapForm } from './fit/variants';
export { surveySatisfaction } from './index-survey';
export { marketplaceSatisfaction } from './marketplace';
export { mixedSatisfaction, tk92Satisfaction } from './mixed';
export {
  type KanoResponse,
  type SatisfactionDimension,
  type SatisfactionForm,
  type SatisfactionModel,
  type SatisfactionTerm,
  satisfactionModelSchema,
  type ValueFunction,
} from './model';
export { type OutcomeParameter, outcomeDefaults } from './noticeable';
export {
  type JudgedOutcome,
  judgeOutcome,
  judgePromise,
  type OutcomeOptions,
  type OutcomeReason,
} from './outcome';
export {
  explainSatisfaction,
  predictSatisfaction,
  type SatisfactionExplanation,
  type SatisfactionOptions,
  type SatisfactionPrediction,
} from './predict';
