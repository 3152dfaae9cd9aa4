import fc from 'fast-check';
import { guessOrderColumns, ordersFromRows, orderTextForms } from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';

const columns = { started: 'at' } as const;

describe('orderTextForms', () => {
  const dates = (...texts: string[]) =>
    orderTextForms(
      texts.map((at) => ({ at })),
      columns,
    );
  const numbers = (...texts: string[]) =>
    orderTextForms(
      texts.map((days) => ({ at: '', days })),
      { started: 'at', promise: 'days' },
    );

  it.each([
    // A year of three digits is none, and no century would make it one.
    ['123/4/5', 'year-first', ['zone']],
    ['5/4/123', null, ['zone', 'dateOrder']],
    // The twelfth may be a month.
    ['12.03.2026', null, ['zone', 'dateOrder']],
    ['13.03.2026', 'day-first', ['zone']],
    // No day is the 99th.
    ['25-03-99', 'day-first', ['zone', 'yearsFrom']],
    ['25-03-2026', 'day-first', ['zone']],
    ['25-03-31', null, ['zone', 'dateOrder', 'yearsFrom']],
    // The year comes first, but the time is not that of ISO 8601.
    ['2026-03-05 6:40', 'year-first', ['zone']],
    ['2026-03-05 06:40 PM', 'year-first', ['zone']],
    ['2026-03-05T06:40', null, ['zone']],
  ])('of the date %j', (text, dateOrder, ask) => {
    expect(dates('', text, '2026-03-05T10:00:00Z')).toEqual({
      dateOrder,
      decimalComma: null,
      ask,
    });
  });

  it.each([
    [[',5'], true, []],
    [['-3,5'], true, []],
    [['-5', '+12'], null, []],
    [['-1,250'], null, ['decimalComma']],
    [['1,250', '3,5'], true, []],
    [['10,250'], null, ['decimalComma']],
    [['1250,250'], true, []],
    // What is no number tells nothing.
    [['3,5 km'], null, []],
    [['3,5km'], null, []],
    [['km 3,5'], null, []],
    [[',250.5'], null, []],
    [['1,2,3'], null, []],
  ])('of the numbers %j', (texts, decimalComma, ask) => {
    expect(numbers(...texts)).toEqual({ dateOrder: null, decimalComma, ask });
  });

  it('holds: with what it tells, and what it asks, nothing else is to be said', () => {
    const part = fc.constantFrom('1', '05', '12', '25', '31', '99', '2026');
    const time = fc.constantFrom('', ' 6:40', ' 06:40', 'T18:40', ', 6:40 pm', ' 18:40:07.5');
    const date = fc
      .tuple(part, part, part, fc.constantFrom('-', '.', '/'), time)
      .map(([a, b, c, sign, at]) => `${a}${sign}${b}${sign}${c}${at}`);
    const digits = fc.constantFrom('', '0', '7', '12', '250', '1250');
    const number = fc
      .tuple(
        digits,
        fc.constantFrom('', ',', '.', ' '),
        digits,
        fc.constantFrom('', ',', '.'),
        digits,
      )
      .map((parts) => parts.join(''));
    holds(
      fc.property(date, number, (at, days) => {
        const rows = [{ at, days }];
        const given = { started: 'at', promise: 'days' };
        const { dateOrder, decimalComma, ask } = orderTextForms(rows, given);
        const { faults } = ordersFromRows(rows, {
          columns: given,
          zone: 'UTC',
          dateOrder: dateOrder ?? undefined,
          decimalComma: decimalComma ?? undefined,
        });
        for (const name of ['dateOrder', 'decimalComma'] as const)
          if (!ask.includes(name)) expect(faults[0]?.expected ?? '').not.toContain(name);
      }),
      2000,
    );
  });
});

