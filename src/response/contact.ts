import type { BusinessCalendar } from '../calendar/calendar';
import { type OpenHours, walkOpen } from '../calendar/open-spans';
import { horizonMs } from '../calendar/units';
import type { ZoneClock } from '../core/zone-clock';
import type { DateInput } from '../input/date';
import { refuse } from '../input/refusal';
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
  /** A `Date`, milliseconds since 1970, text with an offset, or an instant of Temporal, as every date that is taken here. */
  readonly asOf: DateInput;
  readonly contact: Contact;
}

/** A contact as read. */
export interface Reachable {
  readonly zone: ZoneClock;
  readonly quiet?: QuietHours | undefined;
  readonly calendar?: OpenHours | undefined;
}

/** The first instant from a given one on at which something may be done, by a person unless not. */
export type Reach = (from: number, byPerson?: boolean) => Date;

/** Tells when a contact may be made. */
export function reachOf({ zone, quiet, calendar }: Reachable, path = 'options.contact'): Reach {
  return (from, byPerson = true) => {
    // Two sets of hours that never meet would be gone through for ever.
    for (let at = from, turn = 0; turn < 1000; turn++) {
      const awake = quiet ? awakeFrom(zone, quiet, at) : at;
      if (!byPerson || calendar === undefined) return new Date(awake);
      const manned = walkOpen(calendar, awake, 0, awake + horizonMs).at;
      if (manned === null) break;
      if (manned === awake) return new Date(awake);
      at = manned;
    }
    const expected = 'working hours still to come, outside the quiet ones';
    return refuse(`${path}.calendar`, calendar?.calendar, expected, 'out-of-range');
  };
}
