import type { LedgerEvent } from './events';
import type { Entry } from './log';

/** The event that an entry holds: a copy, its dates as wanted and nothing in it undefined. */
export function eventOf<At>(entry: Entry, date: (time: number) => At): LedgerEvent<At> {
  const { kind, id, at, due, from, segment, quantity, by, reason } = entry;
  return {
    kind,
    id,
    at: date(at),
    ...(due !== undefined && { due: date(due) }),
    ...(from !== undefined && { from: date(from) }),
    ...(segment !== undefined && { segment }),
    ...(quantity && { quantity: { ...quantity } }),
    ...(by && { by }),
    ...(reason !== undefined && { reason }),
  } as LedgerEvent<At>;
}

/** Whether two entries say the same, so that recording the second adds nothing. */
export function isSameEvent(a: Entry, b: Entry): boolean {
  return (
    a.at === b.at &&
    a.kind === b.kind &&
    a.id === b.id &&
    a.due === b.due &&
    a.from === b.from &&
    a.segment === b.segment &&
    a.by === b.by &&
    a.reason === b.reason &&
    a.quantity?.value === b.quantity?.value &&
    a.quantity?.unit === b.quantity?.unit &&
    a.quantity?.better === b.quantity?.better
  );
}
