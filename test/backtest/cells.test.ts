import { capabilityAsOf, livePromiser } from 'overdeliver';
import { guessOrderColumns, ordersFromRows, orderTextForms } from 'overdeliver/backtest';
import { type DateOrder, fromLocalTime } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const columns = { started: 'at' } as const;

/** What a cell of numbers is read as, or what is said about it. */
function numberOf(cell: unknown, decimalComma?: boolean): number | string | undefined {
  const rows = [{ at: 0, km: cell }];
  const { orders, faults } = ordersFromRows(rows, { columns, features: ['km'], decimalComma });
  return orders[0]?.features?.km ?? faults[0]?.expected;
}

/** The same of a cell of dates. */
function dateOf(cell: unknown, zone?: string): string | undefined {
  const { orders, faults } = ordersFromRows([{ at: cell }], { columns, zone });
  return orders[0]?.started.toISOString() ?? faults[0]?.expected;
}

const leftOut =
  'its order is left out: mend the cell, empty it, or name its text in options.missing';
const unitOff = 'take off its unit, such as kg';

describe('a cell of numbers', () => {
  it.each([
    ['7', 7],
    ['12', 12],
    ['12.', 12],
    ['-12.25', -12.25],
    ['+3.5', 3.5],
    ['.25', 0.25],
    ['  12.5 ', 12.5],
  ])('is read as it stands: %j', (cell, number) => {
    expect(numberOf(cell)).toBe(number);
    expect(numberOf(cell, false)).toBe(number);
  });

  it.each([
    ['-12,345.25', -12_345.25],
    ['1,250,000', 1_250_000],
    ['999 999', 999_999],
    ['1250.5', 1250.5],
  ])('is read with thousands and a point: %j', (cell, number) => {
    expect(numberOf(cell, false)).toBe(number);
    const comma = cell.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
    expect(numberOf(comma, true)).toBe(number);
  });

  it('is read with decimals after a comma alone', () => {
    expect([numberOf('-,25', true), numberOf('12,', true), numberOf('12', true)]).toEqual([
      -0.25, 12, 12,
    ]);
  });

  it.each(['x3.5', '1,25.5', '1234,500.5', '0,250', '--1', '.', '1.2.3', '1e5', '½'])(
    'is refused with a point where it is none: %j',
    (cell) => {
      const a = (sign: string, such: string) =>
        `a number with a ${sign} before its decimals, such as ${such}; ${leftOut}`;
      expect(numberOf(cell, false)).toBe(a('point', '3.5'));
      const comma = cell.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
      expect(numberOf(comma, true)).toBe(a('comma', '3,5'));
    },
  );

  it('is refused with advice where a decimal sign would make it a number, else without', () => {
    const advice = 'options.decimalComma says whether decimals come after a comma';
    expect(numberOf('-3,5')).toBe(`a number; ${advice}; ${leftOut}`);
    for (const cell of ['about 3,5', 'four', '.', '1,2,3', { days: 3 }])
      expect(numberOf(cell)).toBe(`a number; ${leftOut}`);
  });

  it.each(['1,5 Tage', '3,5km', '-2 °C', '12 %', '3,50 €', '€ 3,50', "1'250 kg", '3.x'])(
    'is refused with its unit: %j',
    (cell) => {
      for (const comma of [undefined, false, true])
        expect(numberOf(cell, comma)).toContain(`; ${unitOff}; ${leftOut}`);
    },
  );
});

describe('a cell of dates', () => {
  // Berlin is an hour ahead of UTC in March, until the 29th.
  it.each([
    ['2026-03-05', '2026-03-04T23:00:00.000Z'],
    ['2026-03-05 18:40', '2026-03-05T17:40:00.000Z'],
    ['2026-03-05T18:40:07', '2026-03-05T17:40:07.000Z'],
    ['2026-03-05 18:40:07.5', '2026-03-05T17:40:07.500Z'],
    ['2026-03-05 18:40:07.1234567891', '2026-03-05T17:40:07.123Z'],
    [' 2026-03-05 18:40 ', '2026-03-05T17:40:00.000Z'],
    ['2026-03-05T18:40:00Z', '2026-03-05T18:40:00.000Z'],
  ])('is read by the clocks of a zone: %j', (cell, date) => {
    expect(dateOf(cell, 'Europe/Berlin')).toBe(date);
  });

  it('is refused where a date is only part of it', () => {
    for (const cell of ['on 2026-03-05', '2026-03-05 or so', '2026-03-05 18'])
      expect(dateOf(cell, 'UTC')).toContain('a date');
  });

  it.each<[string, DateOrder | undefined]>([
    ['06.03.2026 10:00 Uhr', 'day-first'],
    ['06.03.2026 10:00 Uhr', undefined],
    ['06.03.2026, 10:00 Uhr', 'day-first'],
    ['3/6/2026 10:00 (approx)', 'month-first'],
    ['06.03.26 10:00 h', 'day-first'],
    ['2026-03-06 10:00 Uhr', undefined],
  ])(
    'is refused for what follows the time, whatever was said of its order: %s',
    (at, dateOrder) => {
      const options = { columns, zone: 'Europe/Berlin', dateOrder, yearsFrom: 2000 };
      const expected = ordersFromRows([{ at }], options).faults[0]?.expected;
      expect(expected).toContain('take off what follows the day and the time, such as Uhr');
      expect(expected).not.toContain('year');
      const form = { dateOrder, yearsFrom: 2000 };
      const { message } = refusal(() => fromLocalTime(at, 'Europe/Berlin', form));
      if (dateOrder)
        expect(message).toContain('take off what follows the day and the time, such as Uhr');
    },
  );
});

