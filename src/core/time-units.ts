import { millisecondsInDay, millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';

/** Milliseconds of the units of time that have a fixed length; a day has 24 hours here. */
export const minuteMs = millisecondsInMinute;
export const hourMs = millisecondsInHour;
export const dayMs = millisecondsInDay;

/** The same by the names that options use. */
export const unitMs: Readonly<Record<'minutes' | 'hours' | 'days', number>> = {
  minutes: minuteMs,
  hours: hourMs,
  days: dayMs,
};
