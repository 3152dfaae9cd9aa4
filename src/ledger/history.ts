import { door } from '../input/door';
import { refuse } from '../input/refusal';
import { eventOf } from './event-of';
import type { LedgerEvent } from './events';
import { type Ledger, logOf } from './ledger';
import { madeIn, nextIn } from './log';

/**
 * What a promise has been through: as it was made, each revision, its delivery or cancellation.
 *
 * @throws InvalidInputError `unknown-id` for a promise not in the ledger
 * @example
 * ```ts
 * import { openLedger, recordEvent } from 'overdeliver';
 * import { promiseHistory } from 'overdeliver/ledger';
 *
 * const at = new Date('2026-03-01T09:00:00Z');
 * const made = { kind: 'promise', id: 'o-1', at, due: new Date('2026-03-05T18:00:00Z') } as const;
 * promiseHistory(recordEvent(openLedger(), made), 'o-1');
 * // => [{ kind: 'promise', id: 'o-1', at: 2026-03-01T09:00:00.000Z, due: 2026-03-05T18:00:00.000Z }]
 * ```
 */
export function promiseHistory(ledger: Ledger, id: string): readonly LedgerEvent<Date>[] {
  return door('promiseHistory', () => {
    const log = logOf(ledger);
    const { size } = ledger;
    const events: LedgerEvent<Date>[] = [];
    for (let entry = madeIn(log, size, id); entry; entry = nextIn(entry, size)) {
      events.push(eventOf(entry, (time) => new Date(time)));
    }
    if (events.length === 0) refuse('id', id, 'the id of a promise in the ledger', 'unknown-id');
    return events;
  });
}
