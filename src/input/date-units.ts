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

/** The first and the last moment by which other units are told, in seconds: 1980 to 2100. */
const [from, to] = [315_532_800, 4_102_444_800];

const looksLike = (unit: number) => (value: unknown) =>
  typeof value === 'number' && value >= from * unit && value < to * unit;

/** Whether a number is the seconds of a date from 1980 to 2100: as milliseconds one of January or February 1970. */
export const looksLikeSeconds = looksLike(1);

/** Whether it is the microseconds of one: as milliseconds a date after the year 11000. */
export const looksLikeMicroseconds = looksLike(1e6);

/** Whether it is the nanoseconds of one, a number that no `Date` holds. */
const looksLikeNanoseconds = looksLike(1e9);

/** The number of days by which a spreadsheet keeps a date, from 1954 to 2119. */
const looksLikeSerial = (value: unknown) =>
  typeof value === 'number' && value >= 20_000 && value < 80_000;

export const asSerial =
  'it looks like a date of a spreadsheet, which counts days since 1899-12-30: export the column as text such as 2026-03-05T18:40, or take (days - 25569) * 86400000 where its clock was that of UTC';

const units: readonly (readonly [met: (value: unknown) => boolean, advice: string])[] = [
  [looksLikeSerial, asSerial],
  [
    looksLikeSeconds,
    'it looks like seconds since 1970: take them times 1000, or a Date where 1970 is meant',
  ],
  [looksLikeMicroseconds, 'it looks like microseconds since 1970: divide by 1000, or give a Date'],
  [looksLikeNanoseconds, 'it looks like nanoseconds since 1970: divide by 1000000, or give a Date'],
];

/** What to do about a number that looks like a date in another unit than milliseconds; nothing about others. */
export function unitAdvice(given: unknown): string {
  const value = numberIn(given);
  return units.find(([met]) => met(value))?.[1] ?? '';
}
