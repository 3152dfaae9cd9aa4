/** From when on, and until before when. */
type Reach = readonly [from: number, to: number];

/** By the numbers of 1980 to 2100 other units are told: as milliseconds seconds are of January or February 1970, */
const seconds: Reach = [315_532_800, 4_102_444_800];
const times = ([from, to]: Reach, unit: number): Reach => [from * unit, to * unit];
/** microseconds of the year 11000 and later, */
const microseconds = times(seconds, 1e6);
/** and nanoseconds no date at all. */
const nanoseconds = times(seconds, 1e9);
/** The days by which a spreadsheet keeps a date, from 1954 to 2119. */
const serials: Reach = [20_000, 80_000];
/** Days as one number, such as 20260305, from 1900 to 2099: as milliseconds all of them are of one half hour. */
const written: Reach = [19_000_101, 21_000_000];

// By index, since rows are many and to take them apart is slow.
const isIn = (value: unknown, reach: Reach): boolean =>
  typeof value === 'number' && value >= reach[0] && value < reach[1];

export const looksLikeSeconds = (value: unknown): boolean => isIn(value, seconds);
export const looksLikeMicroseconds = (value: unknown): boolean => isIn(value, microseconds);

/** Milliseconds of a clock that starts at 0 lie before it, for ten years. */
const afterOldClocks = Date.UTC(1980, 0, 1);

/** Whether numbers of early 1970 are of another unit, since others are known up to a date so late. */
export const isOfToday = (until: number): boolean => until >= afterOldClocks;

/** Which numbers are of another unit among those that are known up to a date. */
export const otherUnits = (until: number): readonly Reach[] =>
  isOfToday(until) ? [microseconds, seconds, serials, written] : [microseconds];

export const asSerial =
  'it looks like a date of a spreadsheet, in days since 1899-12-30: export it as text such as 2026-03-05T18:40, or take (days - 25569) * 86400000 if its clock was UTC';

const advices: readonly (readonly [Reach, string])[] = [
  [serials, asSerial],
  [written, 'it looks like a day: write 2026-03-05 for the day'],
  [
    seconds,
    'it looks like seconds since 1970: take them times 1000, or a Date where 1970 is meant',
  ],
  [microseconds, 'it looks like microseconds since 1970: divide by 1000, or give a Date'],
  [nanoseconds, 'it looks like nanoseconds since 1970: divide by 1000000, or give a Date'],
];

/** Dates that were read from a number which may be of another unit. */
const fromNumbers = new WeakSet<object>();

/** A date that was read, which remembers whether its number may be of another unit. */
export function dateAt(time: number, given: unknown): Date {
  const date = new Date(time);
  if (unitAdvice(given) !== '') fromNumbers.add(date);
  return date;
}

/** The number that may be of another unit, also of a date that was read from one; else what was given. */
export const numberIn = (given: unknown): unknown =>
  fromNumbers.has(given as object) ? (given as Date).getTime() : given;

/** What to do about a number that looks like a date in another unit than milliseconds; nothing about others. */
export function unitAdvice(given: unknown): string {
  const value = numberIn(given);
  return advices.find((advice) => isIn(value, advice[0]))?.[1] ?? '';
}
