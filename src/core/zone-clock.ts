import { dayMs, lastTime } from './time-units';

/**
 * The offsets of a time zone, in milliseconds ahead of UTC, and those asked for before: an engine is slow to tell.
 *
 * Instants are milliseconds since 1970 UTC. A wall time is what a zone's clock shows at an instant, written
 * as if the zone were UTC; so its day number is `floor(wall / dayMs)`, whatever the clocks do.
 */
export interface ZoneClock {
  readonly ask: (instant: number) => number;
  /** The cells whose offsets are remembered, each at its place modulo their number, and the offsets at their starts. */
  readonly cells: Int32Array;
  readonly offsets: Int32Array;
}

/** No two changes of a zone's clock since 1900 lie nearer than 4 days (Freetown's, in 1939); a cell is shorter. */
const cellMs = 3 * dayMs;

/** Enough for 67 years; cells further apart take each other's place. A power of 2. */
const remembered = 8192;

export function zoneClock(ask: (instant: number) => number): ZoneClock {
  const cells = new Int32Array(remembered).fill(-(2 ** 31));
  return { ask, cells, offsets: new Int32Array(remembered) };
}

export function offsetAt(clock: ZoneClock, instant: number): number {
  const cell = Math.floor(instant / cellMs);
  const offset = offsetOf(clock, cell);
  return offset === offsetOf(clock, cell + 1) ? offset : clock.ask(instant);
}

/** The offset from one instant to another, null where the clocks change in between or near them. */
export function steadyOffset(clock: ZoneClock, from: number, to: number): number | null {
  const first = Math.floor(from / cellMs);
  const offset = offsetOf(clock, first);
  for (let cell = first; cell * cellMs < to; cell++)
    if (offsetOf(clock, cell + 1) !== offset) return null;
  return offset;
}

function offsetOf({ ask, cells, offsets }: ZoneClock, cell: number): number {
  const place = cell & (remembered - 1);
  if (cells[place] === cell) return offsets[place] as number;
  // The first and the last cell begin and end where there are no dates any more.
  const offset = ask(Math.max(-lastTime, Math.min(cell * cellMs, lastTime)));
  cells[place] = cell;
  offsets[place] = offset;
  return offset;
}

export function wallAt(clock: ZoneClock, instant: number): number {
  return instant + offsetAt(clock, instant);
}

/** The number of the day that the zone's calendar shows. */
export function dayAt(clock: ZoneClock, instant: number): number {
  return Math.floor(wallAt(clock, instant) / dayMs);
}

/** The date of a day, such as `2026-03-05`. */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().split('T', 1)[0] as string;
}

/** 0 for a Monday; day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * The first instant at which the zone's clock shows a wall time or a later one. One rule for all: a time that
 * is skipped becomes the moment of the change, one that comes twice its first coming, and a skipped day
 * (Apia's 2011-12-30) no time at all. Later wall times never become earlier instants.
 */
export function instantAt(clock: ZoneClock, wall: number): number {
  // Offsets are less than a day, so a day to either side encloses the instant.
  const before = offsetAt(clock, wall - dayMs);
  const after = offsetAt(clock, wall + dayMs);
  const early = wall - before;
  if (before === after || offsetAt(clock, early) === before) return early;
  const late = wall - after;
  if (offsetAt(clock, late) === after) return late;
  // Neither holds only for a wall time that is skipped: the change lies between the two.
  return changeBetween(clock, late, early);
}

/** The last millisecond of the day that a wall time falls in; of a skipped day, which has none, the moment after it. */
export function endOfDay(clock: ZoneClock, wall: number): number {
  const day = Math.floor(wall / dayMs) * dayMs;
  return Math.max(instantAt(clock, day), instantAt(clock, day + dayMs) - 1);
}

/** The instant at which a zone's clock is set otherwise, where it is once between two. */
export function changeBetween(clock: ZoneClock, from: number, to: number): number {
  const before = offsetAt(clock, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(clock, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
