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
export const paused = (id: string, at: number, reason?: string): LedgerEvent => ({
  kind: 'pause',
  id,
  at: on(at),
  ...(reason !== undefined && { reason }),
});
export const resumed = (id: string, at: number, reason?: string, due?: number): LedgerEvent => ({
  kind: 'resume',
  id,
  at: on(at),
  ...(reason !== undefined && { reason }),
  ...(due !== undefined && { due: on(due) }),
});
/** A price promised without a due date. */
export const priced = (id: string, at: number, value: number): LedgerEvent => ({
  kind: 'promise',
  id,
  at: on(at),
  quantity: { value, unit: 'euro' },
});
export const cancelled = (id: string, at: number, by: 'customer' | 'company'): LedgerEvent => ({
  kind: 'cancellation',
  id,
  at: on(at),
  by,
});

/** The counts of a kept rate. */
export const counts = ({
  due,
  kept,
  broken,
  overdue,
  pending,
  paused,
  cancelled: off,
}: KeptRate) => ({ due, kept, broken, overdue, pending, paused, cancelled: off });
export const none = { due: 0, kept: 0, broken: 0, overdue: 0, pending: 0, paused: 0, cancelled: 0 };

const days = fc.integer({ min: 0, max: 9 });
const life = fc.record({
  at: fc.integer({ min: 0, max: 40 }),
  due: days,
  segment: fc.constantFrom(undefined, 'north', 'south'),
  price: fc.option(fc.record({ value: days, better: fc.constantFrom('lower', 'higher') })),
  dated: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  waits: fc.array(
    fc.record({
      after: days,
      length: days,
      reason: fc.constantFrom(undefined, 'customer', 'part'),
      due: fc.option(days),
    }),
    { maxLength: 2 },
  ),
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

type Dated = LedgerEvent & { readonly kind: 'promise' | 'revision'; readonly due: Date };

interface Wait {
  readonly after: number;
  readonly length: number;
  readonly reason: string | undefined;
  readonly due: number | null;
}

/** Waits that may overlap; what has a reason ends with it, and the one without ends last. */
function waitsOf(id: string, at: number, waits: readonly Wait[]): [number, LedgerEvent][] {
  const ends = waits.map(({ after, length }) => at + after + length);
  return waits.flatMap(({ after, length, reason, due }, i) => {
    const start = at + after;
    const end = reason === undefined ? Math.max(...ends) + 1 : start + length;
    const twin = waits.some((other, j) => j < i && other.reason === reason);
    if (twin) return [];
    const resume = resumed(id, end, reason, due === null ? undefined : end + due);
    return [
      [start, paused(id, start, reason)],
      [end, resume],
    ] as [number, LedgerEvent][];
  });
}

/** The lives of some promises, one list of events for each. */
export const lives: fc.Arbitrary<LedgerEvent[][]> = fc.array(life, { maxLength: 12 }).map((all) =>
  all.map(({ at, due, segment, price, dated, waits, revisions, end }, place) => {
    const id = `p${place}`;
    const quantity = (value: number) => ({ quantity: { value, unit: 'euro' } });
    const { due: date, ...promise } = made(id, at, at + due, segment) as Dated;
    const hasDue = dated || price === null;
    const events = [
      {
        ...promise,
        ...(hasDue && { due: date }),
        ...(price && { quantity: { unit: 'euro', ...price } }),
      },
    ] as LedgerEvent[];
    let now = at;
    const told: [number, LedgerEvent][] = [];
    for (const revision of revisions) {
      now += revision.after;
      const value = price && (hasDue ? revision.value : (revision.value ?? 5));
      const { due: newDue, ...rest } = revised(id, now, now + revision.due) as Dated;
      const event = {
        ...rest,
        ...(hasDue && { due: newDue }),
        ...(value !== null && quantity(value)),
      };
      told.push([now, event as LedgerEvent]);
    }
    if (hasDue) told.push(...waitsOf(id, at, waits));
    // In order of time, and of those at one moment a pause comes before its end.
    for (const [time, event] of told.sort(([a], [b]) => a - b)) {
      events.push(event);
      now = Math.max(now, time);
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
