/** Milliseconds of the units of time that have a fixed length; a day has 24 hours here. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The same by the names that options use. */
export const unitMs: Readonly<Record<'minutes' | 'hours' | 'days', number>> = {
  minutes: minuteMs,
  hours: hourMs,
  days: dayMs,
};
