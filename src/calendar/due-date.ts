import * as z from 'zod/mini';
import { dayMs } from '../core/time-units';
import type { DateInput } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { justBelow } from '../numerics/nearly';
import { businessDayBy } from './business-days';
import type { BusinessCalendar } from './calendar';
import { addCalendarDays, wholeMs } from './calendar-days';
import {
  isUnit,
  promiseSchema,
  readCalendar,
  readInstant,
  roundUpSchema,
  unitSchema,
} from './input';
import { type OpenHours, walkOpen } from './open-spans';
import { type RoundUpTo, roundedUp } from './round-up';
import { type DurationUnit, type ElapsedClock, elapsedUnits, horizonMs } from './units';

/** A duration that was promised; a plan of the promise room is one. */
export interface PromisedDuration {
  /** At least 0. */
  readonly promise: number;
  readonly unit: DurationUnit | (string & {});
}

/** How a due date reads. */
export interface DueDateOptions {
  /** The exact instant unless given. */
  readonly roundUpTo?: RoundUpTo | undefined;
}

const planSchema = z.object({ promise: promiseSchema, unit: unitSchema });
const optionsSchema = once(() => z.strictObject({ roundUpTo: roundUpSchema }));

/**
 * Turns a promised duration into the date by which it must be kept; never before `from`.
 *
 * - `minutes`, `hours`: so much time, open or not.
 * - `open-minutes`, `open-hours`: the first instant by which it has been open for so long. It is open from the first
 *   time the zone's clock shows the opening to the first time it shows the closing, so an hour within that the clocks
 *   skip does not count, and one that comes twice counts twice. A start while closed moves to the next opening.
 * - `days`: the same time on the zone's clock that many calendar days later; a fraction is that share of
 *   the day it falls in, whether it has 23, 24 or 25 hours. A time that the clocks skip becomes the moment of
 *   the change.
 * - `business-days`: the end of a day on which it opens, that many such days after the one `from` counts for:
 *   its own until the cut-off or closing, then the next. A fraction counts as a whole day, 7.000000000000001
 *   as 7.
 *
 * {@link durationBetween} is the inverse: whatever ends by the due date took no longer than the promise.
 * Write the date out with the calendar's zone; the host's may show another day.
 *
 * @param calendar when the business is open
 * @param from when the promise is made or the order came in, from 1900 to 9000: a `Date`, milliseconds since 1970, text
 *   with an offset, or an instant of Temporal
 * @param plan the promise and its unit, as `planPromise` returns them
 * @throws InvalidInputError `out-of-range` for a promise below 0, one that does not fall due within 100 years,
 *   or a calendar that never opens again in that time; `unknown-name` for a unit that is none of time; what
 *   {@link businessCalendar} throws
 * @example
 * ```ts
 * import { capabilityFromSamples, dueDate, planPromise } from 'overdeliver';
 *
 * const days = ['08:00-18:00'];
 * const carrier = {
 *   zone: 'Europe/Berlin',
 *   open: { monday: days, tuesday: days, wednesday: days, thursday: days, friday: days },
 *   holidays: ['2026-05-01'],
 *   cutOff: '15:00',
 * };
 * const took = [1, 2, 1, 1, 2, 3, 1, 2, 1, 2, 1, 1];
 * const parcels = capabilityFromSamples(took, { unit: 'business-days' });
 * const plan = planPromise(parcels, { keepRate: 0.8 });
 * plan.promise; // => 2
 * dueDate(carrier, new Date('2026-04-29T14:00:00+02:00'), plan); // => 2026-05-04T16:00:00.000Z
 * dueDate(carrier, new Date('2026-04-29T16:00:00+02:00'), plan); // => 2026-05-05T16:00:00.000Z
 *
 * const call = new Date('2026-04-29T16:07:00+02:00');
 * dueDate(carrier, call, { promise: 45, unit: 'minutes' }, { roundUpTo: 15 }); // => 2026-04-29T15:00:00.000Z
 * ```
 */
export function dueDate(
  calendar: BusinessCalendar,
  from: DateInput,
  plan: PromisedDuration,
  options?: DueDateOptions,
): Date {
  return door('dueDate', () => {
    const hours = readCalendar('calendar', calendar);
    const start = readInstant('from', from);
    const { promise, unit } = readPlan(plan);
    const roundUpTo =
      options === undefined ? undefined : read(optionsSchema, options, 'options').roundUpTo;
    const due = dueAt(hours, start, promise, unit);
    const rounded =
      due === null || roundUpTo === undefined ? due : roundedUp(hours, due, roundUpTo);
    if (rounded !== null) return new Date(rounded);
    return refuseNeverDue(
      hours,
      { path: 'from', value: from, time: start },
      { path: 'plan.promise', value: promise },
    );
  });
}

function readPlan(plan: PromisedDuration): z.output<typeof planSchema> {
  const { promise, unit } = reading('plan', plan, () => ({
    promise: plan?.promise,
    unit: plan?.unit,
  }));
  // As for dates, what is as it should be needs no schema.
  if (isUnit(unit) && typeof promise === 'number' && promise >= 0 && promise < Infinity)
    return { promise, unit };
  return read(planSchema, plan, 'plan');
}

/** Null when it does not fall due within the horizon. */
function dueAt(hours: OpenHours, from: number, promise: number, unit: DurationUnit): number | null {
  if (unit === 'business-days')
    return (
      businessDayBy(hours, from, Math.ceil(justBelow(promise)), from, from + horizonMs)?.end ?? null
    );
  if (unit !== 'days') {
    const clock = elapsedUnits[unit];
    return elapsedDue(hours, from, promise * clock.ms, clock);
  }
  if (promise * dayMs > horizonMs) return null;
  return wholeMs(addCalendarDays(hours.clock, from, promise));
}

/** When so many milliseconds have gone by; null when they have not within the horizon. */
export function elapsedDue(
  hours: OpenHours,
  from: number,
  amount: number,
  { open }: ElapsedClock,
): number | null {
  if (amount > horizonMs) return null;
  const whole = wholeMs(amount);
  return open ? walkOpen(hours, from, whole, from + horizonMs).at : from + whole;
}

/** Says whether it is the calendar that never opens again, or the promise that is too long. */
export function refuseNeverDue(
  hours: OpenHours,
  at: { readonly path: string; readonly value: DateInput; readonly time: number },
  promise: { readonly path: string; readonly value: number },
): never {
  if (walkOpen(hours, at.time, 0, at.time + horizonMs).at === null)
    refuse(at.path, at.value, 'a date before the last opening of the calendar', 'out-of-range');
  return refuse(
    promise.path,
    promise.value,
    'a promise that falls due within 100 years, and while the calendar still opens',
  );
}
