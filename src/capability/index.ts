export type { Better, Capability, Ranks } from './capability';
export { capabilityFromSamples, type SampleOptions } from './samples';
