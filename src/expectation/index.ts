/**
 * What does this customer expect? Signals weighted by the stage they are at form an expectation; what
 * happens moves it.
 *
 * @module
 */
export { airlineExpectation } from './airline';
export { type CustomerHistory, classifyStage, type StageClassification } from './classify';
export { type ExpectationTable, formExpectations } from './columns';
export type { ExpectationEvent, Experience } from './events';
export type { Expectation } from './expectation';
export {
  type Contribution,
  type ExpectationExplanation,
  explainExpectation,
} from './explain';
export {
  type Factor,
  type FactorEntry,
  factorNames,
  factors,
  type PredictedFactor,
  predictedFactors,
} from './factors';
export { fitExpectation } from './fit/fit-expectation';
export type {
  AskedRegister,
  ExpectationFit,
  ExpectationFitFlag,
  ExpectationFitOptions,
  ExpectationFitRow,
  ExpectationFormScore,
  LearntExpectation,
  LearntWeight,
  StageOrder,
} from './fit/fit-types';
export { expectationFitRowSchema } from './fit/input';
export { expectationParametersSchema } from './fit/input-set';
export { fitUpdating } from './fit-updating/fit-updating';
export { updatingHistorySchema } from './fit-updating/input';
export type {
  StrayName,
  UpdatingFit,
  UpdatingFitFlag,
  UpdatingFitOptions,
  UpdatingHistory,
  UpdatingName,
  UpdatingNumber,
  UpdatingStep,
} from './fit-updating/updating-types';
export { followExpectation } from './follow';
export { formExpectation } from './form';
export {
  customerHistorySchema,
  expectationEventSchema,
  expectationInputSchema,
  expectationSchema,
  experienceSchema,
  signalsSchema,
  stageSchema,
} from './input';
export type { LearntName, WeightName } from './learnt-weights';
export { expectationDefaults } from './parameters';
export { priceLevel } from './price';
export {
  equalWeights,
  rankOrderCentroid,
  rankReciprocal,
  rankSum,
  tiedWeights,
} from './rank-weights';
export { type WeightingSensitivity, weightingSensitivity } from './sensitivity';
export type { ExpectationColumns, SignalColumns } from './signal-columns';
export type {
  ExpectationInput,
  NeedsSignal,
  PriceSignal,
  Signal,
  Signals,
} from './signals';
export { stageWeights } from './stage-weights';
export { type FactorOrder, type Stage, type StageEntry, stageNames, stages } from './stages';
export { steadyStateGain } from './steady-state';
export type { DatedEvent, OutcomeJudge, Trajectory, TrajectoryStep } from './trajectory';
export { updateExpectation } from './update';
export type { WeightingMethod, WeightingOptions } from './weighting';
export { placeInZone, type ZonePlacement } from './zone';
