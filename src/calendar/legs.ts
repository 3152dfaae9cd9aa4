import { dayMs } from '../core/time-units';
import type { DateInput } from '../input/date';
import { refuse } from '../input/refusal';
import { justBelow } from '../numerics/nearly';
import { businessDayBy, type HandOver, handOverBefore, openingOf } from './business-days';
import { dueInDays, dueInDaysBy, startForDays } from './calendar-days';
import { elapsedDue, elapsedStart, refuseNeverDue } from './elapsed';
import { checkKnown } from './known-until';
import { type OpenHours, openSpans, walkBack, walkOpen } from './open-spans';
import { type DurationUnit, elapsedUnits, horizonMs } from './units';

/** One of the steps on the way to a due date: so much time on a calendar. */
export interface Leg {
  readonly hours: OpenHours;
  readonly amount: number;
  readonly unit: DurationUnit;
  /** Where the arguments hold the calendar. */
  readonly calendarAt: string;
  /** Where they hold the amount. */
  readonly amountAt: string;
}

/** A date that was given, and where. */
export interface Given {
  readonly path: string;
  readonly value: DateInput;
  readonly time: number;
}

/** What a leg's business day stands for: the whole of it, or its beginning. */
export type Edge = 'end' | 'opening';

/** The end of the last of some legs, each of which begins when the one before hands over. */
export function endOfLegs(legs: readonly Leg[], start: Given, edge: Edge): number {
  let handOver: HandOver = { since: start.time, by: start.time };
  for (const [i, leg] of legs.entries()) {
    const next = afterLeg(leg, handOver, i === 0, edge);
    if (next === null) return refuseNever(leg, i === 0 ? start : null, handOver.by);
    handOver = next;
  }
  return handOver.by;
}

/** The hand-over at the end of a leg; null when there is none within the horizon. */
function afterLeg(
  { hours, amount, unit, calendarAt }: Leg,
  handOver: HandOver,
  isFirst: boolean,
  edge: Edge,
): HandOver | null {
  const { since, by } = handOver;
  if (unit === 'business-days') {
    const found = businessDayBy(hours, handOver, wholeDays(amount), by, by + horizonMs);
    if (found === null) return null;
    checkKnown(hours, calendarAt, found.end);
    if (edge === 'end') return { since, by: found.end };
    return { since, by: Math.max(by, openingOf(openSpans(hours, found.day))) };
  }
  if (unit === 'days') {
    if (Math.abs(amount) * dayMs > horizonMs) return null;
    // What an order waits for is counted from its instant, all else from whenever it comes in.
    const due = isFirst ? dueInDays : dueInDaysBy;
    const end = due(hours.clock, by, amount);
    return { since: since === by ? end : due(hours.clock, since, amount), by: end };
  }
  const clock = elapsedUnits[unit];
  const end = elapsedDue(hours, by, amount * clock.ms, clock, calendarAt);
  return end === null ? null : { since: end, by: end };
}

/** The latest instant from which some legs, one after another, end by another. */
export function startOfLegs(legs: readonly Leg[], due: Given): number {
  let handOver: HandOver = { since: due.time, by: due.time };
  for (const [i, leg] of [...legs.entries()].reverse()) {
    const before = beforeLeg(leg, handOver, i === 0);
    if (before === null) return refuseNoStart(leg, i === legs.length - 1 ? due : null, handOver.by);
    handOver = before;
  }
  return handOver.since;
}

/** The latest hand-over with which a leg ends by another; null when there is none within the horizon. */
function beforeLeg(
  { hours, amount, unit, calendarAt }: Leg,
  { since, by }: HandOver,
  isFirst: boolean,
): HandOver | null {
  if (unit === 'business-days') {
    checkKnown(hours, calendarAt, by);
    return handOverBefore(hours, wholeDays(amount), { since, by }, by - horizonMs);
  }
  if (unit === 'days') {
    if (amount * dayMs > horizonMs) return null;
    const due = isFirst ? dueInDays : dueInDaysBy;
    const start = startForDays(hours.clock, since, amount, due);
    return { since: start, by: since === by ? start : startForDays(hours.clock, by, amount, due) };
  }
  const clock = elapsedUnits[unit];
  const start = elapsedStart(hours, since, amount * clock.ms, clock, calendarAt);
  return start === null ? null : { since: start, by: start };
}

const wholeDays = (amount: number) => Math.ceil(justBelow(amount));

/** Refuses what never falls due; `start` is the date that it was counted from, if it was given. */
export function refuseNever(
  { hours, amount, calendarAt, amountAt }: Leg,
  start: Given | null,
  from: number,
): never {
  const isClosed = start === null && walkOpen(hours, from, 0, from + horizonMs).at === null;
  if (isClosed) {
    const expected = `one that still opens after ${new Date(from).toISOString()}`;
    refuse(calendarAt, hours.calendar, expected, 'out-of-range');
  }
  const given = start ?? { path: calendarAt, value: from, time: from };
  return refuseNeverDue(hours, given, { path: amountAt, value: amount });
}

function refuseNoStart(
  { hours, amount, calendarAt, amountAt }: Leg,
  due: Given | null,
  to: number,
): never {
  if (walkBack(hours, to, 0, to - horizonMs) === null) {
    if (due)
      refuse(due.path, due.value, 'a date after the first opening of the calendar', 'out-of-range');
    const expected = `one that opens before ${new Date(to).toISOString()}`;
    refuse(calendarAt, hours.calendar, expected, 'out-of-range');
  }
  return refuse(
    amountAt,
    amount,
    'a promise that a start within the 100 years before keeps, while the calendar already opens',
  );
}
