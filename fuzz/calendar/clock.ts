import { type Watch, wallOf } from '../../test/calendar/watch';

const minute = 60_000;
const quarter = 15 * minute;
const dayMs = 86_400_000;

/** What a zone's clock shows, by nothing but the engine's formatting; and when it is set otherwise from 1900 to 2100. */
export interface Clock {
  readonly zone: string;
  readonly wall: (instant: number) => number;
  readonly changes: readonly number[];
}

export function clockIn(zone: string): Clock {
  const wall = wallOf(zone);
  const whole = (at: number) => wall(at) - at;
  const changes: number[] = [];
  const last = Date.UTC(2100, 11, 1);
  let from = Date.UTC(1900, 1, 1);
  for (let ahead = whole(from); from < last; from += dayMs) {
    const then = whole(from + dayMs);
    if (then === ahead) continue;
    // To the second, which is what the formatting shows.
    let [low, high] = [from / 1000, (from + dayMs) / 1000];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (whole(1000 * middle) === ahead) low = middle;
      else high = middle;
    }
    changes.push(1000 * high);
    ahead = then;
  }
  return { zone, wall, changes };
}

/**
 * The steps at which a clock must be looked at to see all that it does between two moments: minutes, or a part of one where it
 * was off by seconds or was set otherwise at one.
 */
export function stepOf({ wall, changes }: Clock, from: number, to: number): number {
  const within = changes.filter((at) => at > from && at < to);
  const odd = [from, ...within].map((at) => (wall(at) - at) % minute);
  return [...odd, ...within.map((at) => at % minute)].reduce(gcd, minute);
}

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/**
 * What someone sees who looks at the clock at every step. The engine is asked each quarter of an hour, and at each step where
 * the quarter did not begin and end alike.
 */
export function watchClock({ wall }: Clock, from: number, days: number, step: number): Watch {
  const walls: number[] = [];
  const count = (days * dayMs) / quarter;
  let shown = wall(from);
  for (let i = 0; i < count; i++) {
    const at = from + i * quarter;
    const next = wall(at + quarter);
    const steady = next - shown === quarter;
    for (let k = 0; k < quarter; k += step) walls.push(steady ? shown + k : wall(at + k));
    shown = next;
  }
  let latest = Number.NEGATIVE_INFINITY;
  const reached = walls.map((one) => {
    latest = Math.max(latest, one);
    return latest;
  });
  return { from, step, walls, reached };
}
