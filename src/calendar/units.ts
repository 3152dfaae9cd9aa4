import { dayMs, hourMs, minuteMs } from '../core/time-units';

/** Units of elapsed time: `open-…` counts while the calendar is open, the others always. */
export type ElapsedUnit = 'minutes' | 'hours' | 'open-minutes' | 'open-hours';

/**
 * What a promise of time may be measured in. `days` are calendar days in the calendar's zone, whether open or
 * not; `business-days` are days on which it opens.
 */
export type DurationUnit = ElapsedUnit | 'days' | 'business-days';

/** How a unit of elapsed time is counted. */
export interface ElapsedClock {
  readonly ms: number;
  /** Whether it stands still while closed. */
  readonly open: boolean;
}

export const elapsedUnits: Readonly<Record<ElapsedUnit, ElapsedClock>> = {
  minutes: { ms: minuteMs, open: false },
  hours: { ms: hourMs, open: false },
  'open-minutes': { ms: minuteMs, open: true },
  'open-hours': { ms: hourMs, open: true },
};

export const elapsedNames = Object.keys(elapsedUnits) as ElapsedUnit[];
export const unitNames: readonly DurationUnit[] = [...elapsedNames, 'days', 'business-days'];

/** How far an opening is looked for, and open time or business days are counted: 100 years. */
export const horizonMs = 36_525 * dayMs;

/** The dates up to the horizon, in words. */
export function withinHorizon(name: string, from: number): string {
  return `a date within 100 years of ${name}, up to ${new Date(from + horizonMs).toISOString()}`;
}
