import fc from 'fast-check';
import { dueDate } from 'overdeliver';
import { fromLocalTime } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const minute = 60_000;

/** What a zone's clock shows, by Intl alone. */
function showing(zone: string) {
  const format = new Intl.DateTimeFormat('sv', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (instant: number) => format.format(instant);
}

/** The first minute at which the clock shows a time or a later one, by looking at each. */
function firstMinute(text: string, zone: string): Date {
  const shows = showing(zone);
  const about = Date.parse(`${text.replace(' ', 'T')}Z`);
  let at = about - 30 * 60 * minute;
  while (shows(at) < text) at += minute;
  return new Date(at);
}

// The changes are those of the tz database (europe, northamerica, australasia).
it.each([
  ['an ordinary evening', 'Europe/Berlin', '2026-03-05 18:40', '2026-03-05T17:40:00Z'],
  ['before a skipped hour', 'Europe/Berlin', '2026-03-29 01:59', '2026-03-29T00:59:00Z'],
  ['in a skipped hour', 'Europe/Berlin', '2026-03-29 02:30', '2026-03-29T01:00:00Z'],
  ['after a skipped hour', 'Europe/Berlin', '2026-03-29 03:00', '2026-03-29T01:00:00Z'],
  ['in an hour that comes twice', 'Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00Z'],
  ['after an hour that came twice', 'Europe/Berlin', '2026-10-25 03:00', '2026-10-25T02:00:00Z'],
  ['in a skipped hour', 'America/New_York', '2026-03-08 02:30', '2026-03-08T07:00:00Z'],
  ['in an hour that comes twice', 'America/New_York', '2026-11-01 01:30', '2026-11-01T05:30:00Z'],
  ['on the eve of a skipped day', 'Pacific/Apia', '2011-12-29 23:59', '2011-12-30T09:59:00Z'],
  ['on a skipped day', 'Pacific/Apia', '2011-12-30 15:00', '2011-12-30T10:00:00Z'],
  ['in a skipped half hour', 'Australia/Lord_Howe', '2026-10-04 02:15', '2026-10-03T15:30:00Z'],
  ['in half an hour twice', 'Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45:00Z'],
])('a time %s in %s: %s is %s', (_, zone, text, instant) => {
  expect(fromLocalTime(text, zone)).toEqual(new Date(instant));
  expect(firstMinute(`${text}:00`, zone)).toEqual(new Date(instant));
});

it.each([
  ['with a T', '2026-03-05T18:40', '17:40:00.000'],
  ['with seconds', '2026-03-05T18:40:07', '17:40:07.000'],
  ['with milliseconds', '2026-03-05 18:40:07.25', '17:40:07.250'],
  ['with less than milliseconds, cut', '2026-03-05 18:40:07.123999', '17:40:07.123'],
])('a time may be written %s', (_, text, time) => {
  expect(fromLocalTime(text, 'Europe/Berlin').toISOString()).toBe(`2026-03-05T${time}Z`);
});

it('a day alone is its beginning, which need not be a midnight', () => {
  // Clocks in Havana go from 0:00 to 1:00.
  expect(fromLocalTime('2026-03-08', 'America/Havana')).toEqual(new Date('2026-03-08T05:00:00Z'));
  expect(fromLocalTime('2026-03-09', 'America/Havana')).toEqual(new Date('2026-03-09T04:00:00Z'));
});

it('a day alone is its end where asked, and a time is what it is', () => {
  const end = { endOfDay: true };
  // As the due date of a calendar that is always open is rounded up to the end of its day.
  const zone = 'Europe/Berlin';
  const beginning = fromLocalTime('2026-03-29', zone);
  const due = dueDate(
    { zone },
    beginning,
    { promise: 0, unit: 'days' },
    { roundUpTo: 'end-of-day' },
  );
  expect(fromLocalTime('2026-03-29', zone, end)).toEqual(due);
  expect(due).toEqual(new Date('2026-03-29T21:59:59.999Z'));
  const german = { ...end, dateOrder: 'day-first' } as const;
  expect(fromLocalTime('29.03.2026', zone, german)).toEqual(due);
  expect(fromLocalTime('29.03.2026 00:00', zone, german)).toEqual(beginning);
  expect(fromLocalTime('2026-03-29T00:00', zone, end)).toEqual(beginning);
  expect(fromLocalTime('2026-03-29', zone, { endOfDay: false })).toEqual(beginning);
  expect(refusal(() => fromLocalTime('2026-03-29', zone, { endOfDay: 1 as never })).path).toBe(
    'form.endOfDay',
  );
});

const zones = ['Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'];

describe('whatever the time', () => {
  const wall = fc.date({
    min: new Date('1950-01-02'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  });
  const textOf = (date: Date) => date.toISOString().slice(0, 23).replace('T', ' ');

  it('a later one never is an earlier instant', () => {
    const later = fc.integer({ min: 0, max: 3 * 60 * minute });
    holds(
      fc.property(fc.constantFrom(...zones), wall, later, (zone, date, by) => {
        const next = new Date(date.getTime() + by);
        const [first, second] = [date, next].map((one) => fromLocalTime(textOf(one), zone));
        expect(Number(first)).toBeLessThanOrEqual(Number(second));
      }),
      500,
    );
  });

  it('the clocks show it, or have just skipped it', () => {
    holds(
      fc.property(fc.constantFrom(...zones), wall, (zone, date) => {
        const shows = showing(zone);
        const text = textOf(date).slice(0, 19);
        const at = fromLocalTime(text, zone).getTime();
        if (shows(at) === text) return;
        expect(shows(at) > text).toBe(true);
        expect(shows(at - 1) < text).toBe(true);
      }),
      500,
    );
  });
});

describe('what is refused', () => {
  it.each<[string, unknown, string]>([
    ['an instant', '2026-03-05T18:40Z', 'it is an instant already'],
    ['an offset', '2026-03-05T18:40:00+01:00', 'it is an instant already'],
    ['day, month, year', '05.03.2026 18:40', 'write the year first'],
    ['month, day, year', '3/5/2026 18:40', 'write the year first'],
    ['an order that nobody said', '3/5/2026 18:40', 'options.dateOrder and yearsFrom say how'],
    ['two digits of the year', '31.12.24', 'write four digits'],
    ['a century that nobody said', '31.12.24', 'options.dateOrder and yearsFrom say how'],
    ['nothing', '', 'an empty cell is no date'],
    ['a day that there is not', '2026-02-29', ''],
    ['the end of a day', '2026-03-05 24:00', 'write 24:00 as 00:00 of the next day'],
    [
      'the end of a day, with seconds',
      '2026-03-05T24:00:00',
      'write 24:00 as 00:00 of the next day',
    ],
    ['an hour that there is not', '2026-03-05 24:01', ''],
    ['a leap second', '2016-12-31 23:59:60', ''],
    ['a Date', new Date(0), ''],
    ['null', null, ''],
  ])('%s', (_, text, hint) => {
    const found = refusal(() => fromLocalTime(text as string, 'Europe/Berlin'));
    expect(found).toMatchObject({ function: 'fromLocalTime', path: 'text', code: 'wrong-type' });
    expect(found.message).toContain(hint);
    expect(found.message.endsWith(found.expected)).toBe(hint === '');
  });

  const more =
    'take off what follows the day and the time, such as Uhr, and add 12 to hours after noon';

  it.each([
    '2026-03-05 10:00 Uhr',
    '2026-03-05 10:00Uhr',
    '2026-3-5 6:40 Uhr',
    '2026-03-05T10:00 o’clock',
    '2026-03-05   10.00 Uhr',
    '2026-03-05 10:00:30 Uhr',
    '2026-03-05 10.00.30 h',
    '2026-03-05 Do',
    '2026-03-05Do',
    '2026-03-05 (Do)',
  ])('what follows, in %s', (text) => {
    expect(refusal(() => fromLocalTime(text, 'Europe/Berlin')).message).toContain(more);
  });

  it.each([
    'on 2026-03-05 Uhr',
    '2026-03-05 6:40 pm',
    '2026-03-05 6:40 P.M.',
    '2026-03-05 6:40 p. m.',
    '2026-03-05 18',
    '2026-03-05 10:00:',
    '2026-03-05 24:00:30',
    '20260305 Uhr',
    '2026-03/05 Uhr',
    '2026-003-05 Uhr',
    '2026-03-00005 Uhr',
    '2026-mm-05 Uhr',
    '2026-03-dd Uhr',
    'yyyy-03-05 Uhr',
    '2026x03x05 Uhr',
  ])('nothing about what follows, in %s', (text) => {
    expect(refusal(() => fromLocalTime(text, 'Europe/Berlin')).message).not.toContain(more);
  });

  it('a year that nobody meant', () => {
    const { code, expected } = refusal(() => fromLocalTime('0026-03-05 18:40', 'Europe/Berlin'));
    expect([code, expected]).toEqual(['out-of-range', 'a date from 1900 to 9000']);
    expect(refusal(() => fromLocalTime('9001-01-01', 'Europe/Berlin')).code).toBe('out-of-range');
  });

  it.each([
    ['unknown-name', 'Europe/Bonn'],
    ['unknown-name', '+01:00'],
    ['missing', undefined],
    ['wrong-type', 1],
  ])('%s for the zone %s', (code, zone) => {
    const found = refusal(() => fromLocalTime('2026-03-05', zone as string));
    expect(found).toMatchObject({ code, path: 'zone' });
  });

  it('no text', () => {
    const found = refusal(() => fromLocalTime(undefined as never, 'Europe/Berlin'));
    expect(found).toMatchObject({ code: 'missing', path: 'text' });
  });
});
