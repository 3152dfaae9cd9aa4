export { type PlanOptions, planPromise, type QuoteOptions } from './plan';
export type {
  ChanceKept,
  Guarantee,
  PlanBasis,
  PlanReason,
  PromisePlan,
} from './promise-plan';
export { type Rounding, toMultipleOf } from './rounding';
