import { door } from '../input/door';
import { refuse } from '../input/refusal';
import { checkNext } from './check-next';
import { eventOf } from './event-of';
import type { LedgerEvent } from './events';
import { readEvent } from './input';
import { copyOf, type Entry, emptyLog, type Log, latestIn, madeIn, push } from './log';

/**
 * The record of promises: say what you do, do what you say. A value: recording returns the next
 * ledger, and this one stays what it was.
 */
export interface Ledger {
  /** How many events it holds. */
  readonly size: number;
  /** Its data: what `JSON.stringify` writes and {@link reviveLedger} reads. */
  readonly toJSON: () => LedgerJson;
}

/** A ledger as JSON: its events in the order recorded, dates in ISO 8601. */
export interface LedgerJson {
  readonly version: 1;
  readonly events: readonly LedgerEvent<string>[];
}

/**
 * A class for its private field alone: the log is out of reach for whoever freezes, copies or forges a ledger.
 */
class Version implements Ledger {
  readonly #log: Log;
  readonly size: number;

  constructor(log: Log) {
    this.#log = log;
    this.size = log.entries.length;
    Object.freeze(this);
  }

  toJSON(): LedgerJson {
    const entries = door('ledger.toJSON', () => Version.logOf(this)).entries.slice(0, this.size);
    return {
      version: 1,
      events: entries.map((entry) => eventOf(entry, (time) => new Date(time).toISOString())),
    };
  }

  static logOf(ledger: unknown): Log {
    if (typeof ledger === 'object' && ledger !== null && #log in ledger) return ledger.#log;
    return refuse('ledger', ledger, 'a ledger, such as openLedger makes');
  }
}

/**
 * An empty ledger.
 *
 * @example
 * ```ts
 * import { keptRate, openLedger, recordEvent } from 'overdeliver';
 *
 * const due = new Date('2026-03-05T18:00:00Z');
 * let ledger = openLedger();
 * ledger = recordEvent(ledger, { kind: 'promise', id: 'a', at: new Date('2026-03-01T09:00:00Z'), due });
 * ledger = recordEvent(ledger, { kind: 'promise', id: 'b', at: new Date('2026-03-02T15:00:00Z'), due });
 * ledger = recordEvent(ledger, { kind: 'delivery', id: 'a', at: new Date('2026-03-04T12:00:00Z') });
 * ledger.size; // => 3
 * keptRate(ledger, { asOf: new Date('2026-03-06T00:00:00Z') }).rate; // => 0.5
 * ```
 */
export function openLedger(): Ledger {
  return ledgerOf(emptyLog());
}

/**
 * Records that a promise was made, revised, delivered or called off. Promises may be recorded in any order;
 * the events of one in the order in which they happened.
 *
 * Takes the same time however long the ledger is, since the ledgers that follow one another share their
 * events; recording on from an older one copies what it holds, once.
 *
 * @param event is copied; what it says counts as known from its `at` on
 * @returns the next ledger; the one given stays what it was
 * @throws InvalidInputError `duplicate-id` for a promise made twice, or ended twice by delivery or
 *   cancellation; `unknown-id` for a promise not in the ledger; `date-order` for an event before the last one
 *   of its promise, a revision after its end, or a due date before `at`; `missing` for the delivery of a
 *   promised quantity without one; `unit-mismatch` for a quantity in another unit, or where none was promised
 * @example
 * ```ts
 * import { type LedgerEvent, openLedger, recordEvent } from 'overdeliver';
 *
 * const at = new Date('2026-03-01T09:00:00Z');
 * const due = new Date('2026-03-05T18:00:00Z');
 * const events: LedgerEvent[] = [
 *   { kind: 'promise', id: 'parcel', at, due, segment: 'north' },
 *   { kind: 'promise', id: 'repair', at, due, quantity: { value: 180, unit: 'euro' } },
 *   { kind: 'revision', id: 'parcel', at: due, due: new Date('2026-03-09T18:00:00Z') },
 *   { kind: 'delivery', id: 'repair', at: due, quantity: { value: 165, unit: 'euro' } },
 *   { kind: 'cancellation', id: 'parcel', at: new Date('2026-03-07T08:00:00Z'), by: 'customer' },
 * ];
 * const ledger = events.reduce(recordEvent, openLedger());
 * ledger.size; // => 5
 * recordEvent(ledger, { kind: 'delivery', id: 'repair', at: due }); // => throws duplicate-id
 * ```
 */
export function recordEvent(ledger: Ledger, event: LedgerEvent): Ledger {
  return door('recordEvent', () => {
    const log = logOf(ledger);
    return ledgerOf(append(log, ledger.size, readEvent(event, 'event'), 'event'));
  });
}

/** The log with an entry after its first `size`, if that may follow: the same one, unless others went on from there. */
export function append(log: Log, size: number, entry: Entry, path: string): Log {
  const made = madeIn(log, size, entry.id);
  checkNext(entry, made, made && latestIn(made, size), path);
  if (size === log.entries.length) {
    push(log, entry, made);
    return log;
  }
  const own = copyOf(log, size);
  push(own, entry, own.promises.get(entry.id));
  return own;
}

/** The ledger of all there is in a log. */
export const ledgerOf = (log: Log): Ledger => new Version(log);

/** The log behind a ledger; only its first `size` entries are the ledger's. */
export const logOf: (ledger: Ledger) => Log = Version.logOf;
