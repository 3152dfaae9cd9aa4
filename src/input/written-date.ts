/** Which part of a date that is written as numbers comes first. */
export const dateOrders = ['day-first', 'month-first', 'year-first'] as const;

/** Which part of a date written as numbers comes first. */
export type DateOrder = (typeof dateOrders)[number];

/** How a file writes its dates, where it does not follow ISO 8601. */
export interface DateForm {
  /** `day-first` for `05.03.2026`, `month-first` for `3/5/2026`, `year-first` for `2026/3/5`; none of these is read unless given. */
  readonly dateOrder?: DateOrder | undefined;
  /**
   * The first of the hundred years in which years of two digits lie, 1900 to 2100: with 1950, `49` is 2049 and `50` is 1950. They are
   * refused unless given.
   */
  readonly yearsFrom?: number | undefined;
}

/** A date in three numbers, and a time after it; browsers write spaces that do not break between them. */
const written =
  /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:(?:T|,?\s{1,3})(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:\s?([ap])\.?\s?m\.?)?)?$/i;

/** The three numbers as they stand, of a text that is such a date. */
export function numbersOf(text: string): readonly [string, string, string] | undefined {
  const found = written.exec(text);
  return found ? [found[1] as string, found[3] as string, found[4] as string] : undefined;
}

/** Whether a text is such a date without a time. */
export const isWrittenDay = (text: string): boolean => {
  const found = written.exec(text);
  return found !== null && found[5] === undefined;
};

const places = {
  'day-first': { year: 2, month: 1, day: 0 },
  'month-first': { year: 2, month: 0, day: 1 },
  'year-first': { year: 0, month: 1, day: 2 },
} as const;

/** It in ISO 8601, as though the zone were UTC: perhaps of a day that there is not; undefined for what is not in that form. */
export function isoOf(
  text: string,
  { dateOrder = 'year-first', yearsFrom }: DateForm,
): string | undefined {
  const found = typeof text === 'string' ? written.exec(text) : null;
  if (!found) return undefined;
  const numbers = [found[1], found[3], found[4]] as string[];
  const place = places[dateOrder];
  const year = yearOf(numbers[place.year] as string, yearsFrom);
  const [month, day] = [numbers[place.month] as string, numbers[place.day] as string];
  if (year === undefined) return undefined;
  const [hour = '0', minute = '00', second = '00', rest = '0', half] = found.slice(5);
  const hours = half === undefined ? Number(hour) : hourOf(Number(hour), half);
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}.${rest}Z`;
}

const two = (part: string | number) => String(part).padStart(2, '0');

function yearOf(digits: string, from: number | undefined): string | undefined {
  if (digits.length === 4) return digits;
  if (digits.length !== 2 || from === undefined) return undefined;
  const year = Math.floor(from / 100) * 100 + Number(digits);
  return String(year < from ? year + 100 : year);
}

/** Of a clock of twelve hours, 12 am being midnight; 24 for an hour that it does not have. */
function hourOf(hour: number, half: string): number {
  // The hours of half a day.
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
