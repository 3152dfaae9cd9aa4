/**
 * What can we deliver? A distribution of durations, costs or levels from what is known of them: samples, also while some are
 * under way, quantiles, steps, groups, estimates, or a guess.
 *
 * @module
 */
export { capabilityAsOf, type DatedCapability } from './as-of';
export type {
  Better,
  Capability,
  CapabilityJson,
  CapabilityWarning,
  StillUnderWay,
} from './capability';
export { type CensoredOptions, capabilityFromCensored, censoredSource } from './censored';
export type { Distribution, Ranks } from './distribution';
export { type AsOfOptions, type DurationsAsOf, durationsAsOf } from './durations-as-of';
export { type Calibration, type CalibrationOptions, calibrateEstimates } from './estimates';
export { type ColumnEstimates, estimateColumns } from './estimator/estimate-columns';
export { type Estimate, estimateWith } from './estimator/estimate-with';
export type { EstimatorModel } from './estimator/estimator-model';
export { fitEstimator } from './estimator/fit-estimator';
export type {
  EstimatorHistory,
  EstimatorOptions,
  FittedEstimator,
} from './estimator/fitted-estimator';
export type { EstimatorColumns } from './estimator/input';
export { fittedDefaults } from './estimator/parameters';
export type { Family } from './families/family';
export type { FamilyCapability } from './families/family-capability';
export { familySource } from './families/family-source';
export { fitCapability } from './families/fit';
export { capabilityFromFamily } from './families/from-family';
export { gamma } from './families/gamma';
export type { Likelihood, LogTerm } from './families/likelihood';
export { lognormal } from './families/lognormal';
export { normal } from './families/normal';
export { weibull } from './families/weibull';
export { capabilityByGroup, type GroupCapability } from './groups';
export { capabilityFromGuess, type GuessOptions } from './guess';
export type { EstimateHistory, PointEstimate } from './input-estimates';
export type { GroupOptions, GroupRow } from './input-groups';
export { type DatedOrder, datedOrderSchema } from './input-orders';
export { mixCapabilities, mixtureSource } from './mixture';
export { capabilityDefaults } from './parameters';
export { pipelineCapability, pipelineSource } from './pipeline';
export { poweredSource } from './powered';
export { capabilityFromQuantiles, quantilesSource } from './quantiles';
export type { QuantityOptions, UnitOptions } from './quantity';
export { recencyWeights } from './recency-weights';
export { reviveCapability } from './revive';
export { type RolledEstimates, rollEstimates } from './roll-estimates';
export { capabilityFromSamples, samplesSource } from './samples';
export { scaleCapability, scaledSource } from './scaled';
export type { CapabilitySource } from './source';
