import { changeBetween, dayMs, offsetAt } from '../calendar/kernel-wall';

/** The offsets of a zone within a day of UTC: one until the clocks change, another from then on. */
interface Offsets {
  readonly before: number;
  /** The moment of the change; Infinity where there is none. */
  readonly change: number;
  readonly after: number;
}

/**
 * The number of the day, counted from 1970, that a zone's calendar shows at a time. Zones are slow to ask, and
 * many times fall on one day: its offsets are remembered. Clocks have never changed twice within a day.
 */
export function zoneDays(zone: string): (time: number) => number {
  const days = new Map<number, Offsets>();
  return (time) => {
    const day = Math.floor(time / dayMs);
    let offsets = days.get(day);
    if (offsets === undefined) {
      offsets = offsetsFrom(zone, day * dayMs);
      days.set(day, offsets);
    }
    const { before, change, after } = offsets;
    return Math.floor((time + (time < change ? before : after)) / dayMs);
  };
}

function offsetsFrom(zone: string, start: number): Offsets {
  const end = start + dayMs;
  const before = offsetAt(zone, start);
  const after = offsetAt(zone, end);
  const change = before === after ? Infinity : changeBetween(zone, start, end);
  return { before, change, after };
}
