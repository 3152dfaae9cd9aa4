/**
 * What is a customer worth? Retention, purchases and their value over a lifetime, fitted to your own data, and what it
 * is worth to move a customer from below to met to exceeded.
 *
 * @module
 */
export { type AliveProbability, probabilityAlive } from './alive';
export { fitBgNbd, type PurchaseHistoryColumns } from './fit-bg-nbd';
export { fitGammaGamma, type SpendingColumns } from './fit-gamma-gamma';
export { fitRetention } from './fit-retention';
export type { LifetimeNotes, LifetimeWarning } from './fitted-model';
export type { PurchaseHistory } from './history';
export type { LifetimeFitOptions } from './likelihood';
export type { BgNbdParameter, GammaGammaParameter, RetentionParameter } from './models';
export { type ExpectedOrderValue, expectedOrderValue } from './order-value';
export {
  type OutcomeConduct,
  type OutcomeStep,
  type OutcomeValueOptions,
  type OutcomeValues,
  valueOfOutcomes,
} from './outcomes';
export { cdnowOrderValues, cdnowPurchases, highEndRetention } from './published';
export {
  type ExpectedPurchases,
  expectedPurchases,
  forecastPurchases,
  type PurchaseForecast,
  type PurchaseForecastOptions,
} from './purchases';
export { repurchases } from './repurchases';
export {
  forecastRetention,
  type RetentionForecast,
  type RetentionForecastOptions,
} from './retention';
export type { CustomerSpending } from './spending';
export { type LifetimeValue, type LifetimeValueOptions, lifetimeValue } from './value';