describe('guessOrderColumns', () => {
  const guess = (...rows: object[]) => guessOrderColumns(rows);
  const isNumbers = (...cells: unknown[]) =>
    guess(...cells.map((promise) => ({ promise }))).promise === 'promise';
  const isDates = (...cells: unknown[]) =>
    guess(...cells.map((ordered) => ({ ordered }))).started === 'ordered';

  it('takes a column for numbers where more than half of its filled cells are some', () => {
    for (const cell of ['3', 3, '-3,5', '+12', '12.5', '1 250', '1.250,5'])
      expect(isNumbers(cell), String(cell)).toBe(true);
    for (const cell of ['3 km', 'x3', 'three', '', new Date(0), { three: 3 }])
      expect(isNumbers(cell), String(cell)).toBe(false);
    expect([isNumbers('3', 'x'), isNumbers('3', 'x', '4'), isNumbers('', '3', '')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('takes a column for dates where more than half of its filled cells are some', () => {
    expect([isDates('5.3.2026', 'x'), isDates('5.3.2026', 'x', '6.3.2026')]).toEqual([false, true]);
    expect(isDates('', '2026-03-05T10:00:00Z')).toBe(true);
  });

  it('sees columns that the first row does not have, as JSON leaves out what is not known', () => {
    const started = { order: '1', created: '2026-03-05T10:00:00Z' };
    const ended = { ...started, order: '2', delivered: '2026-03-05T11:00:00Z' };
    const columns = { id: 'order', started: 'created', finished: 'delivered' };
    expect(guess(started, ended)).toStrictEqual(columns);
    expect(guess({}, started, ended)).toStrictEqual(columns);
    expect(() => ordersFromRows([started, ended], { columns: { started: 'made' } })).toThrow(
      'one of the columns order, created, delivered',
    );
  });

  it('takes a header at its word only where the cells may be that', () => {
    const row = { start: '2026-03-05', delivered: 'yes', promise: 'yes', estimate: 'soon' };
    expect(guess({ ...row, 'region since': '2026-03-06' })).toStrictEqual({
      started: 'start',
      finished: 'region since',
    });
    expect(guess({ ...row, promise: '3', estimate: '2,5', region: 'north' })).toStrictEqual({
      started: 'start',
      promise: 'promise',
      estimate: 'estimate',
      group: 'region',
    });
  });

  it.each([
    ['id', true],
    ['Nr.', true],
    ['Key', true],
    ['Bestellung', true],
    ['customer id', true],
    ['Auftragsnr', true],
    ['monkey', false],
    ['keyword', false],
    ['idea', false],
    ['ticket price', false],
    ['nrg', false],
    ['Warenkorb', false],
  ])('takes %j for an id: %j', (header, is) => {
    expect(guess({ [header]: 'a' })).toStrictEqual(is ? { id: header } : {});
  });

  /** Of columns of text, and of columns of dates. */
  const guessOf = (texts: string, dates: string) =>
    guess({
      ...Object.fromEntries(texts.split(';').map((name) => [name, 'a'])),
      ...Object.fromEntries(dates.split(';').map((name) => [name, '2026-03-05 10:00'])),
    });

  it.each([
    [
      'trip;line',
      'departed_plan;departed;arrival_plan;arrival_predicted;arrived',
      {
        id: 'trip',
        group: 'line',
        started: 'departed_plan',
        due: 'arrival_plan',
        finished: 'arrived',
      },
    ],
    ['id', 'created;predicted_arrival;arrival', { due: 'predicted_arrival', finished: 'arrival' }],
    ['id', 'created;forecast_delivery;delivered', { due: 'forecast_delivery' }],
    ['id', 'created;delivery plan;delivered', { due: 'delivery plan' }],
    ['id', 'created;target date;done', { due: 'target date', finished: 'done' }],
    ['id', 'created;plan_end;end', { due: 'plan_end', finished: 'end' }],
    ['id', 'created;ETA;arrival', { due: 'ETA', finished: 'arrival' }],
    ['Flight', 'STD;STA;ATA', { started: 'STD', due: 'STA', finished: 'ATA' }],
    [
      'id',
      'planned_start;actual_start;planned_end;actual_end',
      { started: 'planned_start', due: 'planned_end', finished: 'actual_end' },
    ],
    [
      'Buchung',
      'Abfahrt Soll;Abfahrt Ist;Ankunft Soll;Ankunft Ist',
      { id: 'Buchung', started: 'Abfahrt Soll', due: 'Ankunft Soll', finished: 'Ankunft Ist' },
    ],
    // A plan is no end, and a start is neither, however little else there is.
    ['id', 'created;arrival_plan', { due: 'arrival_plan', finished: undefined }],
    ['id', 'deadline;created;arrival_plan', { due: 'deadline', finished: undefined }],
    ['id', 'created;work started', { started: 'created', finished: undefined }],
    // What the carrier has, the customer has not.
    [
      'order_id',
      'order_purchase_timestamp;order_delivered_carrier_date;order_delivered_customer_date',
      { finished: 'order_delivered_customer_date' },
    ],
    ['id', 'created;delivered by carrier', { finished: 'delivered by carrier' }],
    [
      'Auftragsnummer',
      'Auftragsdatum;Versanddatum;Lieferdatum',
      { started: 'Auftragsdatum', finished: 'Lieferdatum' },
    ],
    [
      'Aktenzeichen;Art',
      'Eingang;Nachforderung;Bescheid',
      { id: 'Aktenzeichen', group: 'Art', started: 'Eingang', finished: 'Bescheid' },
    ],
    [
      'RO #;Garage',
      'Dropped off;Called;Picked up',
      { id: 'RO #', group: 'Garage', started: 'Dropped off', finished: 'Picked up' },
    ],
    ['# of items;order', 'created', { id: 'order' }],
    ['id', 'created;updated_at', { started: 'created', finished: undefined }],
    ['id', 'created;planted;planet time;delivered', { due: undefined, finished: 'delivered' }],
  ])('tells what was planned from what came, of %j and %j', (texts, dates, columns) => {
    const guessed = guessOf(texts, dates);
    for (const [field, name] of Object.entries(columns))
      expect(guessed[field as keyof typeof guessed], field).toBe(name);
  });

  it('takes for the id, of several, what tells rows apart', () => {
    const rows = [
      { 'customer id': 'a', 'Order No': '1' },
      { 'customer id': 'a', 'Order No': '2' },
    ];
    expect(guess(...rows)).toStrictEqual({ id: 'Order No' });
    expect(guess(...rows.slice(0, 1))).toStrictEqual({ id: 'customer id' });
  });
});