describe('a cell of dates, in a form that was said', () => {
  const faultOf = (at: string, zone = 'Europe/Berlin') => {
    const options = { columns, zone, dateOrder: 'day-first', yearsFrom: 2000 } as const;
    return ordersFromRows([{ at }], options).faults[0]?.expected;
  };

  // Taken off, they would be read by the clocks of the zone that was given, and be hours off without a word.
  it.each([
    '2026-03-05 18:40:00 UTC',
    '2026-03-05 18:40:00.123456 UTC',
    '05.03.2026 18:40 GMT',
    '25.10.2026 02:30 CEST',
    '25.10.2026, 02:30 MEZ',
    '3/5/2026 6:40 PM EST',
    '2026-03-05T18:40:00+01:00[Europe/Berlin]',
    '2026-03-05 18:40 Europe/Berlin',
    '2026-03-05 18:40 UTC+1',
  ])('is not told to lose its zone: %s', (at) => {
    const advice = 'Z or an offset such as +01:00, not the name of a zone';
    expect(faultOf(at)).toContain(advice);
    expect(refusal(() => fromLocalTime(at, 'UTC')).message).toContain(advice);
    const instants = { asOf: '2026-12-01T00:00:00Z', unit: 'days' } as const;
    expect(refusal(() => capabilityAsOf([{ started: at }], instants)).message).toContain(advice);
  });

  it.each(['05.03.2026 18.40', '05.03.2026, 18.40 Uhr', '2026-03-05 18.40', '5.3.26 18.40.30'])(
    'has colons in its time, unlike %s',
    (at) => {
      expect(faultOf(at)).toContain('write the time with colons, as 18:40');
      expect(faultOf(at)).not.toContain('year first');
    },
  );

  it.each(['Do 05.03.2026 18:40', 'Do., 05.03.2026', 'Thursday, 2026-03-05', 'am 5.3.26'])(
    'begins with its day, unlike %s',
    (at) => {
      expect(faultOf(at)).toContain('take off what stands before the day');
      expect(faultOf(at)).not.toContain('missing');
    },
  );

  it('is not asked for its order again', () => {
    for (const at of ['05.03.2026 or so', '05.03.2026 18', '05.03.2026 18:4'])
      expect(faultOf(at)).not.toContain('first differs');
  });

  it('may have spaces that do not break, as browsers put them', () => {
    const read = (at: string, dateOrder: DateOrder) =>
      ordersFromRows([{ at }], { columns, zone: 'UTC', dateOrder }).orders[0]?.started;
    const date = new Date('2026-03-05T18:40:00Z');
    expect(read('3/5/2026, 6:40:00\u202fPM', 'month-first')).toEqual(date);
    expect(read('05.03.2026\u00a018:40', 'day-first')).toEqual(date);
  });
});

