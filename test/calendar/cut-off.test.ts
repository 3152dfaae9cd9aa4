import { type BusinessCalendar, businessCalendar, dueDate } from 'overdeliver';
import { latestStart } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { weekdays } from './given';

const zone = 'Europe/Berlin';
const daily = (...hours: readonly string[]) => ({
  ...weekdays(...hours),
  saturday: hours,
  sunday: hours,
});
const endOfDay = { promise: 0, unit: 'business-days' };
const due = (calendar: BusinessCalendar, from: string, promise = 0) =>
  dueDate(calendar, new Date(from), { ...endOfDay, promise });

// 2026-06-01 is a Monday.
describe('the cut-off of a day that goes on over midnight', () => {
  const bar = { zone, open: daily('18:00-02:00'), cutOff: '01:00' };
  it.each([
    ['in the evening', bar, '2026-06-01T20:00', '2026-06-02T02:00'],
    ['at the cut-off', bar, '2026-06-02T01:00', '2026-06-02T02:00'],
    ['after it', bar, '2026-06-02T01:00:00.001', '2026-06-03T02:00'],
    ['before opening', bar, '2026-06-01T12:00', '2026-06-02T02:00'],
    ['in the evening itself', { ...bar, cutOff: '23:00' }, '2026-06-01T22:00', '2026-06-02T02:00'],
    ['later that evening', { ...bar, cutOff: '23:00' }, '2026-06-01T23:30', '2026-06-03T02:00'],
    ['at 24:00', { ...bar, cutOff: '24:00' }, '2026-06-02T00:00', '2026-06-02T02:00'],
    ['at 00:00, the same', { ...bar, cutOff: '00:00' }, '2026-06-02T00:00', '2026-06-02T02:00'],
    ['a minute later', { ...bar, cutOff: '00:00' }, '2026-06-02T00:01', '2026-06-03T02:00'],
    ['at closing', { ...bar, cutOff: '02:00' }, '2026-06-02T02:00', '2026-06-02T02:00'],
    [
      'where it opens for lunch, too',
      { ...bar, open: daily('12:00-14:00', '18:00-02:00') },
      '2026-06-02T00:30',
      '2026-06-02T02:00',
    ],
    [
      'around noon, of a night that nearly is a day',
      { zone, open: daily('14:00-13:00'), cutOff: '12:00' },
      '2026-06-02T12:00',
      '2026-06-02T13:00',
    ],
    [
      'in the night of a change of clocks',
      { ...bar, open: daily('18:00-04:00'), cutOff: '02:30' },
      '2026-03-29T02:59:59.999+01:00',
      '2026-03-30T04:00:00+02:00',
    ],
  ])('%s', (_, calendar, from, expected) => {
    const at = (text: string) => (text.includes('+') ? text : `${text}+02:00`);
    expect(due(calendar, at(from))).toEqual(new Date(at(expected)));
    expect(due(businessCalendar(calendar), at(from))).toEqual(new Date(at(expected)));
  });

  it('is that of an order early the next day, though that day takes its own no more', () => {
    // Friday night takes orders until five on Saturday morning, Saturday until four.
    const nights = {
      zone: 'UTC',
      open: { ...weekdays('09:00-17:00'), friday: ['22:00-06:00'], saturday: ['09:00-12:00'] },
      cutOff: { friday: '05:00', saturday: '04:00' },
    };
    const last = '2026-06-06T05:00:00.000Z';
    expect(due(nights, last, 1).toISOString()).toBe('2026-06-06T12:00:00.000Z');
    expect(due(nights, '2026-06-06T05:00:00.001Z', 1).toISOString()).toBe(
      '2026-06-09T17:00:00.000Z',
    );
    const plan = { ...endOfDay, promise: 1 } as const;
    expect(latestStart(nights, '2026-06-08T17:00:00Z', plan).toISOString()).toBe(last);
  });

  it('stays before the opening where a day ends by midnight', () => {
    const desk = { zone, open: daily('09:00-17:00'), cutOff: '08:00' };
    expect(due(desk, '2026-06-01T08:00+02:00')).toEqual(new Date('2026-06-01T17:00+02:00'));
    expect(due(desk, '2026-06-01T08:01+02:00')).toEqual(new Date('2026-06-02T17:00+02:00'));
  });
});

