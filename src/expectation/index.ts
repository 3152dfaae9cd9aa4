/**
 * What does this customer expect? Signals weighted by the stage they are at form an expectation; what
 * happens moves it.
 *
 * @module
 */
export {
  type CustomerHistory,
  classifyStage,
  customerHistorySchema,
  type StageClassification,
} from './classify';
export { type ExpectationTable, formExpectations } from './columns';
export {
  type ExpectationEvent,
  type Experience,
  type ExperienceEvent,
  expectationEventSchema,
  experienceSchema,
  type InformationEvent,
  type NeedEvent,
  type OfferEvent,
  type PromiseEvent,
} from './events';
export { type Expectation, expectationSchema } from './expectation';
export {
  type Contribution,
  type ExpectationExplanation,
  explainExpectation,
  type PredictedContribution,
} from './explain';
export {
  type Factor,
  type FactorEntry,
  factorNames,
  factors,
  type PredictedFactor,
  predictedFactors,
  type Register,
} from './factors';
export { formExpectation } from './form';
export { type ExpectationParameter, expectationDefaults } from './parameters';
export { priceLevel } from './price';
export {
  equalWeights,
  rankOrderCentroid,
  rankReciprocal,
  rankSum,
  tiedWeights,
  type WeightingMethod,
} from './rank-weights';
export { type MethodResult, type WeightingSensitivity, weightingSensitivity } from './sensitivity';
export type {
  ExpectationColumns,
  LevelColumn,
  PriceColumn,
  ShiftColumn,
  SignalColumns,
} from './signal-columns';
export {
  type ExpectationInput,
  expectationInputSchema,
  type LevelSignal,
  type NeedsSignal,
  type PriceSignal,
  type ShiftSignal,
  type Signal,
  type Signals,
  signalsSchema,
} from './signals';
export { stageWeights, type WeightingOptions } from './stage-weights';
export {
  type FactorOrder,
  type Stage,
  type StageAdvice,
  type StageEntry,
  stageNames,
  stageSchema,
  stages,
} from './stages';
export { steadyStateGain } from './steady-state';
export {
  type DatedEvent,
  followExpectation,
  type OutcomeJudge,
  type Trajectory,
  type TrajectoryStep,
} from './trajectory';
export { updateExpectation } from './update';
export { placeInZone, type ZonePlacement } from './zone';
