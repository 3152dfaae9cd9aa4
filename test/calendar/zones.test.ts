import { isMainThread } from 'node:worker_threads';
import { type BusinessCalendar, dueDate, durationBetween } from 'overdeliver/calendar';
import { afterAll, describe, expect, it } from 'vitest';

const daily = (...hours: readonly string[]): BusinessCalendar['open'] => ({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: hours,
  sunday: hours,
});

type Case = readonly [
  title: string,
  zone: string,
  hours: readonly string[],
  from: string,
  promise: number,
  unit: 'hours' | 'open-hours' | 'days' | 'business-days',
  due: string,
];

const night = ['22:00-06:00'];
const whole = ['00:00-24:00'];

// The changes are those of the tz database (europe, northamerica, australasia, southamerica).
const cases: readonly Case[] = [
  // Europe/Berlin, 2026-03-29 01:00 UTC: 02:00 becomes 03:00.
  [
    'a day of 23 hours',
    'Europe/Berlin',
    whole,
    '2026-03-28T12:00:00+01:00',
    1,
    'days',
    '2026-03-29T12:00:00+02:00',
  ],
  [
    '24 hours are not that day',
    'Europe/Berlin',
    whole,
    '2026-03-28T12:00:00+01:00',
    24,
    'hours',
    '2026-03-29T13:00:00+02:00',
  ],
  [
    'half of it',
    'Europe/Berlin',
    whole,
    '2026-03-28T12:00:00+01:00',
    0.5,
    'days',
    '2026-03-28T23:30:00+01:00',
  ],
  [
    'a time that is skipped is the moment of the change',
    'Europe/Berlin',
    whole,
    '2026-03-28T02:30:00+01:00',
    1,
    'days',
    '2026-03-29T03:00:00+02:00',
  ],
  [
    'a night shift of 7 hours',
    'Europe/Berlin',
    night,
    '2026-03-28T22:00:00+01:00',
    7,
    'open-hours',
    '2026-03-29T06:00:00+02:00',
  ],
  [
    'opening in the hour that is skipped',
    'Europe/Berlin',
    ['02:30-04:00'],
    '2026-03-29T00:00:00+01:00',
    0,
    'open-hours',
    '2026-03-29T03:00:00+02:00',
  ],
  [
    'closing in it',
    'Europe/Berlin',
    ['01:00-02:30'],
    '2026-03-29T00:00:00+01:00',
    1,
    'open-hours',
    '2026-03-29T03:00:00+02:00',
  ],
  [
    'an interval that is skipped is none',
    'Europe/Berlin',
    ['02:00-03:00'],
    '2026-03-28T12:00:00+01:00',
    1,
    'open-hours',
    '2026-03-30T03:00:00+02:00',
  ],
  [
    'nor is its day a business day',
    'Europe/Berlin',
    ['02:00-03:00'],
    '2026-03-28T02:00:00+01:00',
    1,
    'business-days',
    '2026-03-30T03:00:00+02:00',
  ],
  // 2026-10-25 01:00 UTC: 03:00 becomes 02:00.
  [
    'a day of 25 hours',
    'Europe/Berlin',
    whole,
    '2026-10-24T12:00:00+02:00',
    1,
    'days',
    '2026-10-25T12:00:00+01:00',
  ],
  [
    'a time that comes twice is the first',
    'Europe/Berlin',
    whole,
    '2026-10-24T02:30:00+02:00',
    1,
    'days',
    '2026-10-25T02:30:00+02:00',
  ],
  [
    'a day from the second',
    'Europe/Berlin',
    whole,
    '2026-10-25T02:30:00+01:00',
    1,
    'days',
    '2026-10-26T02:30:00+01:00',
  ],
  [
    'a night shift of 9 hours',
    'Europe/Berlin',
    night,
    '2026-10-24T22:00:00+02:00',
    9,
    'open-hours',
    '2026-10-25T06:00:00+01:00',
  ],
  [
    'closing in the hour that comes twice: at its first coming',
    'Europe/Berlin',
    ['01:00-02:30'],
    '2026-10-25T01:00:00+02:00',
    1.5,
    'open-hours',
    '2026-10-25T02:30:00+02:00',
  ],
  [
    'opening in it: from its first coming on',
    'Europe/Berlin',
    ['02:30-04:00'],
    '2026-10-25T01:00:00+02:00',
    2.5,
    'open-hours',
    '2026-10-25T04:00:00+01:00',
  ],
  // America/New_York, 2026-03-08 07:00 and 2026-11-01 06:00 UTC.
  [
    'New York springs forward',
    'America/New_York',
    night,
    '2026-03-07T22:00:00-05:00',
    7,
    'open-hours',
    '2026-03-08T06:00:00-04:00',
  ],
  [
    'and falls back',
    'America/New_York',
    night,
    '2026-10-31T22:00:00-04:00',
    9,
    'open-hours',
    '2026-11-01T06:00:00-05:00',
  ],
  // Australia/Lord_Howe by half an hour: 2026-10-03 15:30 UTC from 02:00 to 02:30, 2026-04-04 15:00 UTC back.
  [
    'a day of 23.5 hours',
    'Australia/Lord_Howe',
    whole,
    '2026-10-04T00:00:00+10:30',
    23.5,
    'open-hours',
    '2026-10-05T00:00:00+11:00',
  ],
  [
    'a time that Lord Howe skips',
    'Australia/Lord_Howe',
    whole,
    '2026-10-03T02:15:00+10:30',
    1,
    'days',
    '2026-10-04T02:30:00+11:00',
  ],
  [
    'a night shift of 8.5 hours',
    'Australia/Lord_Howe',
    night,
    '2026-04-04T22:00:00+11:00',
    8.5,
    'open-hours',
    '2026-04-05T06:00:00+10:30',
  ],
  // Pacific/Apia skipped 2011-12-30: from 2011-12-29 24:00 -10:00 on it was the 31st.
  [
    'the day that Apia skipped is no business day',
    'Pacific/Apia',
    ['09:00-17:00'],
    '2011-12-29T10:00:00-10:00',
    1,
    'business-days',
    '2011-12-31T17:00:00+14:00',
  ],
  [
    'nor has it open hours',
    'Pacific/Apia',
    ['09:00-17:00'],
    '2011-12-29T16:00:00-10:00',
    2,
    'open-hours',
    '2011-12-31T10:00:00+14:00',
  ],
  [
    'even around the clock',
    'Pacific/Apia',
    whole,
    '2011-12-29T23:00:00-10:00',
    1,
    'business-days',
    '2011-12-31T23:59:59.999+14:00',
  ],
  [
    'a time on it is its end',
    'Pacific/Apia',
    whole,
    '2011-12-29T12:00:00-10:00',
    1,
    'days',
    '2011-12-31T00:00:00+14:00',
  ],
  [
    'and it counts as a calendar day',
    'Pacific/Apia',
    whole,
    '2011-12-29T12:00:00-10:00',
    2,
    'days',
    '2011-12-31T12:00:00+14:00',
  ],
  // America/Sao_Paulo, 2018-11-04: 00:00 became 01:00; 2018-02-17: 24:00 became 23:00.
  [
    'a day without midnight starts at 01:00',
    'America/Sao_Paulo',
    whole,
    '2018-11-03T00:00:00-03:00',
    1,
    'days',
    '2018-11-04T01:00:00-02:00',
  ],
  [
    'and has 23 hours',
    'America/Sao_Paulo',
    ['00:00-08:00'],
    '2018-11-04T01:00:00-02:00',
    7,
    'open-hours',
    '2018-11-04T08:00:00-02:00',
  ],
  [
    'the day before it ends all the same',
    'America/Sao_Paulo',
    whole,
    '2018-11-03T12:00:00-03:00',
    0,
    'business-days',
    '2018-11-03T23:59:59.999-03:00',
  ],
  [
    'a day whose last hour comes twice',
    'America/Sao_Paulo',
    ['20:00-24:00'],
    '2018-02-17T20:00:00-02:00',
    5,
    'open-hours',
    '2018-02-18T00:00:00-03:00',
  ],
  [
    'and its end',
    'America/Sao_Paulo',
    whole,
    '2018-02-17T20:00:00-02:00',
    0,
    'business-days',
    '2018-02-17T23:59:59.999-03:00',
  ],
  [
    'half past five is half past five',
    'Asia/Kolkata',
    ['09:00-17:30'],
    '2026-03-05T17:00:00+05:30',
    1,
    'open-hours',
    '2026-03-06T09:30:00+05:30',
  ],
  [
    'when offsets had seconds, 6:55:25 in Singapore',
    'Asia/Singapore',
    ['09:00-17:00'],
    '1903-01-05T05:00:00Z',
    2,
    'business-days',
    '1903-01-07T10:04:35Z',
  ],
  [
    'when Monrovia was 44 minutes and 30 seconds behind',
    'Africa/Monrovia',
    ['09:00-17:00'],
    '1960-01-05T08:00:00Z',
    0,
    'open-hours',
    '1960-01-05T09:44:30Z',
  ],
  [
    'and Dublin 25 minutes and 21 seconds',
    'Europe/Dublin',
    ['09:00-17:00'],
    '1915-01-05T08:00:00Z',
    1,
    'business-days',
    '1915-01-06T17:25:21Z',
  ],
  // Boa Vista went forward on 2000-10-08 and back on the 15th.
  [
    'clocks that were changed for a week',
    'America/Boa_Vista',
    whole,
    '2000-10-08T15:00:00Z',
    14 * 24,
    'open-hours',
    '2000-10-22T15:00:00Z',
  ],
];

