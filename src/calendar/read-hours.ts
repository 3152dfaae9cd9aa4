import { dayMs } from '../core/time-units';
import { clockOf } from '../core/time-zone';
import { refuse } from '../input/refusal';
import type { ByDay } from './by-day';
import { type BusinessCalendar, weekdayNames } from './calendar';
import { checkSeams, type Listed, refuseOverlap } from './check-seams';
import type { OpenHours, Span } from './open-spans';
import { readCutOffs } from './read-cut-offs';
import { readDate, timeOf } from './read-times';

/** Reads a calendar's times and dates, and refuses what cannot be meant. */
export function readHours(calendar: BusinessCalendar): OpenHours {
  const clock = clockOf('zone', calendar.zone);
  const listed = readDays(calendar);
  const { week, yearly, dates } = listed;
  if ([...week, ...yearly.values(), ...dates.values()].every((day) => day.spans.length === 0))
    refuse('open', undefined, 'an interval on some day', 'missing');
  checkSeams(listed);
  const spansOf = (days: ReadonlyMap<number, Listed>) =>
    new Map([...days].map(([day, { spans }]) => [day, spans]));
  const spans = {
    week: week.map((day) => day.spans),
    yearly: spansOf(yearly),
    dates: spansOf(dates),
  };
  const perWeek = {
    open: spans.week.flat().reduce((sum, [start, end]) => sum + end - start, 0),
    days: spans.week.filter((day) => day.length > 0).length,
  };
  return {
    calendar,
    clock,
    spans,
    perWeek,
    cutOffs: readCutOffs(calendar, spans),
    known: new Map(),
  };
}

function readDays({ open, specialHours = {}, holidays = [] }: BusinessCalendar): ByDay<Listed> {
  const week = weekdayNames.map((name) =>
    readDay(`open.${name}`, open === undefined ? ['00:00-24:00'] : (open[name] ?? [])),
  );
  const special = { yearly: new Map<number, Listed>(), dates: new Map<number, Listed>() };
  const list = (at: string, date: string, texts: readonly string[]) => {
    const { yearly, number } = readDate(at, date);
    special[yearly ? 'yearly' : 'dates'].set(number, readDay(at, texts));
  };
  for (const [date, texts] of Object.entries(specialHours))
    list(`specialHours.${date}`, date, texts);
  for (const [i, date] of holidays.entries()) {
    const at = `holidays[${i}]`;
    if (Object.hasOwn(specialHours, date))
      refuse(at, date, 'a date without special hours', 'ambiguous');
    list(at, date, []);
  }
  return { week, ...special };
}

function readDay(path: string, texts: readonly string[]): Listed {
  let ended = 0;
  const spans = texts.map((text, i): Span => {
    const [, opens = '', closes = ''] = /^(.{5})-(.{5})$/.exec(text) ?? [];
    const start = timeOf(opens);
    const end = timeOf(closes);
    if (!(start < dayMs && end >= 0 && start !== end))
      refuse(`${path}[${i}]`, text, intervalText, 'out-of-range');
    if (start < ended) refuseOverlap(`${path}[${i}]`, text, ended);
    ended = end > start ? end : end + dayMs;
    return [start, ended];
  });
  return { path, texts, spans };
}

const intervalText = 'an interval such as 09:00-17:00, from 00:00 to 24:00, whose ends differ';
