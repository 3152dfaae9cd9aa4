/**
 * What should we promise? Plans made on a capability: by keep rate, tolerance, cost, balance, surprise or window, and
 * what
 * to say while a promise is under way.
 *
 * @module
 */
export {
  type Attraction,
  type AttractionParameter,
  attractionStudies,
  b2bAttraction,
  cuiAttraction,
  fisherAttraction,
} from './attraction';
export {
  type BalanceOptions,
  type BalancePlan,
  type BalancePoint,
  type GoodwillLost,
  planByBalance,
} from './balance';
export { type CostOptions, impliedCostRatio, planByCost } from './cost';
export {
  chooseDimension,
  type Dimension,
  type DimensionChoice,
  type DimensionRank,
} from './dimension';
export {
  type ImprovementOptions,
  type RequiredImprovement,
  requiredImprovement,
} from './improvement';
export { type PromiseParameter, promiseDefaults } from './parameters';
export { type PlanOptions, planPromise, type QuoteOptions } from './plan';
export { toPriceEnding } from './price-ending';
export type {
  ChanceKept,
  Guarantee,
  PlanBasis,
  PlanReason,
  PromisePlan,
} from './promise-plan';
export { type PromiseReview, type ReviewOptions, type ReviewReason, reviewPromise } from './review';
export { type Rounding, toMultipleOf } from './rounding';
export { planSurprise, type SurpriseOptions, type SurprisePlan } from './surprise';
export { planByTolerance, type ToleranceOptions } from './tolerance';
export { planWindow, type WindowOptions, type WindowPlan } from './window';
