import { byMonth, capabilityAsOf, toMultipleOf } from 'overdeliver';
import {
  backtestPromises,
  guessOrderColumns,
  type OrderRowsOptions,
  ordersFromRows,
  promisesAsMade,
} from 'overdeliver/backtest';
import { inEnglish } from 'overdeliver/english';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const columns = { started: 'o', finished: 'd', due: 'due' };
const german = { columns, zone: 'Europe/Berlin', dateOrder: 'day-first' } as const;
const read = (rows: readonly object[], options: OrderRowsOptions = german) => {
  const { orders, faults, warnings } = ordersFromRows(rows, options);
  expect(faults).toEqual([]);
  return { orders, warnings };
};
const first = (row: object, options?: OrderRowsOptions) => read([row], options).orders[0];
const kept = (orders: ReturnType<typeof read>['orders']) =>
  backtestPromises(orders, {
    asOf: '2026-03-31T00:00:00Z',
    unit: 'days',
    keepRate: 0.9,
    by: byMonth('UTC'),
    policies: { yours: promisesAsMade() },
  }).policies.yours;

describe('dates that are all at midnight', () => {
  const row = { o: '01/03/2026 09:00', d: '03/03/2026 14:10', due: '03/03/2026 00:00' };
  const warned = (rows: readonly object[], options?: OrderRowsOptions) =>
    read(rows, options).warnings.filter(({ code }) => code === 'at-midnight');

  it('are told of by column, since days that were promised would be over as they begin', () => {
    expect(kept(read([row, row, row]).orders).kept.share).toBe(0);
    const warnings = warned([row, row, row, { ...row, due: '' }]);
    expect(warnings).toEqual([{ code: 'at-midnight', detail: { column: 'due', orders: 3 } }]);
    expect(inEnglish(warnings[0] as never)).toBe(
      'all 3 times of due are 00:00: if they are days, cut the times off',
    );
    const cut = [row, row, row].map((one) => ({ ...one, due: one.due.slice(0, 10) }));
    expect(read(cut).warnings).toEqual([]);
    expect(kept(read(cut).orders).kept.share).toBe(1);
  });

  it('are by the clocks of the zone, whichever way they are written', () => {
    const dates = { ...row, due: new Date('2026-03-02T23:00:00Z') };
    expect(warned([dates, dates, dates])).toHaveLength(1);
    const written = { o: '2026-03-01T09:00Z', d: '2026-03-03T14:10Z', due: '2026-03-03T00:00Z' };
    expect(warned([written, written, written], { columns })).toHaveLength(1);
    expect(warned([written, written, written], { columns, zone: 'Europe/Berlin' })).toEqual([]);
  });

  it('are no matter where they are two, where one is not, and where no date has another time', () => {
    expect(warned([row, row])).toEqual([]);
    expect(warned([row, row, row, { ...row, due: '03/03/2026 18:00' }])).toEqual([]);
    const days = { o: '01/03/2026 00:00', d: '03/03/2026 00:00', due: '03/03/2026 00:00' };
    expect(warned([days, days, days])).toEqual([]);
    // Beginnings, which a day alone is, too.
    const begun = { ...row, o: '01/03/2026 00:00', due: '03/03/2026 18:00' };
    expect(warned([begun, begun, begun])).toEqual([]);
  });
});

