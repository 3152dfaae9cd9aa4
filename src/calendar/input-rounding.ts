import * as z from 'zod/mini';
import { dayMs, minuteMs } from '../core/time-units';
import { readWith } from '../input/read-with';
import { refuse } from '../input/refusal';
import { timeOf } from './read-times';
import type { RoundUp, RoundUpTo } from './round-up';

const minutesPerDay = dayMs / minuteMs;
const stepText = 'minutes that divide a day, such as 15';

/** Full minutes as read: steps, or the start of each day; null for what does not divide a day. */
const stepOf = (minutes: number): { readonly step: number } | { readonly time: number } | null => {
  if (!Number.isInteger(minutes) || minutes <= 0 || minutesPerDay % minutes !== 0) return null;
  return minutes === minutesPerDay ? { time: 0 } : { step: minutes * minuteMs };
};

function readRounding<To, Round>(to: To, read: (to: To) => Round | null, expected: string): Round {
  const known = typeof to === 'string' || typeof to === 'number';
  return read(to) ?? refuse('', to, expected, known ? 'out-of-range' : 'wrong-type');
}

/** How a due date is rounded up, where it is. */
export const roundUpSchema = z.optional(
  readWith((given: RoundUpTo): RoundUp => {
    const one = (to: RoundUpTo): RoundUp | null => {
      if (to === 'end-of-day') return 'end-of-day';
      if (typeof to === 'number') return stepOf(to);
      const time = typeof to === 'string' ? timeOf(to) : Number.NaN;
      return Number.isNaN(time) ? null : { time };
    };
    return readRounding(given, one, `${stepText}, a time such as 18:00, or end-of-day`);
  }),
);

/** How a window is rounded outwards, where it is. */
export const roundOutSchema = z.optional(
  readWith((given: number | 'day'): RoundUp => {
    const one = (to: number | 'day') => (to === 'day' ? 'end-of-day' : stepOf(to));
    return readRounding(given, one, `${stepText}, or day`);
  }),
);
