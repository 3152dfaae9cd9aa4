/**
 * Would it have kept its promises? Past orders lived through again by any policy, which sees nothing but what was known when an
 * order started: what it would have promised, how often it would have kept it, and how that compares.
 *
 * @module
 */

export type { RowFault } from '../input/error-codes';
export { promisesAsMade } from './as-made';
export { backtestPromises, backtestSteps } from './backtest';
export type { BacktestOptions, RunThrough } from './backtest-options';
export type { BacktestOrder } from './backtest-order';
export type { DifferenceEstimate, PolicyDifference } from './differences';
export { type EventsFromOrders, eventsFromOrders } from './events-from-orders';
export { type EstimatorPolicyOptions, quotesFromEstimator } from './from-estimator';
export { quotesFromHistory } from './from-history';
export { type PromiserPolicyOptions, quotesFromPromiser } from './from-promiser';
export { type FrontierPoint, promiseFrontier } from './frontier';
export { guessOrderColumns } from './guess-columns';
export { backtestOrderSchema } from './input-orders';
export type { OrderColumns, OrderField } from './order-fields';
export {
  type OrderRowsOptions,
  type OrdersFromRows,
  ordersFromRows,
} from './orders-from-rows';
export { backtestDefaults } from './parameters';
export type { OrderEnd, PolicyRun, PolicySetting, PromisePolicy, StartedOrder } from './policy';
export type { Progress } from './progress';
export { quoteNext } from './quote-next';
export type { BacktestReport } from './report';
export type { PolicyReport, PromiseScore } from './score';
export type { TableWarning } from './table-warnings';
export { type OrderTextForms, orderTextForms } from './text-forms';
