import type { LedgerEvent } from './events';
import type { Entry } from './log';

/** The event that an entry holds: a copy, its dates as wanted and nothing in it undefined. */
export function eventOf<At>(entry: Entry, date: (time: number) => At): LedgerEvent<At> {
  const { kind, id, at, due, from, segment, quantity, by, reason } = entry;
  const event: { -readonly [Name in keyof Entry]?: unknown } = { kind, id, at: date(at) };
  // One by one: to spread them in takes several times as long, and a ledger has many.
  if (due !== undefined) event.due = date(due);
  if (from !== undefined) event.from = date(from);
  if (segment !== undefined) event.segment = segment;
  if (quantity) event.quantity = { ...quantity };
  if (by) event.by = by;
  if (reason !== undefined) event.reason = reason;
  return event as LedgerEvent<At>;
}

const told = ['at', 'kind', 'id', 'due', 'from', 'segment', 'by', 'reason'] as const;
const much = ['value', 'unit', 'better'] as const;

/** Whether two entries say the same, so that recording the second adds nothing. */
export const isSameEvent = (a: Entry, b: Entry): boolean =>
  told.every((name) => a[name] === b[name]) &&
  much.every((name) => a.quantity?.[name] === b.quantity?.[name]);
