import { type BusinessCalendar, businessCalendar, dueDate, durationBetween } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { desk, pizzeria, weekdays } from './given';

const always = { zone: 'Europe/Berlin' };

function due(calendar: BusinessCalendar, from: string, promise: number, unit: string) {
  return dueDate(calendar, new Date(from), { promise, unit });
}

// Counted by hand on a wall calendar; every date is written with its zone's offset.
describe('dueDate', () => {
  it.each([
    [
      'plain minutes',
      always,
      '2026-03-05T23:50:00+01:00',
      20,
      'minutes',
      '2026-03-06T00:10:00+01:00',
    ],
    [
      'hours run on while closed',
      desk,
      '2026-03-06T16:00:00+01:00',
      4,
      'hours',
      '2026-03-06T20:00:00+01:00',
    ],
    [
      'open hours skip the lunch break',
      desk,
      '2026-03-05T11:00:00+01:00',
      2,
      'open-hours',
      '2026-03-05T14:00:00+01:00',
    ],
    [
      'and the weekend',
      desk,
      '2026-03-06T16:30:00+01:00',
      1,
      'open-hours',
      '2026-03-09T09:30:00+01:00',
    ],
    [
      'and end at closing rather than at the next opening',
      desk,
      '2026-03-06T15:00:00+01:00',
      2,
      'open-hours',
      '2026-03-06T17:00:00+01:00',
    ],
    [
      'a start while closed moves to the opening',
      desk,
      '2026-03-07T15:00:00+01:00',
      1,
      'open-hours',
      '2026-03-09T10:00:00+01:00',
    ],
    [
      'so does one at closing',
      desk,
      '2026-03-06T17:00:00+01:00',
      0,
      'open-hours',
      '2026-03-09T09:00:00+01:00',
    ],
    [
      'no time at all while open',
      desk,
      '2026-03-06T16:59:00+01:00',
      0,
      'open-hours',
      '2026-03-06T16:59:00+01:00',
    ],
    [
      'a half day and a holiday',
      desk,
      '2026-12-24T11:00:00+01:00',
      90,
      'open-minutes',
      '2026-12-28T09:30:00+01:00',
    ],
    [
      'a fraction of a millisecond counts as one',
      always,
      '2026-03-05T12:00:00Z',
      1 / 3.6e6 / 2,
      'hours',
      '2026-03-05T12:00:00.001Z',
    ],
    [
      'a long way: 52 weeks of 35 hours, less two holidays and half a day',
      desk,
      '2026-03-02T09:00:00+01:00',
      52 * 35 - 18,
      'open-hours',
      '2027-02-26T17:00:00+01:00',
    ],
    [
      'the night belongs to the evening it began',
      pizzeria,
      '2026-03-07T01:30:00+01:00',
      1,
      'open-hours',
      '2026-03-07T12:30:00+01:00',
    ],
    [
      'over midnight',
      pizzeria,
      '2026-03-07T23:30:00+01:00',
      2,
      'open-hours',
      '2026-03-08T01:30:00+01:00',
    ],
    [
      'till midnight and past a closed Monday',
      pizzeria,
      '2026-03-08T23:00:00+01:00',
      1.5,
      'open-hours',
      '2026-03-10T18:30:00+01:00',
    ],
    [
      'calendar days keep the time of day',
      desk,
      '2026-03-05T10:15:00+01:00',
      3,
      'days',
      '2026-03-08T10:15:00+01:00',
    ],
    [
      'a part of a day',
      always,
      '2026-03-05T10:00:00+01:00',
      1.25,
      'days',
      '2026-03-06T16:00:00+01:00',
    ],
    ['no day', desk, '2026-03-05T10:15:00+01:00', 0, 'days', '2026-03-05T10:15:00+01:00'],
    [
      'business days end at closing',
      desk,
      '2026-03-05T10:00:00+01:00',
      2,
      'business-days',
      '2026-03-09T17:00:00+01:00',
    ],
    [
      '0 business days: today',
      desk,
      '2026-03-05T10:00:00+01:00',
      0,
      'business-days',
      '2026-03-05T17:00:00+01:00',
    ],
    [
      'a part of a business day is one',
      desk,
      '2026-03-05T10:00:00+01:00',
      0.2,
      'business-days',
      '2026-03-06T17:00:00+01:00',
    ],
    [
      'after closing counts as the next',
      desk,
      '2026-03-05T17:00:00.001+01:00',
      0,
      'business-days',
      '2026-03-06T17:00:00+01:00',
    ],
    [
      'a holiday is none',
      desk,
      '2026-04-30T10:00:00+02:00',
      1,
      'business-days',
      '2026-05-04T17:00:00+02:00',
    ],
    [
      'a half day is one',
      desk,
      '2026-12-23T10:00:00+01:00',
      1,
      'business-days',
      '2026-12-24T12:00:00+01:00',
    ],
    [
      'on a half day, after its closing',
      desk,
      '2026-12-24T12:00:01+01:00',
      0,
      'business-days',
      '2026-12-28T17:00:00+01:00',
    ],
    [
      '250 business days: 50 weeks and two holidays',
      desk,
      '2026-03-02T10:00:00+01:00',
      250,
      'business-days',
      '2027-02-17T17:00:00+01:00',
    ],
    [
      'at night the evening before is still on',
      pizzeria,
      '2026-03-07T01:30:00+01:00',
      0,
      'business-days',
      '2026-03-07T02:00:00+01:00',
    ],
    [
      'closing at midnight is the last of the date',
      pizzeria,
      '2026-03-08T13:00:00+01:00',
      0,
      'business-days',
      '2026-03-08T23:59:59.999+01:00',
    ],
    [
      'open around the clock, every day is a business day',
      always,
      '2026-03-07T13:00:00+01:00',
      1,
      'business-days',
      '2026-03-08T23:59:59.999+01:00',
    ],
  ])('%s', (_, calendar, from, promise, unit, expected) => {
    expect(due(calendar, from, promise, unit)).toEqual(new Date(expected));
    expect(due(businessCalendar(calendar), from, promise, unit)).toEqual(new Date(expected));
  });

  it.each([
    [
      'at the cut-off still counts today',
      '15:00',
      '2026-03-05T15:00:00+01:00',
      '2026-03-06T17:00:00+01:00',
    ],
    ['after it tomorrow', '15:00', '2026-03-05T15:00:00.001+01:00', '2026-03-09T17:00:00+01:00'],
    ['before opening too', '15:00', '2026-03-05T03:00:00+01:00', '2026-03-06T17:00:00+01:00'],
    [
      'a cut-off at closing is closing',
      '17:00',
      '2026-03-05T18:00:00+01:00',
      '2026-03-09T17:00:00+01:00',
    ],
    [
      'a half day closes before the cut-off',
      '15:00',
      '2026-12-24T13:00:00+01:00',
      '2026-12-29T17:00:00+01:00',
    ],
    [
      'at the weekend there is none',
      '15:00',
      '2026-03-07T10:00:00+01:00',
      '2026-03-10T17:00:00+01:00',
    ],
  ])('one business day with a cut-off: %s', (_, cutOff, from, expected) => {
    expect(due({ ...desk, cutOff }, from, 1, 'business-days')).toEqual(new Date(expected));
  });

  it('takes a plan whole', () => {
    const plan = { promise: 60, unit: 'minutes', typical: 45, margin: 15 };
    const from = new Date('2026-03-05T18:00:00Z');
    expect(dueDate(always, from, plan)).toEqual(new Date('2026-03-05T19:00:00Z'));
    expect(dueDate(always, from, plan, { roundUpTo: undefined })).toEqual(
      dueDate(always, from, plan),
    );
  });

  it('neither keeps nor changes the date it was given', () => {
    const from = new Date('2026-03-05T18:00:00Z');
    const same = dueDate(always, from, { promise: 0, unit: 'minutes' });
    expect(same).toEqual(from);
    expect(same).not.toBe(from);
    expect(from.toISOString()).toBe('2026-03-05T18:00:00.000Z');
  });

  it('opens on single dates only, if so wanted', () => {
    const market = {
      zone: 'Europe/Berlin',
      open: {},
      specialHours: { '2026-12-05': ['10:00-20:00'], '2027-12-04': ['10:00-20:00'] },
    };
    expect(due(market, '2026-12-05T19:00:00+01:00', 3, 'open-hours')).toEqual(
      new Date('2027-12-04T12:00:00+01:00'),
    );
    expect(due(market, '2026-01-01T19:00:00+01:00', 1, 'business-days')).toEqual(
      new Date('2027-12-04T20:00:00+01:00'),
    );
  });
});

