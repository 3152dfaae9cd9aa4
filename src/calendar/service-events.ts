import type { DateInput } from '../input/date';
import { refuse } from '../input/refusal';
import { horizonMs, withinHorizon } from './units';

/**
 * What happens to a request: it is opened, answered, waits (`pending`) and no longer does (`resumed`), is resolved,
 * which ends every wait as well, and may be reopened.
 */
export interface ServiceEvent {
  readonly at: DateInput;
  /** What happened: the request came in, was answered, waits for the customer, goes on, is solved, or is opened again. */
  readonly kind: 'opened' | 'responded' | 'pending' | 'resumed' | 'resolved' | 'reopened';
  /**
   * What it is `pending` for, in a word of yours (`'customer'`, `'on-hold'`), where it may wait for several things at
   * once. `resumed` with the word ends that wait, and without one every wait; to begin one that is open already
   * changes nothing.
   */
  readonly reason?: string | undefined;
}

/** The same, with its date read. */
export interface DatedEvent extends ServiceEvent {
  readonly at: Date;
}

type Kind = ServiceEvent['kind'];

/** What can follow, by where a request stands. */
const following: Readonly<Record<'new' | 'open' | 'pending' | 'resolved', readonly Kind[]>> = {
  new: ['opened'],
  open: ['responded', 'pending', 'resolved'],
  pending: ['responded', 'pending', 'resumed', 'resolved'],
  resolved: ['responded', 'reopened'],
};

/** The events of a request as they were read, where they stand, and what was given for their dates. */
export interface Happened {
  readonly events: readonly DatedEvent[];
  readonly path: string;
  readonly givenAt: (i: number) => unknown;
}

/** Refuses events that are out of order, after the date in question or from too long before it. */
export function checkDates({ events, path, givenAt }: Happened, asOf: Date): void {
  if (events.length === 0) refuse(`${path}[0]`, undefined, 'the event opened', 'missing');
  const { at: first } = events[0] as DatedEvent;
  // Dates first: what went back in time would seem to be events that cannot follow.
  let before = first;
  for (const [i, { at }] of events.entries()) {
    if (at < before || at > asOf) {
      const expected =
        at > asOf ? `up to asOf (${asOf.toISOString()})` : `from ${before.toISOString()} on`;
      refuse(`${path}[${i}].at`, givenAt(i), `a date ${expected}`, 'date-order');
    }
    before = at;
  }
  if (asOf.getTime() - first.getTime() > horizonMs) {
    const expected = withinHorizon('the first event', first.getTime());
    refuse('options.asOf', asOf, expected, 'out-of-range');
  }
}

/** Whether anything is waited for after each event; refuses events that cannot follow each other. */
export function waitsAfter({ events, path }: Happened): readonly boolean[] {
  const waits = new Set<string | undefined>();
  let standing: keyof typeof following = 'new';
  return events.map(({ kind, reason }, i) => {
    const known: readonly Kind[] = following[standing];
    if (!known.includes(kind)) refuse(`${path}[${i}].kind`, kind, known.join(' or '), 'ambiguous');
    if (reason !== undefined) checkReason(`${path}[${i}].reason`, kind, reason, waits);
    if (kind === 'pending') waits.add(reason);
    else if (kind === 'resolved' || (kind === 'resumed' && reason === undefined)) waits.clear();
    else if (kind === 'resumed') waits.delete(reason);
    if (kind === 'resolved') standing = 'resolved';
    else if (kind !== 'responded') standing = waits.size > 0 ? 'pending' : 'open';
    return waits.size > 0;
  });
}

function checkReason(
  path: string,
  kind: Kind,
  reason: string,
  waits: ReadonlySet<string | undefined>,
): void {
  if (kind === 'pending' || (kind === 'resumed' && waits.has(reason))) return;
  const open = [...waits].filter((wait) => wait !== undefined);
  const expected =
    kind === 'resumed'
      ? `none, or that of an open wait${open.length > 0 ? `: ${open.join(' or ')}` : ''}`
      : 'none, but for pending and resumed';
  refuse(path, reason, expected, 'ambiguous');
}
