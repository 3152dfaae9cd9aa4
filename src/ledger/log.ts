import type { LedgerEvent } from './events';
import { endWait, isWait, type Waits } from './waits';

type Kind<Name> = Extract<LedgerEvent, { readonly kind: Name }>;

/** An event as the log holds it: dates in milliseconds, and what comes next for its promise. */
export interface Entry {
  readonly kind: LedgerEvent['kind'];
  readonly id: string;
  readonly at: number;
  readonly due: number | undefined;
  readonly from: number | undefined;
  readonly segment: string | undefined;
  readonly quantity: Kind<'promise'>['quantity'];
  readonly by: Kind<'cancellation'>['by'] | undefined;
  readonly reason: string | undefined;
  /** Where in the log it is. */
  place: number;
  /** The event of the same promise that was recorded next. */
  next: Entry | undefined;
  /** Of a promise as it was made: the event of it that was recorded last. */
  latest: Entry | undefined;
  /**
   * Of a promise as it was made: what it waits for after the event recorded last; undefined while it never stood still, null
   * once its events were recorded in another order than that of time.
   */
  waits: Waits | undefined | null;
  /** Of a promise as it was made: the event of it that is the last in time; undefined while that is itself. */
  last: Entry | undefined;
  /** Of a promise as it was made: its events by their moment, once there were many to look through. */
  moments: Moments | undefined;
}

export type Moments = Map<number, Entry[]>;

export function addMoment(moments: Moments, entry: Entry): void {
  const then = moments.get(entry.at);
  if (then) then.push(entry);
  else moments.set(entry.at, [entry]);
}

/**
 * What a ledger and those recorded on from it share; each looks at its first `size` entries alone, so that
 * one entry more makes the next ledger and leaves this one as it was.
 */
export interface Log {
  readonly entries: Entry[];
  /** Each promise as it was made. */
  readonly promises: Map<string, Entry>;
}

export const emptyLog = (): Log => ({ entries: [], promises: new Map() });

/** Whether it is the last that a promise can be through. */
export const isEnd = ({ kind }: Entry) => kind === 'delivery' || kind === 'cancellation';

/** The promise of an id as it was made, if that is among the first `size` entries. */
export function madeIn({ promises }: Log, size: number, id: string): Entry | undefined {
  const made = promises.get(id);
  return made !== undefined && made.place < size ? made : undefined;
}

/** What was recorded next of the promise of an entry, among the first `size`. */
export function nextIn(entry: Entry, size: number): Entry | undefined {
  const { next } = entry;
  return next !== undefined && next.place < size ? next : undefined;
}

/**
 * What a promise has been through, among the first `size` entries, in order of time; what happened at the same moment in
 * the order recorded.
 */
export function historyIn(made: Entry, size: number): readonly Entry[] {
  const history: Entry[] = [];
  for (let entry: Entry | undefined = made; entry; entry = nextIn(entry, size)) history.push(entry);
  return made.waits === null ? history.sort((a, b) => a.at - b.at) : history;
}

/** The last that happened to a promise, among the first `size` entries. */
export function lastIn(made: Entry, size: number): Entry {
  const { latest = made, last = made } = made;
  if (latest.place < size) return last;
  return historyIn(made, size).at(-1) as Entry;
}

/** Whether an entry ends a wait after the last event; false also where only the whole history tells. */
export function endsLastWait(entry: Entry, made: Entry, last: Entry): boolean {
  const { latest, waits } = made;
  return latest === last && entry.at >= last.at && !!waits && isWait(waits, entry);
}

/** Adds an entry of the promise given, or of a new one. */
export function push({ entries, promises }: Log, entry: Entry, made: Entry | undefined): void {
  entry.place = entries.length;
  entries.push(entry);
  if (made === undefined) promises.set(entry.id, entry);
  else {
    const before = made.latest ?? made;
    made.waits = waitsAfter(made.waits, before, entry);
    before.next = entry;
    made.latest = entry;
    if (entry.at >= (made.last ?? made).at) made.last = entry;
    if (made.moments) addMoment(made.moments, entry);
  }
}

function waitsAfter(waits: Entry['waits'], before: Entry, entry: Entry): Entry['waits'] {
  if (waits === null || entry.at < before.at) return null;
  if (entry.kind === 'pause') return (waits ?? new Set()).add(entry.reason);
  if (waits && entry.kind === 'resume') endWait(waits, entry);
  return waits;
}

/** Of an entry that no log knows yet. */
export const alone = {
  next: undefined,
  latest: undefined,
  waits: undefined,
  last: undefined,
  moments: undefined,
} as const;

/** A log of its own with the first `size` entries, for who goes on from an older ledger. */
export function copyOf({ entries }: Log, size: number): Log {
  const copy = emptyLog();
  for (const entry of entries.slice(0, size)) {
    const own = { ...entry, ...alone };
    push(copy, own, copy.promises.get(entry.id));
  }
  return copy;
}
