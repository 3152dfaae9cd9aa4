import {
  type BusinessCalendar,
  businessCalendar,
  dueDate,
  durationBetween,
  promiseClocks,
} from 'overdeliver';
import { dueWindow, latestStart } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { weekdays } from './given';

const shop: BusinessCalendar = {
  zone: 'Europe/Berlin',
  open: weekdays('09:00-17:00'),
  specialHours: {
    '2026-12-01/2026-12-23': ['09:00-20:00'],
    '2026-12-06': ['12:00-18:00'],
    '12-24/12-24': ['09:00-12:00'],
  },
  holidays: ['12-25/01-02', '2027-08-02/2027-08-13', '2026-12-08'],
  specialCutOffs: { '2026-12-01/2026-12-23': '18:00', '2026-12-04': '13:00' },
};
const open = (day: string) =>
  durationBetween(
    shop,
    new Date(`${day}T00:00:00+01:00`),
    new Date(Date.parse(`${day}T00:00:00+01:00`) + 86_400_000),
    'open-hours',
  );

describe('a range of dates', () => {
  it.each([
    ['has its hours', '2026-12-01', 11],
    ['to its last day', '2026-12-23', 11],
    ['and no longer', '2026-11-30', 8],
    ['a weekday of another year', '2027-12-01', 8],
    ['a date of its own goes first', '2026-12-06', 6],
    ['a holiday of its own goes first', '2026-12-08', 0],
    ['every year', '2029-12-24', 3],
    ['over the turn of the year', '2027-12-31', 0],
    ['into the next', '2029-01-02', 0],
    ['which ends', '2029-01-03', 8],
    ['a closing of one year', '2027-08-13', 0],
    ['and of that alone', '2026-08-13', 8],
  ])('%s', (_, day, hours) => {
    expect(open(day)).toBe(hours);
  });

  it('has a cut-off, and a date its own', () => {
    const due = (from: string) => dueDate(shop, from, { promise: 0, unit: 'business-days' });
    expect(due('2026-12-02T18:00+01:00')).toEqual(new Date('2026-12-02T20:00+01:00'));
    expect(due('2026-12-02T18:01+01:00')).toEqual(new Date('2026-12-03T20:00+01:00'));
    expect(due('2026-12-04T13:01+01:00')).toEqual(new Date('2026-12-05T20:00+01:00'));
  });

  it.each<[string, Partial<BusinessCalendar>, string, string, string]>([
    [
      'backwards',
      { holidays: ['2026-12-24/2026-12-23'] },
      'holidays[0]',
      'date-order',
      'a range from a date to a later one, over at most 3660 days',
    ],
    [
      'too long',
      { holidays: ['2026-12-24/2226-12-23'] },
      'holidays[0]',
      'out-of-range',
      'a range from a date to a later one, over at most 3660 days',
    ],
    [
      'of one year to every year',
      { holidays: ['2026-12-24/12-31'] },
      'holidays[0]',
      'out-of-range',
      'two dates that exist, such as 2026-12-24/2027-01-02, or 12-24/01-02 for every year',
    ],
    [
      'of three',
      { holidays: ['12-24/12-25/12-26'] },
      'holidays[0]',
      'out-of-range',
      'two dates that exist, such as 2026-12-24/2027-01-02, or 12-24/01-02 for every year',
    ],
    [
      'of no date',
      { holidays: ['12-24/02-30'] },
      'holidays[0]',
      'out-of-range',
      'two dates that exist, such as 2026-12-24/2027-01-02, or 12-24/01-02 for every year',
    ],
    [
      'open and closed',
      { specialHours: { '12-20/12-24': ['09:00-12:00'] }, holidays: ['12-24/12-26'] },
      'holidays[0]',
      'ambiguous',
      'a date without special hours',
    ],
    [
      'twice',
      { specialHours: { '12-20/12-24': ['09:00-12:00'], '12-24/12-26': ['09:00-11:00'] } },
      'specialHours.12-24/12-26',
      'ambiguous',
      'dates of no other range',
    ],
    [
      'with two cut-offs',
      { specialCutOffs: { '12-20/12-24': '12:00', '12-24/12-26': '11:00' } },
      'specialCutOffs.12-24/12-26',
      'ambiguous',
      'dates of no other range',
    ],
  ])('is refused %s', (_, given, path, code, expected) => {
    const call = () => businessCalendar({ zone: 'UTC', open: weekdays('09:00-17:00'), ...given });
    expect(refusal(call)).toMatchObject({ path: `calendar.${path}`, code, expected });
  });

  it('may hold another range of holidays', () => {
    const holidays = ['12-24/12-26', '12-25/01-01', '12-25'];
    expect(businessCalendar({ zone: 'UTC', holidays })).toEqual({ zone: 'UTC', holidays });
  });
});

