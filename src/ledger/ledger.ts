import { check } from '../core/check';
import { refuse } from '../core/refuse';
import { checkNext } from './check-next';
import { type LedgerEvent, ledgerEventSchema } from './events';
import { mapDates } from './map-dates';

/**
 * The record of promises: say what you do, do what you say (D28). A value: recording returns the next
 * ledger, and this one stays what it was.
 */
export interface Ledger {
  /** How many events it holds. */
  readonly size: number;
  /** Its data: what `JSON.stringify` writes and {@link reviveLedger} reads. */
  readonly toJSON: () => LedgerJson;
}

type InJson<T> = T extends Date ? string : T extends object ? { [K in keyof T]: InJson<T[K]> } : T;

/** A ledger as JSON: its events in the order recorded, dates in ISO 8601. */
export interface LedgerJson {
  readonly version: 1;
  readonly events: readonly InJson<LedgerEvent>[];
}

/** What a ledger and those recorded on from it share; each looks at its first `size` events alone. */
interface Log {
  readonly events: LedgerEvent[];
  /** Where in the events those of a promise are. */
  readonly places: Map<string, number[]>;
}

interface Version extends Ledger {
  readonly log: Log;
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
  return versionOf({ events: [], places: new Map() });
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
  return append('recordEvent', ledger, event, 'event');
}

/** {@link recordEvent} on behalf of a public function, for the event at a path of its input. */
export function append(fn: string, ledger: Ledger, event: unknown, path: string): Ledger {
  const past = eventsByPromise(fn, ledger);
  const next = mapDates(check(fn, ledgerEventSchema, event, path), (date) => new Date(date));
  checkNext(fn, past(next.id), next, path);
  const { size, log } = ledger as Version;
  const { events, places } = size === log.events.length ? log : copyOf(log, size);
  const own = places.get(next.id);
  if (own) own.push(size);
  else places.set(next.id, [size]);
  events.push(next);
  return versionOf({ events, places });
}

/** The events of this ledger, as against those of later ones on the same log. */
export function eventsOf(fn: string, ledger: Ledger): readonly LedgerEvent[] {
  return logOf(fn, ledger).events.slice(0, ledger.size);
}

/** What each promise has been through in this ledger, from when it was made; nothing for an unknown id. */
export function eventsByPromise(
  fn: string,
  ledger: Ledger,
): (id: string) => readonly LedgerEvent[] {
  const { events, places } = logOf(fn, ledger);
  const { size } = ledger;
  return (id) =>
    (places.get(id) ?? []).flatMap((place) => (place < size ? (events[place] as LedgerEvent) : []));
}

function versionOf(log: Log): Version {
  const size = log.events.length;
  const toJSON = (): LedgerJson => ({
    version: 1,
    events: log.events.slice(0, size).map((event) => mapDates(event, (date) => date.toISOString())),
  });
  return { size, toJSON, log };
}

function copyOf({ events, places }: Log, size: number): Log {
  const own = new Map<string, number[]>();
  for (const [id, all] of places) {
    const kept = all.filter((place) => place < size);
    if (kept.length > 0) own.set(id, kept);
  }
  return { events: events.slice(0, size), places: own };
}

function logOf(fn: string, ledger: Ledger): Log {
  const { log } = Object(ledger) as Partial<Version>;
  return log?.places ? log : refuse(fn, 'ledger', ledger, 'a ledger, such as openLedger makes');
}
