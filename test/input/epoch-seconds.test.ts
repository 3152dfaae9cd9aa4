import {
  byMonth,
  capabilityAsOf,
  classifyStage,
  livePromiser,
  openLedger,
  recordEvent,
} from 'overdeliver';
import {
  backtestPromises,
  ordersFromRows,
  quoteNext,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import { durationsAsOf, recencyWeights } from 'overdeliver/capability';
import { recordEvents } from 'overdeliver/ledger';
import { purchaseHistories } from 'overdeliver/lifetime';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const asOf = '2026-06-01T00:00:00Z';
const day = 86_400;
/** Seconds since 1970, as many tools write a date. */
const seconds = Date.UTC(2026, 2, 5) / 1000;
const from = (first: number, length: number) =>
  Array.from({ length: 20 }, (_, i) => ({
    id: `o-${i}`,
    started: first + i * length,
    finished: first + (i + 3) * length,
  }));
const orders = from(seconds, day);
const recent = new Date(Date.UTC(2026, 2, 1));
const due = new Date(Date.UTC(2026, 2, 9));

const options = { unit: 'days', keepRate: 0.5, by: byMonth('UTC') } as const;
const policies = { history: quotesFromHistory() };
const backtest = (rows: Iterable<(typeof orders)[number]>, known?: number | string) =>
  backtestPromises(rows, { ...options, policies, asOf: known });
const next = (started: number | Date, past = orders) =>
  quoteNext(past, quotesFromHistory(), { id: 'next', started }, { unit: 'days', keepRate: 0.5 });
const promiser = () => livePromiser({ unit: 'minutes', keepRate: 0.9, typical: 30 });
const promise = (at: number | Date, until: number | Date) =>
  ({ kind: 'promise', id: 'a', at, due: until }) as const;

describe('seconds in place of milliseconds say what to do', () => {
  it.each<[string, string, () => unknown]>([
    ['orders', 'orders[0].started', () => capabilityAsOf(orders, { asOf, unit: 'days' })],
    [
      'orders, and the date they are known up to',
      'orders[19].started',
      () => durationsAsOf([...orders].reverse(), { asOf: seconds + 90 * day, unit: 'days' }),
    ],
    [
      'one order among others',
      'orders[1].started',
      () =>
        capabilityAsOf([{ started: recent, finished: due }, { started: seconds }], {
          asOf,
          unit: 'days',
        }),
    ],
    [
      'the end of an order',
      'orders[0].finished',
      () => capabilityAsOf([{ started: recent, finished: seconds }], { asOf, unit: 'days' }),
    ],
    [
      'dates to weigh',
      'dates[1]',
      () => recencyWeights([recent, seconds], { asOf, halfLifeDays: 30 }),
    ],
    ['orders of the past', 'orders[0].started', () => backtest(orders)],
    ['the same in another order', 'orders[19].started', () => backtest([...orders].reverse())],
    ['the same up to a date', 'orders[0].started', () => backtest(orders, asOf)],
    [
      'the same one by one, up to seconds',
      'orders[0].started',
      () => backtest(new Set(orders), seconds + 90 * day),
    ],
    ['the past of the next one', 'orders[0].started', () => next(seconds + 30 * day)],
    [
      'the next one alone',
      'order.started',
      () => next(seconds + 30 * day, from(seconds * 1000, day * 1000)),
    ],
    ['the first event of a promiser', 'event.at', () => promiser().start({ id: 'a', at: seconds })],
    ['its first question', 'event.at', () => promiser().quote({ at: seconds })],
    [
      'a later event of it',
      'event.at',
      () => {
        const kitchen = promiser();
        kitchen.start({ id: 'a', at: recent });
        kitchen.finish({ id: 'a', at: seconds });
      },
    ],
    [
      'the first event of a ledger',
      'event.at',
      () => recordEvent(openLedger(), promise(seconds, seconds + day)),
    ],
    [
      'events of a ledger',
      'events[1].at',
      () =>
        recordEvents(openLedger(), [
          { ...promise(recent, due), id: 'b' },
          promise(seconds, seconds + day),
        ]),
    ],
    [
      'a later promise of it',
      'event.at',
      () => {
        const ledger = recordEvent(openLedger(), { ...promise(recent, due), id: 'b' });
        recordEvent(ledger, promise(seconds, due));
      },
    ],
    ['a due date', 'event.due', () => recordEvent(openLedger(), promise(recent, seconds))],
    [
      'a delivery',
      'event.at',
      () => {
        const ledger = recordEvent(openLedger(), promise(recent, due));
        recordEvent(ledger, { kind: 'delivery', id: 'a', at: seconds });
      },
    ],
    [
      'purchases',
      'rows[0].at',
      () => purchaseHistories([{ customer: 'Ada', at: seconds }], { asOf, unit: 'days' }),
    ],
    [
      'purchases, and the date they are known up to',
      'rows[1].at',
      () =>
        purchaseHistories(
          [
            { customer: 'Ada', at: seconds + day },
            { customer: 'Ada', at: seconds },
          ],
          { asOf: seconds + 90 * day, unit: 'days' },
        ),
    ],
    [
      'a first purchase',
      'history.firstPurchase',
      () => classifyStage({ firstPurchase: seconds, uses: [seconds + day] }, { asOf }),
    ],
  ])('%s', (_, path, call) => {
    const said = refusal(call);
    expect(said.path).toBe(path);
    expect(said.message.split('it looks like seconds since 1970')).toHaveLength(2);
  });

  it('in a table, where the row is listed', () => {
    const { faults } = ordersFromRows([{ at: seconds }], { columns: { started: 'at' } });
    expect(faults[0]?.expected).toContain('it looks like seconds since 1970');
  });

  it('from 1980 to 2100', () => {
    const at = (time: number) =>
      capabilityAsOf([{ started: time, finished: due }], { asOf, unit: 'days' });
    for (const year of [1980, 2099])
      expect(refusal(() => at(Date.UTC(year) / 1000)).message).toContain('it looks like seconds');
    for (const time of [Date.UTC(1980) / 1000 - 1, Date.UTC(2100) / 1000])
      expect(at(time).counts.finished).toBe(1);
  });
});

describe('milliseconds of 1970 are taken', () => {
  it('on a clock that begins at 0', () => {
    const simulated = from(0, day * 1000);
    expect(capabilityAsOf(simulated, { asOf: 90 * day * 1000, unit: 'days' }).quantile(0.5)).toBe(
      3,
    );
    expect(backtest(simulated).orders).toBe(20);
    expect(next(30 * day * 1000, simulated)).toBe(3);
    const kitchen = promiser();
    for (const { id, started } of simulated) kitchen.start({ id, at: started });
    expect(kitchen.now()).toEqual(new Date(19 * day * 1000));
    const events = simulated.map(({ id, started, finished }) => ({
      ...promise(started, finished),
      id,
    }));
    expect(recordEvents(openLedger(), events).size).toBe(20);
  });

  it('as a Date, a text or an instant', () => {
    const early = orders.map(({ id, started, finished }) => ({
      id,
      started: new Date(started),
      finished: new Date(finished).toISOString(),
    }));
    expect(capabilityAsOf(early, { asOf, unit: 'days' }).counts.finished).toBe(20);
    const both = { ...policies, live: quotesFromPromiser({ typical: 0.003 }) };
    expect(backtestPromises(early, { ...options, policies: both }).orders).toBe(20);
    expect(promiser().start({ id: 'a', at: { epochMilliseconds: seconds } }).reason).toBe(
      'too-few-orders',
    );
    expect(recordEvent(openLedger(), promise(new Date(seconds), due)).size).toBe(1);
  });
});
