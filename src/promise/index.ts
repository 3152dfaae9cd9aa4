/**
 * What should we promise? Plans made on a capability: by keep rate, tolerance, cost, balance, surprise or window, and
 * what to say while a promise is under way.
 *
 * @module
 */
export { type Attraction, attractionStudies, cuiAttraction, fisherAttraction } from './attraction';
export { type BalanceOptions, type BalancePlan, type BalancePoint, planByBalance } from './balance';
export type { NearBest } from './balance-top';
export { type CostOptions, impliedCostRatio, planByCost } from './cost';
export { chooseDimension, type Dimension, type DimensionChoice } from './dimension';
export { type RequiredImprovement, requiredImprovement } from './improvement';
export { planOptionsSchema } from './input';
export { promiseDefaults } from './parameters';
export { type PlanOptions, planPromise } from './plan';
export { toPriceEnding } from './price-ending';
export type { ReviewReason } from './promise-again';
export type { ChanceKept, Guarantee, PlanReason, PromisePlan } from './promise-plan';
export { type PromiseReview, type ReviewOptions, reviewPromise } from './review';
export { type Rounding, toMultipleOf } from './rounding';
export { planSurprise, type SurprisePlan } from './surprise';
export { planByTolerance } from './tolerance';
export { planWindow, type WindowOptions, type WindowPlan } from './window';
export { narrowest, type WindowChoices, type WindowShape } from './window-shape';
