import { hoursOf } from '../calendar/business-calendar';
import type { BusinessCalendar } from '../calendar/calendar';
import { openSpans } from '../calendar/kernel-open';
import { dayAt, dayMs } from '../core/kernel-wall';
import { refuse } from '../core/refuse';
import type { LiveUnit } from './units';

/** Open time as a clock that stands still while closed: milliseconds since an origin. */
export interface OpenClock {
  /** The open time at an instant. */
  readonly openAt: (wall: number) => number;
  /** The first instant at which so much open time has gone by, looked for from an instant on; NaN beyond ten years. */
  readonly wallAt: (open: number, from: number) => number;
  /** Forgets the hours before an instant. */
  readonly forget: (wall: number) => void;
  /** From where it can be made again: a day and the open time before it. */
  readonly origin: () => ClockOrigin | null;
}

export interface ClockOrigin {
  readonly day: number;
  readonly open: number;
}

/** Around the clock, open time is the wall's. */
export const aroundTheClock: OpenClock = {
  openAt: (wall) => wall,
  wallAt: (open) => open,
  forget: () => {},
  origin: () => null,
};

const tenYears = 3660;
/** How long after the last event the next may come, since hours are worked out day by day: ten years, no leap day lost. */
export const longestGap = 3653 * dayMs;

/** An interval of opening, and the open time before it. */
interface Opening {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly day: number;
}

function openClock(fn: string, calendar: BusinessCalendar, origin: ClockOrigin | null): OpenClock {
  const hours = hoursOf(fn, calendar, 'options.calendar');
  const openings: Opening[] = [];
  let from = origin;
  let nextDay = origin?.day ?? Number.NaN;
  let total = origin?.open ?? 0;
  let here = 0;
  const grow = () => {
    for (const [start, end] of openSpans(hours, nextDay)) {
      openings.push({ start, end, before: total, day: nextDay });
      total += end - start;
    }
    nextDay++;
  };
  /** The last opening of which a measure is at most a value. */
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
  return {
    openAt(wall) {
      if (from === null) {
        // Yesterday's hours may go on over midnight.
        nextDay = dayAt(hours.clock, wall) - 1;
        from = { day: nextDay, open: 0 };
      }
      for (const limit = nextDay + tenYears; nextDay < limit; grow()) {
        if ((openings.at(-1)?.start ?? -Infinity) > wall) break;
      }
      const now = openings[here];
      const next = openings[here + 1];
      if (!(now && now.start <= wall && (next === undefined || wall < next.start))) {
        here = find(wall, 'start');
      }
      const { start, end, before } = openings[here] as Opening;
      return before + Math.max(0, Math.min(end, wall) - start);
    },
    wallAt(open, from) {
      // The same whatever was asked before.
      if (total < open) {
        const limit = dayAt(hours.clock, from) + tenYears;
        while (total < open && nextDay < limit) grow();
        if (total < open) return Number.NaN;
      }
      let at = find(open, 'before');
      // What is reached at an opening was reached at the closing before it.
      if (at > 0 && (openings[at] as Opening).before === open) at--;
      const { start, before } = openings[at] as Opening;
      const wall = start + Math.max(0, open - before);
      return wall - from > longestGap ? Number.NaN : wall;
    },
    forget(wall) {
      const gone = find(wall, 'start') - 2;
      if (gone < 1000) return;
      openings.splice(0, gone);
      here = 0;
      const first = openings[0] as Opening;
      from = { day: first.day, open: first.before };
    },
    origin: () => from,
  };
}

/** The clock of a calendar; a day of open time has no length of its own. */
export function clockOf(
  fn: string,
  unit: LiveUnit,
  calendar: BusinessCalendar,
  origin: ClockOrigin | null,
): OpenClock {
  if (unit === 'days') {
    const text = 'minutes or hours with a calendar, since days are open for different times';
    refuse(fn, 'options.unit', unit, text, 'out-of-range');
  }
  return openClock(fn, calendar, origin);
}