describe('a table', () => {
  it.each(['\ufeffat', 'at ', ' at\r'])(
    'says of the header %j what is not seen around it',
    (header) => {
      const trim = 'trim headers where the file is read';
      const rows = [{ [header]: '2026-03-05' }];
      expect(refusal(() => ordersFromRows(rows, { columns })).message).toContain(trim);
      expect(refusal(() => orderTextForms(rows, columns)).message).toContain(trim);
      const other = refusal(() => ordersFromRows([{ a: '2026-03-05' }], { columns }));
      expect(other.message).not.toContain(trim);
    },
  );

  it.each([
    [{ started: 'a', finished: 'a' }, 'finished', 'started'],
    [{ started: 'a', cancelled: 'a' }, 'cancelled', 'started'],
    [{ started: 'b', finished: 'a', lost: 'a' }, 'lost', 'finished'],
    [{ started: 'b', finished: 'a', cancelled: 'a' }, 'cancelled', 'finished'],
    // By which every order would have come in the nick of time.
    [{ started: 'b', due: 'a', finished: 'a' }, 'due', 'finished'],
  ])('has no end in the column of another date: %j', (columns, field, other) => {
    const rows = [{ a: '2026-03-05', b: '2026-03-04' }];
    expect(refusal(() => ordersFromRows(rows, { columns, zone: 'UTC' }))).toMatchObject({
      code: 'ambiguous',
      path: `options.columns.${field}`,
      expected: `another column than that of ${other}`,
    });
  });

  it('may have a promise for the day on which it starts, and an id that is its group', () => {
    const columns = { id: 'n', group: 'n', started: 'a', due: 'a' };
    const { orders, faults } = ordersFromRows([{ n: '1', a: '2026-03-05' }], {
      columns,
      zone: 'UTC',
    });
    expect([orders.length, faults.length]).toEqual([1, 0]);
  });

  it('has no row in what is none, and says so', () => {
    const { faults } = ordersFromRows([null, 7, 'at'] as never, { columns: { started: 'at' } });
    expect(faults.map(({ row, column, code, expected }) => [row, column, code, expected])).toEqual(
      [0, 1, 2].map((row) => [row, null, 'wrong-type', 'a row by the names of its columns']),
    );
  });

  it('has nothing in undefined, NaN and the words for it, whatever spaces are around', () => {
    const none = [undefined, Number.NaN, null, '', ' - ', '-', 'NULL'];
    const rows = none.map((to) => ({ at: 0, to }));
    const columns = { started: 'at', finished: 'to' };
    const { orders, faults } = ordersFromRows(rows, { columns, missing: [' - ', 'NULL'] });
    expect(faults).toEqual([]);
    expect(orders.map(({ finished }) => finished)).toEqual(none.map(() => null));
    // As many columns without a date tell nothing of one that has some.
    expect(guessOrderColumns([...none, '5.3.2026'].map((at) => ({ at })).slice(0, 4))).toEqual({});
    expect(guessOrderColumns([{ at: undefined }, { at: '5.3.2026' }])).toEqual({ started: 'at' });
  });

  it('takes what has arrived for the end rather than what was made', () => {
    const made = { Auftrag: '1', 'Bestellt am': '05.03.2026', 'Fertig am': '06.03.2026' };
    const guessed = { id: 'Auftrag', started: 'Bestellt am' };
    expect(guessOrderColumns([made])).toEqual({ ...guessed, finished: 'Fertig am' });
    const sent = { ...made, 'Geliefert am': '07.03.2026' };
    expect(guessOrderColumns([sent])).toEqual({ ...guessed, finished: 'Geliefert am' });
  });

  it.each([
    ['Voraussichtliche Ankunft', 'Tatsächliche Ankunft'],
    ['Ankunft geplant', 'Ankunft'],
    ['Erwartete Lieferung', 'Geliefert'],
    ['planned_arrival', 'actual_arrival'],
    ['Scheduled delivery', 'Delivered'],
  ])('takes what was only planned, %j, for a promise', (due, finished) => {
    const row = { Bestellt: '2026-03-05', [due]: '2026-03-09', [finished]: '2026-03-10' };
    expect(guessOrderColumns([row])).toEqual({ started: 'Bestellt', due, finished });
    // Nor for the end where another column is the promise.
    expect(guessOrderColumns([{ Deadline: '2026-03-08', ...row }])).toEqual({
      started: 'Bestellt',
      due: 'Deadline',
      finished,
    });
  });

  it('has a promise in one column, the date where there is one', () => {
    const row = { Bestellt: '2026-03-05', 'Zugesagt bis': '2026-03-09', 'Zusage Tage': '4' };
    const columns = guessOrderColumns([row]);
    expect(columns).toEqual({ started: 'Bestellt', due: 'Zugesagt bis' });
    expect(ordersFromRows([row], { columns, zone: 'UTC' }).faults).toEqual([]);
  });

  it('has columns in its rows alone, and those alone that were named', () => {
    const rows = [{ length: '2026-03-05' }, 'abc', 'abc'] as object[];
    expect(guessOrderColumns(rows)).toStrictEqual({ started: 'length' });
    const odd = [{ at: '', undefined: '25.03.2026' }];
    expect(orderTextForms(odd, { started: 'at', finished: undefined }).ask).toEqual([]);
  });

  it('passes on what the library says where a row is read', () => {
    const row = {
      get at(): string {
        return String(livePromiser({ unit: 'days', keepRate: 7, typical: 1 }));
      },
    };
    const found = refusal(() => ordersFromRows([{ at: 0 }, row], { columns }));
    expect(found).toMatchObject({ function: 'livePromiser', path: 'options.keepRate' });
  });

  it('tells at its end how many rows it had', () => {
    const told: unknown[] = [];
    const onProgress = (one: unknown) => void told.push(one);
    const rows = [{ at: 0 }, { at: 'soon' }];
    ordersFromRows(rows, { columns: { started: 'at' }, onProgress });
    expect(told).toEqual([{ done: 2, of: 2 }]);
    // Many rows are read without anybody who listens, too.
    const many = Array.from({ length: 5000 }, () => ({ at: 0 }));
    expect(ordersFromRows(many, { columns: { started: 'at' } }).orders).toHaveLength(5000);
  });
});
