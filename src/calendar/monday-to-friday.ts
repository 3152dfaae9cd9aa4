import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { Weekday } from './calendar';

const hoursText = "opening hours as text, such as '09:00-17:00'";
const hoursSchema = once(() => z.array(z.string(hoursText)).check(z.minLength(1, hoursText)));

/**
 * The same opening hours from Monday to Friday, for the `open` of a calendar, where other days may stand beside them.
 *
 * @param hours such as `'09:00-12:30', '13:30-17:00'`; `businessCalendar` reads them
 * @throws InvalidInputError `wrong-type` for what is not text; `out-of-range` for no hours
 * @example
 * ```ts
 * import { businessCalendar, dueDate } from 'overdeliver';
 * import { mondayToFriday } from 'overdeliver/calendar';
 *
 * const open = { ...mondayToFriday('09:00-18:00'), saturday: ['10:00-14:00'] };
 * const shop = businessCalendar({ zone: 'Europe/Berlin', open });
 * dueDate(shop, '2026-03-06T17:00:00+01:00', { promise: 2, unit: 'open-hours' }); // => 2026-03-07T10:00:00.000Z
 * ```
 */
export function mondayToFriday(
  ...hours: string[]
): Readonly<Record<Exclude<Weekday, 'saturday' | 'sunday'>, readonly string[]>> {
  return door('mondayToFriday', () => {
    const day = Object.freeze(read(hoursSchema, hours, 'hours'));
    return { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
  });
}
