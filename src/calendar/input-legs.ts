import * as z from 'zod/mini';
import { type DateInput, readCalendarDate } from '../input/date';
import { limits } from '../input/limits';
import { listOf } from '../input/list-of';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { justBelow } from '../numerics/nearly';
import type { BusinessCalendar } from './calendar';
import { isUnit, promiseSchema, readCalendar, unitSchema } from './input';
import type { Given, Leg } from './legs';
import type { DurationUnit } from './units';

/** A duration that was promised; a plan of the promise room is one. */
export interface PromisedDuration {
  /** At least 0. */
  readonly promise: number;
  readonly unit: DurationUnit | (string & {});
}

/**
 * A window of durations that was promised; a window plan of the promise room is one. Below 0, before an appointment, only
 * in `minutes`, `hours` and `days`.
 */
export interface PromisedWindow {
  /** The least duration. */
  readonly from: number;
  /** The greatest, at least `from`. */
  readonly to: number;
  readonly unit: DurationUnit | (string & {});
}

type OneOrRow<T> = T | readonly T[];
type Calendars = OneOrRow<BusinessCalendar>;

const planSchema = z.object({ promise: promiseSchema, unit: unitSchema });
const goesBack: readonly DurationUnit[] = ['minutes', 'hours', 'days'];
const windowSchema = z.object({ from: z.number(), to: z.number(), unit: unitSchema }).check(
  z.refine(({ from, unit }) => from >= 0 || goesBack.includes(unit), {
    error: `a number of at least 0; only ${goesBack.join(', ')} go back before an appointment`,
    path: ['from'],
  }),
  z.refine(({ from, to }) => justBelow(from) <= to, {
    error: 'a number of at least from',
    path: ['to'],
  }),
);

export function readLegs(calendar: Calendars, plan: OneOrRow<PromisedDuration>): readonly Leg[] {
  if (!isRow(calendar) && !isRow(plan)) {
    // The usual call, without a detour.
    const hours = readCalendar('calendar', calendar);
    const { promise, unit } = readPlan('plan', plan);
    return [{ hours, amount: promise, unit, calendarAt: 'calendar', amountAt: 'plan.promise' }];
  }
  return readRow('plan', calendar, plan).map(({ path, given, hours, calendarAt }) => {
    const { promise, unit } = readPlan(path, given);
    return { hours, amount: promise, unit, calendarAt, amountAt: `${path}.promise` };
  });
}

/** The legs that take the least, and those that take the most. */
export function readWindowLegs(
  calendar: Calendars,
  window: OneOrRow<PromisedWindow>,
): { readonly least: readonly Leg[]; readonly most: readonly Leg[] } {
  const row = readRow('window', calendar, window).map(({ path, given, hours, calendarAt }) => {
    const isPlan = reading(path, given, () => {
      const plan = Object(given);
      return 'promise' in plan && !('from' in plan);
    });
    if (isPlan)
      refuse(path, given, 'a window, { from, to, unit }; dueDate takes a promise', 'wrong-type');
    const { from, to, unit } = read(windowSchema, given, path);
    const of = (name: string, amount: number) => ({
      hours,
      amount,
      unit,
      calendarAt,
      amountAt: `${path}.${name}`,
    });
    return { least: of('from', from), most: of('to', to) };
  });
  return { least: row.map(({ least }) => least), most: row.map(({ most }) => most) };
}

/** A calendar and what is promised on it, or as many of the one as of the other, each at its path. */
function readRow<Plan>(name: 'plan' | 'window', calendar: Calendars, plan: OneOrRow<Plan>) {
  if (!isRow(calendar)) {
    if (isRow(plan)) refuse(name, plan, `one ${name}, or a calendar for each`, 'wrong-type');
    return [
      {
        hours: readCalendar('calendar', calendar),
        calendarAt: 'calendar',
        path: name,
        given: plan as Plan,
      },
    ];
  }
  const calendars = listOf('calendars', calendar);
  const plans = listOf(`${name}s`, plan as readonly Plan[], `one for each calendar, in a list`);
  if (calendars.length === 0 || calendars.length > limits.steps)
    refuse('calendars', calendar, `from 1 to ${limits.steps} calendars`, 'out-of-range');
  if (plans.length !== calendars.length)
    refuse(`${name}s`, plan, `as many as calendars, ${calendars.length}`, 'length-mismatch');
  return calendars.map((one, i) => ({
    hours: readCalendar(`calendars[${i}]`, one),
    calendarAt: `calendars[${i}]`,
    path: `${name}s[${i}]`,
    given: plans[i] as Plan,
  }));
}

const isRow = <T>(value: OneOrRow<T>): value is readonly T[] =>
  reading('calendar', value, () => Array.isArray(value));

function readPlan(path: string, plan: PromisedDuration): z.output<typeof planSchema> {
  const { promise, unit } = reading(path, plan, () => ({
    promise: plan?.promise,
    unit: plan?.unit,
  }));
  if (promise === undefined && reading(path, plan, () => 'from' in Object(plan))) {
    const expected = 'a promise and its unit, { promise, unit }; dueWindow takes a window';
    refuse(path, plan, expected, 'wrong-type');
  }
  // As for dates, what is as it should be needs no schema.
  if (isUnit(unit) && typeof promise === 'number' && promise >= 0 && promise < Infinity)
    return { promise, unit };
  return read(planSchema, plan, path);
}

export function readGiven(path: string, value: DateInput): Given {
  return { path, value, time: readCalendarDate(path, value) };
}
