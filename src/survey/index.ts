/**
 * How do we ask, and what do the answers say? Questionnaires as data, SERVQUAL, Kano, the usual scores, needs, and
 * cues in what customers write, all with intervals.
 *
 * @module
 */
export { type Answers, answersSchema, askedItems } from './answers';
export {
  type CueCount,
  type CueEntry,
  type CueFindings,
  type CueLexicon,
  type CueMatch,
  type CueTarget,
  findCues,
  type TextSpan,
} from './cues';
export {
  type EightExpectation,
  eightExpectations,
  eightInstrument,
  eightNames,
} from './eight-expectations';
export { englishCues } from './english-cues';
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
  type KanoFeature,
  type KanoResult,
  kanoInstrument,
} from './kano';
export { type KanoCoefficients, type KanoCounts, kanoCoefficients } from './kano-coefficients';
export {
  type KanoAnswer,
  type KanoCategory,
  kanoAnswers,
  kanoCategories,
  kanoCategory,
} from './kano-table';
export type { Reliability } from './kernel-alpha';
export type { Mean } from './kernel-mean';
export { type NeedLevel, type NeedProfile, needProfile } from './need-profile';
export { needsInterview } from './needs-interview';
export {
  adjustedWald,
  type NetPromoterInterval,
  type NetPromoterOptions,
  type NetPromoterScore,
  netPromoterScore,
  wald,
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
  type Gap,
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
export type { Share } from './shares';
