import fc from 'fast-check';
import { byMonth, capabilityAsOf } from 'overdeliver';
import {
  backtestPromises,
  guessOrderColumns,
  type OrderRowsOptions,
  ordersFromRows,
  orderTextForms,
  promisesAsMade,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const csv = `Auftrags-Nr.;Bestellt am;Geliefert am;Zugesagt bis;Gebiet;km
00340434161094042557;05.03.2026 18:40;05.03.2026 19:12;05.03.2026 19:20;Mitte;1,5
00340434161094042558;25.03.2026 18:51;-;25.03.2026 19:30;Berg;4
00340434161094042559;25.03.2026 19:02;25.03.2026 19:30;;;2,25`;
const rowsOf = (text: string) => Papa.parse<Record<string, string>>(text, { header: true }).data;
const german = {
  columns: {
    id: 'Auftrags-Nr.',
    started: 'Bestellt am',
    finished: 'Geliefert am',
    due: 'Zugesagt bis',
    group: 'Gebiet',
  },
  features: ['km'],
  zone: 'Europe/Berlin',
  dateOrder: 'day-first',
  decimalComma: true,
  missing: ['-'],
} as const;

function fail(): never {
  throw new Error('of the caller');
}

describe('ordersFromRows', () => {
  it('reads a German export, ids of 20 digits among it', () => {
    // By hand: Berlin is an hour ahead of UTC before 29 March 2026.
    expect(ordersFromRows(rowsOf(csv), german)).toEqual({
      orders: [
        {
          id: '00340434161094042557',
          started: new Date('2026-03-05T17:40:00Z'),
          finished: new Date('2026-03-05T18:12:00Z'),
          due: new Date('2026-03-05T18:20:00Z'),
          group: 'Mitte',
          features: { km: 1.5 },
        },
        {
          id: '00340434161094042558',
          started: new Date('2026-03-25T17:51:00Z'),
          finished: null,
          due: new Date('2026-03-25T18:30:00Z'),
          group: 'Berg',
          features: { km: 4 },
        },
        {
          id: '00340434161094042559',
          started: new Date('2026-03-25T18:02:00Z'),
          finished: new Date('2026-03-25T18:30:00Z'),
          due: null,
          group: null,
          features: { km: 2.25 },
        },
      ],
      faults: [],
      warnings: [{ code: 'no-group', detail: { orders: 1, of: 3 } }],
    });
  });

  it('gives what a backtest and a capability take', () => {
    const { orders } = ordersFromRows(rowsOf(csv), german);
    const asOf = '2026-03-26T00:00:00Z';
    expect(capabilityAsOf(orders, { asOf, unit: 'minutes' }).counts).toMatchObject({
      finished: 2,
      underWay: 1,
    });
    const policies = { history: quotesFromHistory() };
    const options = { unit: 'minutes', keepRate: 0.5, by: byMonth('UTC'), policies } as const;
    expect(backtestPromises(orders, options).orders).toBe(3);
  });

  it.each([
    ['no start', { ordered: '' }, 'ordered', 'missing', 'a date'],
    ['a year of two digits', { ordered: '05.03.26' }, 'ordered', 'wrong-type', 'yearsFrom'],
    ['the other order', { ordered: '03/25/2026' }, 'ordered', 'wrong-type', 'in that order'],
    ['no date', { delivered: 'soon' }, 'delivered', 'wrong-type', 'options.missing'],
    ['nearly a date', { delivered: '5. March' }, 'delivered', 'wrong-type', 'with the day first'],
    ['a date of a spreadsheet', { delivered: '45292' }, 'delivered', 'wrong-type', 'spreadsheet'],
    [
      'an end before the start',
      { delivered: '04.03.2026' },
      'delivered',
      'date-order',
      'from 2026',
    ],
    ['two ends', { delivered: '06.03.2026', off: '07.03.2026' }, null, 'ambiguous', 'one end'],
    [
      'a day count of a spreadsheet',
      { delivered: 45_292 },
      'delivered',
      'wrong-type',
      'spreadsheet',
    ],
    ['what throws', { delivered: { toString: () => fail() } }, 'delivered', 'wrong-type', 'a date'],
    ['no prototype', { delivered: Object.create(null) }, 'delivered', 'wrong-type', 'a date'],
    ['an object for an id', { no: { id: 7 } }, 'no', 'wrong-type', 'an id as text'],
    ['a date for an id', { no: new Date(0) }, 'no', 'wrong-type', 'an id as text'],
    ['a list for a group', { shop: ['a'] }, 'shop', 'wrong-type', 'a group as text'],
    ['400 digits', { days: '9'.repeat(400) }, 'days', 'wrong-type', 'such as 3,5'],
    ['text for a number', { days: 'four' }, 'days', 'wrong-type', 'a number with a comma'],
    ['a point', { days: '3.5' }, 'days', 'wrong-type', 'such as 3,5'],
    ['a promise below 0', { days: '-1' }, 'days', 'out-of-range', 'at least 0'],
    ['no id', { no: ' ' }, 'no', 'missing', 'an id'],
    [
      'an id with lost digits',
      { no: Number('340434161094042557') },
      'no',
      'wrong-type',
      'lost digits',
    ],
    ['text for a feature', { km: 'far' }, 'km', 'wrong-type', 'its order is left out'],
  ])('lists a row with %s, and gives the others', (_, cells, column, code, expected) => {
    const row = {
      no: 'a',
      ordered: '05.03.2026 10:00',
      delivered: '',
      off: '',
      days: '',
      km: '1',
      shop: '',
    };
    const { orders, faults } = ordersFromRows(
      [
        { ...row, no: 'b' },
        { ...row, ...cells },
      ],
      {
        columns: {
          id: 'no',
          started: 'ordered',
          finished: 'delivered',
          cancelled: 'off',
          promise: 'days',
          group: 'shop',
        },
        features: ['km'],
        zone: 'UTC',
        dateOrder: 'day-first',
        decimalComma: true,
      },
    );
    expect(orders.map(({ id }) => id)).toEqual(['b']);
    expect(faults).toMatchObject([{ row: 1, column, code }]);
    expect(faults[0]?.expected).toContain(expected);
  });

  it('lists the second row of an id, and says which has it', () => {
    const rows = ['a', 'b', 'a'].map((no) => ({ no, at: '2026-03-05T10:00:00Z' }));
    const { orders, faults } = ordersFromRows(rows, { columns: { id: 'no', started: 'at' } });
    expect(orders).toHaveLength(2);
    expect(faults).toEqual([
      {
        row: 2,
        column: 'no',
        code: 'duplicate-id',
        value: '"a"',
        expected: 'an id that no other row has; rows[0] has it, too',
      },
    ]);
  });

  it('says what is to be said where it is not', () => {
    const faultsOf = (cells: object, options: Partial<OrderRowsOptions> = {}) =>
      ordersFromRows([{ at: '2026-03-05T10:00:00Z', days: '1', ...cells }], {
        columns: { started: 'at', promise: 'days' },
        ...options,
      }).faults.map(({ expected }) => expected);
    expect(faultsOf({ at: '2026-03-05' })).toEqual([expect.stringContaining('options.zone')]);
    expect(faultsOf({ at: '05.03.2026' }, { zone: 'UTC' })).toEqual([
      expect.stringContaining('whether day or month comes first'),
    ]);
    expect(faultsOf({ days: '3,5' })).toEqual([expect.stringContaining('options.decimalComma')]);
    expect(faultsOf({ days: '1,250.5' }, { decimalComma: false })).toEqual([]);
    expect(faultsOf({ days: '1.250,5' }, { decimalComma: true })).toEqual([]);
  });

  it.each([
    ['.5', undefined, 0.5],
    ['.5', false, 0.5],
    ['3.5', false, 3.5],
    ["1'250.50", false, 1250.5],
    ['1 250.5', false, 1250.5],
    ['1,250.5', false, 1250.5],
    [',5', true, 0.5],
    ['1.250,5', true, 1250.5],
    ['1\u00a0250,5', true, 1250.5],
    ['1’250', true, 1250],
    ['1’250', false, 1250],
  ])('reads %j with decimalComma %j', (days, decimalComma, promise) => {
    const columns = { started: 'at', promise: 'days' };
    const { orders, faults } = ordersFromRows([{ at: 0, days }], { columns, decimalComma });
    expect(faults).toEqual([]);
    expect(orders[0]?.promise).toBe(promise);
  });

  it('names what says the order of day and month', () => {
    const { faults } = ordersFromRows([{ at: '05/03/2026' }], {
      columns: { started: 'at' },
      zone: 'UTC',
    });
    expect(faults[0]?.expected).toContain('options.dateOrder');
  });

  it('lists a row that cannot be read', () => {
    const row = {
      get at(): string {
        return fail();
      },
    };
    const { orders, faults } = ordersFromRows([{ at: 0 }, row], { columns: { started: 'at' } });
    expect(orders).toHaveLength(1);
    expect(faults).toMatchObject([{ row: 1, column: null, code: 'wrong-type' }]);
  });

  it('names rows by their number where there is no column for it', () => {
    const rows = [{ at: 0 }, { at: new Date(1) }];
    const { orders } = ordersFromRows(rows, { columns: { started: 'at' } });
    expect(orders).toEqual([
      { id: '1', started: new Date(0) },
      { id: '2', started: new Date(1) },
    ]);
  });

  it('says how far it is, and stops where that throws', () => {
    const rows = Array.from({ length: 12_000 }, () => ({ at: 0 }));
    const seen: number[] = [];
    const onProgress = ({ done }: { readonly done: number }) => void seen.push(done);
    ordersFromRows(rows, { columns: { started: 'at' }, onProgress });
    expect(seen).toEqual([5000, 10_000, 12_000]);
    const stop = () => {
      throw new Error('stopped');
    };
    expect(() => ordersFromRows(rows, { columns: { started: 'at' }, onProgress: stop })).toThrow(
      'stopped',
    );
  });

  it.each<[string, unknown, unknown, string, string]>([
    [
      'a column that is not there',
      [{ at: 0 }],
      { columns: { started: 'art' } },
      'options.columns.started',
      'unknown-name',
    ],
    [
      'a feature that is not there',
      [{ at: 0 }],
      { columns: { started: 'at' }, features: ['km'] },
      'options.features[0]',
      'unknown-name',
    ],
    ['no start', [], { columns: {} }, 'options.columns.started', 'missing'],
    [
      'another field',
      [],
      { columns: { started: 'at', ended: 'to' } },
      'options.columns.ended',
      'unknown-name',
    ],
    ['no zone', [], { columns: { started: 'at' }, zone: 'Berlin' }, 'options.zone', 'unknown-name'],
    ['no list', 'rows', { columns: { started: 'at' } }, 'rows', 'wrong-type'],
    [
      'a year off the range',
      [],
      { columns: { started: 'at' }, yearsFrom: 20 },
      'options.yearsFrom',
      'out-of-range',
    ],
  ])('refuses %s', (_, rows, options, path, code) => {
    const found = refusal(() => ordersFromRows(rows as [], options as never));
    expect(found).toMatchObject({ function: 'ordersFromRows', path, code });
  });

  it('holds out against rows that throw when they are read', () => {
    const row = {
      get at() {
        throw new Error('trap');
      },
    };
    const { faults } = ordersFromRows([row, { at: 0 }], { columns: { started: 'at' } });
    expect(faults).toMatchObject([{ row: 0, column: null, code: 'wrong-type' }]);
    const trap = new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('trap');
        },
      },
    );
    expect(refusal(() => guessOrderColumns([trap])).code).toBe('wrong-type');
    expect(refusal(() => guessOrderColumns([row])).code).toBe('wrong-type');
    expect(refusal(() => orderTextForms([row], { started: 'at' })).code).toBe('wrong-type');
  });

  it('keeps an order of which a feature is not known', () => {
    const rows = [
      { at: 0, kg: '2', km: '1.5' },
      { at: 0, kg: '', km: '4' },
      { at: 0, kg: '-', km: Number.NaN },
    ];
    const read = { columns: { started: 'at' }, features: ['kg', 'km'], missing: ['-'] };
    const { orders, faults } = ordersFromRows(rows, read);
    expect(faults).toEqual([]);
    expect(orders.map(({ features }) => features)).toEqual([{ kg: 2, km: 1.5 }, { km: 4 }, {}]);
    const ended = orders.map((order) => ({ ...order, finished: 1e7, promise: 0.1 }));
    const policies = { live: quotesFromPromiser({ typical: 1 }), made: promisesAsMade() };
    const options = { unit: 'days', keepRate: 0.5, by: byMonth('UTC'), policies } as const;
    expect(backtestPromises(ended, options).orders).toBe(3);
  });

  it('takes numbers as they are, and rows that lack a column', () => {
    const rows = [
      { at: 0, days: 2, area: 7 },
      { at: 0, days: Number.NaN },
      { at: 0, days: true },
    ];
    const columns = { started: 'at', promise: 'days', group: 'area', id: undefined };
    const aNumber =
      'a number; its order is left out: mend the cell, empty it, or name its text in options.missing';
    const { orders, faults } = ordersFromRows(rows, { columns });
    expect(orders.map(({ promise, group }) => [promise, group])).toEqual([
      [2, '7'],
      [null, null],
    ]);
    expect(faults).toMatchObject([{ row: 2, column: 'days', expected: aNumber }]);
    const words = [{ at: 0, days: 'four' }];
    const read = (decimalComma?: boolean) =>
      ordersFromRows(words, { columns: { started: 'at', promise: 'days' }, decimalComma });
    expect(read().faults[0]?.expected).toBe(aNumber);
    expect(read(false).faults[0]?.expected).toContain('such as 3.5');
  });

  it('lists what is no row at all', () => {
    const { faults } = ordersFromRows([null, 7] as never, { columns: { started: 'at' } });
    expect(faults.length).toBe(2);
  });

  it('holds each row as an order or as a fault', () => {
    const cell = fc.oneof(
      fc.constantFrom('05.03.2026', '2026-03-05', '', '-', '3,5', '2026-03-05T10:00:00Z'),
      fc.string(),
    );
    const rows = fc.array(fc.record({ no: cell, at: cell, to: cell, days: cell }));
    const property = fc.property(rows, (rows) => {
      const columns = { id: 'no', started: 'at', finished: 'to', promise: 'days' };
      if (rows.length === 0) return;
      const read = ordersFromRows(rows, { columns, zone: 'UTC', dateOrder: 'day-first' });
      expect(read.orders.length + read.faults.length).toBe(rows.length);
    });
    holds(property);
  });
});

