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
  /** Where in the log it is. */
  place: number;
  /** The next event of the same promise. */
  next: Entry | undefined;
  /** Of a promise as it was made: the latest event of it. */
  latest: Entry | undefined;
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

/** The promise of an id as it was made, if that is among the first `size` entries. */
export function madeIn({ promises }: Log, size: number, id: string): Entry | undefined {
  const made = promises.get(id);
  return made !== undefined && made.place < size ? made : undefined;
}

/** What comes next for the promise of an entry, among the first `size`. */
export function nextIn(entry: Entry, size: number): Entry | undefined {
  const { next } = entry;
  return next !== undefined && next.place < size ? next : undefined;
}

/** The latest event of a promise among the first `size`. */
export function latestIn(made: Entry, size: number): Entry {
  if (made.latest !== undefined && made.latest.place < size) return made.latest;
  let entry = made;
  for (let next = nextIn(entry, size); next; next = nextIn(entry, size)) entry = next;
  return entry;
}

/** Adds an entry of the promise given, or of a new one. */
export function push({ entries, promises }: Log, entry: Entry, made: Entry | undefined): void {
  entry.place = entries.length;
  entries.push(entry);
  if (made === undefined) promises.set(entry.id, entry);
  else {
    (made.latest ?? made).next = entry;
    made.latest = entry;
  }
}

/** A log of its own with the first `size` entries, for who goes on from an older ledger. */
export function copyOf({ entries }: Log, size: number): Log {
  const copy = emptyLog();
  for (const entry of entries.slice(0, size)) {
    const own = { ...entry, next: undefined, latest: undefined };
    push(copy, own, copy.promises.get(entry.id));
  }
  return copy;
}
