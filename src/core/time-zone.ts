import { refuse, refuseOther } from '../input/refusal';
import { minuteMs } from './time-units';
import { type ZoneClock, zoneClock } from './zone-clock';

/**
 * Every engine takes the names of the tz database. Some take offsets too ('+02:00'), which know no season, or names of
 * ICU's own ('PST', 'SystemV/PST8').
 */
const ianaName =
  /^(?!systemv\/|us\/pacific-new$|factory$|(?!utc|uct|gmt|[ehm]st|[cemw]et|prc|ro[ck])[a-z]{3}$)[a-z][\w+/-]*$/i;

/** The clocks asked for before, by names in small letters: as many as there are zones at most. */
const known = new Map<string, ZoneClock>();

const zoneText = 'an IANA time zone such as Europe/Berlin';

/** The clock of an IANA zone; refuses one that the engine's time zone data do not name. */
export function clockOf(path: string, zone: string): ZoneClock {
  if (typeof zone !== 'string') return refuseOther(path, zone, zoneText);
  const name = zone.toLowerCase();
  // Looked at first: other letters may have the same small ones.
  const clock = ianaName.test(zone) ? (known.get(name) ?? newClock(zone)) : null;
  if (clock === null) return refuse(path, zone, zoneText, 'unknown-name');
  known.set(name, clock);
  return clock;
}

function newClock(zone: string): ZoneClock | null {
  try {
    // The zone is asked about, the host's own plays no part.
    // biome-ignore lint/style/noRestrictedGlobals: locale and zone are both named
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    return zoneClock((instant) => readOffset(format.format(instant)));
  } catch {
    return null;
  }
}

/** Reads '1/5/1915, GMT-00:25:21'; a minus counts for all that follows it, even where the hours are none. */
function readOffset(text: string): number {
  const [, sign, hours, minutes, seconds] = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  const ahead = (Number(hours) * 60 + Number(minutes)) * minuteMs + Number(seconds ?? 0) * 1000;
  return sign === '-' ? -ahead : ahead;
}
