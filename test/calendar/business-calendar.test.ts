import { type BusinessCalendar, businessCalendar, dueDate, durationBetween } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { desk, pizzeria, weekdays } from './given';

describe('businessCalendar', () => {
  it.each([desk, pizzeria, { ...desk, cutOff: '15:00' }, { zone: 'UTC' }])(
    'gives a frozen copy that survives JSON: %#',
    (calendar) => {
      const made = businessCalendar(calendar);
      expect(made).toEqual(calendar);
      expect(made).not.toBe(calendar);
      expect(JSON.parse(JSON.stringify(made))).toEqual(calendar);
      for (const part of [made, made.open, made.specialHours, made.holidays])
        expect(Object.isFrozen(part)).toBe(true);
      for (const intervals of Object.values({ ...made.open, ...made.specialHours }))
        expect(Object.isFrozen(intervals)).toBe(true);
    },
  );

  it('is not moved by what becomes of the original, which is read anew each time', () => {
    const hours = ['09:00-17:00'];
    const original = { zone: 'UTC', open: weekdays() };
    original.open.monday = hours;
    const made = businessCalendar(original);
    const monday = new Date('2026-03-02T09:00:00Z');
    const due = (calendar: BusinessCalendar) =>
      dueDate(calendar, monday, { promise: 0, unit: 'business-days' }).toISOString();
    expect(due(original)).toBe('2026-03-02T17:00:00.000Z');
    hours[0] = '09:00-18:00';
    expect(due(original)).toBe('2026-03-02T18:00:00.000Z');
    expect(due(made)).toBe('2026-03-02T17:00:00.000Z');
  });

  it('takes a date that is listed twice, options given as undefined, and hours that touch', () => {
    const day = ['09:00-12:00', '12:00-18:00'];
    const calendar = {
      zone: 'UTC',
      open: { monday: day, sunday: undefined },
      holidays: ['2026-03-02', '2026-03-02'],
      specialHours: undefined,
      cutOff: undefined,
    };
    expect(
      durationBetween(calendar, new Date('2026-03-01'), new Date('2026-03-15'), 'open-hours'),
    ).toBe(9);
  });

  it('takes hours over midnight up to the next ones', () => {
    const calendar = { zone: 'UTC', open: weekdays('08:00-12:00', '20:00-08:00') };
    expect(
      durationBetween(calendar, new Date('2026-03-02'), new Date('2026-03-09'), 'open-hours'),
    ).toBe(80);
  });
});

