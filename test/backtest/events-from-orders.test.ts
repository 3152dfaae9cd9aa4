import fc from 'fast-check';
import { keptRate, openLedger } from 'overdeliver';
import {
  type BacktestOrder,
  backtestPromises,
  eventsFromOrders,
  ordersFromRows,
  promisesAsMade,
} from 'overdeliver/backtest';
import { recordEvents } from 'overdeliver/ledger';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { on } from './given';

const given = (orders: unknown, options?: unknown) =>
  refusal(() => eventsFromOrders(orders as BacktestOrder[], options as { unit: 'days' }));

it('tells of each order what was promised, and behind it how it ended', () => {
  const orders = [
    { id: 'b', started: on(2), due: on(5), cancelled: on(3), group: null },
    { id: 'a', started: on(1), due: on(4), finished: on(3), group: 'north' },
    { id: 'c', started: on(3), due: on(6), lost: on(9) },
    { id: 'd', started: on(4), due: on(7) },
  ];
  expect(eventsFromOrders(orders)).toEqual({
    events: [
      { kind: 'promise', id: 'b', at: on(2), due: on(5) },
      { kind: 'cancellation', id: 'b', at: on(3), by: 'customer' },
      { kind: 'promise', id: 'a', at: on(1), due: on(4), segment: 'north' },
      { kind: 'delivery', id: 'a', at: on(3) },
      { kind: 'promise', id: 'c', at: on(3), due: on(6) },
      { kind: 'cancellation', id: 'c', at: on(9), by: 'company' },
      { kind: 'promise', id: 'd', at: on(4), due: on(7) },
    ],
    withoutPromise: 0,
  });
});

it('counts the orders that were promised nothing, finished or not', () => {
  const orders = [
    { id: 'a', started: on(1), finished: on(3), due: null },
    { id: 'b', started: on(1) },
    { id: 'c', started: on(2), promise: 2 },
  ];
  const { events, withoutPromise } = eventsFromOrders(orders, { unit: 'days' });
  expect(withoutPromise).toBe(2);
  expect(events).toEqual([{ kind: 'promise', id: 'c', at: on(2), due: on(4) }]);
});

it('takes promises as durations or as dates, which stay what they are to the millisecond', () => {
  const due = new Date(on(2).getTime() + 1_234_567);
  const orders = [
    { id: 'a', started: on(1), promise: 36 },
    { id: 'b', started: on(1), due },
  ];
  const { events } = eventsFromOrders(orders, { unit: 'hours' });
  expect(events.map((event) => 'due' in event && event.due)).toEqual([
    new Date(on(1).getTime() + 36 * 3_600_000),
    due,
  ]);
});

it('a ledger keeps as many promises as a backtest of them', () => {
  const order = fc.record({
    start: fc.integer({ min: 0, max: 500 }),
    promised: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
    asDate: fc.boolean(),
    took: fc.option(fc.double({ min: 0, max: 90, noNaN: true })),
    how: fc.constantFrom('finished', 'cancelled', 'lost'),
  });
  const first = on(1).getTime();
  const at = (hours: number) => new Date(first + hours * 3_600_000);
  holds(
    fc.property(fc.array(order, { minLength: 1, maxLength: 30 }), (drawn) => {
      // One that counts, without which there is nothing to look back on.
      const sure = { id: 'sure', started: at(0), due: at(9), finished: at(5) };
      const orders = drawn.map(({ start, promised, asDate, took, how }, i) => ({
        id: `o-${i}`,
        started: at(start),
        ...(asDate && promised !== null ? { due: at(start + promised) } : { promise: promised }),
        ...(took !== null && { [how]: at(start + took) }),
      }));
      const asOf = at(1000);
      const all = [sure, ...orders];
      const { events, withoutPromise } = eventsFromOrders(all, { unit: 'hours' });
      const { policies } = backtestPromises(all, {
        unit: 'hours',
        keepRate: 0.9,
        asOf,
        by: () => 'all',
        policies: { made: promisesAsMade() },
      });
      const { kept, withoutQuote } = policies.made;
      const ledger = keptRate(recordEvents(openLedger(), events), { asOf });
      expect(withoutPromise).toBe(withoutQuote);
      expect([ledger.due, ledger.kept]).toEqual([kept.n, Math.round((kept.share ?? 0) * kept.n)]);
    }),
  );
});