describe('guessOrderColumns', () => {
  it.each([
    [
      csv,
      {
        id: 'Auftrags-Nr.',
        started: 'Bestellt am',
        finished: 'Geliefert am',
        due: 'Zugesagt bis',
        group: 'Gebiet',
      },
    ],
    [
      // The headers of the Brazilian marketplace that the satisfaction model was fitted on.
      'order_id,customer_id,order_purchase_timestamp,order_delivered_customer_date,order_estimated_delivery_date,customer_state\n' +
        'a,b,2017-10-02 10:56:33,2017-10-10 21:25:13,2017-10-18 00:00:00,SP',
      {
        id: 'order_id',
        started: 'order_purchase_timestamp',
        finished: 'order_delivered_customer_date',
        due: 'order_estimated_delivery_date',
        group: 'customer_state',
      },
    ],
    [
      'ticket,created at,resolved at,priority\n7,2026-03-05,2026-03-06,high',
      { id: 'ticket', started: 'created at', finished: 'resolved at', group: 'priority' },
    ],
    ['vom,bis\n01.02.2026,02.02.2026', { started: 'vom', finished: 'bis' }],
    ['a,b\n1,2', {}],
    [
      'Appt No;Clinician;Planned;Arrived\n7;Doe;2026-03-05T09:00Z;2026-03-05T08:55Z\n',
      { id: 'Appt No', started: 'Planned', finished: 'Arrived' },
    ],
  ])('goes by headers and cells of %j', (text, columns) => {
    expect(guessOrderColumns(rowsOf(text))).toEqual(columns);
  });

  it('takes cells of any kind, and refuses those that throw', () => {
    expect(
      guessOrderColumns([{ id: Object.create(null), at: new Date(0) }, null as never]),
    ).toEqual({
      id: 'id',
      started: 'at',
    });
    const found = refusal(() =>
      guessOrderColumns([Object.defineProperty({}, 'at', { enumerable: true, get: fail })]),
    );
    expect(found).toMatchObject({ path: 'rows', code: 'wrong-type' });
  });

  it('finds nothing in nothing', () => {
    expect(guessOrderColumns([])).toEqual({});
    expect(refusal(() => guessOrderColumns('a' as never)).code).toBe('wrong-type');
  });
});