describe('a calendar is refused', () => {
  const zone = 'Europe/Berlin';
  const time = 'an interval such as 09:00-17:00, from 00:00 to 24:00, whose ends differ';
  const date = 'a date that exists, such as 2026-12-24, or 12-24 for every year';
  const pastEnd = (clock: string) => `an interval after the one before, which ends at ${clock}`;
  const monday = (...hours: readonly string[]) => ({ zone, open: { monday: hours } });
  const eve = (...hours: readonly string[]) => ({
    zone,
    open: { thursday: ['18:00-02:00'], saturday: ['01:00-03:00'] },
    specialHours: { '2026-12-25': hours },
  });

  it.each<[string, unknown, string, string, string]>([
    ['no calendar', undefined, 'calendar', 'missing', 'an object with zone'],
    ['JSON that was not parsed', '{}', 'calendar', 'wrong-type', 'an object with zone'],
    ['no zone', {}, 'calendar.zone', 'missing', 'an IANA time zone such as Europe/Berlin'],
    [
      'an unknown zone',
      { zone: 'Europe/Bonn' },
      'calendar.zone',
      'unknown-name',
      'an IANA time zone such as Europe/Berlin',
    ],
    [
      'an empty zone',
      { zone: '' },
      'calendar.zone',
      'unknown-name',
      'an IANA time zone such as Europe/Berlin',
    ],
    [
      'a weekday in German',
      { zone, open: { montag: [] } },
      'calendar.open.montag',
      'unknown-name',
      'one of monday, tuesday, wednesday, thursday, friday, saturday, sunday',
    ],
    [
      'an unknown option',
      { zone, closed: [] },
      'calendar.closed',
      'unknown-name',
      'one of zone, open, specialHours, holidays, cutOff, specialCutOffs, knownUntil',
    ],
    [
      'hours without a list',
      { zone, open: { monday: '09:00-17:00' } },
      'calendar.open.monday',
      'wrong-type',
      "a list such as ['09:00-17:00'], or [] for closed",
    ],
    ['one digit', monday('9:00-17:00'), 'calendar.open.monday[0]', 'out-of-range', time],
    [
      'hour 25',
      monday('09:00-12:00', '13:00-25:00'),
      'calendar.open.monday[1]',
      'out-of-range',
      time,
    ],
    ['minute 60', monday('09:60-12:00'), 'calendar.open.monday[0]', 'out-of-range', time],
    ['24:30', monday('09:00-24:30'), 'calendar.open.monday[0]', 'out-of-range', time],
    ['a start at 24:00', monday('24:00-02:00'), 'calendar.open.monday[0]', 'out-of-range', time],
    ['no time at all', monday('09:00-09:00'), 'calendar.open.monday[0]', 'out-of-range', time],
    ['one end', monday('09:00'), 'calendar.open.monday[0]', 'out-of-range', time],
    ['three ends', monday('09:00-12:00-17:00'), 'calendar.open.monday[0]', 'out-of-range', time],
    ['words', monday('nine2-five5'), 'calendar.open.monday[0]', 'out-of-range', time],
    [
      'an overlap',
      monday('09:00-13:00', '12:00-17:00'),
      'calendar.open.monday[1]',
      'ambiguous',
      pastEnd('13:00'),
    ],
    [
      'reversed intervals',
      monday('13:00-17:00', '09:00-12:00'),
      'calendar.open.monday[1]',
      'ambiguous',
      pastEnd('17:00'),
    ],
    [
      'hours after those over midnight',
      monday('18:00-02:00', '20:00-21:00'),
      'calendar.open.monday[1]',
      'ambiguous',
      pastEnd('02:00'),
    ],
    [
      'the next day before they end',
      { zone, open: { sunday: ['18:00-02:00'], monday: ['01:00-05:00'] } },
      'calendar.open.monday[0]',
      'ambiguous',
      pastEnd('02:00'),
    ],
    [
      'a special day before they end',
      eve('01:00-05:00'),
      'calendar.specialHours.2026-12-25[0]',
      'ambiguous',
      pastEnd('02:00'),
    ],
    [
      'a special night into the next day',
      eve('18:00-03:00'),
      'calendar.open.saturday[0]',
      'ambiguous',
      pastEnd('03:00'),
    ],
    [
      'malformed special hours',
      eve('8-12'),
      'calendar.specialHours.2026-12-25[0]',
      'out-of-range',
      time,
    ],
    [
      'a special date that does not exist',
      { zone, specialHours: { '2026-02-29': ['09:00-12:00'] } },
      'calendar.specialHours.2026-02-29',
      'out-of-range',
      date,
    ],
    [
      'a holiday that does not exist',
      { zone, holidays: ['2026-12-25', '2026-02-30'] },
      'calendar.holidays[1]',
      'out-of-range',
      date,
    ],
    ['month 13', { zone, holidays: ['2026-13-01'] }, 'calendar.holidays[0]', 'out-of-range', date],
    [
      'a date of another form',
      { zone, holidays: ['24.12.2026'] },
      'calendar.holidays[0]',
      'out-of-range',
      date,
    ],
    [
      'a date with a time',
      { zone, holidays: ['2026-12-24T00:00Z'] },
      'calendar.holidays[0]',
      'out-of-range',
      date,
    ],
    [
      'a Date',
      { zone, holidays: [new Date('2026-12-24')] },
      'calendar.holidays[0]',
      'wrong-type',
      "a text, such as '2026-12-24'",
    ],
    [
      'a holiday with hours',
      { ...desk, holidays: ['2026-12-24'] },
      'calendar.holidays[0]',
      'ambiguous',
      'a date without special hours',
    ],
    [
      'a malformed cut-off',
      { zone, cutOff: '3pm' },
      'calendar.cutOff',
      'out-of-range',
      'a time from 00:00 to 24:00, such as 09:00',
    ],
    ['no open hour', { zone, open: {} }, 'calendar.open', 'missing', 'an interval on some day'],
    [
      'nor on a special day',
      { zone, open: weekdays(), specialHours: { '2026-12-24': [] } },
      'calendar.open',
      'missing',
      'an interval on some day',
    ],
  ])('%s', (_, given, path, code, expected) => {
    const calendar = given as BusinessCalendar;
    const refused = { path, code, expected, name: 'InvalidInputError' };
    expect(refusal(() => businessCalendar(calendar))).toMatchObject({
      ...refused,
      function: 'businessCalendar',
    });
    const now = new Date('2026-03-05T12:00:00Z');
    expect(refusal(() => durationBetween(calendar, now, now, 'hours'))).toMatchObject({
      ...refused,
      function: 'durationBetween',
    });
  });

  it('with what was written in the message', () => {
    expect(refusal(() => businessCalendar(monday('9:00-17:00'))).message).toBe(
      `businessCalendar: calendar.open.monday[0] is "9:00-17:00"; expected ${time}`,
    );
    expect(refusal(() => businessCalendar({ zone, open: {} })).message).toBe(
      'businessCalendar: calendar.open is missing; expected an interval on some day',
    );
    expect(refusal(() => businessCalendar(eve('01:00-05:00'))).value).toBe('01:00-05:00');
  });
});
