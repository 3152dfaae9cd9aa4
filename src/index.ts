/**
 * Manage customer expectations: what they expect, what to promise, how they will feel, what they will do. Here is what most
 * apps need; everything else is in the modules, such as `overdeliver/promise`.
 *
 * @packageDocumentation
 */

export type * from './calendar/index';
export { businessCalendar, dueDate, durationBetween, promiseClocks } from './calendar/index';
export type * from './capability/index';
export {
  calibrateEstimates,
  capabilityAsOf,
  capabilityByGroup,
  capabilityFromCensored,
  capabilityFromGuess,
  capabilityFromSamples,
  estimateWith,
  fitEstimator,
  reviveCapability,
} from './capability/index';
export type * from './core/index';
export { adjustParameters, isOverdeliverError, levelFromAnswer } from './core/index';
export type * from './expectation/index';
export {
  classifyStage,
  explainExpectation,
  followExpectation,
  formExpectation,
  placeInZone,
  updateExpectation,
} from './expectation/index';
export type * from './journey/index';
export type * from './ledger/index';
export {
  byDay,
  byMonth,
  byWeek,
  driftAlarms,
  keptRate,
  keptRates,
  openLedger,
  recordEvent,
  reviveLedger,
} from './ledger/index';
export type * from './lifetime/index';
export { expectedPurchases, fitBgNbd, lifetimeValue, probabilityAlive } from './lifetime/index';
export type * from './live/index';
export { livePromiser, reviveLivePromiser } from './live/index';
export type * from './loyalty/index';
export {
  predictIntention,
  predictRecovery,
  predictSwitching,
  predictWordOfMouth,
} from './loyalty/index';
export type * from './promise/index';
export {
  chooseDimension,
  planByBalance,
  planByCost,
  planPromise,
  planWindow,
  reviewPromise,
  toMultipleOf,
  toPriceEnding,
} from './promise/index';
export type * from './response/index';
export { planRecovery, triageExpectation } from './response/index';
export type * from './satisfaction/index';
export {
  explainSatisfaction,
  fitSatisfaction,
  judgeOutcome,
  judgePromise,
  marketplaceSatisfaction,
  predictSatisfaction,
} from './satisfaction/index';
export type * from './survey/index';
export { netPromoterScore, scoreServqual } from './survey/index';
