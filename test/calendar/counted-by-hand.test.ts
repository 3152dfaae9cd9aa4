import fc from 'fast-check';
import { type BusinessCalendar, dueDate, type ServiceEvent } from 'overdeliver';
import { dueWindow, latestStart, promiseClocks } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { weekdays } from './given';

// What walk.test.ts finds by going through days minute by minute, in cases that are quick enough for every run.

const zone = 'UTC';
const daily = (...hours: readonly string[]) => ({
  ...weekdays(...hours),
  saturday: hours,
  sunday: hours,
});
const office = { zone, open: weekdays('09:00-17:00') };
const always = { zone };
const berlin = { zone: 'Europe/Berlin' };
const dayMs = 86_400_000;
const century = 36_525;
const of = (promise: number, unit: string) => ({ promise, unit });
const start = (
  calendar: BusinessCalendar | readonly BusinessCalendar[],
  due: string,
  plan: ReturnType<typeof of> | readonly ReturnType<typeof of>[],
) => latestStart(calendar, due, plan).toISOString();

// 2026-03-25 is a Wednesday.
describe('weeks that are walked back at once', () => {
  it('are those of the office, day by day', () => {
    const monday = Date.UTC(2026, 2, 23);
    for (let n = 0; n <= 25; n++) {
      // Business days before Wednesday, the second after a Monday.
      const weeks = Math.floor((2 - n) / 5);
      const day = monday + (7 * weeks + (2 - n - 5 * weeks)) * dayMs;
      const at = (hour: number) => new Date(day + hour * 3_600_000).toISOString();
      expect(start(office, '2026-03-25T17:00:00Z', of(n, 'business-days'))).toBe(at(17));
      const hours = of(8 * (n + 1), 'open-hours');
      expect(start(office, '2026-03-25T17:00:00Z', hours)).toBe(at(9));
    }
  });

  it.each<[string, BusinessCalendar, string, number, string]>([
    ['the day under way is none of them', office, '2026-03-25T12:00', 100, '2026-03-06T16:00'],
    [
      'nor a week with a holiday',
      { ...office, holidays: ['2026-03-17'] },
      '2026-03-25T12:00',
      100,
      '2026-03-05T16:00',
    ],
    [
      'nor weeks of holidays alone',
      { ...office, holidays: ['2026-03-09/2026-03-22'] },
      '2026-03-25T12:00',
      100,
      '2026-02-20T16:00',
    ],
    [
      'nor the night that goes on after the end',
      { zone, open: daily('22:00-06:00') },
      '2026-03-25T02:00',
      70,
      '2026-03-16T04:00',
    ],
  ])('%s', (_, calendar, due, hours, expected) => {
    expect(start(calendar, `${due}:00Z`, of(hours, 'open-hours'))).toBe(`${expected}:00.000Z`);
  });

  it('a holiday is none of the business days either', () => {
    const calendar = { ...office, holidays: ['2026-03-17'] };
    const [due, plan] = ['2026-03-25T17:00:00Z', of(12, 'business-days')];
    expect(start(calendar, due, plan)).toBe('2026-03-06T17:00:00.000Z');
  });
});