describe('a day that was promised', () => {
  it('is the same whether an order that was promised for it has arrived at a time or is under way', () => {
    const rows = [
      { o: '05/03/2026', d: '07/03/2026 14:00', due: '07/03/2026' },
      { o: '05/03/2026', d: '', due: '07/03/2026' },
    ];
    const end = new Date('2026-03-07T22:59:59.999Z');
    expect(read(rows).orders.map(({ due }) => due)).toEqual([end, end]);
  });

  it.each(['seen 3:4', '2026-13-01 10:00', 46_000, false, {}])(
    'is not moved by a cell that cannot be read: %j',
    (cell) => {
      const days = { o: '02/03/2026', d: '05/03/2026', due: '05/03/2026' };
      const { orders, faults } = ordersFromRows([days, { ...days, d: cell }], german);
      expect([orders.length, faults.length]).toEqual([1, 1]);
      expect(orders[0]?.due).toEqual(new Date('2026-03-04T23:00:00Z'));
    },
  );

  it('lasts until its end', () => {
    const rows = Array.from({ length: 40 }, () => ({
      o: '01/03/2026 09:00',
      d: '03/03/2026 14:10',
      due: '03/03/2026',
    }));
    const { orders, warnings } = read(rows);
    // Berlin is an hour ahead of UTC: the last millisecond, as for a due date that is rounded up to the end of a day.
    expect(orders[0]?.due).toEqual(new Date('2026-03-03T22:59:59.999Z'));
    expect(kept(orders).kept).toMatchObject({ share: 1, n: 40 });
    expect(warnings).toEqual([]);
  });

  it('is broken by what comes on the next day, a day alone or not', () => {
    const on = (d: string) => kept(read([{ o: '01/03/2026 09:00', d, due: '03/03/2026' }]).orders);
    expect(on('04/03/2026').kept.share).toBe(0);
    expect(on('04/03/2026 00:00').kept.share).toBe(0);
    expect(on('03/03/2026 23:59').kept.share).toBe(1);
    expect(on('03/03/2026').kept.share).toBe(1);
  });

  it.each([
    // Clocks are set back at 3:00, and that day has 25 hours.
    ['Europe/Berlin', '2026-10-25', '2026-10-25T22:59:59.999Z'],
    // Set forward at 2:00.
    ['America/New_York', '2026-03-08', '2026-03-09T03:59:59.999Z'],
    // Set forward at midnight: the next day begins at 1:00.
    ['America/Havana', '2026-03-07', '2026-03-08T04:59:59.999Z'],
    // Set back at midnight: its last hour comes twice.
    ['Asia/Beirut', '2026-10-24', '2026-10-24T21:59:59.999Z'],
    // There was no such day: the moment at which the next one began.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
  ])('ends by the clocks of %s on %s', (zone, due, end) => {
    const start = new Date(Date.parse(end) - 48 * 3_600_000).toISOString();
    expect(first({ o: start, d: '', due }, { columns, zone })?.due).toEqual(new Date(end));
  });

  it('ends where the end of the order has a time, and its start has none', () => {
    const { due, started } =
      first({ o: '01/03/2026', d: '03/03/2026 14:10', due: '03/03/2026' }) ?? {};
    expect([started, due]).toEqual([
      new Date('2026-02-28T23:00:00Z'),
      new Date('2026-03-03T22:59:59.999Z'),
    ]);
  });

  it('is the time that is given with it, midnight too', () => {
    expect(first({ o: '01/03/2026 09:00', d: '', due: '03/03/2026 00:00' })?.due).toEqual(
      new Date('2026-03-02T23:00:00Z'),
    );
  });
});

describe('an end that is a day alone', () => {
  it('is the end of that day where the start has a time, and a warning says of how many orders', () => {
    const rows = ['2026-03-01', '2026-03-02', ''].map((d) => ({
      o: '2026-03-01 10:00',
      d,
      due: '',
    }));
    const { orders, warnings } = read(rows, { columns, zone: 'UTC' });
    expect(orders.map(({ finished }) => finished)).toEqual([
      new Date('2026-03-01T23:59:59.999Z'),
      new Date('2026-03-02T23:59:59.999Z'),
      null,
    ]);
    expect(warnings).toEqual([{ code: 'ends-by-day', detail: { orders: 2 } }]);
    expect(inEnglish(warnings[0] as never)).toBe(
      'the end of 2 orders is a day alone, and counts until its end, up to a day too long: cut the times off all dates to count whole days',
    );
  });

  it.each(['cancelled', 'lost'])('whether it is %s', (how) => {
    const options = { columns: { started: 'o', [how]: 'off' }, zone: 'UTC' } as OrderRowsOptions;
    const { orders, warnings } = read([{ o: '2026-03-01 10:00', off: '2026-03-01' }], options);
    expect(orders).toMatchObject([{ [how]: new Date('2026-03-01T23:59:59.999Z') }]);
    expect(warnings).toMatchObject([{ code: 'ends-by-day' }]);
  });

  it('counts in whole days where the start is a day, too', () => {
    const { orders, warnings } = read([{ o: '01/03/2026', d: '04/03/2026', due: '04/03/2026' }]);
    expect(kept(orders)).toMatchObject({ kept: { share: 1 }, quote: { mean: 3 } });
    const asOf = '2026-03-05T00:00:00Z';
    expect(capabilityAsOf(orders, { asOf, unit: 'days' }).quantile(0.5)).toBe(3);
    expect(warnings).toEqual([]);
  });
});

