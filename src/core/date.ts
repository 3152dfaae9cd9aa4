import * as z from 'zod/mini';

/** A date in milliseconds since 1970; NaN for an invalid one, and for all else, whatever its prototype. */
export function epochOf(value: unknown): number {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return Number.NaN;
  }
}

/** A date that has a time. */
export const dateSchema = z.custom<Date>((value) => !Number.isNaN(epochOf(value)), {
  error: 'a date',
  params: { code: 'wrong-type' },
});
