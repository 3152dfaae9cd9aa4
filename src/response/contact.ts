import * as z from 'zod/mini';
import type { BusinessCalendar } from '../calendar/calendar';
import { dateSchema, readCalendar } from '../calendar/input';
import { walkOpen } from '../calendar/open-spans';
import { timeOf } from '../calendar/read-times';
import { horizonMs } from '../calendar/units';
import { dayMs } from '../core/time-units';
import { clockOf } from '../core/time-zone';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { anySchema } from '../input/schemas';
import { awakeFrom, type QuietHours } from './quiet-hours';

/** When a customer may be reached, and when there is somebody to do it. */
export interface Contact {
  /** The customer's IANA time zone. */
  readonly zone: string;
  /** The hours of that zone's clock, each day, in which nothing reaches them, such as `'21:00-08:00'`; none
   * unless given. */
  readonly quiet?: string | undefined;
  /** When people work, for what needs a person; around the clock unless given. */
  readonly calendar?: BusinessCalendar | undefined;
}

/** The date of an answer, and the customer it goes to. */
export interface Dated {
  readonly asOf: Date;
  readonly contact: Contact;
}

/** The fields of a schema of options that hold {@link Dated}. */
export const datedShape = { asOf: dateSchema, contact: anySchema };

/** The first instant from a given one on at which something may be done, by a person unless not. */
export type Reach = (from: number, byPerson?: boolean) => Date;

const contactSchema = z.strictObject({
  zone: z.string(),
  quiet: z.optional(z.string()),
  calendar: anySchema,
});

/** Checks a contact, and tells when it may be made. */
export function reachOf(contact: Contact, path = 'options.contact'): Reach {
  const { zone, quiet } = read(contactSchema, contact, path);
  const clock = clockOf(`${path}.zone`, zone);
  const hours = quiet === undefined ? null : quietHours(`${path}.quiet`, quiet);
  const working =
    contact.calendar === undefined ? null : readCalendar(`${path}.calendar`, contact.calendar);
  return (from, byPerson = true) => {
    // Two sets of hours that never meet would be gone through for ever.
    for (let at = from, turn = 0; turn < 1000; turn++) {
      const awake = hours ? awakeFrom(clock, hours, at) : at;
      if (!byPerson || working === null) return new Date(awake);
      const manned = walkOpen(working, awake, 0, awake + horizonMs).at;
      if (manned === null) break;
      if (manned === awake) return new Date(awake);
      at = manned;
    }
    const expected = 'working hours still to come, outside the quiet ones';
    return refuse(`${path}.calendar`, contact.calendar, expected, 'out-of-range');
  };
}

function quietHours(path: string, quiet: string): QuietHours {
  const [, opens = '', closes = ''] = /^(.{5})-(.{5})$/.exec(quiet) ?? [];
  const [start, end] = [timeOf(opens), timeOf(closes)];
  const length = Math.abs(end - start);
  if (length > 0 && length < dayMs) return [start, end];
  const expected = 'an interval such as 21:00-08:00, neither empty nor the whole day';
  return refuse(path, quiet, expected, 'out-of-range');
}
