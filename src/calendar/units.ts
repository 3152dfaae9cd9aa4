import * as z from 'zod/mini';
import { dayMs, hourMs, minuteMs } from '../core/time-units';
import { dateSchema as anyDateSchema, epochOf } from '../input/date';
import { read } from '../input/read';

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

const elapsedNames = Object.keys(elapsedUnits) as ElapsedUnit[];
export const elapsedUnitSchema = z.enum(elapsedNames);
const unitNames: readonly DurationUnit[] = [...elapsedNames, 'days', 'business-days'];
export const unitSchema = z.enum(unitNames);

const promiseText = 'a finite number of at least 0';
export const promiseSchema = z.number().check(z.gte(0, promiseText));

const dateText = 'a date from 1900 to 9000';
const firstDate = new Date('1900-01-01');
const endOfDates = new Date('9001-01-01');
/** Beyond these years a number of another unit was meant, and arithmetic would leave the range of dates. */
export const dateSchema = anyDateSchema.check(
  z.gte(firstDate, dateText),
  z.lt(endOfDates, dateText),
);

/** A date as milliseconds. Schemas are slow, and what is as it should be needs none. */
export function instantOf(path: string, value: Date): number {
  const time = epochOf(value);
  if (time >= +firstDate && time < +endOfDates) return time;
  return read(dateSchema, value, path).getTime();
}

/** Whether a name is that of a unit. */
export function isUnit(name: unknown): name is DurationUnit {
  return unitNames.includes(name as DurationUnit);
}

/** How far an opening is looked for, and open time or business days are counted: 100 years. */
export const horizonMs = 36_525 * dayMs;

/** The dates up to the horizon, in words. */
export function withinHorizon(name: string, from: number): string {
  return `a date within 100 years of ${name}, up to ${new Date(from + horizonMs).toISOString()}`;
}
