/**
 * Do we keep our word? Every promise, revision and outcome, the kept rate by the date promises fell due, and alarms
 * when it drifts.
 *
 * @module
 */
export { cusum, pageHinkley, type ShiftOptions } from './cusum';
export { type DriftAlarm, type DriftAlarms, type DriftOptions, driftAlarms } from './drift-alarms';
export type { LedgerEvent } from './events';
export { byDay, byMonth, bySegment, byWeek } from './groups';
export { promiseHistory } from './history';
export { ledgerEventSchema, ledgerSchema } from './input';
export {
  type KeptRate,
  type KeptRateOptions,
  type KeptRateRow,
  keptRate,
  keptRates,
} from './kept-rate';
export { type Ledger, type LedgerJson, openLedger, recordEvent } from './ledger';
export { driftDefaults } from './parameters';
export type { PromiseGroup } from './promise-group';
export { type PromiseStanding, promiseStanding } from './promise-standing';
export { recordEvents } from './record-events';
export { reviveLedger } from './revive';
export type { Shift } from './shift';
export type { Standing } from './standing';
