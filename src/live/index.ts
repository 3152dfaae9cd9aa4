export { type PromiserParameter, promiserDefaults } from './parameters';
export {
  type LiveEnd,
  type LiveOutcome,
  type LivePromiser,
  type LivePromiserOptions,
  type LiveStart,
  livePromiser,
  type QuoteRequest,
} from './promiser';
export type { LiveQuote } from './quote';
export type { LivePromiserJson, OrdersJson } from './snapshot';
export type { LiveUnit } from './units';
