import { calendarDateText, epochOf, isCalendarDate } from './date';
import { localTimeAdvice } from './date-advice';
import { localTimeText } from './date-text';
import { refuse, refuseOther } from './refusal';
import { type DateForm, isoOf, isWrittenDay } from './written-date';

const localTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?$/;

/** Whether a text is in the form of ISO 8601 without an offset. */
export const isIsoLocal = (text: string): boolean => localTime.test(text);

/** Whether a text is a day alone, in whatever form. */
export const isDay = (text: string): boolean => {
  const found = localTime.exec(text);
  return found ? found[2] === undefined : isWrittenDay(text);
};

/** What the clocks of some place show, in milliseconds as though its zone were UTC. */
export function readLocalTime(path: string, text: string, form: DateForm = {}): number {
  const [, day, time = '00:00'] = (typeof text === 'string' && localTime.exec(text)) || [];
  const written = form.dateOrder ? isoOf(text, form) : undefined;
  const wall = epochOf(written ?? `${day}T${time}Z`);
  if (isCalendarDate(wall)) return wall;
  if (!Number.isNaN(wall)) refuse(path, text, calendarDateText, 'out-of-range');
  const order = form.dateOrder;
  const expected = order
    ? `${localTimeText}, or with the ${order.replace('-', ' ')}`
    : localTimeText;
  const advice = written
    ? 'in that order there is no such day or time'
    : localTimeAdvice(text, form);
  return refuseOther(path, text, expected, advice);
}
