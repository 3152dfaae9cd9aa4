/**
 * Where along the way? Gaps at every touchpoint, how a journey is remembered, and where satisfaction is heading.
 *
 * @module
 */
export { type BreakOptions, breakOf, type LevelBreak } from './break';
export type {
  ImportanceFlag,
  ImportanceFormScore,
  LearntImportance,
  TouchpointImportance,
  TouchpointImportanceOptions,
  TouchpointRow,
  TouchpointWorth,
} from './fit/importance-types';
export { touchpointRowSchema } from './fit/input';
export { touchpointModelSchema } from './fit/input-model';
export { type JourneyPrediction, predictJourney } from './fit/predict-journey';
export { touchpointImportance } from './fit/touchpoint-importance';
export type { TouchpointEffects, TouchpointModel } from './fit/touchpoint-model';
export {
  type GapOptions,
  type TouchpointGap,
  type TouchpointGaps,
  touchpointGaps,
} from './gaps';
export type { Rating } from './rating';
export { retailTouchpoints } from './retail';
export { reviewTrend, type TrendReview, type TrendReviewOptions } from './review';
export { type JourneyScore, journeyScore } from './score';
export type { Observation, TrendOptions } from './series';
export type { MeasuredTouchpoint, Touchpoint } from './touchpoints';
export { type Trend, trendOf } from './trend';