describe('within 100 years, to the millisecond', () => {
  const due = '2126-03-02T23:59:59.999Z';
  const first = new Date(Date.parse(due) - century * dayMs);
  const beyond = (unit: string, more: number) =>
    of(unit === 'open-hours' || unit === 'hours' ? 24 * century + more : century + more, unit);

  it.each(['open-hours', 'business-days', 'hours', 'days'])('%s back', (unit) => {
    expect(latestStart(always, due, beyond(unit, 0))).toEqual(first);
  });

  it.each(['open-hours', 'business-days', 'hours', 'days'])('%s on', (unit) => {
    expect(dueDate(always, first, beyond(unit, 0))).toEqual(new Date(due));
  });

  it.each(['open-hours', 'business-days', 'hours', 'days'])('%s and no further', (unit) => {
    const more = unit === 'open-hours' || unit === 'hours' ? 1 / 3_600_000 : 1;
    for (const call of [
      () => latestStart(always, due, beyond(unit, more)),
      () => dueDate(always, first, beyond(unit, more)),
    ])
      expect(refusal(call)).toMatchObject({ code: 'out-of-range', path: 'plan.promise' });
  });

  it.each(['open-hours', 'business-days'])('%s of a calendar that no week opens', (unit) => {
    const once = { zone, open: {}, specialHours: { '2026-03-25': ['09:00-17:00'] } };
    const plan = of(unit === 'open-hours' ? 8 : 0, unit);
    const day = unit === 'open-hours' ? '2026-03-25T09:00:00.000Z' : '2026-03-25T17:00:00.000Z';
    expect(start(once, '2026-06-01T12:00:00Z', plan)).toBe(day);
    expect(refusal(() => start(once, '2026-03-24T12:00:00Z', plan))).toMatchObject({
      code: 'out-of-range',
      path: 'due',
      expected: 'a date after the first opening of the calendar',
    });
    expect(refusal(() => start(once, '2026-03-25T17:00:00Z', of(9, unit)))).toMatchObject({
      path: 'plan.promise',
    });
  });

  it('a start may be the first moment of 1900', () => {
    expect(start(always, '1900-01-02T00:00:00Z', of(24, 'hours'))).toBe('1900-01-01T00:00:00.000Z');
    const call = () => start(always, '1900-01-02T00:00:00Z', of(24.001, 'hours'));
    expect(refusal(call).path).toBe('due');
  });
});

// Clocks are set back from 03:00 to 02:00 on 2026-10-25, at 01:00 UTC, and on from 02:00 on 2026-03-29.
describe('days in a row of calendars, where clocks are set back', () => {
  const early = { zone, open: daily('00:00-01:30') };
  const row = [early, berlin];
  const plans = [of(0, 'business-days'), of(1, 'days')];

  it('count from whenever in the day before something comes in', () => {
    // In by 02:30 after the change, or at 02:59 before it: the later one is due the later.
    const due = dueDate(row, '2026-10-25T00:10:00Z', plans);
    expect(due.toISOString()).toBe('2026-10-26T01:59:59.999Z');
    // On a day without a change the last moment counts.
    const usual = dueDate(row, '2026-10-26T00:10:00Z', plans);
    expect(usual.toISOString()).toBe('2026-10-27T01:30:00.000Z');
  });

  it('begin a day earlier where what comes in before the change would be late', () => {
    expect(start(row, '2026-10-26T01:45:00Z', plans)).toBe('2026-10-24T01:30:00.000Z');
    expect(start(row, '2026-10-26T01:59:59.999Z', plans)).toBe('2026-10-25T01:30:00.000Z');
  });

  it('alone count from the moment itself', () => {
    expect(start(berlin, '2026-10-26T01:45:00Z', of(1, 'days'))).toBe('2026-10-25T01:45:00.000Z');
    expect(start(berlin, '2026-10-26T00:45:00Z', of(1, 'days'))).toBe('2026-10-24T23:45:00.000Z');
    expect(start(berlin, '2026-03-29T10:00:00Z', of(1, 'days'))).toBe('2026-03-28T11:00:00.000Z');
  });

  it('begin by the cut-off of what comes after them', () => {
    const carrier = { zone, open: daily('09:00-17:00'), cutOff: '14:00' };
    const all = [always, always, carrier];
    const steps = [of(0, 'business-days'), of(1, 'days'), of(1, 'business-days')];
    const last = '2026-03-04T14:00:00.000Z';
    expect(start(all, '2026-03-06T17:00:00Z', steps)).toBe(last);
    expect(dueDate(all, last, steps).toISOString()).toBe('2026-03-06T17:00:00.000Z');
  });

  it('and by its closing, where it is to end on the day that it comes in', () => {
    const carrier = { zone, open: daily('09:00-17:00') };
    const steps = [of(0, 'business-days'), of(0, 'business-days')];
    // What the first hands over by midnight is due the day after.
    expect(dueDate([always, carrier], '2026-03-05T09:00:00Z', steps).toISOString()).toBe(
      '2026-03-06T17:00:00.000Z',
    );
    const last = start([always, carrier], '2026-03-05T17:00:00Z', steps);
    expect(last).toBe('2026-03-04T23:59:59.999Z');
  });
});

