import * as z from 'zod/mini';
import { schemaOf } from '../core/same-shape';

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
 * over midnight (`'18:00-02:00'`) and belongs to the day it starts on, whatever the next day is.
 */
export interface BusinessCalendar {
  /** An IANA time zone. */
  readonly zone: string;
  /** The intervals of each weekday in ascending order, none overlapping; a weekday left out is closed. Open
   * around the clock, every day, unless given. */
  readonly open?: { readonly [day in Weekday]?: readonly string[] | undefined } | undefined;
  /** The intervals of single dates (`'2026-12-24'`), in place of the weekday's. */
  readonly specialHours?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Dates on which it is closed. */
  readonly holidays?: readonly string[] | undefined;
  /** The time up to which (inclusive) an order counts as that business day's; closing unless given, and never
   * later than it. Counts for business days alone. */
  readonly cutOff?: string | undefined;
}

const intervals = z.optional(z.array(z.string()));

const weekSchema = z.strictObject({
  monday: intervals,
  tuesday: intervals,
  wednesday: intervals,
  thursday: intervals,
  friday: intervals,
  saturday: intervals,
  sunday: intervals,
});

export const weekdayNames = Object.keys(weekSchema.shape) as Weekday[];

export const calendarSchema = schemaOf<BusinessCalendar>()(
  z.strictObject({
    zone: z.string(),
    open: z.optional(weekSchema),
    specialHours: z.optional(z.record(z.string(), z.array(z.string()))),
    holidays: z.optional(z.array(z.string())),
    cutOff: z.optional(z.string()),
  }),
);
