import { dateAdvice } from './date-advice';
import { dateText } from './date-text';
import {
  dateAt,
  isOfToday,
  looksLikeMicroseconds,
  looksLikeSeconds,
  numberIn,
  unitAdvice,
} from './date-units';
import { readWith } from './read-with';
import { refuse, refuseOther } from './refusal';

export { dateAt, dateText };

/**
 * An instant: a `Date`, milliseconds since 1970, ISO 8601 text with an offset or `Z`, or what has `epochMilliseconds`, such
 * as Temporal's instants and zoned times. Text without an offset is none: it would mean the zone of the host.
 */
export type DateInput = Date | number | string | { readonly epochMilliseconds: number };

const isoText =
  /^(?:\d{4}|\+\d{6}|-(?!000000)\d{6})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** An instant in milliseconds since 1970; NaN for what is none, whatever its prototype. */
export function epochOf(value: unknown): number {
  if (typeof value === 'number') return looksLikeMicroseconds(value) ? Number.NaN : within(value);
  if (typeof value === 'string') return epochOfText(value);
  // What throws takes a thousand times as long, and empty cells are many.
  if (!value) return Number.NaN;
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return epochOfOther(value);
  }
}

/** The greatest that a `Date` holds: `lastTime` of core/time-units.ts, which this room may not use. */
const furthest = 8.64e15;
const within = (time: number) => (Math.abs(time) <= furthest ? Math.trunc(time) + 0 : Number.NaN);

function epochOfText(text: string): number {
  const found = isoText.exec(text);
  if (!found) return Number.NaN;
  const time = Date.parse(text);
  // Engines take the 31st of February for a day in March.
  const day = Number(found[2]);
  if (day <= 28) return time;
  const midnight = Date.parse(`${text.slice(0, text.indexOf('T'))}T00:00:00Z`);
  return new Date(midnight).getUTCDate() === day ? time : Number.NaN;
}

function epochOfOther(value: unknown): number {
  try {
    const { epochMilliseconds } = value as { readonly epochMilliseconds?: unknown };
    return typeof epochMilliseconds === 'number' ? within(epochMilliseconds) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

/** An instant in milliseconds since 1970; refuses what is none. */
export function readEpoch(path: string, value: unknown): number {
  const time = epochOf(value);
  if (!Number.isNaN(time)) return time;
  return refuseDate(path, value);
}

/** Refuses what is no date, and says what to do about it. */
export function refuseDate(path: string, value: unknown, expected = dateText): never {
  return refuseOther(path, value, expected, dateAdvice(value));
}

/**
 * Refuses a number of another unit in place of milliseconds, the seconds since 1970 or the days of a spreadsheet: it would be a
 * date of early 1970. Those that are known up to a date near it may be so, as where the clock of a simulation begins at 0.
 */
export function checkUnit(path: string, date: DateInput, until: number): void {
  const given = numberIn(date);
  const advice = unitAdvice(given);
  if (advice !== '' && isOfToday(until)) refuse(path, given, dateText, 'wrong-type', advice);
}

/**
 * Refuses seconds in place of milliseconds as the first of all dates, where all may be in seconds: the first date of a clock
 * that begins at 0 is before its fourth day, and so below those.
 */
export function checkFirst(path: string, date: DateInput): void {
  const given = numberIn(date);
  if (looksLikeSeconds(given)) refuse(path, given, dateText, 'wrong-type', unitAdvice(given));
}

/** Refuses another unit in dates that were read and stand beside each other, by where they stood. */
export function checkUnits(dates: readonly (readonly [path: string, date: Date | null])[]): void {
  let first: readonly [path: string, date: Date] | null = null;
  let until = -Infinity;
  for (const [path, date] of dates) {
    if (!date) continue;
    if (first === null || date < first[1]) first = [path, date];
    until = Math.max(until, date.getTime());
  }
  if (first) checkFirst(...first);
  for (const [path, date] of dates) if (date) checkUnit(path, date, until);
}

/** Other years were probably mistyped; theirs have four digits, as zones are told of. */
export const firstCalendarDate = Date.UTC(1900, 0, 1);
/** The end of those. */
const endOfCalendarDates = Date.UTC(9001, 0, 1);
export const calendarDateText = 'a date from 1900 to 9000';
export const isCalendarDate = (time: number) =>
  time >= firstCalendarDate && time < endOfCalendarDates;

/**
 * A date that calendars count from, in milliseconds. Beyond these years a number of another unit was meant, and arithmetic
 * would leave the range of dates.
 */
export function readCalendarDate(path: string, value: DateInput): number {
  const time = epochOf(value);
  checkFirst(path, value);
  if (isCalendarDate(time)) return time;
  readEpoch(path, value);
  return refuse(path, value, calendarDateText, 'out-of-range');
}

/** A date as JSON Schema. */
export const dateJson = { type: 'string', format: 'date-time' };

/** A date, read as a `Date` of our own. */
export const dateSchema = readWith(
  (value: DateInput): Date => dateAt(readEpoch('', value), value),
  dateJson,
);

/** The same of a date that stands alone, so that nothing else tells its unit. */
export const loneDateSchema = readWith((value: DateInput): Date => {
  checkFirst('', value);
  return dateAt(readEpoch('', value), value);
}, dateJson);

/** The same of a date that calendars count from. */
export const calendarDateSchema = readWith(
  (value: DateInput): Date => dateAt(readCalendarDate('', value), value),
  dateJson,
);
