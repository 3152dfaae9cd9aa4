import fc from 'fast-check';
import { type BusinessCalendar, businessCalendar, type DurationUnit, dueDate } from 'overdeliver';
import { dueWindow, latestStart } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { desk, pizzeria, weekdays } from './given';

const zone = 'Europe/Berlin';
const warehouse = { zone, open: weekdays('08:00-18:00'), cutOff: '14:00' };
const carrier = { zone, open: weekdays('07:00-19:00'), cutOff: '14:00' };
const days = (promise: number) => ({ promise, unit: 'business-days' });
const berlin = (text: string) => new Date(`2026-03-${text}+01:00`);

it('what is handed over at midnight counts as of the day that begins', () => {
  // 17:00 in London is midnight in Bangkok, where the order itself came in during the hours of Monday.
  const london = (closing: string) => ({
    zone: 'Europe/London',
    open: weekdays(`09:00-${closing}`),
  });
  const bangkok = { zone: 'Asia/Bangkok', open: weekdays('09:00-17:00') };
  const due = (closing: string) =>
    dueDate([london(closing), bangkok], '2026-03-02T09:00:00Z', [days(0), days(1)]).toISOString();
  expect(due('16:59')).toBe('2026-03-03T10:00:00.000Z');
  expect(due('17:00')).toBe('2026-03-04T10:00:00.000Z');
});

// 2026-03-02 is a Monday; counted by hand on a wall calendar.
describe('calendars in a row', () => {
  it.each<
    [string, readonly BusinessCalendar[], string, readonly (readonly [number, string])[], string]
  >([
    [
      'never lose a day to a cut-off counted twice',
      [warehouse, carrier],
      '02T10:00',
      [
        [1, 'business-days'],
        [2, 'business-days'],
      ],
      '05T19:00',
    ],
    [
      'each lose one to the first cut-off',
      [warehouse, carrier],
      '02T14:01',
      [
        [1, 'business-days'],
        [2, 'business-days'],
      ],
      '06T19:00',
    ],
    [
      'the same day, and the next',
      [warehouse, carrier],
      '02T10:00',
      [
        [0, 'business-days'],
        [1, 'business-days'],
      ],
      '03T19:00',
    ],
    [
      'hours hand over at an instant, before the cut-off',
      [warehouse, carrier],
      '02T09:00',
      [
        [4, 'open-hours'],
        [1, 'business-days'],
      ],
      '03T19:00',
    ],
    [
      'or after it',
      [warehouse, carrier],
      '02T12:00',
      [
        [4, 'open-hours'],
        [1, 'business-days'],
      ],
      '04T19:00',
    ],
    [
      'an order after the carrier left waits for it, however quick the warehouse is',
      [{ zone }, carrier],
      '02T20:00',
      [
        [0, 'business-days'],
        [1, 'business-days'],
      ],
      '04T19:00',
    ],
    [
      'a Saturday hands over to Monday',
      [
        { ...warehouse, open: { ...warehouse.open, saturday: ['08:00-12:00'] }, cutOff: '11:00' },
        carrier,
      ],
      '07T10:00',
      [
        [0, 'business-days'],
        [1, 'business-days'],
      ],
      '10T19:00',
    ],
    [
      'business days, then hours from closing on',
      [warehouse, { zone }],
      '02T10:00',
      [
        [1, 'business-days'],
        [3, 'hours'],
      ],
      '03T21:00',
    ],
    [
      'calendar days between keep the day',
      [warehouse, carrier, carrier],
      '02T10:00',
      [
        [1, 'business-days'],
        [1, 'days'],
        [1, 'business-days'],
      ],
      '05T19:00',
    ],
    // Los Angeles closes at 18:00, when it is 03:00 on Wednesday in Berlin.
    [
      'the day is that of the next zone',
      [{ ...warehouse, zone: 'America/Los_Angeles' }, carrier],
      '03T17:00',
      [
        [0, 'business-days'],
        [1, 'business-days'],
      ],
      '05T19:00',
    ],
    [
      'a night hands over to the same night',
      [pizzeria, pizzeria],
      '06T19:00',
      [
        [0, 'business-days'],
        [1, 'business-days'],
      ],
      '08T02:00',
    ],
  ])('%s', (_, calendars, from, plans, due) => {
    const promised = plans.map(([promise, unit]) => ({ promise, unit }));
    expect(dueDate(calendars, berlin(from), promised)).toEqual(berlin(due));
  });

  it('have zones and holidays of their own', () => {
    const factory = { zone: 'Asia/Shanghai', open: weekdays('09:00-18:00'), holidays: ['05-04'] };
    const shop = { ...carrier, holidays: ['05-06'] };
    const from = '2026-04-30T12:00:00+08:00'; // a Thursday
    // Friday is day 1 and Monday the 4th a holiday, so Tuesday the 5th; in Berlin Thursday the 7th, Friday the 8th.
    expect(dueDate([factory, shop], from, [days(2), days(2)])).toEqual(
      new Date('2026-05-08T19:00+02:00'),
    );
  });

  it('round by the last', () => {
    const due = dueDate(
      [warehouse, { ...carrier, zone: 'Asia/Kolkata' }],
      berlin('02T10:00'),
      [days(0), { promise: 1, unit: 'minutes' }],
      { roundUpTo: 60 },
    );
    expect(due).toEqual(new Date('2026-03-02T23:00+05:30'));
  });
});