describe('roundUpTo', () => {
  const kolkata = { zone: 'Asia/Kolkata', open: weekdays('10:00-19:00') };
  it.each([
    ['a quarter', always, '2026-03-05T12:01:00+01:00', 15, '2026-03-05T12:15:00+01:00'],
    [
      'a quarter it is already',
      always,
      '2026-03-05T12:15:00+01:00',
      15,
      '2026-03-05T12:15:00+01:00',
    ],
    [
      'a millisecond after',
      always,
      '2026-03-05T12:15:00.001+01:00',
      15,
      '2026-03-05T12:30:00+01:00',
    ],
    [
      'full hours of a zone that is half an hour off',
      kolkata,
      '2026-03-05T12:31:00+05:30',
      60,
      '2026-03-05T13:00:00+05:30',
    ],
    ['midnight', always, '2026-03-05T12:31:00+01:00', 1440, '2026-03-06T00:00:00+01:00'],
    ['a time today', always, '2026-03-05T12:31:00+01:00', '18:00', '2026-03-05T18:00:00+01:00'],
    ['that time', always, '2026-03-05T18:00:00+01:00', '18:00', '2026-03-05T18:00:00+01:00'],
    ['a time tomorrow', always, '2026-03-05T18:00:01+01:00', '18:00', '2026-03-06T18:00:00+01:00'],
    ['24:00', always, '2026-03-05T18:00:01+01:00', '24:00', '2026-03-06T00:00:00+01:00'],
    [
      'the end of a business day',
      kolkata,
      '2026-03-05T12:31:00+05:30',
      'end-of-day',
      '2026-03-05T19:00:00+05:30',
    ],
    [
      'which it is',
      kolkata,
      '2026-03-05T19:00:00+05:30',
      'end-of-day',
      '2026-03-05T19:00:00+05:30',
    ],
    [
      'the next, when closed',
      kolkata,
      '2026-03-06T19:00:01+05:30',
      'end-of-day',
      '2026-03-09T19:00:00+05:30',
    ],
    [
      'whatever the cut-off',
      { ...kolkata, cutOff: '12:00' },
      '2026-03-05T12:31:00+05:30',
      'end-of-day',
      '2026-03-05T19:00:00+05:30',
    ],
    [
      'the end of a date',
      always,
      '2026-03-05T12:31:00+01:00',
      'end-of-day',
      '2026-03-05T23:59:59.999+01:00',
    ],
    [
      'the early morning after',
      pizzeria,
      '2026-03-07T19:00:00+01:00',
      'end-of-day',
      '2026-03-08T02:00:00+01:00',
    ],
    // Clocks go from 02:00 to 03:00, so 02:30 is the moment of the change, and 03:00 a full hour.
    [
      'a time that is skipped',
      always,
      '2026-03-29T01:50:00+01:00',
      '02:30',
      '2026-03-29T03:00:00+02:00',
    ],
    // Clocks go from 03:00 back to 02:00: in the second of these hours 02:15 is over for the day.
    [
      'a time of the hour that comes twice, in the first',
      always,
      '2026-10-25T02:10:00+02:00',
      '02:15',
      '2026-10-25T02:15:00+02:00',
    ],
    ['in the second', always, '2026-10-25T02:10:00+01:00', '02:15', '2026-10-26T02:15:00+01:00'],
    [
      'a quarter in the second',
      always,
      '2026-10-25T02:10:00+01:00',
      15,
      '2026-10-25T02:15:00+01:00',
    ],
    // Lord Howe goes from 02:00 to 02:30, so the next full hour there is 03:00.
    [
      'a full hour past a change by half an hour',
      { zone: 'Australia/Lord_Howe' },
      '2026-10-04T01:50:00+10:30',
      60,
      '2026-10-04T03:00:00+11:00',
    ],
    ['before 1970', always, '1969-03-05T12:01:00+01:00', 15, '1969-03-05T12:15:00+01:00'],
  ])('%s', (_, calendar, from, roundUpTo, expected) => {
    const exact = { promise: 0, unit: 'minutes' };
    expect(dueDate(calendar, new Date(from), exact, { roundUpTo })).toEqual(new Date(expected));
  });
});

