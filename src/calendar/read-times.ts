import { dayMs, minuteMs } from '../core/time-units';
import { refuse } from '../input/refusal';
import { monthDayOf } from './by-day';
import { calendarDateAdvice } from './input-day-advice';

/** A time of day in milliseconds from midnight; NaN for what is none. */
export function timeOf(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return text === '24:00' ? dayMs : (Number(hours) * 60 + Number(minutes)) * minuteMs;
}

export function readTime(path: string, text: string): number {
  const time = timeOf(text);
  if (!Number.isNaN(time)) return time;
  return refuse(path, text, 'a time from 00:00 to 24:00, such as 09:00', 'out-of-range');
}

/** The dates that a text names: one or, with a slash, all from one to another; of one year or of every year. */
export interface Dates {
  /** Whether they are numbered as {@link monthDayOf} does, else as days since 1970. */
  readonly yearly: boolean;
  readonly numbers: readonly number[];
  readonly isRange: boolean;
}

const dateText = 'a date that exists, such as 2026-12-24, or 12-24 for every year';
const rangeText =
  'two dates that exist, such as 2026-12-24/2027-01-02, or 12-24/01-02 for every year';

/** More days in a range were a slip in the year. */
const longest = 3660;

export function readDates(path: string, text: string): Dates {
  const [first = '', last, ...more] = text.split('/');
  const [from, to] = [dayOfText(first), dayOfText(last ?? first)];
  const yearly = /^\d\d-\d\d$/.test(first);
  const isRange = last !== undefined;
  const isAlike = !isRange || (more.length === 0 && first.length === last.length);
  if (Number.isNaN(from + to) || !isAlike) {
    const advice = calendarDateAdvice(text);
    const expected = isRange && advice === '' ? rangeText : dateText;
    refuse(path, text, expected, 'out-of-range', advice);
  }
  // A range of every year may go on over New Year's Eve; the year 2000 has every date.
  const length = yearly && to < from ? to + daysOf2000 - from : to - from;
  if (length < 0 || length > longest) {
    const expected = `a range from a date to a later one, over at most ${longest} days`;
    refuse(path, text, expected, length < 0 ? 'date-order' : 'out-of-range');
  }
  const days = Array.from({ length: length + 1 }, (_, i) => from + i);
  const numbers = yearly
    ? days.map((day) => monthDayOf(day < endOf2000 ? day : day - daysOf2000))
    : days;
  return { yearly, numbers, isRange };
}

/** The number of one day's date, that of a date of every year in 2000; NaN for what is none. */
export function dayOfText(text: string): number {
  const date = /^\d\d-\d\d$/.test(text) ? `2000-${text}` : text;
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00Z`) : Number.NaN;
  // Some engines take 30 February for 2 March.
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return exists ? time / dayMs : Number.NaN;
}

/** Days of every year are told by those of 2000, which has a 29 February. */
const daysOf2000 = 366;
/** The day after its last one. */
const endOf2000 = Date.UTC(2001, 0, 1) / dayMs;