const run = () =>
  cases.map(([, zone, hours, from, promise, unit]) => {
    const calendar = { zone, open: daily(...hours) };
    return dueDate(calendar, new Date(from), { promise, unit }).toISOString();
  });
const expected = cases.map(([, , , , , , due]) => new Date(due).toISOString());

describe('changes of clocks', () => {
  it.each(cases.map((one, i) => [one[0], i] as const))('%s', (_, i) => {
    expect(run()[i]).toBe(expected[i]);
  });

  it('are measured as they are promised', () => {
    for (const [title, zone, hours, from, promise, unit, due] of cases) {
      const calendar = { zone, open: daily(...hours) };
      const took = durationBetween(calendar, new Date(from), new Date(due), unit);
      expect(took, title).toBeCloseTo(promise, 9);
    }
  });

  it('tell a day that ends in the second coming of an hour', () => {
    const days = (to: string) =>
      durationBetween(
        { zone: 'Europe/Berlin' },
        new Date('2026-10-24T02:30:00+02:00'),
        new Date(to),
        'days',
      );
    expect(days('2026-10-25T02:30:00+02:00')).toBe(1);
    expect(days('2026-10-25T02:10:00+01:00')).toBeCloseTo(1 + 40 / 1500, 12);
    const back = durationBetween(
      { zone: 'Europe/Berlin' },
      new Date('2026-10-25T02:30:00+02:00'),
      new Date('2026-10-25T02:10:00+01:00'),
      'days',
    );
    expect(back).toBeCloseTo(40 / 1500, 12);
  });
});

// In a worker thread, where Stryker runs tests, process.env is a copy and moves no clock.
describe.runIf(isMainThread)('the zone of the host', () => {
  const own = process.env.TZ;
  afterAll(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it.each([
    ['UTC', 0],
    ['America/New_York', 300],
    ['Asia/Kolkata', -330],
    ['Pacific/Apia', -780],
    ['Europe/Berlin', -60],
  ])('does not matter: %s', (zone, offset) => {
    process.env.TZ = zone;
    expect(new Date('2026-01-15T12:00:00Z').getTimezoneOffset()).toBe(offset);
    expect(run()).toEqual(expected);
  });
});
