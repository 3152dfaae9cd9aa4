import {
  isOverdeliverError,
  type LivePromiser,
  livePromiser,
  reviveLivePromiser,
} from 'overdeliver';
import { day, hour, minute, type World, type WorldOrder } from './world';

export const unitLengths = { minutes: minute, hours: hour, days: day } as const;

/** What a promiser made of a world. */
export interface Lived {
  /** When each order was due by its promise, in milliseconds; NaN for no promise. */
  readonly dues: Float64Array;
  /** How many orders had finished when each started. */
  readonly finished: Int32Array;
  /** Events that were refused, but for ends of orders that were lost and forgotten. */
  readonly refused: number;
  /** Snapshots, one every thousand events, that were refused or did not go on to the last bit. */
  readonly astray: number;
}

/** A promiser in a world: events in order of time, an end before a start at the same instant. */
export function liveThrough(world: World, orders: readonly WorldOrder[]): Lived {
  const promiser = promiserOf(world);
  const dues = new Float64Array(orders.length).fill(Number.NaN);
  const finished = new Int32Array(orders.length);
  let [ended, events, refused, astray] = [0, 0, 0, 0];
  let twin: LivePromiser | null = null;
  const goAstray = () => {
    astray++;
    twin = null;
  };
  for (const [order, isStart] of eventsOf(orders)) {
    const { how } = orders[order] as WorldOrder;
    const event = { order: orders[order] as WorldOrder, isStart, unit: unitLengths[world.unit] };
    const answer = tell(promiser, event);
    if (answer === 'refused') refused++;
    if (twin !== null && JSON.stringify(tell(twin, event)) !== JSON.stringify(answer)) goAstray();
    if (isStart) {
      finished[order] = ended;
      if (typeof answer === 'object' && 'due' in answer) {
        dues[order] = answer.due?.getTime() ?? Number.NaN;
      }
    } else if (how === 'finished') ended++;
    if (++events % 1000 > 0) continue;
    const text = JSON.stringify(promiser);
    if (twin !== null && JSON.stringify(twin) !== text) goAstray();
    twin = revived(text);
    if (twin === null) goAstray();
  }
  return { dues, finished, refused, astray };
}

interface Event {
  readonly order: WorldOrder;
  readonly isStart: boolean;
  /** The length of the promiser's unit. */
  readonly unit: number;
}

function tell(promiser: LivePromiser, { order, isStart, unit }: Event) {
  const { id, group, started, ended, how, estimate } = order;
  try {
    if (isStart) {
      const own = estimate === undefined ? {} : { estimate: estimate / unit };
      return promiser.start({ id, at: new Date(started), group, ...own });
    }
    const event = { id, at: new Date(ended) };
    if (how === 'finished') return promiser.finish(event);
    return how === 'cancelled' ? promiser.cancel(event) : promiser.lose(event);
  } catch (error) {
    if (!isOverdeliverError(error)) throw error;
    return error.code === 'unknown-id' ? 'forgotten' : 'refused';
  }
}

function revived(text: string): LivePromiser | null {
  try {
    return reviveLivePromiser(JSON.parse(text));
  } catch (error) {
    if (!isOverdeliverError(error)) throw error;
    return null;
  }
}

function promiserOf({ unit, keepRate, typical, calendar }: World): LivePromiser {
  return livePromiser({ unit, keepRate, typical, calendar });
}

/** Starts and ends in order of time; what ends as it starts ends after its start. */
function eventsOf(
  orders: readonly WorldOrder[],
): readonly (readonly [order: number, isStart: boolean])[] {
  const starts = orders.map(({ started }, i) => ({ i, at: started, rank: 1 }));
  const ends = orders.flatMap(({ started, ended }, i) =>
    ended < Infinity ? [{ i, at: ended, rank: ended > started ? 0 : 2 }] : [],
  );
  return [...starts, ...ends]
    .sort((a, b) => a.at - b.at || a.rank - b.rank || a.i - b.i)
    .map(({ i, rank }) => [i, rank === 1]);
}
