/**
 * How long something under way is known to exceed, in its unit: the time it has taken. Business days are counted whole,
 * and what is under way on one may end on it, so that only the days that are over are exceeded: on day 4 it is known to
 * take more than 3. On day 0 nothing is known, and -1 is exceeded by all.
 */
export const goneBy = (unit: string, taken: number): number =>
  isCountedWhole(unit) ? Math.ceil(taken) - 1 : taken;

/** What it has taken when it is known to exceed so much. */
export const takenAfter = (unit: string, past: number): number =>
  isCountedWhole(unit) ? Math.floor(past) + 1 : past;

/** Whether it is known to exceed less than it has taken. */
export const isCountedWhole = (unit: string): boolean => unit === 'business-days';
