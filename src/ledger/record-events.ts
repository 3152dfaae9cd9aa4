import * as z from 'zod/mini';
import { door } from '../input/door';
import type { OverdeliverError } from '../input/errors';
import { listOf } from '../input/list-of';
import { once } from '../input/once';
import { read } from '../input/read';
import { Refusal } from '../input/refusal';
import { functionOf } from '../input/schemas';
import type { LedgerEvent } from './events';
import { readEvent } from './input-event';
import { append, type Ledger, ledgerOf, logOf } from './ledger';
import type { Entry } from './log';

/** An event to record: as it was read, as it was given, and where. */
interface Given {
  readonly entry: Entry;
  readonly event: unknown;
  readonly path: string;
}

type OnRefused = (error: OverdeliverError, event: unknown) => void;

const optionsSchema = once(() =>
  z.optional(z.strictObject({ onRefused: z.optional(functionOf<OnRefused>()) })),
);

/**
 * Records many events, whatever their order: the files of several writers, the tail of a log, another ledger's
 * `toJSON().events`. They are put in order of time (a promise before whatever else happened at its moment) and recorded as by
 * {@link recordEvent}, so that the same events give the same ledger however they were mixed and divided, and those recorded
 * already add nothing. Two things depend on the order: events of one promise at the same moment, which count in the order
 * given, and events that are refused.
 *
 * @param options `onRefused` is given each event that cannot be recorded, with the error, and the others are recorded; the
 *   first one is thrown unless given
 * @returns the next ledger; the one given stays what it was
 * @throws InvalidInputError what {@link recordEvent} throws, with the place of the event in the path
 * @example
 * ```ts
 * import { openLedger } from 'overdeliver';
 * import { recordEvents } from 'overdeliver/ledger';
 *
 * const shop = '{"kind":"promise","id":"o-1","at":"2026-03-01T09:00:00Z","due":"2026-03-05T18:00:00Z"}';
 * const courier = '{"kind":"delivery","id":"o-1","at":"2026-03-04T12:00:00Z"}';
 * const events = [courier, shop, courier].map((line) => JSON.parse(line));
 * const ledger = recordEvents(openLedger(), events);
 * ledger.size; // => 2
 * recordEvents(ledger, events).size; // => 2
 * recordEvents(openLedger(), [JSON.parse(courier)]); // => throws unknown-id
 * ```
 */
export function recordEvents(
  ledger: Ledger,
  events: readonly LedgerEvent[],
  options?: {
    readonly onRefused?: ((error: OverdeliverError, event: unknown) => void) | undefined;
  },
): Ledger {
  return door('recordEvents', () => {
    const { onRefused } = read(optionsSchema, options, 'options') ?? {};
    const unless = (event: unknown, body: () => void) => refusedTo(onRefused, event, body);
    let log = logOf(ledger);
    let { size } = ledger;
    const given: Given[] = [];
    for (const [i, event] of listOf('events', events).entries()) {
      const path = `events[${i}]`;
      unless(event, () => given.push({ entry: readEvent(event, path), event, path }));
    }
    for (const { entry, event, path } of given.sort(byTime)) {
      unless(event, () => {
        const next = append(log, size, entry, event, path);
        if (next === null) return;
        log = next;
        size = log.entries.length;
      });
    }
    return size === ledger.size ? ledger : ledgerOf(log);
  });
}

const others = ({ entry }: Given) => Number(entry.kind !== 'promise');
const byTime = (a: Given, b: Given) => a.entry.at - b.entry.at || others(a) - others(b);

/** Does it; what is refused goes to the function, where there is one. */
function refusedTo(onRefused: OnRefused | undefined, event: unknown, body: () => void): void {
  try {
    body();
  } catch (thrown) {
    if (onRefused === undefined || !(thrown instanceof Refusal)) throw thrown;
    onRefused(thrown.errorOf('recordEvents'), event);
  }
}
