import * as z from 'zod/mini';
import { calendarDateSchema, type DateInput } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { recordOf } from '../input/schemas';
import type { BusinessCalendar } from './calendar';
import { type ClockStep, clockSteps, type ServiceClock } from './clock-steps';
import { elapsedBetween } from './elapsed';
import {
  checkEventUnits,
  elapsedUnitSchema,
  readCalendar,
  serviceClock,
  serviceEventSchema,
} from './input';
import type { OpenHours } from './open-spans';
import { checkDates, type ServiceEvent, waitsAfter } from './service-events';
import { type ElapsedUnit, elapsedUnits } from './units';

/** What a clock counted of each request, in their order: columns for `capabilityFromCensored`. */
export interface UsedTime {
  /** The time used so far. */
  readonly used: readonly number[];
  /** Whether the response or resolution came; where it did not, `used` is what it took at the least. */
  readonly finished: readonly boolean[];
}

const requestsSchema = once(() => z.array(z.array(serviceEventSchema)));
const clocksSchema = once(() => recordOf(z.strictObject(serviceClock)));
const optionsSchema = once(() =>
  z.strictObject({ unit: elapsedUnitSchema, asOf: calendarDateSchema }),
);

/**
 * How much time past requests used by each of several clocks, such as first response and resolution, without their pauses:
 * what the next plan is learnt from. The same as {@link promiseClocks} counts, for requests of which nothing was promised yet.
 *
 * Leave the unfinished ones in: whoever counts the finished alone counts the quick ones, and promises too little time.
 *
 * @param calendar when the desk is open; it matters to `open-hours` and `open-minutes`
 * @param requests for each the events in order of time, as {@link promiseClocks} takes them
 * @param clocks by a name of yours
 * @param options `unit`, in which the time is counted; `asOf`, the date up to which it is, on or after the last event
 * @throws InvalidInputError what {@link promiseClocks} throws of events, with the place of the request in the path
 * @example
 * ```ts
 * import { capabilityFromCensored } from 'overdeliver';
 * import { usedTime } from 'overdeliver/calendar';
 *
 * const day = ['09:00-17:00'];
 * const desk = { zone: 'Europe/Berlin', open: { monday: day, tuesday: day, wednesday: day } };
 * const at = (time: string) => `2026-03-${time}:00+01:00`;
 * const unit = 'open-hours';
 * const { firstResponse, resolution } = usedTime(
 *   desk,
 *   [
 *     [
 *       { at: at('02T15:00'), kind: 'opened' },
 *       { at: at('02T16:00'), kind: 'responded' },
 *       { at: at('02T16:00'), kind: 'pending', reason: 'customer' },
 *       { at: at('03T12:00'), kind: 'resumed', reason: 'customer' },
 *       { at: at('03T14:30'), kind: 'resolved' },
 *     ],
 *     [{ at: at('03T16:00'), kind: 'opened' }],
 *   ],
 *   { firstResponse: { until: 'responded' }, resolution: { until: 'resolved', pauses: true } },
 *   { unit, asOf: at('04T10:00') },
 * );
 * firstResponse; // => { used: [1, 2], finished: [true, false] }
 * resolution; // => { used: [3.5, 2], finished: [true, false] }
 * capabilityFromCensored(resolution.used, { unit, finished: resolution.finished }).quantile(0.5); // => 3.5
 * ```
 */
export function usedTime<Name extends string>(
  calendar: BusinessCalendar,
  requests: readonly (readonly ServiceEvent[])[],
  clocks: Readonly<Record<Name, ServiceClock>>,
  options: { readonly unit: ElapsedUnit; readonly asOf: DateInput },
): Readonly<Record<Name, UsedTime>> {
  return door('usedTime', () => {
    const hours = readCalendar('calendar', calendar);
    const happened = read(requestsSchema, requests, 'requests');
    const counted = read(clocksSchema, clocks, 'clocks');
    const { unit, asOf } = read(optionsSchema, options, 'options');
    const checked = happened.map((events, i) => {
      const path = `requests[${i}]`;
      const givenAt = (j: number) => reading(path, requests, () => requests[i]?.[j]?.at);
      const request = { events, path, givenAt };
      checkEventUnits(request, asOf);
      checkDates(request, asOf);
      return { events, waits: waitsAfter(request) };
    });
    const columns = Object.entries(counted).map(([name, clock]) => {
      const steps = checked.map(({ events, waits }) => clockSteps(events, waits, clock, asOf));
      const used = steps.map((some) => timeRun(hours, some, unit));
      return [
        name,
        { used, finished: steps.map((some) => (some.at(-1) as ClockStep).stopped !== null) },
      ];
    });
    return Object.fromEntries(columns) as Record<Name, UsedTime>;
  });
}

function timeRun(hours: OpenHours, steps: readonly ClockStep[], unit: ElapsedUnit): number {
  const clock = elapsedUnits[unit];
  let used = 0;
  for (const { at, to, runs } of steps)
    if (runs) used += elapsedBetween(hours, at.getTime(), to, clock);
  return used / clock.ms;
}
