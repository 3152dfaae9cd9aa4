export type {
  Better,
  Capability,
  CapabilityJson,
  CapabilityWarning,
  Ranks,
} from './capability';
export { type CalibrationOptions, calibrateEstimates } from './estimates';
export type { Family, FittedParameters } from './family';
export { type FamilyCapability, familySource, type GoodnessOfFit } from './family-capability';
export { fitCapability } from './fit';
export { capabilityFromFamily } from './from-family';
export { gamma } from './gamma';
export type { GroupOptions, GroupRow } from './group-options';
export { capabilityByGroup, type GroupCapability, type GroupShare } from './groups';
export { capabilityFromGuess, type GuessOptions } from './guess';
export { lognormal } from './lognormal';
export { type MixturePart, mixCapabilities, mixtureSource } from './mixture';
export { normal } from './normal';
export type { Outcomes } from './outcomes';
export { type CapabilityParameter, capabilityDefaults } from './parameters';
export { pipelineCapability, pipelineSource } from './pipeline';
export { capabilityFromQuantiles, type QuantilePoint, quantilesSource } from './quantiles';
export type { QuantityOptions } from './quantity';
export { recencyWeights } from './recency-weights';
export { reviveCapability } from './revive';
export { capabilityFromSamples } from './samples';
export type { SampleOptions } from './samples-capability';
export { samplesSource } from './samples-source';
export { scaleCapability, scaledSource, shiftCapability } from './scaled';
export type { CapabilitySource, ReviveInner } from './source';
export { weibull } from './weibull';
