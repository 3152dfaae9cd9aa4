import * as z from 'zod/mini';
import { refuse } from '../core/refuse';
import { schemaOf } from '../core/same-shape';
import { dateSchema } from './units';

/**
 * What happens to a request: it is opened, answered, waits for the customer (`pending`) and no longer does
 * (`resumed`), is resolved, which ends a wait as well, and may be reopened.
 */
export interface ServiceEvent {
  readonly at: Date;
  readonly kind: 'opened' | 'responded' | 'pending' | 'resumed' | 'resolved' | 'reopened';
}

export const eventsSchema = z.array(
  schemaOf<ServiceEvent>()(
    z.strictObject({
      at: dateSchema,
      kind: z.enum(['opened', 'responded', 'pending', 'resumed', 'resolved', 'reopened']),
    }),
  ),
);

type Kind = ServiceEvent['kind'];

/** What can follow, by where a request stands. */
const following: Readonly<Record<'new' | 'open' | 'pending' | 'resolved', readonly Kind[]>> = {
  new: ['opened'],
  open: ['responded', 'pending', 'resolved'],
  pending: ['responded', 'resumed', 'resolved'],
  resolved: ['responded', 'reopened'],
};

/** Refuses events that are out of order, or that cannot follow each other. */
export function checkEvents(fn: string, events: readonly ServiceEvent[], asOf: Date): void {
  if (events.length === 0) refuse(fn, 'events[0]', undefined, 'the event opened', 'missing');
  // Dates first: what went back in time would seem to be events that cannot follow.
  let before = events[0]?.at as Date;
  for (const [i, { at }] of events.entries()) {
    if (at < before || at > asOf) {
      const expected =
        at > asOf ? `up to asOf (${asOf.toISOString()})` : `from ${before.toISOString()} on`;
      refuse(fn, `events[${i}].at`, at, `a date ${expected}`, 'date-order');
    }
    before = at;
  }
  let standing: keyof typeof following = 'new';
  for (const [i, { kind }] of events.entries()) {
    const known: readonly Kind[] = following[standing];
    if (!known.includes(kind)) {
      refuse(fn, `events[${i}].kind`, kind, known.join(' or '), 'ambiguous');
    }
    if (kind === 'pending' || kind === 'resolved') standing = kind;
    else if (kind !== 'responded') standing = 'open';
  }
}
