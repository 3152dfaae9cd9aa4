import { door } from '../input/door';
import { refuse } from '../input/refusal';
import { checkNext } from './check-next';
import { eventOf } from './event-of';
import type { LedgerEvent } from './events';
import { checkTimeUnit, readEvent } from './input-event';
import { isRecorded } from './is-recorded';
import { copyOf, type Entry, emptyLog, type Log, lastIn, madeIn, push } from './log';

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

/** A ledger as JSON: its events in order of time, those of one moment by id and then as recorded; dates in ISO 8601. */
export interface LedgerJson {
  /** The version of the format. */
  readonly version: 2;
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
      version: 2,
      events: entries
        .sort(byTime)
        .map((entry) => eventOf(entry, (time) => new Date(time).toISOString())),
    };
  }

  static logOf(ledger: unknown): Log {
    if (typeof ledger === 'object' && ledger !== null && #log in ledger) return ledger.#log;
    return refuse('ledger', ledger, 'a ledger, such as openLedger or reviveLedger makes');
  }
}

const byTime = (a: Entry, b: Entry) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

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
 * Records that a promise was made, revised, paused, resumed, delivered or called off.
 *
 * Events may be recorded late, after others that happened later, wherever the whole makes sense in order of time; those of
 * one promise at the same moment count in the order recorded. An event that is recorded already, the same in every field,
 * adds nothing: the ledger that comes back is the one given.
 *
 * Takes the same time however long the ledger is, since the ledgers that follow one another share their
 * events; recording on from an older one copies what it holds, once. A `resume` that is told late is held against all that its
 * promise has been through, since it may take from a later one the wait that this ended: that may be 10,000 events.
 *
 * @param event is copied; what it says counts as known from its `at` on
 * @returns the next ledger; the one given stays what it was
 * @throws InvalidInputError `duplicate-id` for another promise of the same id, or one ended twice by delivery or
 *   cancellation; `unknown-id` for a promise not in the ledger; `date-order` for an event before its promise, a delivery or
 *   cancellation before any other event of it, anything else after that end, a due date before `at`, or a window that
 *   begins after it is due; `missing` for a promise without a due date or a quantity, or the delivery of a promised
 *   quantity without one; `unit-mismatch` for a quantity in another unit, or where none was promised; `out-of-range`
 *   for a `resume` told late of a promise with more than 10,000 events; `ambiguous` for a `resume` that ends no wait,
 *   or a due date or a wait where no due date was promised
 * @example
 * ```ts
 * import { type LedgerEvent, openLedger, recordEvent } from 'overdeliver';
 *
 * const at = new Date('2026-03-01T09:00:00Z');
 * const due = new Date('2026-03-05T18:00:00Z');
 * const events: LedgerEvent[] = [
 *   { kind: 'promise', id: 'parcel', at, due, segment: 'north' },
 *   { kind: 'promise', id: 'repair', at, quantity: { value: 180, unit: 'euros' } },
 *   { kind: 'revision', id: 'parcel', at: due, due: new Date('2026-03-09T18:00:00Z') },
 *   { kind: 'delivery', id: 'repair', at: due, quantity: { value: 165, unit: 'euros' } },
 *   { kind: 'cancellation', id: 'parcel', at: new Date('2026-03-07T08:00:00Z'), by: 'customer' },
 * ];
 * const ledger = events.reduce(recordEvent, openLedger());
 * ledger.size; // => 5
 * const billed = { value: 190, unit: 'euros' };
 * recordEvent(ledger, { kind: 'delivery', id: 'repair', at: due, quantity: billed }); // => throws duplicate-id
 * ```
 */
export function recordEvent(ledger: Ledger, event: LedgerEvent): Ledger {
  return door('recordEvent', () => {
    const log = logOf(ledger);
    if (Array.isArray(event)) {
      refuse('event', event, 'one event; recordEvents takes a list', 'wrong-type');
    }
    const entry = readEvent(event, 'event');
    const next = append(log, ledger.size, entry, event, 'event');
    return next ? ledgerOf(next) : ledger;
  });
}

/**
 * The log with an entry after its first `size`, if that may follow: the same one, unless others went on from there. Null
 * where they hold the event already.
 */
export function append(
  log: Log,
  size: number,
  entry: Entry,
  event: unknown,
  path: string,
): Log | null {
  const made = madeIn(log, size, entry.id);
  const last = made && lastIn(made, size);
  if (made && last && entry.at <= last.at && isRecorded(made, size, entry)) return null;
  checkTimeUnit(entry, log.entries[size - 1], event, path);
  checkNext(entry, made, last, size, event, path);
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
