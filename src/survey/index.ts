/**
 * How do we ask, and what do the answers say? Questionnaires as data, SERVQUAL, Kano, the usual scores and needs, with
 * intervals.
 *
 * @module
 */

export type { RowFault } from '../input/error-codes';
export type { Reliability } from './alpha';
export { answersSchema, askedItems } from './answers';
export { answersFromRows } from './answers-from-rows';
export { byRole } from './by-role';
export {
  type Difference,
  type DifferenceOptions,
  type KeptCount,
  meanDifference,
  netPromoterDifference,
  type ShareCount,
  shareDifference,
} from './differences';
export {
  type EightExpectation,
  eightExpectations,
  eightInstrument,
  eightNames,
} from './eight-expectations';
export type { ExpectationEvidence } from './evidence';
export {
  type ImportancePerformance,
  importancePerformance,
  type Quadrant,
  type QuadrantMap,
} from './importance-performance';
export { europeanIndexPaths } from './index-model/european-index';
export { fitIndexModel } from './index-model/fit-index-model';
export { indexScores } from './index-model/index-scores';
export type {
  IndexEffect,
  IndexFit,
  IndexFlag,
  IndexItem,
  IndexModel,
  IndexModelOptions,
  IndexPath,
  IndexScores,
} from './index-model/index-types';
export { indexModelSchema } from './index-model/input-index';
export { instrumentSchema } from './input-instrument';
export type {
  Answers,
  ChoiceItem,
  Instrument,
  ScaleItem,
  SurveyItem,
  TextItem,
} from './instrument';
export { classifyKano, type KanoClassification, type KanoResult } from './kano';
export { type KanoCoefficients, kanoCoefficients } from './kano-coefficients';
export { type KanoFeature, kanoInstrument } from './kano-instrument';
export {
  type KanoAnswer,
  type KanoCategory,
  kanoAnswers,
  kanoCategories,
  kanoCategory,
} from './kano-table';
export {
  type CueFindings,
  type CueLexicon,
  type CueMatch,
  findCues,
} from './listening/cues';
export { englishCues } from './listening/english-cues';
export { listeningDefaults } from './listening/parameters';
export type { MeanEstimate } from './mean';
export { type NeedProfile, needProfile } from './need-profile';
export { needsInterview } from './needs-interview';
export {
  adjustedWaldInterval,
  type NetPromoterInterval,
  type NetPromoterScore,
  netPromoterScore,
  waldInterval,
} from './net-promoter';
export { type DimensionOptions, type SurveyOptions, surveyDefaults } from './parameters';
export { type QualityLevels, qualityLevels } from './quality-levels';
export { cronbachAlpha } from './reliability';
export { type CustomerRole, customerRoles, type SurveyResponse } from './responses';
export { type RowsOptions, responsesFromRows } from './responses-from-rows';
export {
  customerEffortScore,
  customerSatisfactionScore,
  type SatisfiedOptions,
  type SatisfiedShare,
} from './satisfied-share';
export {
  type AnswerLevels,
  answerLevels,
  type InstrumentScore,
  scoreInstrument,
} from './score';
export { type ServqualScore, scoreServqual } from './score-servqual';
export {
  evidenceFrom,
  expectationScorecard,
  type Scorecard,
} from './scorecard';
export { type QualityItem, type QualityItems, servqual, servqualInstrument } from './servqual';
export type { ShareEstimate } from './shares';
