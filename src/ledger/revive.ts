import * as z from 'zod/mini';
import { check } from '../core/check';
import { refuse } from '../core/refuse';
import { append, type Ledger, type LedgerSnapshot, openLedger } from './ledger';

/**
 * Brings a ledger back from its JSON: it answers and goes on as the one that was written.
 *
 * @param snapshot what `JSON.parse` gave; every event is validated as when it was first recorded
 * @throws InvalidInputError `unknown-version` for a snapshot of a newer release; what {@link recordEvent}
 *   throws, with the place of the event in the path
 * @example
 * ```ts
 * import { openLedger, recordEvent, reviveLedger } from 'overdeliver';
 *
 * const at = new Date('2026-03-01T09:00:00Z');
 * const ledger = recordEvent(openLedger(), { kind: 'promise', id: 'o-1', at, due: at });
 * const text = JSON.stringify(ledger);
 * JSON.stringify(reviveLedger(JSON.parse(text))) === text; // => true
 * ```
 */
export function reviveLedger(snapshot: LedgerSnapshot): Ledger {
  const fn = 'reviveLedger';
  const { version } = check(fn, z.looseObject({ version: z.number() }), snapshot, 'snapshot');
  if (version !== 1) refuse(fn, 'snapshot.version', version, '1', 'unknown-version');
  const { events } = check(fn, snapshotSchema, snapshot, 'snapshot');
  return events.reduce<Ledger>(
    (ledger, event, place) => append(fn, ledger, dated(event), `snapshot.events[${place}]`),
    openLedger(),
  );
}

const snapshotSchema = z.strictObject({ version: z.number(), events: z.array(z.unknown()) });

/** The event with its dates as dates, or as it is where they are none. */
function dated(event: unknown): unknown {
  if (typeof event !== 'object' || event === null) return event;
  const copy: Record<string, unknown> = { ...event };
  for (const key of ['at', 'due']) {
    const text = copy[key];
    const date = new Date(typeof text === 'string' ? text : Number.NaN);
    if (!Number.isNaN(date.getTime()) && date.toISOString() === text) copy[key] = date;
  }
  return copy;
}
