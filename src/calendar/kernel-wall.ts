import { tzOffset } from '@date-fns/tz/tzOffset';

/**
 * Instants are milliseconds since 1970 UTC. A wall time is what a zone's clock shows at an instant, written
 * as if the zone were UTC; so its day number is `floor(wall / dayMs)`, whatever the clocks do.
 */
export const dayMs = 86_400_000;

export function offsetAt(zone: string, instant: number): number {
  // Older offsets hold seconds, which the minutes asked for carry as a fraction.
  return Math.round(tzOffset(zone, new Date(instant)) * 60_000);
}

export function wallAt(zone: string, instant: number): number {
  return instant + offsetAt(zone, instant);
}

/** The number of the day that the zone's calendar shows. */
export function dayAt(zone: string, instant: number): number {
  return Math.floor(wallAt(zone, instant) / dayMs);
}

/**
 * The first instant at which the zone's clock shows a wall time or a later one. One rule for all: a time that
 * is skipped becomes the moment of the change, one that comes twice its first coming, and a skipped day
 * (Apia's 2011-12-30) no time at all. Later wall times never become earlier instants.
 */
export function instantAt(zone: string, wall: number): number {
  // Offsets lie between -12 and +14 hours, so a day to either side encloses the instant.
  const before = offsetAt(zone, wall - dayMs);
  const after = offsetAt(zone, wall + dayMs);
  const early = wall - before;
  if (before === after || offsetAt(zone, early) === before) return early;
  const late = wall - after;
  if (offsetAt(zone, late) === after) return late;
  // Neither holds only for a wall time that is skipped: the change lies between the two.
  return changeBetween(zone, late, early);
}

/** The instant at which a zone's clock is set otherwise, where it is once between two. */
export function changeBetween(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Rounds up to a whole millisecond, but for what lies within a millionth of a second of one: there the
 * arithmetic put it, not the caller.
 */
export function wholeMs(exact: number): number {
  const nearest = Math.round(exact);
  return Math.abs(nearest - exact) <= 1e-3 ? nearest : Math.ceil(exact);
}
