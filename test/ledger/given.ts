import fc from 'fast-check';
import { type KeptRate, type Ledger, type LedgerEvent, openLedger, recordEvent } from 'overdeliver';

/** Noon of a day of January 2026 in UTC; any number of days. */
export const on = (day: number) => new Date(Date.UTC(2026, 0, 1, 12) + (day - 1) * 86_400_000);

export const recorded = (events: readonly LedgerEvent[], ledger = openLedger()): Ledger =>
  events.reduce(recordEvent, ledger);

export const made = (id: string, at: number, due: number, segment?: string): LedgerEvent => ({
  kind: 'promise',
  id,
  at: on(at),
  due: on(due),
  ...(segment !== undefined && { segment }),
});
export const revised = (id: string, at: number, due: number): LedgerEvent => ({
  kind: 'revision',
  id,
  at: on(at),
  due: on(due),
});
export const delivered = (id: string, at: number, value?: number): LedgerEvent => ({
  kind: 'delivery',
  id,
  at: on(at),
  ...(value !== undefined && { quantity: { value, unit: 'euro' } }),
});
export const cancelled = (id: string, at: number, by: 'customer' | 'company'): LedgerEvent => ({
  kind: 'cancellation',
  id,
  at: on(at),
  by,
});

/** The counts of a kept rate. */
export const counts = ({ due, kept, broken, overdue, pending, cancelled: off }: KeptRate) => ({
  due,
  kept,
  broken,
  overdue,
  pending,
  cancelled: off,
});
export const none = { due: 0, kept: 0, broken: 0, overdue: 0, pending: 0, cancelled: 0 };

const days = fc.integer({ min: 0, max: 9 });
const life = fc.record({
  at: fc.integer({ min: 0, max: 40 }),
  due: days,
  segment: fc.constantFrom(undefined, 'north', 'south'),
  price: fc.option(fc.record({ value: days, better: fc.constantFrom('lower', 'higher') })),
  revisions: fc.array(fc.record({ after: days, due: days, value: fc.option(days) }), {
    maxLength: 2,
  }),
  end: fc.option(
    fc.record({
      after: days,
      value: days,
      kind: fc.constantFrom('delivery', 'customer', 'company'),
    }),
  ),
});

/** The lives of some promises, one list of events for each. */
export const lives: fc.Arbitrary<LedgerEvent[][]> = fc.array(life, { maxLength: 12 }).map((all) =>
  all.map(({ at, due, segment, price, revisions, end }, place) => {
    const id = `p${place}`;
    const quantity = (value: number) => ({ quantity: { value, unit: 'euro' } });
    const promise = { ...made(id, at, at + due, segment) };
    const events = [
      price ? { ...promise, quantity: { unit: 'euro', ...price } } : promise,
    ] as LedgerEvent[];
    let now = at;
    for (const revision of revisions) {
      now += revision.after;
      const value = price && revision.value;
      events.push({
        ...revised(id, now, now + revision.due),
        ...(value !== null && quantity(value)),
      } as LedgerEvent);
    }
    if (end?.kind === 'delivery') {
      events.push(delivered(id, now + end.after, price ? end.value : undefined));
    } else if (end) {
      events.push(cancelled(id, now + end.after, end.kind as 'customer' | 'company'));
    }
    return events;
  }),
);

/** The same events in another order that keeps the order within each life. */
export function interleaved(all: readonly LedgerEvent[][], choices: readonly number[]) {
  const rest = all.map((events) => [...events]);
  const out: LedgerEvent[] = [];
  for (let i = 0; rest.some(({ length }) => length > 0); i++) {
    const open = rest.filter(({ length }) => length > 0);
    const next = open[(choices[i % choices.length] ?? 0) % open.length] as LedgerEvent[];
    out.push(next.shift() as LedgerEvent);
  }
  return out;
}
