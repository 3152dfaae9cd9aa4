import { refuse } from '../core/refuse';
import { checkZone } from '../core/time-zone';
import { type BusinessCalendar, weekdayNames } from './calendar';
import { type OpenHours, type Span, weekdayOf } from './kernel-open';
import { dayMs } from './kernel-wall';

/** The intervals of a day as written and as read. */
interface Listed {
  readonly path: string;
  readonly texts: readonly string[];
  readonly spans: readonly Span[];
}

/** Reads a calendar's times and dates, and refuses what cannot be meant. */
export function readHours(fn: string, calendar: BusinessCalendar, path = 'calendar'): OpenHours {
  const { zone, open, specialHours = {}, holidays = [], cutOff } = calendar;
  checkZone(fn, `${path}.zone`, zone);
  const week = weekdayNames.map((name) =>
    readDay(fn, `${path}.open.${name}`, open === undefined ? ['00:00-24:00'] : (open[name] ?? [])),
  );
  const dates = new Map<number, Listed>();
  for (const [date, texts] of Object.entries(specialHours)) {
    const at = `${path}.specialHours.${date}`;
    dates.set(readDate(fn, at, date), readDay(fn, at, texts));
  }
  for (const [i, date] of holidays.entries()) {
    const at = `${path}.holidays[${i}]`;
    const day = readDate(fn, at, date);
    if (Object.hasOwn(specialHours, date))
      refuse(fn, at, date, 'a date without special hours', 'ambiguous');
    dates.set(day, { path: at, texts: [], spans: [] });
  }
  if ([...week, ...dates.values()].every(({ spans }) => spans.length === 0))
    refuse(fn, `${path}.open`, undefined, 'an interval on some day', 'missing');
  const on = (day: number) => dates.get(day) ?? (week[weekdayOf(day)] as Listed);
  week.forEach((listed, i) => {
    checkSeam(fn, listed, week[(i + 1) % 7] as Listed);
  });
  for (const day of dates.keys()) {
    checkSeam(fn, on(day - 1), on(day));
    checkSeam(fn, on(day), on(day + 1));
  }
  return {
    zone,
    week: week.map(({ spans }) => spans),
    dates: new Map([...dates].map(([day, { spans }]) => [day, spans])),
    cutOff: cutOff === undefined ? null : readTime(fn, `${path}.cutOff`, cutOff),
    known: new Map(),
  };
}

function readDay(fn: string, path: string, texts: readonly string[]): Listed {
  let ended = 0;
  const spans = texts.map((text, i): Span => {
    const [, opens = '', closes = ''] = /^(.{5})-(.{5})$/.exec(text) ?? [];
    const start = timeOf(opens);
    const end = timeOf(closes);
    if (!(start < dayMs && end >= 0 && start !== end))
      refuse(fn, `${path}[${i}]`, text, intervalText, 'out-of-range');
    if (start < ended) refuseOverlap(fn, `${path}[${i}]`, text, ended);
    ended = end > start ? end : end + dayMs;
    return [start, ended];
  });
  return { path, texts, spans };
}

const intervalText = 'an interval such as 09:00-17:00, from 00:00 to 24:00, whose ends differ';

/** Hours that go on over midnight must end before those of the next day begin. */
function checkSeam(fn: string, today: Listed, next: Listed): void {
  const ended = (today.spans.at(-1)?.[1] ?? 0) - dayMs;
  const [first] = next.spans;
  if (first === undefined || first[0] >= ended) return;
  refuseOverlap(fn, `${next.path}[0]`, next.texts[0], ended);
}

function refuseOverlap(fn: string, path: string, text: unknown, ended: number): never {
  const clock = new Date(ended).toISOString().slice(11, 16);
  return refuse(
    fn,
    path,
    text,
    `an interval after the one before, which ends at ${clock}`,
    'ambiguous',
  );
}

function readTime(fn: string, path: string, text: string): number {
  const time = timeOf(text);
  if (!Number.isNaN(time)) return time;
  return refuse(fn, path, text, 'a time from 00:00 to 24:00, such as 09:00', 'out-of-range');
}

/** A time of day in milliseconds from midnight; NaN for what is none. */
export function timeOf(text: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return text === '24:00' ? dayMs : (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The number of a date, such as 2026-12-24. */
function readDate(fn: string, path: string, text: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  // Some engines take 30 February for 2 March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return time / dayMs;
  return refuse(fn, path, text, 'a date that exists, such as 2026-12-24', 'out-of-range');
}
