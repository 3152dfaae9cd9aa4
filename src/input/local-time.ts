import { calendarDateText, epochOf, isCalendarDate } from './date';
import { localTimeText } from './date-text';
import { refuse } from './refusal';

const localTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?$/;

/** What the clocks of some place show, in milliseconds as though its zone were UTC. */
export function readLocalTime(path: string, text: string): number {
  const [, day, time = '00:00'] = (typeof text === 'string' && localTime.exec(text)) || [];
  const wall = epochOf(`${day}T${time}Z`);
  if (isCalendarDate(wall)) return wall;
  if (!Number.isNaN(wall)) refuse(path, text, calendarDateText, 'out-of-range');
  return refuse(path, text, localTimeText, text === undefined ? 'missing' : 'wrong-type');
}
