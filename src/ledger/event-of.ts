import type { LedgerEvent } from './events';
import type { Entry } from './log';

type Dated<T, D> = T extends Date ? D : T extends object ? { [K in keyof T]: Dated<T[K], D> } : T;

/** The event that an entry holds: a copy, its dates as wanted and nothing in it undefined. */
export function eventOf<D>(entry: Entry, date: (time: number) => D): Dated<LedgerEvent, D> {
  const { kind, id, at, due, segment, quantity, by } = entry;
  return {
    kind,
    id,
    at: date(at),
    ...(due !== undefined && { due: date(due) }),
    ...(segment !== undefined && { segment }),
    ...(quantity && { quantity: { ...quantity } }),
    ...(by && { by }),
  } as Dated<LedgerEvent, D>;
}