describe('roundUpTo on the day of a change: steps are those of the clock on the wall', () => {
  it.each<[number, string, string, string]>([
    // 02:00 becomes 03:00.
    [180, 'Europe/Berlin', '2026-03-29T01:30:00+01:00', '2026-03-29T03:00:00+02:00'],
    [240, 'Europe/Berlin', '2026-03-29T01:30:00+01:00', '2026-03-29T04:00:00+02:00'],
    [360, 'Europe/Berlin', '2026-03-29T01:30:00+01:00', '2026-03-29T06:00:00+02:00'],
    [720, 'Europe/Berlin', '2026-03-29T01:30:00+01:00', '2026-03-29T12:00:00+02:00'],
    [1440, 'Europe/Berlin', '2026-03-29T01:30:00+01:00', '2026-03-30T00:00:00+02:00'],
    // 02:00 is not shown.
    [120, 'Europe/Berlin', '2026-03-29T01:30:00+01:00', '2026-03-29T04:00:00+02:00'],
    // 03:00 becomes 02:00.
    [180, 'Europe/Berlin', '2026-10-25T02:30:00+02:00', '2026-10-25T03:00:00+01:00'],
    [240, 'Europe/Berlin', '2026-10-25T02:30:00+02:00', '2026-10-25T04:00:00+01:00'],
    [1440, 'Europe/Berlin', '2026-10-25T02:30:00+02:00', '2026-10-26T00:00:00+01:00'],
    [240, 'Australia/Lord_Howe', '2026-10-04T01:50:00+10:30', '2026-10-04T04:00:00+11:00'],
    [1440, 'Australia/Lord_Howe', '2026-10-04T01:50:00+10:30', '2026-10-05T00:00:00+11:00'],
    // No midnight: the day starts at 01:00.
    [1440, 'America/Sao_Paulo', '2018-11-03T22:30:00-03:00', '2018-11-04T01:00:00-02:00'],
    [1440, 'Africa/Cairo', '2024-04-25T22:30:00+02:00', '2024-04-26T01:00:00+03:00'],
    [1440, 'Asia/Beirut', '2026-03-28T22:30:00+02:00', '2026-03-29T01:00:00+03:00'],
    [240, 'Asia/Beirut', '2026-03-28T22:30:00+02:00', '2026-03-29T04:00:00+03:00'],
    [60, 'Asia/Beirut', '2026-03-28T23:30:00+02:00', '2026-03-29T01:00:00+03:00'],
    // Two midnights, a day that is skipped.
    [1440, 'America/Havana', '2026-11-01T00:30:00-04:00', '2026-11-02T00:00:00-05:00'],
    [1440, 'Pacific/Apia', '2011-12-29T20:00:00-10:00', '2011-12-31T00:00:00+14:00'],
  ])('%i minutes in %s from %s', (roundUpTo, zone, from, expected) => {
    const exact = { promise: 0, unit: 'minutes' };
    const due = dueDate({ zone }, new Date(from), exact, { roundUpTo });
    expect(due).toEqual(new Date(expected));
    expect(dueDate({ zone }, due, exact, { roundUpTo })).toEqual(due);
  });
});

