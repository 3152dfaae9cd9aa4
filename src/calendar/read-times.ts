import { dayMs, minuteMs } from '../core/time-units';
import { refuse } from '../input/refusal';
import { monthDayOf } from './by-day';

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

/** The number of a date, such as 2026-12-24; for one of every year, such as 12-24, that of its month and day. */
export function readDate(path: string, text: string): Dated {
  const yearly = /^\d\d-\d\d$/.test(text);
  // The year 2000 has every date there is.
  const date = yearly ? `2000-${text}` : text;
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00Z`) : Number.NaN;
  // Some engines take 30 February for 2 March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date))
    return refuse(
      path,
      text,
      'a date that exists, such as 2026-12-24, or 12-24 for every year',
      'out-of-range',
    );
  const day = time / dayMs;
  return yearly ? { yearly, number: monthDayOf(day) } : { yearly, number: day };
}

export interface Dated {
  readonly yearly: boolean;
  readonly number: number;
}