it('keeps by the ledger just what is within the promise to the millisecond', () => {
  const started = new Date('2026-03-05T18:40:00.000Z');
  const keptAfter = (ms: number) => {
    const finished = new Date(started.getTime() + ms);
    // 119,999.88 milliseconds.
    const { events } = eventsFromOrders([{ id: 'a', started, finished, promise: 0.0333333 }], {
      unit: 'hours',
    });
    return keptRate(recordEvents(openLedger(), events), { asOf: '2026-03-06T00:00:00Z' }).kept;
  };
  expect([keptAfter(119_999), keptAfter(120_000)]).toEqual([1, 0]);
});

it('goes on from a table of text', () => {
  const rows = [
    {
      no: '1',
      ordered: '05.03.2026 18:40',
      promised: '05.03.2026 19:20',
      came: '05.03.2026 19:12',
    },
    { no: '2', ordered: '05.03.2026 18:51', promised: '05.03.2026 19:31', came: '' },
  ];
  const { orders } = ordersFromRows(rows, {
    columns: { id: 'no', started: 'ordered', due: 'promised', finished: 'came' },
    zone: 'Europe/Berlin',
    dateOrder: 'day-first',
  });
  const ledger = recordEvents(openLedger(), eventsFromOrders(orders).events);
  const { kept, due } = keptRate(ledger, { asOf: '2026-03-06T00:00:00Z' });
  expect([kept, due]).toEqual([1, 2]);
});

it('refuses what it cannot read, by the order', () => {
  const order = { id: 'a', started: on(1), due: on(4) };
  expect(given([{ ...order, promise: 3, due: null }])).toMatchObject({
    code: 'missing',
    path: 'options.unit',
    function: 'eventsFromOrders',
    expected: 'the unit of promises such as orders[0].promise, as in days',
  });
  expect(given([order, { ...order, id: 'b', due: on(0) }])).toMatchObject({
    code: 'date-order',
    path: 'orders[1].due',
  });
  expect(given([order, { ...order, started: on(2) }])).toMatchObject({
    code: 'duplicate-id',
    path: 'orders[1].id',
  });
  expect(eventsFromOrders([order, { ...order, due: null }]).withoutPromise).toBe(1);
  expect(given([order, null])).toMatchObject({ code: 'wrong-type', path: 'orders[1]' });
  const seconds = on(1).getTime() / 1000;
  expect(given([order, { id: 'b', started: seconds }])).toMatchObject({
    code: 'wrong-type',
    path: 'orders[1].started',
  });
  expect(given([{ id: 'a', started: on(1), promise: Number.NaN }])).toMatchObject({
    path: 'orders[0].promise',
  });
  expect(given([{ ...order, promise: 3 }])).toMatchObject({ code: 'ambiguous' });
  for (const promise of [1e9, 1e308]) {
    expect(given([order, { id: 'b', started: on(1), promise }], { unit: 'days' })).toMatchObject({
      code: 'out-of-range',
      path: 'orders[1].promise',
    });
  }
  let reads = 0;
  const once = Object.defineProperty({ id: 'a', started: on(1), promise: 3 }, 'due', {
    enumerable: true,
    get: () => {
      if (reads++ > 0) throw new Error('read before');
      return null;
    },
  });
  expect(given([once])).toMatchObject({ code: 'wrong-type', path: 'orders' });
  expect(given('orders')).toMatchObject({ code: 'wrong-type', path: 'orders' });
  const business = given([order], { unit: 'business-days' });
  expect(business).toMatchObject({ path: 'options.unit' });
  expect(business).toMatchObject({ expected: expect.stringContaining('from dueDate') });
  expect(given([order], { units: 'days' })).toMatchObject({ code: 'unknown-name' });
});

it('a day without orders has no events', () => {
  expect(eventsFromOrders([])).toEqual({ events: [], withoutPromise: 0 });
});
