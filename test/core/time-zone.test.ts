import { byDay, byMonth, byWeek, classifyStage, durationBetween } from 'overdeliver';
import { planReassurance } from 'overdeliver/response';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { zoneSchema } from '../../src/core/input';
import { clockOf } from '../../src/core/time-zone';
import { offsetAt, steadyOffset, zoneClock } from '../../src/core/zone-clock';
import { wallOf } from '../calendar/watch';
import { refusal } from './refusal';

const now = new Date('2026-03-05T12:00:00Z');
const due = { id: 'a', segment: null, at: now, due: now };

/** Everything that takes a zone. */
const takers: readonly (readonly [name: string, path: string, take: (zone: string) => unknown])[] =
  [
    ['durationBetween', 'calendar.zone', (zone) => durationBetween({ zone }, now, now, 'hours')],
    ['byDay', 'zone', (zone) => byDay(zone)(due)],
    ['byWeek', 'zone', (zone) => byWeek(zone)(due)],
    ['byMonth', 'zone', (zone) => byMonth(zone)(due)],
    [
      'classifyStage',
      'options.zone',
      (zone) => classifyStage({ firstPurchase: now, uses: [] }, { asOf: now, zone }),
    ],
    [
      'planReassurance',
      'options.contact.zone',
      (zone) => planReassurance(now, { contact: { zone } }),
    ],
  ];

// Node 24, Deno and Bun take offsets, Node 20 does not; V8 takes ICU's names, others do not; Deno takes Factory.
const offsets = [
  '+02:00',
  '-05:00',
  '+0200',
  '+02',
  '-00:00',
  '+00:00',
  'UTC+2',
  'GMT+2',
  'UTC+02:00',
];
const others = [
  'PST',
  'pst',
  'JST',
  'IST',
  'ACT',
  'SystemV/PST8',
  'US/Pacific-New',
  'Factory',
  'Z',
];
const none = ['', ' ', 'Europe/Bonn', 'Europe/Berlin ', 'Etc/Unknown', 'local', '../UTC', 'Europe'];

describe.each(takers)('%s', (name, path, take) => {
  it.each([...offsets, ...others, ...none])('refuses %s in every engine', (zone) => {
    expect(refusal(() => take(zone))).toMatchObject({
      name: 'InvalidInputError',
      function: name,
      path,
      code: 'unknown-name',
      value: zone,
      expected: 'an IANA time zone such as Europe/Berlin',
    });
  });

  it.each([
    ...[
      'UTC',
      'utc',
      'GMT',
      'Etc/UTC',
      'Etc/GMT+2',
      'Etc/GMT-14',
      'Europe/Berlin',
      'europe/berlin',
    ],
    ...[
      'America/Argentina/Buenos_Aires',
      'America/Port-au-Prince',
      'Asia/Kolkata',
      'Asia/Calcutta',
    ],
    ...[
      'EST',
      'MST',
      'HST',
      'CET',
      'MET',
      'EET',
      'WET',
      'EST5EDT',
      'PST8PDT',
      'GMT0',
      'GMT+0',
      'UCT',
    ],
    ...['Zulu', 'Japan', 'GB', 'GB-Eire', 'NZ-CHAT', 'W-SU', 'PRC', 'ROC', 'ROK', 'US/Pacific'],
  ])('takes %s', (zone) => {
    expect(() => take(zone)).not.toThrow();
  });
});

it.each([
  [undefined, 'missing'],
  [null, 'wrong-type'],
  [60, 'wrong-type'],
])('durationBetween refuses the zone %j', (zone, code) => {
  const take = () => durationBetween({ zone: zone as never }, now, now, 'hours');
  const refused = {
    code,
    path: 'calendar.zone',
    value: zone,
    expected: 'an IANA time zone such as Europe/Berlin',
  };
  expect(refusal(take)).toMatchObject(refused);
});

it('refuses a zone whatever was asked before: a Kelvin sign is no k, though its small letter is one', () => {
  const take = (zone: string) => durationBetween({ zone }, now, now, 'hours');
  const kelvin = 'Asia/\u{212A}olkata';
  expect(refusal(() => take(kelvin)).code).toBe('unknown-name');
  take('Asia/Kolkata');
  expect(refusal(() => take(kelvin)).code).toBe('unknown-name');
});

