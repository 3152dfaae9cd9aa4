import { dayMs } from '../core/time-units';
import { clockOf } from '../core/time-zone';
import { endOfDay } from '../core/zone-clock';
import { refuse } from '../input/refusal';
import type { ByDay } from './by-day';
import { type BusinessCalendar, weekdayNames } from './calendar';
import { checkSeams, type Listed, refuseOverlap } from './check-seams';
import { yearAdvice } from './input-day-advice';
import { type OpenHours, openSpans, type Span } from './open-spans';
import { readCutOffs } from './read-cut-offs';
import { readEntries } from './read-dates';
import { dayOfText, timeOf } from './read-times';

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
  const hours = {
    calendar,
    clock,
    spans,
    perWeek,
    cutOffs: readCutOffs(calendar, spans),
    known: new Map(),
    knownUntil: Infinity,
  };
  const { knownUntil } = calendar;
  return knownUntil === undefined ? hours : { ...hours, knownUntil: endOfDate(hours, knownUntil) };
}

/** The last instant of a date, or of its hours where they go on over midnight. */
function endOfDate(hours: OpenHours, text: string): number {
  const day = text.length === 10 ? dayOfText(text) : Number.NaN;
  if (Number.isNaN(day))
    refuse(
      'knownUntil',
      text,
      'a date that exists, such as 2026-12-31',
      'out-of-range',
      yearAdvice(text),
    );
  const midnight = endOfDay(hours.clock, day * dayMs);
  return Math.max(midnight, ...openSpans(hours, day).map(([, end]) => end));
}

function readDays({ open, specialHours = {}, holidays = [] }: BusinessCalendar): ByDay<Listed> {
  const week = weekdayNames.map((name) =>
    readDay(`open.${name}`, open === undefined ? ['00:00-24:00'] : (open[name] ?? [])),
  );
  const entries = [
    ...Object.entries(specialHours).map(([text, hours]) => {
      const path = `specialHours.${text}`;
      return { path, text, item: { isHoliday: false, ...readDay(path, hours) } };
    }),
    ...holidays.map((text, i) => {
      const path = `holidays[${i}]`;
      return { path, text, item: { isHoliday: true, ...readDay(path, []) } };
    }),
  ];
  const special = readEntries(
    entries,
    (one, other) => one.isHoliday && other.isHoliday,
    (_, { isHoliday }) => (isHoliday ? 'a date without special hours' : 'dates of no other range'),
  );
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
