import type { LiveUnit } from '../live/units';

/** An order as a policy sees it when it starts: nothing of what became of it. It is frozen, and its date is set back. */
export interface StartedOrder {
  /** The order's own id. */
  readonly id: string;
  /** When it started. */
  readonly started: Date;
  /** Null where none was given. */
  readonly group: string | null;
  /** Your own estimate of its duration, in the unit of the backtest; null where none was given. */
  readonly estimate: number | null;
  /** Numbers of the order by name; null where none were given. */
  readonly features: Readonly<Record<string, number>> | null;
  /** What it was promised at the time, a duration in the unit of the backtest; null for nothing. */
  readonly promise: number | null;
  /** When the window began that it was promised, a duration from its start as `promise` is; only where it was promised one. */
  readonly from?: number;
}

/** How an order ended. */
export interface OrderEnd {
  /** When it ended. */
  readonly at: Date;
  /** Whether it was done, called off, or never heard of again. */
  readonly how: 'finished' | 'cancelled' | 'lost';
  /** The time from its start to its end, in the unit of the backtest. */
  readonly took: number;
}

/** What a policy is to aim at. */
export interface PolicySetting {
  /** The unit of quotes and of all durations; a day has 24 hours. */
  readonly unit: LiveUnit;
  /** The share of promises to keep, above 0 and below 1. */
  readonly keepRate: number;
}

/** A policy at work on one run through the orders, in which it may remember what it likes. */
export interface PolicyRun {
  /** What it promises an order that starts now: a duration in the unit, at least 0, or null for no promise. Asked once for each. */
  readonly quote: (order: StartedOrder) => number | null;
  /** An order has started and been told the quote. */
  readonly start?: ((order: StartedOrder, quote: number | null) => void) | undefined;
  /** An order has ended, before the next one starts; it is the same object that was quoted. */
  readonly end?: ((order: StartedOrder, end: OrderEnd) => void) | undefined;
}

/**
 * A way of making promises: a function that is called once for each run, so that no run remembers another. One that promises
 * twice the estimate: `() => ({ quote: ({ estimate }) => estimate && 2 * estimate })`. None of its functions is async: what it
 * needs is fetched before the run.
 */
export type PromisePolicy = (setting: PolicySetting) => PolicyRun;
