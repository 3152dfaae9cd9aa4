import { refuse } from '../input/refusal';
import type { Entry } from './log';

/** Refuses an event that does not follow from what its promise, as made and as it stands, has been through. */
export function checkNext(
  event: Entry,
  made: Entry | undefined,
  latest: Entry | undefined,
  path: string,
): void {
  const { kind, id, at, due } = event;
  if (made === undefined && kind !== 'promise') {
    refuse(`${path}.id`, id, 'the id of a promise in the ledger', 'unknown-id');
  }
  if (made !== undefined && kind === 'promise') {
    refuse(`${path}.id`, id, 'an id that is new to the ledger', 'duplicate-id');
  }
  if (latest !== undefined && at < latest.at) {
    const before = `the ${latest.kind} before it (${new Date(latest.at).toISOString()})`;
    refuse(`${path}.at`, new Date(at), `a date on or after ${before}`, 'date-order');
  }
  if (latest?.kind === 'delivery' || latest?.kind === 'cancellation') {
    const code = kind === 'revision' ? 'date-order' : 'duplicate-id';
    refuse(`${path}.id`, id, `a promise still open; its ${latest.kind} is recorded`, code);
  }
  if (due !== undefined && due < at) {
    const from = `a date on or after at (${new Date(at).toISOString()})`;
    refuse(`${path}.due`, new Date(due), from, 'date-order');
  }
  if (made !== undefined && kind !== 'cancellation') checkQuantity(made, event, path);
}

function checkQuantity(
  { quantity: promised }: Entry,
  { kind, quantity: given }: Entry,
  path: string,
): void {
  const at = `${path}.quantity`;
  if (given === undefined) {
    if (promised === undefined || kind === 'revision') return;
    refuse(at, given, `a quantity in ${promised.unit}, since one was promised`, 'missing');
  }
  if (promised === undefined) {
    refuse(at, given, 'no quantity, since none was promised', 'unit-mismatch');
  }
  if (given.unit !== promised.unit) {
    refuse(`${at}.unit`, given.unit, `${promised.unit}, as was promised`, 'unit-mismatch');
  }
}
