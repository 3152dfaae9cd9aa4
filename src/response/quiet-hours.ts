import { dayMs } from '../core/time-units';
import { changeBetween, instantAt, wallAt, type ZoneClock } from '../core/zone-clock';

/** An interval of each day by the clock, in milliseconds from midnight; one over midnight ends before it begins. */
export type QuietHours = readonly [start: number, end: number];

/** The first instant from a given one on at which the clock of a zone shows no quiet time. */
export function awakeFrom(clock: ZoneClock, [start, end]: QuietHours, from: number): number {
  const length = inDay(end - start);
  for (let at = from; ; ) {
    const wall = wallAt(clock, at);
    const left = length - inDay(wall - start);
    if (left <= 0) return at;
    const ends = instantAt(clock, wall + left);
    // Where the clocks go back before then, look again when they do; where they went back, that time has come once.
    if (ends - at > left) at = changeBetween(clock, at, ends);
    else at = ends > at ? ends : at + left;
  }
}

function inDay(time: number): number {
  return ((time % dayMs) + dayMs) % dayMs;
}
