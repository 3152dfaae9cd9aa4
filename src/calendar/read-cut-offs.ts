import { refuse } from '../input/refusal';
import { closingOf, cutOffOn, openingOf } from './business-days';
import { type ByDay, onDay, specialDays } from './by-day';
import { type BusinessCalendar, weekdayNames } from './calendar';
import type { Span } from './open-spans';
import { readEntries } from './read-dates';
import { readTime } from './read-times';

/** A cut-off as written and as read. */
interface CutOff {
  readonly path: string;
  readonly text: string;
  readonly time: number;
}

/** Reads the cut-offs of a calendar, and refuses those that say nothing, or two things at once. */
export function readCutOffs(
  { cutOff, specialCutOffs = {} }: BusinessCalendar,
  spans: ByDay<readonly Span[]>,
): ByDay<number | null> {
  const read = (at: string, text: string | undefined): CutOff | null =>
    text === undefined ? null : { path: at, text, time: readTime(at, text) };
  const every = typeof cutOff === 'object' ? null : read('cutOff', cutOff);
  const week = weekdayNames.map((name) =>
    typeof cutOff === 'object' ? read(`cutOff.${name}`, cutOff[name]) : every,
  );
  const entries = Object.entries(specialCutOffs).map(([date, text]) => {
    const path = `specialCutOffs.${date}`;
    return { path, text: date, item: { path, text, time: readTime(path, text) } };
  });
  const special = readEntries<CutOff>(
    entries,
    () => false,
    () => 'dates of no other range',
  );
  const cutOffs = { week, ...special };
  checkCutOffs(cutOffs, spans);
  const timesOf = (days: ReadonlyMap<number, CutOff>) =>
    new Map([...days].map(([day, { time }]) => [day, time]));
  return {
    week: week.map((one) => one?.time ?? null),
    yearly: timesOf(special.yearly),
    dates: timesOf(special.dates),
  };
}

/** Looks at each cut-off on the days it counts for. */
function checkCutOffs(cutOffs: ByDay<CutOff | null>, spans: ByDay<readonly Span[]>): void {
  const counts = new Map<CutOff, (readonly Span[])[]>();
  const meet = (cutOff: CutOff | null, hours: readonly Span[]) => {
    if (cutOff === null) return;
    const days = counts.get(cutOff) ?? [];
    counts.set(cutOff, hours.length === 0 ? days : [...days, hours]);
  };
  cutOffs.week.forEach((cutOff, i) => {
    meet(cutOff, spans.week[i] as readonly Span[]);
  });
  for (const day of [...specialDays(spans), ...specialDays(cutOffs)])
    meet(onDay(cutOffs, day), onDay(spans, day));
  for (const [cutOff, days] of counts) checkCutOff(cutOff, days);
}

function checkCutOff({ path, text, time }: CutOff, days: readonly (readonly Span[])[]): void {
  const inTime = days.filter((hours) => cutOffOn(hours, time) <= closingOf(hours));
  if (inTime.length === 0)
    refuse(path, text, 'a time before closing on a day it counts for', 'out-of-range');
  const nextMorning = inTime.some((hours) => cutOffOn(hours, time) > time);
  const beforeOpening = inTime.some((hours) => cutOffOn(hours, time) <= openingOf(hours));
  if (nextMorning && beforeOpening)
    refuse(
      path,
      text,
      'one for each weekday or date, since this is the next morning on some and before opening on others',
      'ambiguous',
    );
}
