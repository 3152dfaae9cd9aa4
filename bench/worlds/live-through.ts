import {
  isOverdeliverError,
  type LivePromiser,
  type LivePromiserOptions,
  livePromiser,
  reviveLivePromiser,
} from 'overdeliver';
import { day, hour, minute, type World, type WorldOrder } from './world';

export const unitLengths = { minutes: minute, hours: hour, days: day } as const;

/** What a promiser made of a world. */
export interface Lived {
  /** The promises in milliseconds, open ones where it was told a calendar, by order; NaN for none. */
  readonly promises: Float64Array;
  /** When they were due; NaN for never. */
  readonly dues: Float64Array;
  /** How many orders had finished when each started. */
  readonly finished: Int32Array;
  /** Snapshots that were refused, or did not go on to the last bit. */
  readonly astray: number;
  /** Whether it takes the calendar of this world. */
  readonly takesCalendar: boolean;
}

/** A promiser in a world: events in order of time, an end before a start at the same instant. */
export function liveThrough(world: World, orders: readonly WorldOrder[]): Lived {
  const [promiser, takesCalendar] = promiserOf(world);
  const length = unitLengths[world.unit];
  const none = () => new Float64Array(orders.length).fill(Number.NaN);
  const [promises, dues] = [none(), none()];
  const finished = new Int32Array(orders.length);
  let twin: LivePromiser | null = null;
  let astray = 0;
  let ended = 0;
  let events = 0;
  for (const [i, isStart] of eventsOf(orders)) {
    const { id, group, started, ended: end, how, estimate } = orders[i] as WorldOrder;
    const tell = (to: LivePromiser) => {
      if (isStart) {
        const own = estimate === undefined ? {} : { estimate: estimate / length };
        return to.start({ id, at: new Date(started), group, ...own });
      }
      const event = { id, at: new Date(end) };
      if (how === 'cancelled') return to.cancel(event);
      return how === 'lost' ? to.lose(event) : to.finish(event);
    };
    const answer = told(() => tell(promiser));
    if (twin !== null) {
      const same = told(() => tell(twin as LivePromiser));
      if (JSON.stringify(same) !== JSON.stringify(answer)) {
        astray++;
        twin = null;
      }
    }
    if (isStart) {
      const { promise, due } = answer as ReturnType<LivePromiser['start']>;
      promises[i] = promise === null ? Number.NaN : promise * length;
      dues[i] = due === null ? Number.NaN : due.getTime();
      finished[i] = ended;
    } else if (how === 'finished') ended++;
    if (++events % 1000 === 0) {
      const text = JSON.stringify(promiser);
      if (twin !== null && JSON.stringify(twin) !== text) astray++;
      twin = told(() => reviveLivePromiser(JSON.parse(text))) ?? null;
      if (twin === null) astray++;
    }
  }
  return { promises, dues, finished, astray, takesCalendar };
}

/** The answer; undefined for an order that was lost and forgotten, or a snapshot that is refused. */
function told<Answer>(tell: () => Answer): Answer | undefined {
  try {
    return tell();
  } catch (error) {
    if (isOverdeliverError(error)) return undefined;
    throw error;
  }
}

function promiserOf({ unit, keepRate, typical, calendar }: World) {
  const options = { unit, keepRate, typical };
  if (calendar === undefined) return [livePromiser(options), true] as const;
  const made = told(() => livePromiser({ ...options, calendar } as LivePromiserOptions));
  return [made ?? livePromiser(options), made !== undefined] as const;
}

/** Starts and ends in order of time; what ends as it starts ends after its start. */
function eventsOf(
  orders: readonly WorldOrder[],
): readonly (readonly [order: number, start: boolean])[] {
  const starts = orders.map(({ started }, i) => ({ i, at: started, rank: 1 }));
  const ends = orders.flatMap(({ started, ended }, i) =>
    ended < Infinity ? [{ i, at: ended, rank: ended > started ? 0 : 2 }] : [],
  );
  return [...starts, ...ends]
    .sort((a, b) => a.at - b.at || a.rank - b.rank || a.i - b.i)
    .map(({ i, rank }) => [i, rank === 1]);
}