describe('a cut-off by weekday and date', () => {
  const carrier: BusinessCalendar = {
    zone,
    open: { ...weekdays('08:00-18:00'), saturday: ['08:00-13:00'] },
    cutOff: { monday: '15:00', friday: '12:00', saturday: undefined },
    specialHours: { '12-24': ['08:00-12:00'], '2026-06-04': ['08:00-12:00'] },
    specialCutOffs: { '12-24': '10:00', '2026-06-09': '09:00', '2027-12-24': '09:00' },
  };
  it.each([
    ['Monday', '2026-06-01T15:00+02:00', '2026-06-01T18:00+02:00'],
    ['after it', '2026-06-01T15:01+02:00', '2026-06-02T18:00+02:00'],
    ['Tuesday has none', '2026-06-02T17:59+02:00', '2026-06-02T18:00+02:00'],
    ['Friday', '2026-06-05T12:01+02:00', '2026-06-06T13:00+02:00'],
    ['Saturday has none', '2026-06-06T12:59+02:00', '2026-06-06T13:00+02:00'],
    [
      'a date with hours of its own closes early',
      '2026-06-04T12:01+02:00',
      '2026-06-05T18:00+02:00',
    ],
    ['a date with a cut-off of its own', '2026-06-09T09:01+02:00', '2026-06-10T18:00+02:00'],
    ['a date of every year', '2026-12-24T10:01+01:00', '2026-12-25T18:00+01:00'],
    ['in the year after next, too', '2028-12-24T10:01+01:00', '2028-12-25T18:00+01:00'],
    ['but not where the year has its own', '2027-12-24T09:01+01:00', '2027-12-25T13:00+01:00'],
  ])('%s', (_, from, expected) => {
    expect(due(carrier, from)).toEqual(new Date(expected));
  });

  it('is plain data that is frozen with the calendar', () => {
    const made = businessCalendar(carrier);
    expect(JSON.parse(JSON.stringify(made))).toEqual(JSON.parse(JSON.stringify(carrier)));
    expect(Object.isFrozen(made.cutOff)).toBe(true);
    expect(Object.isFrozen(made.specialCutOffs)).toBe(true);
  });
});

describe('a cut-off is refused', () => {
  const night = { zone, open: daily('18:00-02:00') };
  const desk = { zone, open: weekdays('09:00-17:00') };
  const never = 'a time before closing on a day it counts for';
  const twofold =
    'one for each weekday or date, since this is the next morning on some and before opening on others';
  it.each<[string, unknown, string, string, string]>([
    ['after closing', { ...desk, cutOff: '20:00' }, 'cutOff', 'out-of-range', never],
    ['after the night', { ...night, cutOff: '03:00' }, 'cutOff', 'out-of-range', never],
    ['on the evening to come', { ...night, cutOff: '17:00' }, 'cutOff', 'out-of-range', never],
    [
      'on a day that is closed',
      { ...desk, cutOff: { monday: '12:00', sunday: '12:00' } },
      'cutOff.sunday',
      'out-of-range',
      never,
    ],
    [
      'on a holiday',
      { ...desk, holidays: ['12-25'], specialCutOffs: { '12-25': '12:00' } },
      'specialCutOffs.12-25',
      'out-of-range',
      never,
    ],
    [
      'on a Sunday',
      { ...desk, specialCutOffs: { '2026-06-07': '12:00' } },
      'specialCutOffs.2026-06-07',
      'out-of-range',
      never,
    ],
    [
      'next morning on some days, before opening on others',
      { zone, open: { friday: ['18:00-02:00'], sunday: ['12:00-22:00'] }, cutOff: '01:00' },
      'cutOff',
      'ambiguous',
      twofold,
    ],
    [
      'the same for a date',
      { ...night, specialHours: { '12-24': ['10:00-16:00'] }, cutOff: '01:00' },
      'cutOff',
      'ambiguous',
      twofold,
    ],
    [
      'no time',
      { ...desk, cutOff: { monday: '9:00' } },
      'cutOff.monday',
      'out-of-range',
      'a time from 00:00 to 24:00, such as 09:00',
    ],
    [
      'no weekday',
      { ...desk, cutOff: { montag: '09:00' } },
      'cutOff.montag',
      'unknown-name',
      'one of monday, tuesday, wednesday, thursday, friday, saturday, sunday',
    ],
    [
      'no date',
      { ...desk, specialCutOffs: { '02-30': '09:00' } },
      'specialCutOffs.02-30',
      'out-of-range',
      'a date that exists, such as 2026-12-24, or 12-24 for every year',
    ],
    ['a number', { ...desk, cutOff: 15 }, 'cutOff', 'wrong-type', 'a string, or an object'],
  ])('%s', (_, calendar, path, code, expected) => {
    const call = () => businessCalendar(calendar as BusinessCalendar);
    expect(refusal(call)).toMatchObject({
      function: 'businessCalendar',
      path: `calendar.${path}`,
      code,
      expected,
    });
  });

  it.each<[string, BusinessCalendar]>([
    [
      'after closing on some days alone',
      { zone, open: { ...weekdays('09:00-17:00'), friday: ['09:00-12:00'] }, cutOff: '15:00' },
    ],
    [
      'on a weekday that opens on a date',
      { ...desk, specialHours: { '2026-06-07': ['09:00-17:00'] }, cutOff: { sunday: '12:00' } },
    ],
    [
      'on a weekday that opens on a date of every year',
      { ...desk, specialHours: { '12-20': ['09:00-17:00'] }, cutOff: { sunday: '12:00' } },
    ],
    ['at closing', { ...desk, cutOff: '17:00' }],
    ['around the clock', { zone, cutOff: '24:00' }],
    ['none', { zone, cutOff: {}, specialCutOffs: {} }],
  ])('but not %s', (_, calendar) => {
    expect(businessCalendar(calendar)).toEqual(calendar);
  });
});
