import { keptRate, openLedger } from 'overdeliver';
import {
  type BacktestOrder,
  backtestOrderSchema,
  backtestPromises,
  eventsFromOrders,
  guessOrderColumns,
  ordersFromRows,
  orderTextForms,
  type PromisePolicy,
  promisesAsMade,
} from 'overdeliver/backtest';
import { recordEvents } from 'overdeliver/ledger';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { always, on } from './given';

const visit = (no: string, arrived: string) => ({
  no,
  booked: '01.03.2026 10:00',
  from: '02.03.2026 08:00',
  to: '02.03.2026 12:00',
  arrived,
});
const columns = { id: 'no', started: 'booked', from: 'from', due: 'to', finished: 'arrived' };
const german = { columns, zone: 'UTC', dateOrder: 'day-first' } as const;
const window = { id: 'a', started: on(1), from: on(3), due: on(4) };

describe('a window in a table', () => {
  it('goes into the ledger, where what comes before it is early and broken', () => {
    const rows = [
      visit('in it', '02.03.2026 09:10'),
      visit('at its beginning', '02.03.2026 08:00'),
      visit('before it', '02.03.2026 07:59'),
      visit('after it', '02.03.2026 12:01'),
      { ...visit('without one', '02.03.2026 07:00'), from: '' },
    ];
    const { orders, faults } = ordersFromRows(rows, german);
    expect(faults).toEqual([]);
    expect(orders[0]?.from).toEqual(new Date('2026-03-02T08:00:00Z'));
    const { events } = eventsFromOrders(orders);
    const ledger = recordEvents(openLedger(), events);
    expect(keptRate(ledger, { asOf: '2026-03-03T00:00:00Z' })).toMatchObject({
      due: 5,
      kept: 3,
      early: 1,
      broken: 2,
    });
  });

  it('that is a day alone lasts from its beginning to its end', () => {
    const row = { ...visit('a', '02.03.2026 09:10'), from: '02.03.2026', to: '02.03.2026' };
    expect(ordersFromRows([row], german).orders[0]).toMatchObject({
      from: new Date('2026-03-02T00:00:00Z'),
      due: new Date('2026-03-02T23:59:59.999Z'),
    });
    expect(orderTextForms([{ ...row, from: '25.03.2026' }], { from: 'from' }).dateOrder).toBe(
      'day-first',
    );
  });

  it.each([
    ['ends before it begins', { from: '02.03.2026 12:01' }, 'date-order'],
    ['has no end', { to: '' }, 'ambiguous'],
    ['begins at no date', { from: 'early' }, 'wrong-type'],
    ['begins in seconds', { from: 1_772_438_400 }, 'wrong-type'],
  ])('is a fault where it %s', (_, cells, code) => {
    const { faults } = ordersFromRows([{ ...visit('a', ''), ...cells }], german);
    expect(faults).toMatchObject([{ row: 0, column: 'from', code }]);
  });
});

describe('the window of an order', () => {
  it('is read and given back by the schema', () => {
    expect(backtestOrderSchema.parse(window)).toMatchObject({ from: on(3), due: on(4) });
  });

  it('wants a due date up to which it lasts', () => {
    const given = (order: object) => refusal(() => eventsFromOrders([order as BacktestOrder]));
    expect(given({ ...window, due: on(2) })).toMatchObject({
      code: 'date-order',
      path: 'orders[0].from',
      expected: `a date up to due (${on(2).toISOString()}) for order a`,
    });
    expect(given({ ...window, due: null, promise: 3 })).toMatchObject({ code: 'ambiguous' });
    expect(given({ ...window, from: 'Hamburg' })).toMatchObject({ code: 'wrong-type' });
    const seconds = on(3).getTime() / 1000;
    expect(given({ ...window, from: seconds })).toMatchObject({
      code: 'wrong-type',
      path: 'orders[0].from',
    });
  });

  it('may begin before the order, as where this afternoon is promised at one o’clock', () => {
    const { events } = eventsFromOrders([{ ...window, started: on(3.5) }]);
    expect(events).toEqual([{ kind: 'promise', id: 'a', at: on(3.5), from: on(3), due: on(4) }]);
  });

  it('is not judged by a look back, which says so of promises as they were made', () => {
    const orders = [{ ...window, finished: on(2) }];
    const look = (policy: PromisePolicy) =>
      backtestPromises(orders, {
        unit: 'days',
        keepRate: 0.9,
        asOf: on(9),
        by: () => 'all',
        policies: { one: policy },
      }).policies.one;
    const found = refusal(() => look(promisesAsMade()));
    expect(found.message).toContain('eventsFromOrders');
    // Others promise durations of their own, and are judged by these.
    expect(look(always(1)).kept.share).toBe(1);
  });
});

describe('guessOrderColumns', () => {
  const guess = (headers: string) => {
    const names = headers.split(';');
    return guessOrderColumns([Object.fromEntries(names.map((name) => [name, '05.03.2026 10:00']))]);
  };

  it.each([
    [
      'Erstellt;Termin von;Termin bis;Ankunft;Fertig',
      { started: 'Erstellt', from: 'Termin von', due: 'Termin bis', finished: 'Ankunft' },
    ],
    [
      'Created;Window start;Window end;Arrival',
      { started: 'Created', from: 'Window start', due: 'Window end', finished: 'Arrival' },
    ],
    [
      'booked;slot_from;slot_to;arrived_at',
      { started: 'booked', from: 'slot_from', due: 'slot_to', finished: 'arrived_at' },
    ],
    [
      'Eingang;Zeitfenster Beginn;Zeitfenster Ende;Angekommen',
      {
        started: 'Eingang',
        from: 'Zeitfenster Beginn',
        due: 'Zeitfenster Ende',
        finished: 'Angekommen',
      },
    ],
    [
      'order date;arrival window start;arrival window end;delivered',
      {
        started: 'order date',
        from: 'arrival window start',
        due: 'arrival window end',
        finished: 'delivered',
      },
    ],
    [
      'created;promised from;promised until;finished',
      { started: 'created', from: 'promised from', due: 'promised until', finished: 'finished' },
    ],
    // A beginning alone is no window.
    ['created;Termin von;arrival', { started: 'created', due: 'Termin von', finished: 'arrival' }],
    ['created;due to;finished', { started: 'created', due: 'due to', finished: 'finished' }],
    [
      'Termin;Terminvorschlag;Fertig',
      { due: 'Termin', started: 'Terminvorschlag', finished: 'Fertig' },
    ],
  ])('tells both ends of a window in %j', (headers, columns) => {
    expect(guess(headers)).toEqual(columns);
  });
});