describe('the latest start', () => {
  it.each<
    [
      string,
      BusinessCalendar | readonly BusinessCalendar[],
      string,
      string,
      number | readonly number[],
      string,
    ]
  >([
    ['minutes', desk, 'minutes', '05T12:00', 20, '05T11:40'],
    ['hours while open', desk, 'open-hours', '09T10:00', 2, '06T16:00'],
    ['a due date while closed', desk, 'open-hours', '08T10:00', 2, '06T15:00'],
    ['for no time at all, while closed', desk, 'open-hours', '08T10:00', 0, '06T16:59:59.999'],
    ['for no time at all, while open', desk, 'open-hours', '05T10:00', 0, '05T10:00'],
    ['business days, until closing', desk, 'business-days', '09T17:00', 2, '05T17:00'],
    ['business days, until the cut-off', warehouse, 'business-days', '09T18:00', 2, '05T14:00'],
    [
      'a due date before closing is that of the day before',
      warehouse,
      'business-days',
      '09T17:59',
      2,
      '04T14:00',
    ],
    ['calendar days', desk, 'days', '09T10:00', 2.5, '06T22:00'],
    ['in a row', [warehouse, carrier], 'business-days', '05T19:00', [1, 2], '02T14:00'],
    [
      'in a row, by the end of the week',
      [warehouse, carrier],
      'business-days',
      '08T12:00',
      [1, 2],
      '03T14:00',
    ],
  ])('%s', (_, calendar, unit, due, promise, start) => {
    const found =
      typeof promise === 'number'
        ? latestStart(calendar as BusinessCalendar, berlin(due), { promise, unit })
        : latestStart(
            calendar as readonly BusinessCalendar[],
            berlin(due),
            promise.map((one) => ({ promise: one, unit })),
          );
    expect(found).toEqual(berlin(start));
  });

  it('is what was asked, from any date and back', () => {
    expect(latestStart(warehouse, berlin('04T18:00'), days(0))).toEqual(berlin('04T14:00'));
    for (const date of [
      berlin('04T18:00'),
      +berlin('04T18:00'),
      '2026-03-04T18:00:00+01:00',
      { epochMilliseconds: +berlin('04T18:00') },
    ])
      expect(latestStart(warehouse, date, days(0))).toEqual(berlin('04T14:00'));
  });
});