describe('days over a change of clocks', () => {
  // 70 days of the calendar, from September to November, and as many in summer.
  const rows = (month: string, last: string) =>
    Array.from({ length: 30 }, () => ({ o: `2026-${month}`, d: `2026-${last}`, due: '' }));
  const all = [...rows('09-10', '11-19'), ...rows('06-01', '08-10')];
  const took = (zone: string) => {
    const { orders, warnings } = read(all, { columns, zone });
    const capability = capabilityAsOf(orders, { asOf: '2026-12-01T00:00:00Z', unit: 'days' });
    return { promise: toMultipleOf(7)(capability.quantile(0.9), 'up'), warnings };
  };

  it('are an hour off whole days in a zone, and a warning says of how many orders', () => {
    const { promise, warnings } = took('Europe/London');
    expect(promise).toBe(77);
    expect(warnings).toEqual([{ code: 'clock-changes', detail: { orders: 30 } }]);
    expect(inEnglish(warnings[0] as never)).toBe(
      '30 orders of days alone, over a change of clocks, are not in whole days: read such a table in UTC',
    );
  });

  it('are whole days in UTC', () => {
    expect(took('UTC')).toEqual({ promise: 70, warnings: [] });
  });

  it('are nothing to say of where times are known', () => {
    const timed = [{ o: '2026-09-10 09:00', d: '2026-11-19 10:00', due: '2026-11-19' }];
    expect(read(timed, { columns, zone: 'Europe/London' }).warnings).toEqual([]);
  });

  it('count for what was promised, too', () => {
    const [promised] = [{ o: '2026-09-10', d: '', due: '2026-11-19' }];
    expect(read([promised], { columns, zone: 'Europe/London' }).warnings).toMatchObject([
      { detail: { orders: 1 } },
    ]);
  });
});

describe('groups that are written nearly alike', () => {
  it('are told, the first of them by name', () => {
    const groups = ['Sofas', 'Beds', 'SOFAS', 'Sofas', 'sofas', 'B eds', 'Bedss'];
    const rows = groups.map((group) => ({ at: 0, group }));
    const { warnings } = ordersFromRows(rows, { columns: { started: 'at', group: 'group' } });
    expect(warnings).toEqual([
      { code: 'similar-groups', detail: { groups: 3, group: 'SOFAS', similar: 'Sofas' } },
    ]);
    expect(inEnglish(warnings[0] as never)).toBe(
      'SOFAS is written much like Sofas, the first of 3 such groups: are they one?',
    );
  });

  it('or not, where they are others', () => {
    const rows = ['A1', 'A2', 'A-1', 'Sofa', 'Sofas'].map((group) => ({ at: 0, group }));
    expect(ordersFromRows(rows, { columns: { started: 'at', group: 'group' } }).warnings).toEqual(
      [],
    );
  });

  const warningsOf = (groups: readonly (string | null)[]) =>
    ordersFromRows(
      groups.map((group) => ({ at: 0, group })),
      { columns: { started: 'at', group: 'group' } },
    ).warnings;
  const times = (n: number, group: string) => Array<string>(n).fill(group);

  it('are told where they look the same and are made of other characters, as names of files on a Mac are', () => {
    const similar = { groups: 1, group: 'Zu\u0308rich', similar: 'Z\u00fcrich' };
    expect(warningsOf(['Z\u00fcrich', 'Zu\u0308rich', 'Bern'])).toEqual([
      { code: 'similar-groups', detail: similar },
    ]);
    const rows = [{ 'Gel\u00f6st am': '2026-03-05' }];
    const columns = { started: 'Gelo\u0308st am' };
    expect(refusal(() => ordersFromRows(rows, { columns })).message).toContain(
      'normalize() headers where the file is read',
    );
  });

  it('are told of a slip of the hand beside a name that is far more frequent', () => {
    const groups = [...times(40, 'West'), ...times(40, 'East'), 'Wset', 'Wset', 'Esat'];
    expect(warningsOf(groups)).toEqual([
      { code: 'similar-groups', detail: { groups: 2, group: 'Wset', similar: 'West' } },
    ]);
    // Not where it is no rarity, nor where numbers tell them apart, nor of more than can be compared.
    expect(warningsOf([...times(39, 'West'), ...times(2, 'Wset')])).toEqual([]);
    expect(warningsOf([...times(40, 'shop 1'), 'shop 2'])).toEqual([]);
    expect(warningsOf([...times(40, 'Store A'), 'Store B', 'Store-C'])).toEqual([]);
    expect(warningsOf([...times(40, 'Line I'), 'Line II'])).toEqual([]);
    const many = Array.from({ length: 500 }, (_, i) => `street ${i}`);
    expect(warningsOf([...many.slice(2), ...times(20, 'West'), 'Wset'])).toHaveLength(1);
    expect(warningsOf([...many, ...times(20, 'West'), 'Wset'])).toEqual([]);
  });

  it('or of none at all beside others, which are one more group', () => {
    const [warning, ...others] = warningsOf(['stat', '', 'stat', null, 'routine']);
    expect(others).toEqual([]);
    expect(warning).toEqual({ code: 'no-group', detail: { orders: 2, of: 5 } });
    expect(inEnglish(warning as never)).toBe(
      '2 of 5 orders have no group, unlike others: was it left out?',
    );
    expect(warningsOf(['', null])).toEqual([]);
    const rows = [{ at: 0 }, { at: 1 }];
    expect(ordersFromRows(rows, { columns: { started: 'at' } }).warnings).toEqual([]);
  });
});

