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
export type {
  CostExperience,
  DimensionColumns,
  LevelExperience,
  MixedExperience,
  PromiseExperience,
  SatisfactionColumns,
  SatisfactionExperience,
  Uncertain,
} from './experience';
export {
  type ExplanationOptions,
  explainSatisfaction,
  type SatisfactionExplanation,
} from './explain';
export { calibrationCurve } from './fit/calibration-curve';
export { type CompleteRows, completeRows } from './fit/complete-rows';
export {
  explainChange,
  type Period,
  type SatisfactionChange,
} from './fit/explain-change';
export type { SatisfactionFit } from './fit/fit-model';
export type { SatisfactionFitOptions } from './fit/fit-options';
export { fitSatisfaction } from './fit/fit-satisfaction';
export type { FormScore } from './fit/form-score';
export { permuteExpectations } from './fit/permute';
export {
  type EstimatedNumber,
  type Recalibration,
  recalibrateSatisfaction,
} from './fit/recalibrate';
export { type ModelScore, scoreSatisfaction } from './fit/score-satisfaction';
export { surveySatisfaction } from './index-survey';
export { imageSatisfaction, valueSatisfaction } from './index-survey-value';
export {
  costExperienceSchema,
  levelExperienceSchema,
  promiseExperienceSchema,
} from './input-experience';
export { satisfactionModelSchema } from './input-model';
export type { JudgedOutcome } from './judged-outcome';
export { marketplaceSatisfaction } from './marketplace';
export { mixedSatisfaction, tk92Satisfaction } from './mixed';
export type { SatisfactionDimension, SatisfactionForm, SatisfactionModel } from './model';
export { outcomeDefaults } from './noticeable';
export { judgeOutcome, judgePromise } from './outcome';
export {
  predictSatisfaction,
  type SatisfactionOptions,
  type SatisfactionPrediction,
} from './predict';
export type { SatisfactionWarning } from './warnings';
