export type { Better, Capability } from './capability';
export { capabilityFromSamples, type SampleOptions } from './samples';
