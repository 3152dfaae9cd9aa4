import type { LedgerEvent } from './events';

type Kind<Name> = Extract<LedgerEvent, { readonly kind: Name }>;

/** An event as the log holds it: dates in milliseconds, and what comes next for its promise. */
export interface Entry {
  readonly kind: LedgerEvent['kind'];
  readonly id: string;
  readonly at: number;
  readonly due: number | undefined;
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
  /** Of a promise as it was made: whether it never stood still and its events were recorded in order of time. */
  plain: boolean;
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
  return made.plain ? history : history.sort((a, b) => a.at - b.at);
}

/** The last that happened to a promise, among the first `size` entries. */
export function lastIn(made: Entry, size: number): Entry {
  const { latest } = made;
  if (made.plain && latest !== undefined && latest.place < size) return latest;
  return historyIn(made, size).at(-1) as Entry;
}

/** Adds an entry of the promise given, or of a new one. */
export function push({ entries, promises }: Log, entry: Entry, made: Entry | undefined): void {
  entry.place = entries.length;
  entries.push(entry);
  if (made === undefined) promises.set(entry.id, entry);
  else {
    const before = made.latest ?? made;
    if (entry.at < before.at || entry.kind === 'pause') made.plain = false;
    before.next = entry;
    made.latest = entry;
  }
}

/** A log of its own with the first `size` entries, for who goes on from an older ledger. */
export function copyOf({ entries }: Log, size: number): Log {
  const copy = emptyLog();
  for (const entry of entries.slice(0, size)) {
    const own = { ...entry, next: undefined, latest: undefined, plain: true };
    push(copy, own, copy.promises.get(entry.id));
  }
  return copy;
}