describe('offsetAt', () => {
  it.each([
    ...['Africa/Monrovia', 'Europe/Dublin', 'Africa/Freetown', 'America/Boa_Vista', 'Asia/Gaza'],
    ...['Africa/Tunis', 'Europe/Riga', 'Europe/Vienna', 'Europe/Amsterdam', 'Asia/Singapore'],
    ...['America/Vancouver', 'America/Edmonton'],
    ...[
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Africa/Casablanca',
      'Antarctica/Casey',
      'Asia/Kathmandu',
    ],
  ])('of %s is what its clock shows, from 1900 to 2100', (zone) => {
    const clock = clockOf('zone', zone);
    const shown = wallOf(zone);
    let at = Date.UTC(1900, 0, 1);
    for (let i = 1; at < Date.UTC(2100, 0, 1); i++) {
      expect(offsetAt(clock, at), new Date(at).toISOString()).toBe(shown(at) - at);
      at += (1 + ((i * 7919) % 89)) * 86_400_000 + ((i * 6_700_417) % 86_400) * 1000;
    }
  });

  it('holds for the first and the last date there is', () => {
    const clock = clockOf('zone', 'Europe/Berlin');
    expect(offsetAt(clock, 8.64e15)).toBe(7_200_000);
    expect(offsetAt(clock, -8.64e15)).toBe(3_208_000);
  });

  it('remembers no more than it needs', () => {
    const clock = clockOf('zone', 'Europe/Berlin');
    const places = clock.cells.length;
    for (let day = 0; day < 70_000; day += 3) offsetAt(clock, day * 86_400_000);
    expect(clock.cells.length).toBe(places);
    expect(clockOf('zone', 'europe/BERLIN')).toBe(clock);
    expect(offsetAt(clock, Date.UTC(2026, 6))).toBe(7_200_000);
  });
});

describe('a zone', () => {
  it.each([null, 60])('is no %j', (zone) => {
    const take = () =>
      classifyStage({ firstPurchase: now, uses: [] }, { asOf: now, zone: zone as never });
    const refused = {
      code: 'wrong-type',
      path: 'options.zone',
      value: zone,
      expected: 'an IANA time zone such as Europe/Berlin',
    };
    expect(refusal(take)).toMatchObject(refused);
  });

  it('that is missing is said to be', () => {
    const take = () => planReassurance(now, { contact: { zone: undefined as never } });
    const refused = {
      code: 'missing',
      path: 'options.contact.zone',
      expected: 'an IANA time zone such as Europe/Berlin',
    };
    expect(refusal(take)).toMatchObject(refused);
  });

  it('is a text in a schema', () => {
    expect(z.toJSONSchema(zoneSchema, { io: 'input' })).toMatchObject({ type: 'string' });
  });
});

describe('near a change of the clocks', () => {
  it.each([
    ['2026-03-29T00:59:59Z', 0],
    ['2026-03-29T01:00:00Z', 3_600_000],
    ['2026-10-25T00:59:59Z', 3_600_000],
    ['2026-10-25T01:00:00Z', 0],
  ])('London at %s is %d ahead', (at, offset) => {
    expect(offsetAt(clockOf('zone', 'Europe/London'), Date.parse(at))).toBe(offset);
  });
});

describe('a clock that is asked', () => {
  const day = 86_400_000;
  const change = 30 * day;
  const counted = () => {
    let asked = 0;
    const clock = zoneClock((instant) => {
      asked += 1;
      return instant < change ? 0 : 3_600_000;
    });
    return { clock, asked: () => asked };
  };

  it('is not asked again about days far from a change', () => {
    const { clock, asked } = counted();
    const look = () => {
      for (let at = 0; at < 27 * day; at += day / 4) offsetAt(clock, at);
    };
    look();
    const first = asked();
    expect(first).toBeLessThanOrEqual(12);
    look();
    expect(asked()).toBe(first);
  });

  it('knows from when to when it is set alike', () => {
    const { clock } = counted();
    expect(steadyOffset(clock, 0, change - 3 * day)).toBe(0);
    expect(steadyOffset(clock, change, 60 * day)).toBe(3_600_000);
    expect(steadyOffset(clock, change - 9 * day, change + 9 * day)).toBeNull();
  });
});
