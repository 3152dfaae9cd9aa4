import * as z from 'zod/mini';
import { calendarDateSchema, type DateInput } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { recordOf } from '../input/schemas';
import type { BusinessCalendar } from './calendar';
import { type ClockStep, clockSteps, type ServiceClock } from './clock-steps';
import { elapsedBetween, elapsedDue, refuseNeverDue } from './elapsed';
import {
  checkEventUnits,
  elapsedUnitSchema,
  promiseSchema,
  readCalendar,
  serviceClock,
  serviceEventSchema,
} from './input';
import type { PromisedDuration } from './input-legs';
import type { OpenHours } from './open-spans';
import { checkDates, type ServiceEvent, waitsAfter } from './service-events';
import { type ElapsedUnit, elapsedUnits } from './units';

/** A promise to answer or to resolve a request within some time. */
export interface ClockPromise extends ServiceClock {
  /** The promise, in one of {@link ElapsedUnit}; a plan of the promise room is one. */
  readonly plan: PromisedDuration;
}

/** Where a promise stands. Quantities are in `unit`. */
export interface PromiseClock {
  /** `broken` from the moment its due date has passed, whatever comes after. */
  readonly state: 'running' | 'paused' | 'kept' | 'broken';
  /** The time that has counted so far. */
  readonly used: number;
  /** What is left of the promise; below 0 when more was used. */
  readonly remaining: number;
  readonly unit: ElapsedUnit;
  /** When it falls or fell due; null while paused, and where it was kept during a pause: nobody knows how
   * long that would have taken. */
  readonly due: Date | null;
  /** When the response or resolution came; null while it is awaited. */
  readonly stopped: Date | null;
}

/**
 * Reads the clocks of a request, as of a date: several promises, each with its own time, some of which pause
 * while something is pending: the customer's answer, a part, or both at once. After a reopening the time until
 * resolution counts on from where it stopped; the first response stays what it was.
 *
 * @param calendar when the desk is open; it matters to `open-hours` and `open-minutes`
 * @param events what happened, in order of time: `opened` first, then any of the others where it makes sense
 * @param promises by a name of yours
 * @param options `asOf`, the date in question; no event may lie after it. Dates are a `Date`, milliseconds since 1970, or
 *   text with an offset, here as in the events
 * @throws InvalidInputError `date-order` for an event before the one ahead of it or after `asOf`; `ambiguous`
 *   for an event that cannot follow, such as resumed when nothing was pending; `missing` without an event;
 *   `out-of-range` for a promise that does not fall due within 100 years, or events from longer ago; `unknown-name` for
 *   a plan in days; what {@link businessCalendar} throws
 * @example
 * ```ts
 * import { businessCalendar, promiseClocks } from 'overdeliver';
 * import { mondayToFriday } from 'overdeliver/calendar';
 *
 * const desk = businessCalendar({
 *   zone: 'Europe/Berlin',
 *   open: mondayToFriday('09:00-17:00'),
 * });
 * const { firstResponse, resolution } = promiseClocks(
 *   desk,
 *   [
 *     { at: new Date('2026-03-05T15:00:00+01:00'), kind: 'opened' },
 *     { at: new Date('2026-03-06T10:00:00+01:00'), kind: 'responded' },
 *     { at: new Date('2026-03-06T10:00:00+01:00'), kind: 'pending' },
 *     { at: new Date('2026-03-09T11:00:00+01:00'), kind: 'resumed' },
 *   ],
 *   {
 *     firstResponse: { plan: { promise: 4, unit: 'open-hours' }, until: 'responded' },
 *     resolution: { plan: { promise: 16, unit: 'open-hours' }, until: 'resolved', pauses: true },
 *   },
 *   { asOf: new Date('2026-03-09T12:00:00+01:00') },
 * );
 * [firstResponse.state, firstResponse.used]; // => ['kept', 3]
 * [resolution.state, resolution.used, resolution.remaining]; // => ['running', 4, 12]
 * resolution.due; // => 2026-03-10T15:00:00.000Z
 * ```
 */
export function promiseClocks<Name extends string>(
  calendar: BusinessCalendar,
  events: readonly ServiceEvent[],
  promises: Readonly<Record<Name, ClockPromise>>,
  options: { readonly asOf: DateInput },
): Readonly<Record<Name, PromiseClock>> {
  return door('promiseClocks', () => {
    const hours = readCalendar('calendar', calendar);
    const happened = read(eventsSchema, events, 'events');
    const checked = read(promisesSchema, promises, 'promises');
    const { asOf } = read(optionsSchema, options, 'options');
    const givenAt = (i: number) => reading('events', events, () => (events[i] as ServiceEvent).at);
    const request = { events: happened, path: 'events', givenAt };
    checkEventUnits(request, asOf);
    checkDates(request, asOf);
    const waits = waitsAfter(request);
    const clocks = Object.entries(checked).map(([name, { plan, ...clock }]) => {
      const steps = clockSteps(happened, waits, clock, asOf);
      return [name, readClock(`promises.${name}.plan.promise`, hours, steps, givenAt, plan)];
    });
    return Object.fromEntries(clocks) as Record<Name, PromiseClock>;
  });
}

/**
 * A promise as it comes from a file or a request.
 *
 * @example
 * ```ts
 * import { clockPromiseSchema } from 'overdeliver/calendar';
 *
 * const promise = { plan: { promise: 4, unit: 'open-hours' }, until: 'responded' };
 * clockPromiseSchema.safeParse(promise).success; // => true
 * ```
 */
export const clockPromiseSchema = z.strictObject({
  // A plan says more than is asked of it here.
  plan: z.object({ promise: promiseSchema, unit: elapsedUnitSchema }),
  ...serviceClock,
});
const promisesSchema = once(() => recordOf(clockPromiseSchema));
const eventsSchema = once(() => z.array(serviceEventSchema));

const optionsSchema = once(() => z.strictObject({ asOf: calendarDateSchema }));

function readClock(
  path: string,
  hours: OpenHours,
  steps: readonly ClockStep[],
  givenAt: (i: number) => DateInput,
  { promise, unit }: z.output<typeof clockPromiseSchema>['plan'],
): PromiseClock {
  const clock = elapsedUnits[unit];
  const promised = promise * clock.ms;
  let used = 0;
  let due: number | null = null;
  let broken = false;
  for (const [i, { at, to, runs, paused, reopened }] of steps.entries()) {
    // What is left counts anew from where the clock runs on; a date once passed stays.
    if (!broken && (reopened || paused)) due = null;
    if (!runs) continue;
    const start = at.getTime();
    due ??=
      elapsedDue(hours, start, Math.max(0, promised - used), clock) ??
      refuseNeverDue(
        hours,
        {
          path: `events[${i}].at`,
          value: givenAt(i),
          time: start,
        },
        { path, value: promise },
      );
    broken ||= to > due;
    used += elapsedBetween(hours, start, to, clock);
  }
  const { stopped, paused } = steps.at(-1) as ClockStep;
  return {
    state: broken ? 'broken' : stopped ? 'kept' : paused ? 'paused' : 'running',
    used: used / clock.ms,
    remaining: (promised - used) / clock.ms,
    unit,
    due: due === null ? null : new Date(due),
    stopped,
  };
}
