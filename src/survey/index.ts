/**
 * How do we ask, and what do the answers say? Questionnaires as data, SERVQUAL, Kano, the usual scores and needs, with
 * intervals.
 *
 * @module
 */

export type { Reliability } from './alpha';
export { type Answers, answersSchema, askedItems } from './answers';
export {
  type EightExpectation,
  eightExpectations,
  eightInstrument,
  eightNames,
} from './eight-expectations';
export type { LevelGap } from './gap';
export {
  type ImportancePerformance,
  importancePerformance,
  type LevelEstimate,
  type Quadrant,
  type QuadrantMap,
  type QuadrantPlace,
} from './importance-performance';
export {
  type ChoiceItem,
  type Condition,
  type Instrument,
  instrumentSchema,
  type ScaleItem,
  type SurveyItem,
  type TextItem,
} from './instrument';
export {
  classifyKano,
  type KanoClassification,
  type KanoResult,
} from './kano';
export { type KanoCoefficients, type KanoCounts, kanoCoefficients } from './kano-coefficients';
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
  type CuePhrases,
  findCues,
  type TextSpan,
} from './listening/cues';
export { englishCues } from './listening/english-cues';
export { listeningDefaults } from './listening/parameters';
export type { MeanEstimate } from './mean';
export { type NeedLevel, type NeedProfile, needProfile } from './need-profile';
export { needsInterview } from './needs-interview';
export {
  adjustedWaldInterval,
  type NetPromoterInterval,
  type NetPromoterOptions,
  type NetPromoterScore,
  netPromoterScore,
  waldInterval,
} from './net-promoter';
export { type DimensionOptions, type SurveyOptions, surveyDefaults } from './parameters';
export { cronbachAlpha } from './reliability';
export {
  byRole,
  type CustomerRole,
  customerRoles,
  type RoleCounts,
  type SurveyResponse,
} from './responses';
export {
  customerEffortScore,
  customerSatisfactionScore,
  type EffortOptions,
  type SatisfiedOptions,
  type SatisfiedShare,
} from './satisfied-share';
export {
  type AnswerLevels,
  answerLevels,
  type DimensionScore,
  type InstrumentScore,
  type ItemScore,
  scoreInstrument,
} from './score';
export {
  type DimensionGap,
  type ItemGap,
  type ServqualOptions,
  type ServqualScore,
  scoreServqual,
} from './score-servqual';
export {
  type ExpectationEvidence,
  evidenceFrom,
  expectationScorecard,
  type Scorecard,
  type ScorecardRow,
} from './scorecard';
export { type QualityItem, type QualityItems, servqual, servqualInstrument } from './servqual';
export type { ShareEstimate } from './shares';
