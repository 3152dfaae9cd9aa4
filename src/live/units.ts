/** The units a live promiser speaks: all of a fixed length, a day being 24 hours. */
export type LiveUnit = 'minutes' | 'hours' | 'days';

/** Milliseconds per unit. */
export const unitLengths: Readonly<Record<LiveUnit, number>> = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};