const calendars: readonly BusinessCalendar[] = [
  desk,
  pizzeria,
  { ...desk, cutOff: '11:30' },
  { zone: 'Africa/Cairo' },
  {
    zone: 'Africa/Cairo',
    open: { ...weekdays('20:00-04:00'), saturday: ['22:00-02:00'] },
    cutOff: '00:30',
  },
  { zone: 'Asia/Beirut', open: weekdays('00:00-08:00'), cutOff: '00:00' },
  { zone: 'Australia/Lord_Howe', open: weekdays('00:00-24:00'), holidays: ['2026-04-06'] },
  {
    zone: 'America/Sao_Paulo',
    open: {
      saturday: ['20:00-04:00'],
      sunday: ['04:00-09:00', '23:00-24:00'],
      monday: ['00:00-01:00'],
    },
  },
  { zone: 'America/St_Johns', open: weekdays('22:00-06:00'), cutOff: '02:00' },
  { zone: 'America/New_York', open: weekdays('01:00-03:00', '09:00-17:00'), cutOff: '01:30' },
  {
    zone: 'Pacific/Apia',
    open: weekdays('09:00-17:00'),
    specialHours: { '2011-12-31': ['10:00-12:00'] },
  },
  {
    zone: 'Antarctica/Troll',
    open: weekdays('01:30-02:30'),
    specialHours: { '2026-03-20/2026-04-02': ['00:00-24:00'] },
  },
  {
    zone: 'Asia/Kathmandu',
    open: weekdays('10:00-17:00'),
    cutOff: { monday: '10:30', friday: '09:00' },
  },
  { zone: 'America/Havana', open: { sunday: ['00:00-12:00'], saturday: ['12:00-24:00'] } },
  {
    zone: 'Europe/Dublin',
    open: weekdays('18:00-02:00'),
    specialHours: { '2026-03-28': ['09:00-17:00'], '2026-10-25': ['03:00-17:00'] },
    cutOff: { monday: '01:00', friday: '01:45' },
    specialCutOffs: { '2026-03-28': '00:30' },
  },
  { zone: 'Pacific/Kwajalein', open: weekdays('08:00-17:00', '23:00-24:00'), cutOff: '16:00' },
].map(businessCalendar);
const calendar = fc.constantFrom(...calendars);
const unit = fc.constantFrom<DurationUnit>(
  'minutes',
  'hours',
  'open-minutes',
  'open-hours',
  'days',
  'business-days',
);
const changes = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2018-11-04T03:00Z',
  '2018-02-18T02:00Z',
  '2011-12-30T10:00Z',
  '2026-04-04T15:00Z',
  '2024-04-25T22:00Z',
  '2024-10-31T21:00Z',
  '2026-11-01T05:00Z',
  '1993-08-21T12:00Z',
  '1969-10-01T00:00Z',
];
const instant = fc.oneof(
  fc.date({ min: new Date('2010-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -3600, max: 3600 }))
    .map(([change, minutes]) => new Date(Date.parse(change) + minutes * 60_000)),
);
const promise = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.double({ min: 0, max: 30, noNaN: true }),
);
const leg = fc.tuple(calendar, fc.record({ promise, unit }));
const row = fc.array(leg, { minLength: 1, maxLength: 3 });
const runs = Number(process.env.WATCH_RUNS ?? 1);

describe('the latest start, over calendars in a row', () => {
  it('is the last instant whose due date is not after the one to keep', () => {
    const after = fc.integer({ min: 1, max: 4 * 86_400_000 });
    const near = fc.integer({ min: 1, max: 4 * 3_600_000 });
    holds(
      fc.property(
        row,
        instant,
        fc.array(fc.oneof(after, near), { minLength: 30, maxLength: 30 }),
        (legs, due, later) => {
          const through = legs.map(([one]) => one);
          const plans = legs.map(([, plan]) => plan);
          const start = latestStart(through, due, plans);
          expect(+dueDate(through, start, plans)).toBeLessThanOrEqual(+due);
          for (const ms of [1, 60_000, ...later, 86_400_000, 7 * 86_400_000])
            expect(+dueDate(through, +start + ms, plans), String(ms)).toBeGreaterThan(+due);
        },
      ),
      1500 * runs,
    );
  });

  it('of a due date is not before where that was counted from', () => {
    holds(
      fc.property(row, instant, (legs, from) => {
        const through = legs.map(([one]) => one);
        const plans = legs.map(([, plan]) => plan);
        const due = dueDate(through, from, plans);
        const start = latestStart(through, due, plans);
        expect(+start).toBeGreaterThanOrEqual(+from);
        expect(dueDate(through, start, plans) <= due).toBe(true);
      }),
      500 * runs,
    );
  });

  it('one calendar twice is one calendar, for business days', () => {
    const count = fc.integer({ min: 0, max: 9 });
    holds(
      fc.property(calendar, instant, count, count, (one, from, a, b) => {
        const both = dueDate([one, one], from, [days(a), days(b)]);
        expect(both).toEqual(dueDate(one, from, days(a + b)));
      }),
      500 * runs,
    );
  });

  it('a row of one is that one', () => {
    holds(
      fc.property(leg, instant, ([one, plan], at) => {
        expect(dueDate([one], at, [plan])).toEqual(dueDate(one, at, plan));
        expect(latestStart([one], at, [plan])).toEqual(latestStart(one, at, plan));
      }),
      200,
    );
  });
});

describe('a window of dates', () => {
  it('ends with the due dates of its ends, and begins when its first day opens', () => {
    const wide = fc.tuple(calendar, fc.record({ from: promise, more: promise, unit }));
    holds(
      fc.property(fc.array(wide, { minLength: 1, maxLength: 3 }), instant, (legs, start) => {
        const through = legs.map(([one]) => one);
        const windows = legs.map(([, { from, more, unit: of }]) => ({
          from,
          to: from + more,
          unit: of,
        }));
        const found = dueWindow(through, start, windows);
        const plans = (end: 'from' | 'to') =>
          windows.map((one) => ({ promise: one[end], unit: one.unit }));
        expect(found.to).toEqual(dueDate(through, start, plans('to')));
        expect(+found.from).toBeGreaterThanOrEqual(+start);
        expect(found.from <= dueDate(through, start, plans('from'))).toBe(true);
        for (const roundOutTo of [15, 240, 1440, 'day'] as const) {
          const out = dueWindow(through, start, windows, { roundOutTo });
          expect(+out.to).toBeGreaterThanOrEqual(+found.to);
          expect(+out.from).toBeGreaterThanOrEqual(+start);
          if (roundOutTo !== 'day') expect(+out.from).toBeLessThanOrEqual(+found.from);
        }
      }),
      400,
    );
  });

  const window = (from: number, to: number, of = 'business-days') => ({ from, to, unit: of });
  it.each<
    [string, string, readonly [number, number, string?], number | 'day' | undefined, string, string]
  >([
    ['business days', '02T10:00', [1, 3], undefined, '03T08:00', '05T18:00'],
    [
      'from now on, while the first day is open',
      '02T10:00',
      [0, 1],
      undefined,
      '02T10:00',
      '03T18:00',
    ],
    ['minutes', '02T10:07', [20, 40, 'minutes'], undefined, '02T10:27', '02T10:47'],
    ['minutes, rounded outwards', '02T10:07', [20, 40, 'minutes'], 15, '02T10:15', '02T11:00'],
    ['whole days, by the clock', '02T10:07', [2, 3, 'days'], 1440, '04T00:00', '06T00:00'],
    ['never before the start', '02T10:07', [0, 40, 'minutes'], 15, '02T10:07', '02T11:00'],
    ['around an appointment', '02T10:07', [-30, 150, 'minutes'], undefined, '02T09:37', '02T12:37'],
    ['the same, rounded outwards', '02T10:07', [-30, 150, 'minutes'], 15, '02T09:30', '02T12:45'],
    ['hours before', '02T10:07', [-3, -1.5, 'hours'], undefined, '02T07:07', '02T08:37'],
    ['hours to open days', '06T10:00', [12, 40, 'hours'], 'day', '09T08:00', '09T18:00'],
  ])('%s', (_, start, [from, to, of], roundOutTo, first, last) => {
    const found = dueWindow(warehouse, berlin(start), window(from, to, of), { roundOutTo });
    expect(found).toEqual({ from: berlin(first), to: berlin(last) });
  });

  it('begins and ends days before an appointment, by the clock', () => {
    // The clocks go forward on 29 March.
    expect(dueWindow(warehouse, '2026-03-29T10:00:00+02:00', window(-1, 1, 'days'))).toEqual({
      from: new Date('2026-03-28T10:00:00+01:00'),
      to: new Date('2026-03-30T10:00:00+02:00'),
    });
  });

  it.each([
    ['open-hours', 'window.from'],
    ['open-minutes', 'window.from'],
    ['business-days', 'window.from'],
  ])('goes no %s back', (of, path) => {
    const call = () => dueWindow(warehouse, berlin('02T10:00'), window(-1, 1, of));
    expect(refusal(call)).toMatchObject({ code: 'out-of-range', path, value: -1 });
  });

  it('goes no more than 100 years back', () => {
    for (const of of ['minutes', 'hours', 'days']) {
      const call = () => dueWindow(warehouse, berlin('02T10:00'), window(-1e9, 1, of));
      expect(refusal(call)).toMatchObject({ code: 'out-of-range', path: 'window.from' });
    }
  });

  it('hands over when the first day opens, for the earliest', () => {
    const found = dueWindow([warehouse, carrier], berlin('02T12:00'), [
      window(1, 1),
      window(2, 3, 'open-hours'),
    ]);
    expect(found).toEqual({ from: berlin('03T10:00'), to: berlin('04T09:00') });
  });

  it('starts the day where midnight is skipped', () => {
    const found = dueWindow(
      { zone: 'Africa/Cairo' },
      '2024-04-25T10:00:00+02:00',
      window(1, 1, 'days'),
      { roundOutTo: 1440 },
    );
    expect(found).toEqual({
      from: new Date('2024-04-26T01:00:00+03:00'),
      to: new Date('2024-04-27T00:00:00+03:00'),
    });
  });
});

describe('refused', () => {
  const at = berlin('02T10:00');
  const of = (call: () => unknown) => {
    const { path, code, expected } = refusal(call);
    return [path, code, expected];
  };
  const market = { zone, open: {}, specialHours: { '2026-12-05': ['10:00-20:00'] } };
  it.each<[string, () => unknown, string, string, string]>([
    [
      'no calendar',
      () => dueDate([], at, []),
      'calendars',
      'out-of-range',
      'from 1 to 100 calendars',
    ],
    [
      'too many',
      () => dueDate(Array(101).fill(desk), at, Array(101).fill(days(1))),
      'calendars',
      'out-of-range',
      'from 1 to 100 calendars',
    ],
    [
      'plans too few',
      () => dueDate([desk, desk], at, [days(1)]),
      'plans',
      'length-mismatch',
      'as many as calendars, 2',
    ],
    [
      'one plan for two',
      () => dueDate([desk, desk], at, days(1)),
      'plans',
      'wrong-type',
      'one for each calendar, in a list',
    ],
    [
      'two plans for one',
      () => dueDate(desk, at, [days(1), days(1)]),
      'plan',
      'wrong-type',
      'one plan, or a calendar for each',
    ],
    [
      'a hole',
      () => dueDate(Array(1), at, [days(1)]),
      'calendars[0]',
      'missing',
      'a value, not a hole',
    ],
    [
      'no zone',
      () => dueDate([desk, { zone: 'Europe/Bonn' }], at, [days(1), days(1)]),
      'calendars[1].zone',
      'unknown-name',
      'an IANA time zone such as Europe/Berlin',
    ],
    [
      'a promise below 0',
      () => latestStart([desk, desk], at, [days(1), days(-1)]),
      'plans[1].promise',
      'out-of-range',
      'a finite number of at least 0',
    ],
    [
      'a calendar that has closed',
      () => dueDate([desk, market], '2027-01-01T00:00Z', [days(1), days(1)]),
      'calendars[1]',
      'out-of-range',
      'one that still opens after 2027-01-04T16:00:00.000Z',
    ],
    [
      'a promise too long',
      () => dueDate([desk, desk], at, [days(1), days(50_000)]),
      'plans[1].promise',
      'out-of-range',
      'a promise that falls due within 100 years, and while the calendar still opens',
    ],
    [
      'no opening before',
      () => latestStart(market, at, days(0)),
      'due',
      'out-of-range',
      'a date after the first opening of the calendar',
    ],
    [
      'none of an earlier leg',
      () => latestStart([market, desk], at, [days(0), days(0)]),
      'calendars[0]',
      'out-of-range',
      'one that opens before 2026-02-27T16:00:00.000Z',
    ],
    [
      'too long before',
      () => latestStart(desk, at, days(50_000)),
      'plan.promise',
      'out-of-range',
      'a promise that a start within the 100 years before keeps, while the calendar already opens',
    ],
    [
      'a start before 1900',
      () => latestStart({ zone }, '1900-01-01T10:00Z', { promise: 20, unit: 'hours' }),
      'due',
      'out-of-range',
      'a date that a start from 1900 on keeps',
    ],
    [
      'a window turned round',
      () => dueWindow(desk, at, { from: 2, to: 1, unit: 'hours' }),
      'window.to',
      'out-of-range',
      'a number of at least from',
    ],
    [
      'a plan for a window',
      () => dueWindow([desk], at, [days(2) as never]),
      'windows[0]',
      'wrong-type',
      'a window, { from, to, unit }; dueDate takes a promise',
    ],
    [
      'another rounding',
      () => dueWindow(desk, at, { from: 1, to: 2, unit: 'hours' }, { roundOutTo: 7 }),
      'options.roundOutTo',
      'out-of-range',
      'minutes that divide a day, such as 15, or day',
    ],
    [
      'a rounding of another type',
      () => dueWindow(desk, at, { from: 1, to: 2, unit: 'hours' }, { roundOutTo: true as never }),
      'options.roundOutTo',
      'wrong-type',
      'minutes that divide a day, such as 15, or day',
    ],
  ])('%s', (_, call, ...expected) => {
    expect(of(call)).toEqual(expected);
  });
});

it.each(['hours', 'days', 'open-hours', 'business-days'] as const)(
  'a window in %s whose ends are equal up to rounding is one of no width',
  (unit) => {
    const [from, to] = unit === 'business-days' ? [2.0000000000000004, 2] : [0.1 + 0.2, 0.3];
    expect(dueWindow(warehouse, berlin('02T10:00'), { from, to, unit })).toEqual(
      dueWindow(warehouse, berlin('02T10:00'), { from: to, to, unit }),
    );
  },
);
