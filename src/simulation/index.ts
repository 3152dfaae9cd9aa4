/**
 * What would happen? Customers yet to come meet the promises of a policy, by the models of all the other modules, and the
 * assumptions that decide are named.
 *
 * @module
 */
export {
  type BestKeepRate,
  bestKeepRate,
  bestKeepRateSteps,
  type KeepRatePoint,
  type KeepRateSearch,
} from './best-keep-rate';
export type { SimulatedMean } from './estimate';
export type { SimulationNumber } from './numbers';
export { simulationDefaults } from './parameters';
export { planFor } from './plan-for';
export type { Policy, PolicyQuestion } from './policy';
export type { PolicyMetrics, SimulationMetric } from './policy-result';
export type { SimulationProgress } from './progress';
export {
  type PolicyResult,
  type Simulation,
  type SimulationOptions,
  simulatePolicies,
  simulationSteps,
} from './simulate';
export type { TimelinePoint } from './timeline';
export {
  type AssumedElsewhere,
  type AssumptionEffect,
  assumptionSteps,
  type DecidingAssumptions,
  whichAssumptionDecides,
} from './which-assumption';
export type { OrderEconomics, World, WorldModels } from './world';
