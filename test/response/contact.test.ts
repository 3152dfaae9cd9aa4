import fc from 'fast-check';
import { type Contact, planRecovery } from 'overdeliver';
import { planReassurance } from 'overdeliver/response';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const whenReached = (contact: Contact, at: string) =>
  planRecovery(
    { what: 'x', at: new Date(at) },
    { asOf: new Date(at), contact },
  ).actions[0]?.when?.toISOString();

describe('quiet hours follow the clock of the zone', () => {
  const quiet = '21:00-08:00';
  // The changes are those of the tz database.
  it.each([
    [
      'before the clocks go forward',
      'Europe/Berlin',
      '2026-03-27T22:00:00Z',
      '2026-03-28T07:00:00.000Z',
    ],
    ['over the night they do', 'Europe/Berlin', '2026-03-28T22:00:00Z', '2026-03-29T06:00:00.000Z'],
    [
      'over the night they go back',
      'Europe/Berlin',
      '2026-10-24T22:00:00Z',
      '2026-10-25T07:00:00.000Z',
    ],
    [
      'in New York, forward',
      'America/New_York',
      '2026-03-08T03:00:00Z',
      '2026-03-08T12:00:00.000Z',
    ],
    [
      'by half an hour on Lord Howe',
      'Australia/Lord_Howe',
      '2026-04-04T12:00:00Z',
      '2026-04-04T21:30:00.000Z',
    ],
    [
      'in a zone that has no change',
      'Asia/Kolkata',
      '2026-03-28T16:00:00Z',
      '2026-03-29T02:30:00.000Z',
    ],
    [
      'at the minute they begin',
      'Europe/Berlin',
      '2026-03-06T20:00:00Z',
      '2026-03-07T07:00:00.000Z',
    ],
    ['at the minute they end', 'Europe/Berlin', '2026-03-06T07:00:00Z', '2026-03-06T07:00:00.000Z'],
    [
      'a minute before they begin',
      'Europe/Berlin',
      '2026-03-06T19:59:00Z',
      '2026-03-06T19:59:00.000Z',
    ],
  ])('%s', (_, zone, at, reached) => {
    expect(whenReached({ zone, quiet }, at)).toBe(reached);
  });

  it('begin again where the clocks go back into them', () => {
    const contact = { zone: 'Europe/Berlin', quiet: '00:45-02:15' };
    // The clocks show 02:00 to 02:59 twice: from 00:00 and from 01:00 in UTC.
    expect(whenReached(contact, '2026-10-25T00:05:00Z')).toBe('2026-10-25T00:15:00.000Z');
    expect(whenReached(contact, '2026-10-25T00:30:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(whenReached(contact, '2026-10-25T01:05:00Z')).toBe('2026-10-25T01:15:00.000Z');
    // And skip them once a year.
    const night = { zone: 'Europe/Berlin', quiet: '22:00-02:30' };
    expect(whenReached(night, '2026-03-29T00:10:00Z')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('end for the quarter that comes twice, too', () => {
    const contact = { zone: 'America/New_York', quiet: '01:30-01:15' };
    // The clocks show 01:00 to 01:59 twice: from 05:00 and from 06:00 in UTC.
    expect(whenReached(contact, '2026-11-01T05:50:00Z')).toBe('2026-11-01T06:15:00.000Z');
    expect(whenReached(contact, '2026-11-01T06:50:00Z')).toBe('2026-11-02T06:15:00.000Z');
  });

  it('begin or end at midnight, however it is written', () => {
    const at = '2026-03-06T23:30:00Z';
    expect(whenReached({ zone: 'UTC', quiet: '22:00-24:00' }, at)).toBe('2026-03-07T00:00:00.000Z');
    expect(whenReached({ zone: 'UTC', quiet: '22:00-00:00' }, at)).toBe('2026-03-07T00:00:00.000Z');
    expect(whenReached({ zone: 'UTC', quiet: '24:00-06:00' }, '2026-03-06T01:00:00Z')).toBe(
      '2026-03-06T06:00:00.000Z',
    );
    expect(whenReached({ zone: 'UTC', quiet: '13:00-15:00' }, '2026-03-06T13:30:00Z')).toBe(
      '2026-03-06T15:00:00.000Z',
    );
  });

  it('wait for hours of work in another zone that are not quiet', () => {
    const calendar = { zone: 'America/New_York', open: { monday: ['09:00-17:00'] } };
    const contact = { zone: 'Europe/Berlin', quiet: '21:00-08:00', calendar };
    // The United States change their clocks three weeks before Europe does.
    expect(whenReached(contact, '2026-03-07T10:00:00Z')).toBe('2026-03-09T13:00:00.000Z');
    expect(whenReached(contact, '2026-03-09T20:30:00Z')).toBe('2026-03-16T13:00:00.000Z');
  });
});

it('every dated step but the confirmation lies outside the quiet hours, in any zone and at any time', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Apia',
  );
  const hour = fc.integer({ min: 0, max: 23 });
  const date = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
  const two = (n: number) => String(n).padStart(2, '0');
  holds(
    fc.property(zones, hour, hour, date, (zone, from, to, at) => {
      fc.pre(from !== to);
      const clock = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hour: 'numeric',
        hourCycle: 'h23',
      });
      const actions = planReassurance(new Date(at), {
        contact: { zone, quiet: `${two(from)}:00-${two(to)}:00` },
      });
      let before = at;
      for (const { code, when } of actions) {
        expect(when?.getTime()).toBeGreaterThanOrEqual(before);
        before = when?.getTime() ?? 0;
        if (code === 'confirm') continue;
        const shown = Number(clock.format(when ?? 0));
        const quiet = from < to ? shown >= from && shown < to : shown >= from || shown < to;
        expect(quiet).toBe(false);
      }
    }),
    60,
  );
});

it.each(['00:00-24:00', '24:00-00:00', '08:00-08:00'])(
  'quiet hours of %s are told apart from an interval',
  (quiet) => {
    expect(refusal(() => whenReached({ zone: 'UTC', quiet }, '2026-03-06T10:00:00Z')).message).toBe(
      `planRecovery: options.contact.quiet is "${quiet}"; expected an interval such as 21:00-08:00, neither empty nor the whole day`,
    );
  },
);

describe('a contact is refused', () => {
  const at = '2026-03-06T10:00:00Z';
  it.each([
    ['with a zone that is none', { zone: 'Mars/Base' }, 'unknown-name', 'options.contact.zone'],
    [
      'with quiet hours that are no interval',
      { zone: 'UTC', quiet: 'nights' },
      'out-of-range',
      'options.contact.quiet',
    ],
    [
      'with a time that is none',
      { zone: 'UTC', quiet: '21:00-25:00' },
      'out-of-range',
      'options.contact.quiet',
    ],
    [
      'with a time before them',
      { zone: 'UTC', quiet: 'at 21:00-08:00' },
      'out-of-range',
      'options.contact.quiet',
    ],
    [
      'with a time behind them',
      { zone: 'UTC', quiet: '21:00-08:00h' },
      'out-of-range',
      'options.contact.quiet',
    ],
    [
      'with quiet hours in a list',
      { zone: 'UTC', quiet: ['21:00-08:00'] } as never,
      'wrong-type',
      'options.contact.quiet',
    ],
    [
      'quiet around the clock',
      { zone: 'UTC', quiet: '00:00-24:00' },
      'out-of-range',
      'options.contact.quiet',
    ],
    [
      'quiet for no time',
      { zone: 'UTC', quiet: '08:00-08:00' },
      'out-of-range',
      'options.contact.quiet',
    ],
    [
      'with hours of work that are all quiet',
      {
        zone: 'UTC',
        quiet: '08:00-20:00',
        calendar: { zone: 'UTC', open: { monday: ['09:00-17:00'] } },
      },
      'out-of-range',
      'options.contact.calendar',
    ],
    [
      'with a calendar that never opens again',
      {
        zone: 'UTC',
        calendar: { zone: 'UTC', open: {}, specialHours: { '2020-01-01': ['09:00-10:00'] } },
      },
      'out-of-range',
      'options.contact.calendar',
    ],
    [
      'with a field that is none',
      { zone: 'UTC', silent: true } as never,
      'unknown-name',
      'options.contact.silent',
    ],
    [
      'with an opening that is none',
      { zone: 'UTC', calendar: { zone: 'UTC', open: { monday: ['9-5'] } } },
      'out-of-range',
      'options.contact.calendar.open.monday[0]',
    ],
    [
      'with quiet hours that are no text',
      { zone: 'UTC', quiet: 21 as never },
      'wrong-type',
      'options.contact.quiet',
    ],
    [
      'with a calendar that is none',
      { zone: 'UTC', calendar: 5 as never },
      'wrong-type',
      'options.contact.calendar',
    ],
    ['if there is none', undefined as never, 'missing', 'options.contact'],
  ] as const)('%s', (_, contact, code, path) => {
    expect(refusal(() => whenReached(contact, at))).toMatchObject({
      code,
      path,
      function: 'planRecovery',
    });
  });
});
