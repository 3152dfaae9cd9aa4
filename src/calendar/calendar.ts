/** A day of the week. */
export type Weekday =
  | 'monday'
  | 'tuesday'
  | 'wednesday'
  | 'thursday'
  | 'friday'
  | 'saturday'
  | 'sunday';

/**
 * When a business is open, as plain data that survives JSON. Times are what the zone's clock shows, written
 * `HH:MM`; an interval is `'09:00-17:00'`, a whole day `'00:00-24:00'`; one whose end is the smaller goes on
 * over midnight (`'18:00-02:00'`) and belongs to the day it starts on, whatever the next day is. A date is one
 * day's (`'2026-12-24'`) or, without its year, that of every year, month first (`'12-24'`; `'10-06'` is 6 October); two
 * with a slash between them are all dates from the one to the other (`'2026-12-24/2027-01-02'`, `'12-24/01-02'`). A
 * date with its year goes before one of every year, and a single date before a range.
 */
export interface BusinessCalendar {
  /** An IANA time zone. */
  readonly zone: string;
  /** The intervals of each weekday in ascending order, none overlapping; a weekday left out is closed. Open
   * around the clock, every day, unless given. */
  readonly open?: { readonly [day in Weekday]?: readonly string[] | undefined } | undefined;
  /** The intervals of dates, in place of the weekday's. */
  readonly specialHours?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Dates on which it is closed. */
  readonly holidays?: readonly string[] | undefined;
  /**
   * The time up to which (inclusive) an order counts as that business day's, for every day or by weekday; closing
   * unless given, and never later than it. Where the day goes on over midnight, a time not after its first opening is
   * the next morning's. Counts for business days alone.
   */
  readonly cutOff?: string | { readonly [day in Weekday]?: string | undefined } | undefined;
  /** The cut-offs of dates, in place of the weekday's. */
  readonly specialCutOffs?: Readonly<Record<string, string>> | undefined;
  /**
   * The last date whose holidays are known (`'2027-12-31'`); for ever unless given. Open time and business days that
   * would go beyond it are refused by the functions of this module, since a holiday not listed yet would count as a
   * working day. A live promiser's quotes warn of it (`holidays-unknown`) and go on, as do the times at which a contact may be
   * made, which say nothing.
   */
  readonly knownUntil?: string | undefined;
}

export const weekdayNames: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