it('a start in a row of calendars is the latest that is due by then', () => {
  const calendars = [
    always,
    berlin,
    { ...office, cutOff: '14:00' },
    { zone, open: daily('00:00-01:30') },
    { zone, open: daily('18:00-02:00'), cutOff: '01:00' },
    { zone: 'Asia/Tokyo', open: weekdays('08:00-12:00', '13:00-20:00') },
  ];
  const leg = fc.record({
    calendar: fc.constantFrom(...calendars),
    plan: fc.oneof(
      fc.record({ promise: fc.integer({ min: 0, max: 2 }), unit: fc.constant('business-days') }),
      fc.record({
        promise: fc.constantFrom(0, 0.5, 1, 2),
        unit: fc.constantFrom('days', 'hours', 'open-hours'),
      }),
    ),
  });
  const legs = fc.array(leg, { minLength: 1, maxLength: 3 });
  const hour = fc.integer({ min: Date.UTC(2026, 2, 1) / 1.8e6, max: Date.UTC(2026, 3, 8) / 1.8e6 });
  holds(
    fc.property(legs, hour, (row, at) => {
      const all = row.map(({ calendar }) => calendar);
      const plans = row.map(({ plan }) => plan);
      const due = new Date(at * 1.8e6);
      const last = latestStart(all, due, plans);
      expect(dueDate(all, last, plans).getTime()).toBeLessThanOrEqual(due.getTime());
      expect(dueDate(all, last.getTime() + 1, plans).getTime()).toBeGreaterThan(due.getTime());
    }),
    500,
  );
});

describe('a calendar that closes for good', () => {
  const last = { zone, open: {}, specialHours: { '2026-03-02': ['09:00-17:00'] } };
  const from = '2026-03-02T10:00:00Z';
  const two = [of(1, 'hours'), of(50, 'hours')];

  it('has no business day to round up to', () => {
    const late = { roundUpTo: 'end-of-day' };
    expect(refusal(() => dueDate(last, from, of(50, 'hours'), late)).path).toBe('plan.promise');
  });

  it('has none after the calendar before it either', () => {
    const late = { roundUpTo: 'end-of-day' };
    expect(refusal(() => dueDate([always, last], from, two, late))).toMatchObject({
      path: 'calendars[1]',
      expected: 'one that still opens after 2026-03-04T13:00:00.000Z',
    });
  });

  it('nor to round a window out to', () => {
    const window = { from: 1, to: 50, unit: 'hours' };
    const out = { roundOutTo: 'day' } as const;
    expect(refusal(() => dueWindow(last, from, window, out)).path).toBe('window.to');
    expect(refusal(() => dueWindow(last, from, { ...window, from: 49 }, out)).path).toBe(
      'window.to',
    );
    const both = [{ ...window, to: 1 }, window];
    expect(refusal(() => dueWindow([always, last], from, both, out)).path).toBe('calendars[1]');
  });

  it('while what it knows ends, hours are rounded on', () => {
    const known = { ...office, knownUntil: '2026-03-31' };
    const due = dueDate(known, '2026-03-31T23:30:00Z', of(20, 'minutes'), { roundUpTo: 60 });
    expect(due.toISOString()).toBe('2026-04-01T00:00:00.000Z');
  });
});

