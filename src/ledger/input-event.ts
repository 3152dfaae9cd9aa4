import { checkFirst, checkUnit, type DateInput, epochOf } from '../input/date';
import { unitAdvice } from '../input/date-units';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { misspeltAmong } from '../input/rows';
import { kinds, ledgerEventSchema, otherNames } from './input';
import { alone, type Entry } from './log';

/** What a kind of event has. */
const shapes: ReadonlyMap<unknown, Shape> = new Map(
  Object.entries(kinds).map(([kind, shape]) => [
    kind,
    {
      misspelt: misspeltAmong(
        Object.keys(shape),
        kind === 'promise' || kind === 'revision' ? otherNames : undefined,
      ),
      due: 'due' in shape,
      from: 'from' in shape,
      segment: 'segment' in shape,
      quantity: 'quantity' in shape,
      better: kind === 'promise',
      promises: kind === 'promise' || kind === 'revision',
      by: 'by' in shape,
      reason: 'reason' in shape,
    },
  ]),
);

interface Shape {
  readonly misspelt: (event: object) => string | undefined;
  readonly due: boolean;
  readonly from: boolean;
  readonly segment: boolean;
  readonly quantity: boolean;
  readonly better: boolean;
  readonly promises: boolean;
  readonly by: boolean;
  readonly reason: boolean;
}

/**
 * An event for the log. It is read by hand, since the schema takes ten times as long, and by the schema only
 * where something is amiss, to say what.
 */
export function readEvent(event: unknown, path: string, time = epochOf): Entry {
  const entry = entryIn(event, time) ?? entryOf(read(ledgerEventSchema, event, path), epochOf);
  return entry ?? refuse(path, event, 'an event of plain data');
}

/** The entry of an event in which nothing is amiss; null also where reading it throws. */
function entryIn(event: unknown, time: typeof epochOf): Entry | null {
  try {
    return entryOf(event, time);
  } catch {
    return null;
  }
}

/** The same, where nothing throws. */
function entryOf(event: unknown, time: typeof epochOf): Entry | null {
  if (typeof event !== 'object' || event === null) return null;
  const given = event as { readonly [Name in keyof Entry]?: unknown };
  const kind = given.kind as Entry['kind'];
  const shape = shapes.get(kind);
  if (shape === undefined || shape.misspelt(event) !== undefined) return null;
  const { id } = given;
  const at = time(given.at);
  const due = shape.due && given.due !== undefined ? time(given.due) : undefined;
  const from = shape.from && given.from !== undefined ? time(given.from) : undefined;
  const segment = shape.segment ? given.segment : undefined;
  const quantity = shape.quantity ? quantityOf(given.quantity, shape.better) : undefined;
  const by = shape.by ? (given.by as Entry['by']) : undefined;
  const reason = shape.reason ? given.reason : undefined;
  const fine =
    typeof id === 'string' &&
    id !== '' &&
    !Number.isNaN(at) &&
    !(due !== undefined && Number.isNaN(due)) &&
    !(from !== undefined && (due === undefined || !(from <= due))) &&
    !(shape.promises && due === undefined && quantity === undefined) &&
    (segment === undefined || typeof segment === 'string') &&
    (reason === undefined || typeof reason === 'string') &&
    quantity !== null &&
    (!shape.by || by === 'customer' || by === 'company');
  if (!fine) return null;
  return {
    kind,
    id,
    at,
    due,
    from,
    segment,
    quantity,
    by,
    reason,
    place: -1,
    ...alone,
  };
}

function quantityOf(given: unknown, sided: boolean): Entry['quantity'] | null {
  if (given === undefined) return undefined;
  if (typeof given !== 'object' || given === null) return null;
  for (const name in given) {
    if (name !== 'value' && name !== 'unit' && !(name === 'better' && sided)) return null;
  }
  const { value, unit, better } = given as Partial<NonNullable<Entry['quantity']>>;
  if (!Number.isFinite(value) || typeof unit !== 'string' || unit === '') return null;
  const plain = { value: value as number, unit };
  if (better === undefined) return plain;
  return better === 'lower' || better === 'higher' ? { ...plain, better } : null;
}

/** What an event that was read holds under a name, as it was given. */
const givenIn = (event: unknown, path: string, name: 'at' | 'due' | 'from'): unknown =>
  reading(path, event, () => (event as Readonly<Record<string, unknown>>)[name]);

/** Refuses a time in another unit, as far as what else is in the ledger tells; `other` is any event there. */
export function checkTimeUnit(
  { at, from }: Entry,
  other: Entry | undefined,
  event: unknown,
  path: string,
): void {
  if (unitAdvice(from) !== '') {
    checkUnit(`${path}.from`, givenIn(event, path, 'from') as DateInput, at);
  }
  if (unitAdvice(at) === '') return;
  const given = givenIn(event, path, 'at') as DateInput;
  if (other === undefined) checkFirst(`${path}.at`, given);
  else checkUnit(`${path}.at`, given, other.at);
}

/** Refuses a date with what was given as its value. */
export function refuseEventDate(
  event: unknown,
  path: string,
  name: 'at' | 'due',
  expected: string,
  code: 'date-order' | 'ambiguous' = 'date-order',
): never {
  const given = givenIn(event, path, name);
  return refuse(`${path}.${name}`, given, expected, code, unitAdvice(given));
}
