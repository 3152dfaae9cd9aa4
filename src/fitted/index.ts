/**
 * What can we deliver, by a model: families of distributions fitted to past outcomes.
 *
 * @module
 */
export type { Outcomes } from '../capability/outcomes';
export {
  type ColumnEstimates,
  type Estimate,
  estimateColumns,
  estimateWith,
} from './estimate-with';
export type { EstimatorColumns } from './estimator-columns';
export type { CategoryEffect, Coefficient, EstimatorModel, Slope } from './estimator-model';
export type { Family, FittedParameters } from './family';
export { type FamilyCapability, familySource, type GoodnessOfFit } from './family-capability';
export { fitCapability } from './fit';
export {
  type EstimatorHistory,
  type EstimatorOptions,
  type EstimatorWarning,
  type FittedEstimator,
  fitEstimator,
} from './fit-estimator';
export { capabilityFromFamily } from './from-family';
export { gamma } from './gamma';
export { lognormal } from './lognormal';
export { normal } from './normal';
export { type FittedParameter, fittedDefaults } from './parameters';
export { weibull } from './weibull';