describe('what is taken as it is', () => {
  const at = '2026-03-02T10:00:00Z';

  it('a window of no length, and a plan that carries a window as well', () => {
    expect(dueWindow(always, at, { from: 0, to: 0, unit: 'hours' }).to).toEqual(new Date(at));
    const plan = { promise: 2, unit: 'hours', from: 1, to: 3 };
    expect(dueDate(always, at, plan).toISOString()).toBe('2026-03-02T12:00:00.000Z');
  });

  it.each<[string, () => unknown, string, string]>([
    [
      'an endless promise',
      () => dueDate(always, at, of(Number.POSITIVE_INFINITY, 'hours')),
      'plan.promise',
      'a finite number',
    ],
    [
      'a time in a list',
      () => dueDate(always, at, of(1, 'hours'), { roundUpTo: ['18:00'] as never }),
      'options.roundUpTo',
      'a time such as 18:00',
    ],
    [
      'a window that goes back where it may not, told before its end',
      () => dueWindow(always, at, { from: -2, to: -3, unit: 'business-days' }),
      'window.from',
      'a number of at least 0',
    ],
  ])('but not %s', (_, call, path, expected) => {
    const refused = refusal(call);
    expect([refused.path, refused.expected]).toEqual([path, expect.stringContaining(expected)]);
  });

  it('a calendar that was read and changed since is read again', () => {
    const changed = (change: object) => {
      const calendar: Record<string, unknown> = {
        zone,
        open: {},
        specialHours: { '2026-03-02': ['09:00-17:00'] },
        cutOff: '12:00',
      };
      const call = () => dueDate(calendar as never, at, of(1, 'open-hours'));
      call();
      Object.assign(calendar, change);
      return refusal(call).path;
    };
    expect(changed({ open: [] })).toBe('calendar.open');
    expect(changed({ cutOff: null })).toBe('calendar.cutOff');
    expect(changed({ specialHours: null })).toBe('calendar.specialHours');
    expect(changed({ specialHours: 'x' })).toBe('calendar.specialHours');
  });
});

describe('cut-offs', () => {
  const due = (calendar: BusinessCalendar, from: string) =>
    dueDate(calendar, from, of(0, 'business-days')).toISOString().slice(0, 10);

  it('of a date, of every year and of a range of them', () => {
    const calendar = {
      ...office,
      cutOff: '14:00',
      specialCutOffs: { '2026-03-03': '10:00', '03-04': '11:00', '2026-03-02/2026-03-06': '12:00' },
    };
    const lasts = [
      ['2026-03-02', 12],
      ['2026-03-03', 10],
      ['2026-03-05', 12],
      ['2026-03-09', 14],
      ['2027-03-04', 11],
    ] as const;
    for (const [day, hour] of lasts) {
      expect(due(calendar, `${day}T${hour}:00:00Z`)).toBe(day);
      expect(due(calendar, `${day}T${hour}:00:00.001Z`)).not.toBe(day);
    }
  });

  it('at the first opening are the next morning’s, and so after closing', () => {
    const bar = { zone, open: daily('18:00-02:00'), cutOff: '18:00' };
    expect(refusal(() => due(bar, '2026-03-02T10:00:00Z'))).toMatchObject({
      path: 'calendar.cutOff',
      expected: 'a time before closing on a day it counts for',
    });
  });

  it('are one for each weekday where they would be the next morning on some alone', () => {
    const open = { monday: ['18:00-02:00'], wednesday: ['01:00-05:00'] };
    const call = () => due({ zone, open, cutOff: '01:00' }, '2026-03-02T10:00:00Z');
    expect(refusal(call)).toMatchObject({ code: 'ambiguous', path: 'calendar.cutOff' });
  });
});

