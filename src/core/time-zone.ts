import { refuse } from './refuse';

/** Refuses a zone that the engine's time zone data does not name. */
export function checkZone(fn: string, path: string, zone: string): void {
  try {
    // The zone is asked about, the host's own plays no part.
    // biome-ignore lint/style/noRestrictedGlobals: locale and zone are both named
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
  } catch {
    refuse(fn, path, zone, 'an IANA time zone such as Europe/Berlin', 'unknown-name');
  }
}
