import { door } from '../input/door';
import { checkVersion } from '../input/version';
import { eventsIn } from './input';
import { readEvent } from './input-event';
import { append, type Ledger, ledgerOf } from './ledger';
import { emptyLog } from './log';
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
    checkVersion('json', json, 2, 1);
    const list = eventsIn(json);
    const log = emptyLog();
    const time = textReader();
    for (let place = 0; place < list.length; place++) {
      const path = `json.events[${place}]`;
      const event = list[place];
      append(log, log.entries.length, readEvent(event, path, time), event, path);
    }
    return ledgerOf(log);
  });
}