describe('durationBetween', () => {
  const between = (calendar: BusinessCalendar, from: string, to: string) =>
    (['minutes', 'open-hours', 'days', 'business-days'] as const).map((unit) =>
      durationBetween(calendar, new Date(from), new Date(to), unit),
    );
  it.each([
    [
      'within a day',
      desk,
      '2026-03-05T11:00:00+01:00',
      '2026-03-05T14:30:00+01:00',
      [210, 2.5, 210 / 1440, 0],
    ],
    [
      'over a weekend',
      desk,
      '2026-03-06T16:00:00+01:00',
      '2026-03-09T10:00:00+01:00',
      [3960, 2, 2.75, 1],
    ],
    [
      'all of it closed',
      desk,
      '2026-03-07T10:00:00+01:00',
      '2026-03-08T10:00:00+01:00',
      [1440, 0, 1, 0],
    ],
    ['no time', desk, '2026-03-05T11:00:00+01:00', '2026-03-05T11:00:00+01:00', [0, 0, 0, 0]],
    [
      'half a year',
      desk,
      '2026-01-05T09:00:00+01:00',
      '2026-07-06T09:00:00+02:00',
      [262_020, 26 * 35 - 7, 182, 129],
    ],
  ])('%s', (_, calendar, from, to, expected) => {
    expect(between(calendar, from, to)).toEqual(expected);
  });
});

it.each([100 * 0.07, 100 * 1.1, 100 * 0.29, 3 * (1 / 3)])(
  'counts %d business days as the whole number that they are up to rounding',
  (promise) => {
    const whole = Math.round(promise);
    const on = (days: number) => due(always, '2026-03-05T12:00:00+01:00', days, 'business-days');
    expect(on(promise)).toEqual(on(whole));
    expect(on(whole + 0.001)).toEqual(on(whole + 1));
  },
);
