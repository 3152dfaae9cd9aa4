/**
 * Where along the way? Gaps at every touchpoint, how a journey is remembered, and where satisfaction is heading.
 *
 * @module
 */
export { type BreakOptions, breakOf, type LevelBreak } from './break';
export {
  type GapOptions,
  type LevelFeeling,
  type TouchpointGap,
  type TouchpointGaps,
  touchpointGaps,
} from './gaps';
export type { Rating, RatingSummary } from './rating';
export { retailTouchpoints } from './retail';
export {
  type NearbyEvent,
  reviewTrend,
  type TrendEvent,
  type TrendReason,
  type TrendReview,
  type TrendReviewOptions,
} from './review';
export { type JourneyMoment, type JourneyScore, journeyScore } from './score';
export type { Observation, SeasonOf, TrendOptions } from './series';
export type { MeasuredTouchpoint, Touchpoint } from './touchpoints';
export { type Trend, trendOf } from './trend';
export type { GapVerdict, JourneyOptions } from './verdict';
