export { type PlanOptions, type PromisePlan, planPromise } from './plan';
export { type Rounding, toMultipleOf } from './rounding';
