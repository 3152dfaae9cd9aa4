import { lastTime } from '../core/time-units';
import { type Entry, historyIn, isEnd, nextIn } from './log';
import { endWait, type Waits } from './waits';

/** What had become of a promise by some time. */
export interface Course {
  /** The last moment at which delivery keeps it. While nobody knows, what it would be if the promise went on at that time:
   * later than promised by the time it has stood still; where no date was promised, that time or the end. */
  readonly due: number;
  /** The first moment, where a window was promised; it moves with `due`. */
  readonly from: number | undefined;
  readonly quantity: Entry['quantity'];
  /** Its delivery or cancellation. */
  readonly end: Entry | undefined;
  /** Why nobody knows when it falls due, if so: then or when it ended it stood still, or no date was promised. */
  readonly unknown: 'paused' | 'undated' | undefined;
}

/** The course of a promise by a time, as it was made or as last revised. */
export function courseBy(made: Entry, size: number, asOf: number, latest: boolean): Course {
  // Most are as simple as this, and there are many.
  return made.waits === undefined
    ? plainCourse(made, size, asOf, latest)
    : movedCourse(historyIn(made, size), asOf, latest);
}

function plainCourse(made: Entry, size: number, asOf: number, latest: boolean): Course {
  let { due, from, quantity } = made;
  let end: Entry | undefined;
  for (let event = nextIn(made, size); event && event.at <= asOf; event = nextIn(event, size)) {
    if (event.kind !== 'revision') end = event;
    else if (latest) {
      if (event.due !== undefined) ({ due, from } = event);
      quantity = revised(quantity, event);
    }
  }
  if (due !== undefined) return { due, from, quantity, end, unknown: undefined };
  return { due: end?.at ?? asOf, from, quantity, end, unknown: 'undated' };
}

function movedCourse(history: readonly Entry[], asOf: number, latest: boolean): Course {
  let { due, from, quantity } = history[0] as Entry;
  const widthOf = () => (due === undefined || from === undefined ? undefined : due - from);
  let width = widthOf();
  let end: Entry | undefined;
  let toldAnew = false;
  // The due date that stands still, and since when.
  let still: { readonly due: number; readonly since: number } | undefined;
  const waits: Waits = new Set();
  for (const event of history) {
    const { kind, at } = event;
    if (at > asOf) break;
    if (kind === 'pause') {
      // One that begins after the due date has passed moves nothing: what is broken stays so.
      if (waits.size === 0 && due !== undefined && at <= due) still = { due, since: at };
      waits.add(event.reason);
    } else if (kind === 'resume') {
      endWait(waits, event);
      if (still === undefined) continue;
      const moved = still.due + (at - still.since);
      due = toldAnew ? moved : (event.due ?? moved);
      still = waits.size > 0 ? { due, since: at } : undefined;
    } else if (kind === 'revision' && latest) {
      quantity = revised(quantity, event);
      if (event.due === undefined) continue;
      due = event.due;
      from = event.from;
      width = widthOf();
      toldAnew = true;
      still = waits.size > 0 ? { due, since: at } : undefined;
    } else if (isEnd(event)) end = event;
  }
  const until = end?.at ?? asOf;
  if (due === undefined) return { due: until, from, quantity, end, unknown: 'undated' };
  const late = still ? until - still.since : 0;
  const unknown = still && 'paused';
  const moved = Math.min(due + late, lastTime);
  return {
    due: moved,
    from: width === undefined ? undefined : moved - width,
    quantity,
    end,
    unknown,
  };
}

const revised = (before: Entry['quantity'], { quantity }: Entry) =>
  before && { ...before, ...quantity };
