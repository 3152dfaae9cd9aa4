import {
  type LedgerEvent as AnyEvent,
  byWeek,
  keptRates,
  type Ledger,
  openLedger,
  recordEvent,
  reviveLedger,
} from 'overdeliver';
import { timePairs } from '../pairs';
import { type Bench, row } from '../report';
import { uniforms } from '../uniforms';

/** What happens in that year: nothing waits, and every promise has a due date. */
type LedgerEvent = Exclude<
  AnyEvent<Date>,
  { readonly kind: 'pause' | 'resume' } | { readonly due?: undefined; readonly quantity: object }
>;
type Kind<Name> = Extract<LedgerEvent, { readonly kind: Name }>;

const orders = 100_000;
const hour = 3_600_000;
const start = Date.UTC(2025, 0, 1);

/** A year of promises, each due in two to five days and delivered about then, in the order in which they happened. */
function year(): LedgerEvent[] {
  const next = uniforms(3);
  const events = Array.from({ length: orders }, (_, i): LedgerEvent[] => {
    const at = start + Math.floor((365 * 24 * hour * i) / orders);
    const due = at + Math.floor((48 + 72 * next()) * hour);
    const id = `order-${i}`;
    return [
      { kind: 'promise', id, at: new Date(at), due: new Date(due) },
      { kind: 'delivery', id, at: new Date(due - Math.floor((40 * next() - 4) * hour)) },
    ];
  });
  return events.flat().sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** A promise that is revised every minute, told backwards. */
function lateRevisions(): LedgerEvent[] {
  const due = new Date(start + 365 * 24 * hour);
  const made: LedgerEvent = { kind: 'promise', id: 'a', at: new Date(start), due };
  const revised = Array.from({ length: 10_000 }, (_, i): LedgerEvent => {
    return { kind: 'revision', id: 'a', at: new Date(start + (10_000 - i) * 60_000), due };
  });
  return [made, ...revised];
}

const recordAll = (events: readonly LedgerEvent[]) => events.reduce(recordEvent, openLedger());

const kinds = {
  promise: new Set(['kind', 'id', 'at', 'due', 'segment', 'quantity']),
  revision: new Set(['kind', 'id', 'at', 'due', 'quantity']),
  delivery: new Set(['kind', 'id', 'at', 'quantity']),
  cancellation: new Set(['kind', 'id', 'at', 'by']),
};

/** The same checks as one would write them for a list of events of one's own: no copy is made, no earlier list kept. */
function pushAll(events: readonly LedgerEvent[]) {
  const recorded: LedgerEvent[] = [];
  const standing = new Map<string, { made: Kind<'promise'>; last: LedgerEvent }>();
  for (const event of events) {
    checkByItself(event);
    const promise = standing.get(event.id);
    if (event.kind === 'promise') {
      if (promise) throw new Error('a promise made twice');
      standing.set(event.id, { made: event, last: event });
    } else {
      if (!promise) throw new Error('no such promise');
      const { made, last } = promise;
      if (event.at.getTime() < last.at.getTime()) throw new Error('out of order');
      if (last.kind === 'delivery' || last.kind === 'cancellation') throw new Error('over');
      if (event.kind !== 'cancellation') checkAgainst(made, event);
      promise.last = event;
    }
    recorded.push(event);
  }
  return recorded;
}

function checkByItself(event: LedgerEvent) {
  const known = kinds[event.kind];
  if (!known) throw new Error('another kind');
  for (const name in event) if (!known.has(name)) throw new Error('another field');
  if (typeof event.id !== 'string' || event.id === '') throw new Error('no id');
  checkDate(event.at);
  if (event.kind === 'cancellation') {
    if (event.by !== 'customer' && event.by !== 'company') throw new Error('by nobody');
    return;
  }
  if (event.kind !== 'delivery') {
    checkDate(event.due);
    if (event.due.getTime() < event.at.getTime()) throw new Error('due before it was made');
  }
  if (event.kind === 'promise' && event.segment !== undefined) {
    if (typeof event.segment !== 'string') throw new Error('no segment');
  }
  if (event.quantity !== undefined) {
    const { value, unit } = event.quantity;
    if (!Number.isFinite(value)) throw new Error('no number');
    if (typeof unit !== 'string' || unit === '') throw new Error('no unit');
  }
}

function checkDate(date: unknown) {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) throw new Error('no date');
}

function checkAgainst(
  { quantity: promised }: Kind<'promise'>,
  { kind, quantity }: Kind<'revision' | 'delivery'>,
) {
  if (quantity === undefined) {
    if (promised !== undefined && kind === 'delivery') throw new Error('no quantity');
  } else if (promised?.unit !== quantity.unit) throw new Error('another unit');
}

/** One pass over the events: their kinds and dates are read, and promises and ends are counted by week of UTC. */
function countByWeek(events: readonly LedgerEvent[]) {
  const made = new Uint32Array(60);
  const ended = new Uint32Array(60);
  for (const event of events) {
    if (event.kind === 'promise')
      (made[Math.floor((event.due.getTime() - start) / (168 * hour))] as number)++;
    else if (event.kind === 'delivery')
      (ended[Math.floor((event.at.getTime() - start) / (168 * hour))] as number)++;
  }
  return { made, ended };
}

export const ledger: Bench = {
  room: 'ledger',
  run() {
    const events = year();
    const whole: Ledger = recordAll(events);
    const text = JSON.stringify(whole);
    const json: unknown = JSON.parse(text);
    const name = '200,000 events';
    const recording = timePairs(
      () => recordAll(events),
      () => pushAll(events),
    );
    const reviving = timePairs(
      () => reviveLedger(json),
      () => JSON.parse(text),
      11,
    );
    const late = lateRevisions();
    const inOrder = [...late].sort((a, b) => a.at.getTime() - b.at.getTime());
    const being = timePairs(
      () => recordAll(late),
      () => recordAll(inOrder),
      11,
    );
    const options = { asOf: new Date(start + 400 * 24 * hour), by: byWeek('Europe/Berlin') };
    const rating = timePairs(
      () => keptRates(whole, options),
      () => countByWeek(events),
    );
    return [
      row('ledger', name, 'record all / a push with the same checks', recording.ratio),
      row('ledger', name, 'milliseconds to record', recording.subject),
      row('ledger', name, 'revive / JSON.parse of its text', reviving.ratio),
      row('ledger', name, 'milliseconds to revive', reviving.subject),
      row('ledger', '10,000 revisions of one promise', 'told backwards / in order', being.ratio),
      row('ledger', name, 'kept rates by week / one pass over the events', rating.ratio),
      row('ledger', name, 'milliseconds to rate by week', rating.subject),
    ];
  },
};