describe('a calendar that is known until a date', () => {
  const calendar = {
    zone: 'Europe/Berlin',
    open: weekdays('09:00-17:00'),
    knownUntil: '2026-12-31',
  };
  const thursday = '2026-12-31T10:00:00+01:00';
  const days = (promise: number) => ({ promise, unit: 'business-days' });
  const hours = (promise: number) => ({ promise, unit: 'open-hours' });
  const window = { from: 0, to: 1, unit: 'business-days' };
  const clock = { plan: hours(8), until: 'responded' } as const;
  const later = '2027-01-04T10:00:00+01:00';
  it.each<[string, () => unknown, string, string]>([
    ['business days', () => dueDate(calendar, thursday, days(1)), 'calendar', '2027-01-01'],
    ['open hours', () => dueDate(calendar, thursday, hours(8)), 'calendar', '2027-01-01'],
    [
      'the second of a row',
      () => dueDate([{ zone: 'UTC' }, calendar], thursday, [days(0), days(1)]),
      'calendars[1]',
      '2027-01-04',
    ],
    [
      'a date rounded up',
      () => dueDate(calendar, thursday, { promise: 1, unit: 'days' }, { roundUpTo: 'end-of-day' }),
      'calendar',
      '2027-01-01',
    ],
    ['a window', () => dueWindow(calendar, thursday, window), 'calendar', '2027-01-01'],
    [
      'a duration',
      () => durationBetween(calendar, thursday, later, 'open-hours'),
      'calendar',
      '2027-01-04',
    ],
    [
      'a count of days',
      () => durationBetween(calendar, thursday, later, 'business-days'),
      'calendar',
      '2027-01-04',
    ],
    ['the latest start', () => latestStart(calendar, later, days(1)), 'calendar', '2027-01-04'],
    [
      'the latest start in open time',
      () => latestStart(calendar, later, hours(1)),
      'calendar',
      '2027-01-04',
    ],
    [
      'a clock',
      () =>
        promiseClocks(calendar, [{ at: thursday, kind: 'opened' }], { clock }, { asOf: thursday }),
      'calendar',
      '2027-01-01',
    ],
  ])('refuses what goes beyond it: %s', (_, call, path, date) => {
    expect(refusal(call)).toMatchObject({
      path: `${path}.knownUntil`,
      code: 'out-of-range',
      value: '2026-12-31',
      expected: `a date from ${date} on, with the holidays up to it: list those that move, such as Easter Monday, by their dates in that year`,
    });
  });

  it('answers up to its end, and where no holiday counts', () => {
    expect(dueDate(calendar, thursday, days(0))).toEqual(new Date('2026-12-31T17:00+01:00'));
    expect(dueDate(calendar, thursday, hours(7))).toEqual(new Date('2026-12-31T17:00+01:00'));
    expect(dueDate(calendar, thursday, { promise: 9, unit: 'days' })).toEqual(
      new Date('2027-01-09T10:00+01:00'),
    );
    expect(latestStart(calendar, '2026-12-31T23:59:59.999+01:00', days(0))).toEqual(
      new Date('2026-12-31T17:00+01:00'),
    );
    const night = { ...calendar, open: weekdays('18:00-02:00') };
    expect(dueDate(night, thursday, days(0))).toEqual(new Date('2027-01-01T02:00+01:00'));
  });

  it.each(['12-31', '2026-02-30', '31.12.2026', '2026-12-31/2027-01-01'])(
    'is refused as %s',
    (knownUntil) => {
      expect(refusal(() => businessCalendar({ zone: 'UTC', knownUntil }))).toMatchObject({
        path: 'calendar.knownUntil',
        code: 'out-of-range',
        expected: 'a date that exists, such as 2026-12-31',
      });
    },
  );
});

describe('a date that is written otherwise', () => {
  const first = 'write the year first, as 2026-03-05';
  const monthFirst = 'a date of every year is written month first: 12-24 is 24 December';
  it.each([
    ['25/04/2026', first],
    ['25.04.2026', first],
    ['24.12.2026/02.01.2027', first],
    ['25/04/26', first],
    ['2026/04/25', 'write 2026-03-05 for the day'],
    ['20260425', 'write 2026-03-05 for the day'],
    ['2026-04-25T00:00:00Z', 'leave out the time: slice(0, 10) of the text is the date'],
    ['2026-04-25 00:00:00', 'leave out the time: slice(0, 10) of the text is the date'],
    ['25-04', monthFirst],
    ['25.04.', monthFirst],
    ['25/4', monthFirst],
  ])('%s, is refused with how to write it', (date, advice) => {
    const refused = refusal(() => businessCalendar({ zone: 'UTC', holidays: [date] }));
    expect(refused).toMatchObject({
      code: 'out-of-range',
      path: 'calendar.holidays[0]',
      expected: 'a date that exists, such as 2026-12-24, or 12-24 for every year',
    });
    expect(refused.message).toContain(advice);
  });

  it('is told so of special days, and of what is known', () => {
    const zone = 'UTC';
    const special = { '25/04/2026': ['09:00-12:00'] };
    const refused = (more: object) => refusal(() => businessCalendar({ zone, ...more })).message;
    expect(refused({ specialHours: special })).toContain(first);
    expect(refused({ knownUntil: '31.12.2026' })).toContain(first);
    expect(refused({ knownUntil: '2026-12-31T23:59:59Z' })).toContain('leave out the time');
    expect(refused({ knownUntil: '31-12' })).not.toContain(monthFirst);
    expect(refused({ holidays: ['2026-02-30'] })).toMatch(/for every year$/);
  });
});