describe('a cell that is no date', () => {
  const expectedOf = (o: string, options: Partial<OrderRowsOptions> = {}) =>
    ordersFromRows([{ o, d: '', due: '' }], { ...german, ...options }).faults[0]?.expected;

  it.each(['2 Mar 2026', '2-Mar-26', '2. März 2026', 'Mar 2, 2026', '2026-W12'])(
    'says what is read: %s',
    (text) => {
      const advice = 'weeks and names of months are not read: write 2026-03-05 for the day';
      const expectedIn = (dateOrder?: 'day-first' | 'month-first') =>
        expectedOf(text, { dateOrder });
      expect(expectedIn()).toBe(`a date such as 2026-03-05 18:40; ${advice}`);
      expect(expectedIn('day-first')).toBe(
        `a date such as 2026-03-05 18:40, or 05.03.2026 with the day first; ${advice}`,
      );
      expect(expectedIn('month-first')).toBe(
        `a date such as 2026-03-05 18:40, or 3/5/2026 with the month first; ${advice}`,
      );
    },
  );
});

describe('a duration with its unit', () => {
  it.each(['8 weeks', '6-8 weeks', '6 – 8', '4 to 6 Wochen', '10d'])(
    'is to be converted, not to lose it: %s',
    (days) => {
      const advice =
        'write it in the unit of the backtest, of a range the end: 6-8 weeks are 56 where that is days';
      for (const field of ['promise', 'estimate'])
        for (const decimalComma of [undefined, true, false]) {
          const options = { columns: { started: 'at', [field]: 'days' }, decimalComma };
          const { faults } = ordersFromRows([{ at: 0, days }], options as OrderRowsOptions);
          expect(faults[0]?.expected).toContain(`; ${advice}; its order is left out`);
        }
      const order = { id: 'a', started: 0, finished: 1, promise: days as never };
      expect(refusal(() => kept([order as never])).message).toContain(advice);
    },
  );
});

describe('a guess without a start', () => {
  it('is refused, and the columns there are named', () => {
    const rows = [{ no: 'a', delivered: 'yes' }];
    const found = refusal(() => ordersFromRows(rows, { columns: guessOrderColumns(rows) }));
    expect(found).toMatchObject({ path: 'options.columns.started', code: 'missing' });
    expect(found.expected).toBe(
      'the column that says when an order started, one of the columns no, delivered',
    );
  });
});
