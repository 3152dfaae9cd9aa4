import { calendarDateText, epochOf, isCalendarDate } from './date';
import { localTimeAdvice } from './date-advice';
import { localTimeText } from './date-text';
import { refuse } from './refusal';

const localTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?$/;

/** What the clocks of some place show, in milliseconds as though its zone were UTC. */
export function readLocalTime(path: string, text: string): number {
  const [, day, time = '00:00'] = (typeof text === 'string' && localTime.exec(text)) || [];
  const wall = epochOf(`${day}T${time}Z`);
  if (isCalendarDate(wall)) return wall;
  if (!Number.isNaN(wall)) refuse(path, text, calendarDateText, 'out-of-range');
  const code = text === undefined ? 'missing' : 'wrong-type';
  return refuse(path, text, localTimeText, code, localTimeAdvice(text));
}
