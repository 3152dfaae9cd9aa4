import { refuse } from './refuse';

/** Refuses a name that is no time zone; date-fns would take the host's in its place, or answer NaN. */
export function checkZone(fn: string, zone: string, path: string): void {
  try {
    // The zone is asked about, the host's own plays no part.
    // biome-ignore lint/style/noRestrictedGlobals: locale and zone are both named
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
  } catch {
    refuse(fn, path, zone, 'an IANA time zone such as Europe/Berlin', 'unknown-name');
  }
}
