import { refuse } from '../core/refuse';
import type { LedgerEvent, PromiseDelivered, PromiseMade, PromiseRevised } from './events';

/** Refuses an event that does not follow from what its promise has been through. */
export function checkNext(
  fn: string,
  past: readonly LedgerEvent[],
  event: LedgerEvent,
  path: string,
): void {
  const { kind, id, at } = event;
  const promise = past[0] as PromiseMade | undefined;
  if (promise === undefined && kind !== 'promise') {
    refuse(fn, `${path}.id`, id, 'the id of a promise in the ledger', 'unknown-id');
  }
  if (promise !== undefined && kind === 'promise') {
    refuse(fn, `${path}.id`, id, 'an id that is new to the ledger', 'duplicate-id');
  }
  const last = past.at(-1);
  if (last !== undefined && at < last.at) {
    const before = `the ${last.kind} before it (${last.at.toISOString()})`;
    refuse(fn, `${path}.at`, at, `a date on or after ${before}`, 'date-order');
  }
  if (last?.kind === 'delivery' || last?.kind === 'cancellation') {
    const code = kind === 'revision' ? 'date-order' : 'duplicate-id';
    refuse(fn, `${path}.id`, id, `a promise still open; its ${last.kind} is recorded`, code);
  }
  if ('due' in event && event.due < at) {
    refuse(
      fn,
      `${path}.due`,
      event.due,
      `a date on or after at (${at.toISOString()})`,
      'date-order',
    );
  }
  if (promise !== undefined && event.kind !== 'cancellation') {
    checkQuantity(fn, promise, event, path);
  }
}

function checkQuantity(
  fn: string,
  { quantity: promised }: PromiseMade,
  {
    kind,
    quantity: given,
  }: Pick<PromiseDelivered | PromiseRevised | PromiseMade, 'kind' | 'quantity'>,
  path: string,
): void {
  const at = `${path}.quantity`;
  if (given === undefined) {
    if (promised === undefined || kind === 'revision') return;
    refuse(fn, at, given, `a quantity in ${promised.unit}, since one was promised`, 'missing');
  }
  if (promised === undefined) {
    refuse(fn, at, given, 'no quantity, since none was promised', 'unit-mismatch');
  }
  if (given.unit !== promised.unit) {
    refuse(fn, `${at}.unit`, given.unit, `${promised.unit}, as was promised`, 'unit-mismatch');
  }
}
