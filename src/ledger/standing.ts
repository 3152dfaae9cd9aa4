import type { PromiseCancelled, PromiseDelivered, PromiseMade } from './events';
import { eventsByPromise, eventsOf, type Ledger } from './ledger';

/** A promise as a group sees it. */
export interface DuePromise {
  readonly id: string;
  /** Null where none was given. */
  readonly segment: string | null;
  /** When it was made. */
  readonly at: Date;
  /** When it falls or fell due. */
  readonly due: Date;
}

/** Groups promises: the key of the group that a promise is in, such as `2026-03`. */
export type PromiseGroup = (promise: DuePromise) => string;

/** How a promise stands: `overdue` is broken and still open, `broken` is broken and over. */
type Standing = 'kept' | 'broken' | 'overdue' | 'pending' | 'cancelled';

/** A promise and how it stands. */
export interface Judged {
  readonly promise: DuePromise;
  readonly standing: Standing;
}

/** Every promise made by a date, judged by what was known then: as it was made, or as last revised. */
export function judgedPromises(
  fn: string,
  ledger: Ledger,
  asOf: Date,
  latest = false,
): readonly Judged[] {
  const past = eventsByPromise(fn, ledger);
  return eventsOf(fn, ledger).flatMap((made) => {
    if (made.kind !== 'promise' || made.at > asOf) return [];
    const { id, segment = null, at } = made;
    let { due, quantity } = made;
    let end: PromiseDelivered | PromiseCancelled | null = null;
    for (const event of past(id)) {
      if (event.at > asOf) break;
      if (event.kind === 'delivery' || event.kind === 'cancellation') end = event;
      else if (latest && event.kind === 'revision') {
        due = event.due;
        quantity = quantity && { ...quantity, ...event.quantity };
      }
    }
    return {
      promise: { id, segment, at: new Date(at), due: new Date(due) },
      standing: standing({ due, quantity }, end, asOf),
    };
  });
}

function standing(
  { due, quantity: promised }: Pick<PromiseMade, 'due' | 'quantity'>,
  end: PromiseDelivered | PromiseCancelled | null,
  asOf: Date,
): Standing {
  const inTime = end !== null && end.at <= due;
  if (inTime && end.kind === 'cancellation' && end.by === 'customer') return 'cancelled';
  if (due > asOf) return 'pending';
  if (end === null) return 'overdue';
  if (!inTime || end.kind === 'cancellation') return 'broken';
  if (promised === undefined || end.quantity === undefined) return 'kept';
  const { value } = end.quantity;
  const within = promised.better === 'higher' ? value >= promised.value : value <= promised.value;
  return within ? 'kept' : 'broken';
}
