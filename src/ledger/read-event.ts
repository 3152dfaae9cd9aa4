import { epochOf } from '../input/date';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { type LedgerEvent, ledgerEventSchema, misspeltIn, type Quantity } from './events';
import type { Entry } from './log';

/**
 * An event for the log. It is read by hand, since the schema takes ten times as long, and by the schema only
 * where something is amiss, to say what.
 */
export function readEvent(event: unknown, path: string): Entry {
  const entry = entryIn(event, epochOf) ?? entryOf(read(ledgerEventSchema, event, path), epochOf);
  return entry ?? refuse(path, event, 'an event of plain data');
}

/** The entry of an event in which nothing is amiss, its dates read by `time`; null also where reading it throws. */
export function entryIn(event: unknown, time: (date: unknown) => number): Entry | null {
  try {
    return entryOf(event, time);
  } catch {
    return null;
  }
}

/** The same, where nothing throws. */
function entryOf(event: unknown, time: (date: unknown) => number): Entry | null {
  if (typeof event !== 'object' || event === null) return null;
  const given = event as { readonly [Name in keyof Entry]?: unknown };
  const kind = given.kind as LedgerEvent['kind'];
  const misspelt = misspeltIn.get(kind);
  if (misspelt === undefined || misspelt(event) !== undefined) return null;
  const { id } = given;
  const at = time(given.at);
  const dated = kind === 'promise' || kind === 'revision';
  const due = dated ? time(given.due) : undefined;
  const segment = kind === 'promise' ? given.segment : undefined;
  const over = kind === 'cancellation';
  const quantity = over ? undefined : quantityOf(given.quantity, kind);
  const by = over ? (given.by as Entry['by']) : undefined;
  const fine =
    typeof id === 'string' &&
    id !== '' &&
    !Number.isNaN(at) &&
    !(due !== undefined && Number.isNaN(due)) &&
    (segment === undefined || typeof segment === 'string') &&
    quantity !== null &&
    (!over || by === 'customer' || by === 'company');
  if (!fine) return null;
  return {
    kind,
    id,
    at,
    due,
    segment,
    quantity,
    by,
    place: -1,
    next: undefined,
    latest: undefined,
  };
}

function quantityOf(given: unknown, kind: LedgerEvent['kind']): Entry['quantity'] | null {
  if (given === undefined) return undefined;
  if (typeof given !== 'object' || given === null) return null;
  for (const name in given) {
    if (name !== 'value' && name !== 'unit' && !(name === 'better' && kind === 'promise'))
      return null;
  }
  const { value, unit, better } = given as Partial<NonNullable<Entry['quantity']>>;
  if (!Number.isFinite(value) || typeof unit !== 'string' || unit === '') return null;
  const plain: Quantity = { value: value as number, unit };
  if (kind !== 'promise' || better === undefined) return plain;
  return better === 'lower' || better === 'higher' ? { ...plain, better } : null;
}