describe('hours', () => {
  it('may end at 00:00, which is midnight', () => {
    const evening = { zone, open: daily('18:00-00:00') };
    const due = dueDate(evening, '2026-03-02T10:00:00Z', of(6, 'open-hours'));
    expect(due.toISOString()).toBe('2026-03-03T00:00:00.000Z');
  });

  it('of a date go before those of a range, whichever is written first', () => {
    const day = { '2026-03-03': ['10:00-12:00'] };
    const range = { '2026-03-02/2026-03-06': ['09:00-10:00'] };
    for (const specialHours of [
      { ...day, ...range },
      { ...range, ...day },
    ])
      expect(start({ ...office, specialHours }, '2026-03-03T20:00:00Z', of(2, 'open-hours'))).toBe(
        '2026-03-03T10:00:00.000Z',
      );
  });

  it('of a range reach over 3660 days and no more', () => {
    const until = (days: number) =>
      new Date(Date.UTC(2026, 0, 1) + days * dayMs).toISOString().slice(0, 10);
    const specialHours = (days: number) => ({ [`2026-01-01/${until(days)}`]: ['10:00-12:00'] });
    const due = (days: number) =>
      dueDate(
        { zone, specialHours: specialHours(days) },
        '2026-01-01T00:00:00Z',
        of(1, 'open-hours'),
      );
    expect(due(3660).toISOString()).toBe('2026-01-01T11:00:00.000Z');
    expect(refusal(() => due(3661)).code).toBe('out-of-range');
  });

  const monthFirst = 'a date of every year is written month first';
  it.each([
    ['24-12', monthFirst],
    ['31.12.', monthFirst],
    ['13-1', monthFirst],
    ['1.5.', monthFirst],
    ['24/12', monthFirst],
    ['1/5', monthFirst],
    ['2026-12-24 10:00', 'leave out the time'],
    ['2026-12-24T10:00', 'leave out the time'],
    ['24.12.2026', 'write the year first'],
  ])('closed on %s say what to do', (holiday, advice) => {
    const call = () =>
      dueDate({ ...office, holidays: [holiday] }, '2026-03-02T10:00:00Z', of(1, 'days'));
    expect(refusal(call).message).toContain(advice);
  });

  it.each(['x24-12', 'x2026-12-24 10:00', 'a.12', '5.x', '5', '13', '12-1', '99-12'])(
    'closed on %s say nothing more',
    (holiday) => {
      const call = () =>
        dueDate({ ...office, holidays: [holiday] }, '2026-03-02T10:00:00Z', of(1, 'days'));
      const { message, expected } = refusal(call);
      expect(message.endsWith(expected)).toBe(true);
    },
  );
});

describe('what happens to a request', () => {
  const promises = { solved: { plan: of(4, 'hours'), until: 'resolved', pauses: true } } as const;
  const events = (...kinds: readonly (readonly [ServiceEvent['kind'], string?])[]) =>
    kinds.map(([kind, reason], i) => ({ at: Date.UTC(2026, 2, 2, 10, i), kind, reason }));
  const clock = (happened: readonly ServiceEvent[], asOf = '2026-03-02T12:00:00Z') =>
    promiseClocks(always, happened, promises as never, { asOf }) as Readonly<
      Record<'solved', { readonly state: string }>
    >;

  it('a response ends no wait, with a reason or without', () => {
    expect(clock(events(['opened'], ['pending'], ['responded'])).solved.state).toBe('paused');
    const named = events(['opened'], ['pending', 'customer'], ['responded']);
    expect(clock(named).solved.state).toBe('paused');
    expect(clock(events(['opened'], ['responded'])).solved.state).toBe('running');
  });

  it('a response after the end opens nothing again', () => {
    const ended = events(['opened'], ['resolved'], ['responded'], ['reopened']);
    expect(clock(ended).solved.state).toBe('running');
    const twice = events(['opened'], ['resolved'], ['responded'], ['resolved']);
    expect(refusal(() => clock(twice))).toMatchObject({ path: 'events[3].kind' });
  });

  it.each(['resolved', 'responded'] as const)('no reason is told of what is %s', (kind) => {
    const told = events(['opened'], ['pending', 'customer'], [kind, 'customer']);
    expect(refusal(() => clock(told))).toMatchObject({ path: 'events[2].reason' });
  });

  it('is looked at for 100 years', () => {
    const opened = events(['opened']);
    const end = Date.UTC(2026, 2, 2, 10) + century * dayMs;
    const asOf = (time: number) => () => clock(opened, new Date(time).toISOString());
    expect(asOf(end)().solved.state).toBe('broken');
    expect(refusal(asOf(end + 1)).path).toBe('options.asOf');
  });
});
