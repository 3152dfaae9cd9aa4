import type { LedgerEvent } from './events';
import type { Entry } from './log';

/** The event that an entry holds: a copy, its dates as wanted and nothing in it undefined. */
export function eventOf<At>(entry: Entry, date: (time: number) => At): LedgerEvent<At> {
  const { kind, id, at, due, segment, quantity, by } = entry;
  return {
    kind,
    id,
    at: date(at),
    ...(due !== undefined && { due: date(due) }),
    ...(segment !== undefined && { segment }),
    ...(quantity && { quantity: { ...quantity } }),
    ...(by && { by }),
  } as LedgerEvent<At>;
}
