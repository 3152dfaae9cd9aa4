import { type OpenHours, openSpans } from '../calendar/open-spans';
import { dayMs, minuteMs } from '../core/time-units';
import { dayAt, wallAt as localTime } from '../core/zone-clock';

/** Open time as a clock that stands still while closed, in milliseconds from an origin of its own. */
export interface OpenClock {
  /** The open time at an instant. */
  readonly openAt: (wall: number) => number;
  /** The first instant at which so much open time has gone by; NaN where that is over ten years after another one. */
  readonly wallAt: (open: number, from: number) => number;
  readonly isOpen: (wall: number) => boolean;
  /** What the clock on the wall shows at an instant, as though its zone were UTC. */
  readonly localAt: (wall: number) => number;
  /** The last instant at which it is known whether it is open. */
  readonly knownUntil: number;
  /** Begins anew, at whatever instant is asked next: while nothing has been timed by it. */
  readonly restart: () => void;
  /** Forgets the hours before an instant. */
  readonly forget: (wall: number) => void;
  /** From where it can be made again, to go on from an instant: a day and the open time before it, whatever was asked. */
  readonly origin: (wall: number) => ClockOrigin | null;
}

export interface ClockOrigin {
  readonly day: number;
  readonly open: number;
}

/** Around the clock, open time is the wall's. */
export const aroundTheClock: OpenClock = {
  openAt: (wall) => wall,
  wallAt: (open) => open,
  isOpen: () => true,
  localAt: (wall) => wall,
  knownUntil: Infinity,
  restart: () => {},
  forget: () => {},
  origin: () => null,
};

/** In days: what stays closed for longer does not open again. */
const tenYears = 3660;
const quarterMs = 15 * minuteMs;

/** An interval of opening, and the open time before it. */
interface Opening {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly day: number;
}

/** The clock of a calendar's hours, from an origin of before if there was one. */
export function clockOf(hours: OpenHours, origin: ClockOrigin | null): OpenClock {
  const openings: Opening[] = [];
  // The days whose openings are known, from the first to the one before the next, and the open time at either end.
  let [firstDay, begin] = [origin?.day ?? Number.NaN, origin?.open ?? 0];
  let [nextDay, total] = [firstDay, begin];
  let here = 0;
  let [quarter, ahead] = [Number.NaN, 0];
  const lengthOf = (day: number) =>
    openSpans(hours, day).reduce((sum, [start, end]) => sum + end - start, 0);
  const grow = () => {
    for (const [start, end] of openSpans(hours, nextDay)) {
      openings.push({ start, end, before: total, day: nextDay });
      total += end - start;
    }
    nextDay++;
  };
  const growBack = () => {
    firstDay--;
    begin -= lengthOf(firstDay);
    let before = begin;
    const earlier = openSpans(hours, firstDay).map(([start, end]): Opening => {
      const opening = { start, end, before, day: firstDay };
      before += end - start;
      return opening;
    });
    openings.unshift(...earlier);
  };
  /** Sees to it that the openings around a day are known; yesterday's hours may go on over midnight. */
  const reach = (day: number) => {
    if (Number.isNaN(firstDay)) firstDay = nextDay = day - 1;
    while (firstDay >= day) growBack();
    while (nextDay <= day + 1) grow();
  };
  /** Where none is known near. */
  const never = (): Opening => ({ start: Infinity, end: Infinity, before: total, day: nextDay });
  /** The last opening of which a measure is at most a value, else the first. */
  const find = (value: number, of: 'start' | 'before') => {
    let low = 0;
    let high = openings.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((openings[middle] as Opening)[of] <= value) low = middle;
      else high = middle;
    }
    return low;
  };
  const openingAt = (wall: number): Opening => {
    const now = openings[here];
    const next = openings[here + 1];
    // Most instants follow the last one closely.
    if (now && next && now.start <= wall && wall < next.start) return now;
    reach(dayAt(hours.clock, wall));
    here = find(wall, 'start');
    return openings[here] ?? never();
  };
  return {
    openAt(wall) {
      const { start, end, before } = openingAt(wall);
      return before + Math.max(0, Math.min(end, wall) - start);
    },
    wallAt(open, from) {
      // The same whatever was asked before.
      for (const limit = dayAt(hours.clock, from) + tenYears; total < open; grow()) {
        if (nextDay > limit) return Number.NaN;
      }
      let at = find(open, 'before');
      // What is reached at an opening was reached at the closing before it.
      if (at > 0 && (openings[at] as Opening).before === open) at--;
      const { start, before } = openings[at] ?? never();
      const wall = start + Math.max(0, open - before);
      return wall - from > tenYears * dayMs ? Number.NaN : wall;
    },
    isOpen(wall) {
      const { start, end } = openingAt(wall);
      return start <= wall && wall < end;
    },
    localAt(wall) {
      // Clocks are set otherwise on quarters of an hour.
      const now = Math.floor(wall / quarterMs);
      if (now !== quarter) [quarter, ahead] = [now, localTime(hours.clock, wall) - wall];
      return wall + ahead;
    },
    knownUntil: hours.knownUntil,
    restart() {
      openings.length = 0;
      [firstDay, begin, nextDay, total, here] = [Number.NaN, 0, Number.NaN, 0, 0];
    },
    forget(wall) {
      let gone = find(wall, 'start') - 2;
      // Seldom, since what is kept moves.
      if (gone < 1000) return;
      // A day goes as a whole, since it is made again as one.
      while (openings[gone]?.day === openings[gone - 1]?.day) gone--;
      openings.splice(0, gone);
      here = 0;
      const first = openings[0] as Opening;
      [firstDay, begin] = [first.day, first.before];
    },
    origin(wall) {
      const day = dayAt(hours.clock, wall) - 1;
      reach(day);
      return { day, open: openings.find((one) => one.day >= day)?.before ?? total };
    },
  };
}

/** A clock of other hours that goes on from where one stands at an instant. */
export function clockOnFrom(clock: OpenClock, wall: number, hours: OpenHours): OpenClock {
  const next = clockOf(hours, null);
  const apart = clock.openAt(wall) - next.openAt(wall);
  const origin = next.origin(wall);
  return clockOf(hours, origin && { ...origin, open: origin.open + apart });
}
