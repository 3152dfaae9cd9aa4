import * as z from 'zod/mini';
import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { checkVersion } from '../input/version';
import { append, type Ledger, ledgerOf } from './ledger';
import { emptyLog } from './log';
import { entryIn, readEvent } from './read-event';
import { textReader } from './times';

/**
 * Brings a ledger back from its JSON: it answers and goes on as the one that was written.
 *
 * @param json what `JSON.parse` gave; every event is validated as when it was first recorded
 * @throws InvalidInputError `unknown-version` for JSON that a newer release wrote; what {@link recordEvent}
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
export function reviveLedger(json: unknown): Ledger {
  return door('reviveLedger', () => {
    checkVersion('json', json);
    // The events are read one by one below, and are too many to be looked at twice.
    const { events, ...rest } = Object(json) as { readonly events?: unknown };
    const head = Array.isArray(events) ? { ...rest, events: [] } : json;
    read(ledgerSchema, head, 'json');
    const list = listOf('json.events', events as readonly unknown[]);
    const log = emptyLog();
    const time = textReader();
    for (let place = 0; place < list.length; place++) {
      const path = `json.events[${place}]`;
      const entry = entryIn(list[place], time) ?? readEvent(dated(path, list[place]), path);
      append(log, place, entry, path);
    }
    return ledgerOf(log);
  });
}

const ledgerSchema = z.strictObject({ version: z.number(), events: z.array(z.unknown()) });

/** The event with its dates as dates, or as it is where they are none. */
function dated(path: string, event: unknown): unknown {
  if (typeof event !== 'object' || event === null) return event;
  const copy: Record<string, unknown> = reading(path, event, () => ({ ...event }));
  for (const key of ['at', 'due']) {
    const text = copy[key];
    const date = new Date(typeof text === 'string' ? text : Number.NaN);
    if (!Number.isNaN(date.getTime()) && date.toISOString() === text) copy[key] = date;
  }
  return copy;
}
