import { door } from '../input/door';
import { refuse } from '../input/refusal';
import { eventOf } from './event-of';
import type { LedgerEvent } from './events';
import { type Ledger, logOf } from './ledger';
import { historyIn, madeIn } from './log';

/**
 * What a promise has been through, in order of time: as it was made, each revision, pause and resume, its delivery or
 * cancellation. {@link promiseStanding} says what that comes to.
 *
 * @param id the promise's id
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
    const made = madeIn(log, size, id);
    if (!made) return refuse('id', id, 'the id of a promise in the ledger', 'unknown-id');
    return historyIn(made, size).map((entry) => eventOf(entry, (time) => new Date(time)));
  });
}