describe('orderTextForms', () => {
  const seen = (dates: string[], numbers: string[] = []) => {
    const rows = Array.from({ length: Math.max(dates.length, numbers.length) }, (_, i) => ({
      at: dates[i] ?? '',
      days: numbers[i] ?? '',
    }));
    return orderTextForms(rows, { started: 'at', promise: 'days' });
  };
  it.each([
    [['2026-03-05T10:00:00Z'], null, []],
    [['2026-03-05 10:00'], null, ['zone']],
    [['05.03.2026', '25.03.2026'], 'day-first', ['zone']],
    [['3/5/2026 6:40 PM', '3/25/2026'], 'month-first', ['zone']],
    [['2026/03/05'], 'year-first', ['zone']],
    [['05.03.2026'], null, ['zone', 'dateOrder']],
    [['25.03.2026', '3/25/2026'], null, ['zone', 'dateOrder']],
    [['2026/03/05', '05/03/2026'], null, ['zone', 'dateOrder']],
    [['31.12.24'], 'day-first', ['zone', 'yearsFrom']],
    [['24-12-31'], null, ['zone', 'dateOrder', 'yearsFrom']],
    [['99-12-31'], 'year-first', ['zone', 'yearsFrom']],
    [['soon'], null, []],
  ])('of dates %j', (dates, dateOrder, ask) => {
    expect(seen(dates)).toEqual({ dateOrder, decimalComma: null, ask });
  });
  it.each([
    [['7', ''], null, []],
    [['3,5'], true, []],
    [['3.5'], false, []],
    [['1.250,5'], true, []],
    [['1,250.5'], false, []],
    [['1,250,000'], false, []],
    [['1.250.000'], true, []],
    [['0,250'], true, []],
    [['1,250'], null, ['decimalComma']],
    [['3,5', '3.5'], null, ['decimalComma']],
    [['.5'], false, []],
    [["1'250"], null, ['decimalComma']],
    [["1'250.50"], false, []],
    [['.', ', '], null, []],
  ])('of numbers %j', (numbers, decimalComma, ask) => {
    expect(seen([], numbers)).toEqual({ dateOrder: null, decimalComma, ask });
  });
  it('looks at long cells once', () => {
    const started = performance.now();
    expect(seen([], [`${'1'.repeat(50_000)}x`, `${'.'.repeat(50_000)}x`]).ask).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
  it('passes over cells that are no text, and refuses those that throw', () => {
    const columns = { started: 'at' };
    expect(orderTextForms([{ at: Object.create(null) }, { at: new Date(0) }], columns).ask).toEqual(
      [],
    );
    const found = refusal(() =>
      orderTextForms([Object.defineProperty({}, 'at', { get: fail })], columns),
    );
    expect(found).toMatchObject({ path: 'rows', code: 'wrong-type' });
  });
  it('refuses a column that no row has', () => {
    const found = refusal(() => orderTextForms([{ at: '05.03.2026' }], { started: 'toString' }));
    expect(found).toMatchObject({ path: 'columns.started', code: 'unknown-name' });
    const feature = refusal(() =>
      orderTextForms([{ at: '05.03.2026' }], { started: 'at' }, ['km']),
    );
    expect(feature).toMatchObject({ path: 'features[0]', code: 'unknown-name' });
  });
  it('refuses a column for what it does not know', () => {
    const found = refusal(() => orderTextForms([], { ended: 'to' } as never));
    expect(found).toMatchObject({ path: 'columns.ended', code: 'unknown-name' });
  });
});
