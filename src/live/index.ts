/**
 * What should we promise, now that orders come and go? A promiser that learns from a stream of orders started,
 * finished, cancelled or lost.
 *
 * @module
 */
export { liveSource } from './capability';
export {
  liveEndSchema,
  livePromiserSchema,
  liveStartSchema,
  quoteRequestSchema,
} from './input-schemas';
export type { LiveQuote } from './live-quote';
export { promiserDefaults } from './parameters';
export { type LivePromiserOptions, livePromiser } from './promiser';
export { reviveLivePromiser } from './revive';
export type { LivePromiserJson } from './snapshot';
export type { LiveEnd, LiveOutcome, LivePromiser, LiveStart, QuoteRequest } from './stream';
export type { LiveUnit } from './units';
