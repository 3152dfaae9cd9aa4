import * as z from 'zod/mini';
import { zoneSchema } from '../core/input';
import { endOfDay, instantAt } from '../core/zone-clock';
import { dateFormShape } from '../input/date-form';
import { door } from '../input/door';
import { isDay, readLocalTime } from '../input/local-time';
import { once } from '../input/once';
import { read } from '../input/read';
import type { DateForm } from '../input/written-date';

const formSchema = once(() =>
  z.strictObject({ ...dateFormShape, endOfDay: z.optional(z.boolean()) }),
);

/**
 * The instant at which the clocks of a zone show a time, for exports that write `2026-03-05 18:40` and no offset.
 *
 * One rule for all times: the first instant at which the clocks show it or a later one. So a time that comes twice, when clocks
 * are set back, is its first coming; one that they skip, when they are set forward, is the moment of the change; and a day that
 * was skipped is the midnight after it. Later times never become earlier instants, but within the hour that
 * comes twice the text does not tell which it was: export the offset where that matters.
 *
 * @param text year, month and day, then a `T` or a space and the time, to minutes, seconds or fractions of one; what is less than
 *   a millisecond is cut. A day alone is its beginning, unless `form` says otherwise. Years from 1900 to 9000
 * @param zone an IANA time zone
 * @param form how else the file writes dates: with `dateOrder` it reads `05.03.2026 18:40`, `3/5/2026 6:40 PM` or `2026/3/5`, with
 *   points, slashes or hyphens, and a comma or none before the time; with `yearsFrom`, years of two digits. Nobody can tell either
 *   from a single text, so nothing is assumed. With `endOfDay` a day alone is its last millisecond, until which one that was promised
 *   lasts (`roundUpTo: 'end-of-day'` of {@link dueDate} is another thing: when the business day closes)
 * @throws InvalidInputError `wrong-type` for text in another form, with an offset, or of a day or a time that there is not;
 *   `out-of-range` for other years; `unknown-name` for an unknown zone
 * @example
 * ```ts
 * import { fromLocalTime } from 'overdeliver/calendar';
 *
 * fromLocalTime('2026-03-05 18:40', 'Europe/Berlin'); // => 2026-03-05T17:40:00.000Z
 * fromLocalTime('2026-03-05', 'America/New_York'); // => 2026-03-05T05:00:00.000Z
 * fromLocalTime('2026-03-05', 'America/New_York', { endOfDay: true }); // => 2026-03-06T04:59:59.999Z
 * fromLocalTime('2026-03-29T02:30', 'Europe/Berlin'); // => 2026-03-29T01:00:00.000Z
 * fromLocalTime('2026-10-25T02:30', 'Europe/Berlin'); // => 2026-10-25T00:30:00.000Z
 * fromLocalTime('05.03.2026 18:40', 'Europe/Berlin'); // => throws wrong-type
 * fromLocalTime('05.03.2026 18:40', 'Europe/Berlin', { dateOrder: 'day-first' }); // => 2026-03-05T17:40:00.000Z
 * ```
 */
export function fromLocalTime(
  text: string,
  zone: string,
  form: DateForm & { readonly endOfDay?: boolean | undefined } = {},
): Date {
  return door('fromLocalTime', () => {
    const clock = read(zoneSchema, zone, 'zone');
    const { endOfDay: asEnd = false, ...how } = read(formSchema, form, 'form');
    const wall = readLocalTime('text', text, how);
    return new Date(asEnd && isDay(text) ? endOfDay(clock, wall) : instantAt(clock, wall));
  });
}
