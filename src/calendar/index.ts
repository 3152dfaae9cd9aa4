/**
 * By when? Opening hours, holidays and time zones turn promised durations into dates, and measure durations the
 * same way.
 *
 * @module
 */

export type { DateForm, DateOrder } from '../input/written-date';
export { businessCalendar } from './business-calendar';
export type { BusinessCalendar, Weekday } from './calendar';
export type { ServiceClock } from './clock-steps';
export { type DueDateOptions, dueDate } from './due-date';
export { type DueWindow, type DueWindowOptions, dueWindow } from './due-window';
export { durationBetween } from './duration-between';
export { fromLocalTime } from './from-local-time';
export { businessCalendarSchema, serviceEventSchema } from './input';
export type { PromisedDuration, PromisedWindow } from './input-legs';
export { latestStart } from './latest-start';
export { mondayToFriday } from './monday-to-friday';
export {
  type ClockPromise,
  clockPromiseSchema,
  type PromiseClock,
  promiseClocks,
} from './promise-clocks';
export type { RoundUpTo } from './round-up';
export type { ServiceEvent } from './service-events';
export type { DurationUnit, ElapsedUnit } from './units';
export { type UsedTime, usedTime } from './used-time';
