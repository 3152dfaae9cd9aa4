/**
 * What is a customer worth? Retention, purchases and their value over a lifetime, fitted to your own data, and what it
 * is worth to move a customer from below to met to exceeded.
 *
 * @module
 */
export { type AliveProbability, probabilityAlive } from './alive';
export { chancesOfPurchases, type PurchaseChances } from './chances';
export { fitBgNbd } from './fit-bg-nbd';
export { fitGammaGamma } from './fit-gamma-gamma';
export type { LifetimeFitReason } from './fit-reasons';
export { fitRetention } from './fit-retention';
export { customerSpendingSchema, purchaseHistorySchema } from './input';
export { type PurchaseRow, purchaseSchema } from './input-purchases';
export type { LifetimeFitOptions } from './maximum-likelihood';
export type { LifetimeWarning, PurchaseWarning } from './notes';
export { type ExpectedOrderValue, expectedOrderValue } from './order-value';
export {
  type OutcomeConduct,
  type OutcomeValues,
  valueOfOutcomes,
} from './outcomes';
export { cdnowOrderValues, cdnowPurchases, highEndRetention } from './published';
export {
  type CustomerPurchases,
  type PurchaseHistories,
  type PurchaseHistoriesOptions,
  purchaseHistories,
} from './purchase-histories';
export {
  type ExpectedPurchases,
  expectedPurchases,
  forecastPurchases,
  type PurchaseForecast,
} from './purchases';
export { repurchases } from './repurchases';
export { forecastRetention, type RetentionForecast } from './retention';
export type { ColumnsOf, CustomerSpending, PurchaseHistory } from './rows';
export { type LifetimeValue, lifetimeValue } from './value';
