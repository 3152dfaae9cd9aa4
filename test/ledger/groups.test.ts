import { isMainThread } from 'node:worker_threads';
import { tz } from '@date-fns/tz';
import { formatISO, startOfISOWeek } from 'date-fns';
import { byDay, byMonth, byWeek, type PromiseGroup } from 'overdeliver';
import { bySegment } from 'overdeliver/ledger';
import { afterAll, describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { refusal } from '../core/refusal';

const cases = [
  ['UTC', '2026-03-01T00:00:00Z', '2026-03-01', '2026-02-23', '2026-03'],
  ['America/New_York', '2026-03-01T00:00:00Z', '2026-02-28', '2026-02-23', '2026-02'],
  ['Asia/Kolkata', '2026-03-31T18:30:00Z', '2026-04-01', '2026-03-30', '2026-04'],
  // Clocks there go forward on Sunday 2026-03-08 at 07:00Z, and back on Sunday 2026-11-01 at 06:00Z.
  ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08', '2026-03-02', '2026-03'],
  ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09', '2026-03-09', '2026-03'],
  ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01', '2026-10-26', '2026-11'],
  ['America/New_York', '2026-11-02T05:00:00Z', '2026-11-02', '2026-11-02', '2026-11'],
  // Sao Paulo skipped the midnight of Sunday 2018-11-04: that day began at 01:00.
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-04', '2018-10-29', '2018-11'],
  ['America/Sao_Paulo', '2018-11-04T02:59:59Z', '2018-11-03', '2018-10-29', '2018-11'],
  // Apia skipped Friday 2011-12-30.
  ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29', '2011-12-26', '2011-12'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31', '2011-12-26', '2011-12'],
  ['Europe/Berlin', '2025-12-31T23:30:00Z', '2026-01-01', '2025-12-29', '2026-01'],
  // Week 53 of 2026 and week 1 of 2025, whose days are in two years.
  ['UTC', '2027-01-01T12:00:00Z', '2027-01-01', '2026-12-28', '2027-01'],
  ['UTC', '2024-12-30T12:00:00Z', '2024-12-30', '2024-12-30', '2024-12'],
  // Monrovia was 44 minutes and 30 seconds behind, Dublin 25 minutes and 21 seconds.
  ['Africa/Monrovia', '1960-02-01T00:44:29Z', '1960-01-31', '1960-01-25', '1960-01'],
  ['Africa/Monrovia', '1960-02-01T00:44:30Z', '1960-02-01', '1960-02-01', '1960-02'],
  ['Europe/Dublin', '1915-03-01T00:25:20Z', '1915-02-28', '1915-02-22', '1915-02'],
  ['Asia/Singapore', '1904-12-31T17:04:35Z', '1905-01-01', '1904-12-26', '1905-01'],
] as const;

const keys = (zone: string, due: string) =>
  [byDay, byWeek, byMonth].map((group) =>
    group(zone)({ id: 'a', segment: null, at: new Date(0), due: new Date(due) }),
  );

it.each(cases)('in %s, %s falls on %s, in the week of %s, in %s', (zone, due, ...expected) => {
  expect(keys(zone, due)).toEqual(expected);
});

it('a week asked again is the same', () => {
  const week = byWeek('Europe/Berlin');
  const of = (due: string) => week({ id: 'a', segment: null, at: new Date(0), due: new Date(due) });
  const days = ['2026-03-04T10:00Z', '2026-03-04T20:00Z', '2026-03-08T20:00Z', '2026-03-08T23:00Z'];
  expect([...days, ...days].map(of)).toEqual([
    ...['2026-03-02', '2026-03-02', '2026-03-02', '2026-03-09'],
    ...['2026-03-02', '2026-03-02', '2026-03-02', '2026-03-09'],
  ]);
});

describe('days, weeks and months', () => {
  const zones = [
    ...['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'],
    ...[
      'America/Sao_Paulo',
      'Pacific/Apia',
      'Pacific/Kiritimati',
      'Asia/Kathmandu',
      'America/St_Johns',
    ],
  ];

  it.each(zones)('are those of the calendar in %s, through every change of the clocks', (zone) => {
    const context = { in: tz(zone) };
    const groups = [byDay(zone), byWeek(zone), byMonth(zone)];
    const next = uniforms(17);
    for (let i = 0; i < 600; i++) {
      // Around midnights of 2005 to 2030, where days begin, and anywhere.
      const time = Date.UTC(2005) + Math.floor(next() * 25 * 365.25 * 24) * 3_600_000;
      const due = new Date(i % 2 === 0 ? time : time + Math.floor(next() * 3_600_000));
      const day = formatISO(due, { ...context, representation: 'date' });
      const monday = formatISO(startOfISOWeek(due, context), {
        ...context,
        representation: 'date',
      });
      const promise = { id: 'a', segment: null, at: new Date(0), due };
      expect(groups.map((group) => group(promise))).toEqual([day, monday, day.slice(0, 7)]);
    }
  });

  it.each(['Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia', 'Australia/Lord_Howe'])(
    'begin at the millisecond in %s on the days of changes',
    (zone) => {
      const context = { in: tz(zone), representation: 'date' } as const;
      const group = byDay(zone);
      for (const change of ['2011-12-30', '2018-11-04', '2018-02-18', '2026-03-29', '2026-10-25']) {
        const start = Date.parse(change) - 86_400_000;
        for (let quarter = 0; quarter < 288; quarter++) {
          for (const off of [-1, 0, 1]) {
            const due = new Date(start + quarter * 900_000 + off);
            const given = { id: 'a', segment: null, at: due, due };
            expect(group(given)).toBe(formatISO(due, context));
          }
        }
      }
    },
  );

  it('have names before the year 0 and after 9999', () => {
    expect(keys('UTC', '-000044-03-15T12:00Z')).toEqual([
      '-000044-03-15',
      '-000044-03-12',
      '-000044-03',
    ]);
    expect(keys('UTC', '+012026-01-01T12:00Z')).toEqual([
      '+012026-01-01',
      '+012025-12-29',
      '+012026-01',
    ]);
  });
});

describe('a group refuses', () => {
  const groups: [string, PromiseGroup][] = [
    ['byDay', byDay('Europe/Berlin')],
    ['byWeek', byWeek('Europe/Berlin')],
    ['byMonth', byMonth('Europe/Berlin')],
  ];
  const noDates = [null, 'abc', '2026-03-05', Number.NaN, new Date(Number.NaN), {}, [], 8.65e15];
  const ends = [8.64e15, -8.64e15].map((time) => new Date(time));

  it.each(groups)('%s, what is no due date', (fn, group) => {
    const refused = (promise: unknown) => refusal(() => group(promise as never));
    for (const due of [...noDates, ...ends]) {
      const expected = { function: fn, code: 'wrong-type', path: 'promise.due' };
      expect(refused({ id: 'a', segment: null, at: new Date(0), due })).toMatchObject(expected);
    }
    expect(refused({})).toMatchObject({ function: fn, code: 'missing', path: 'promise.due' });
  });

  it.each([...groups, ['bySegment', bySegment] as const])('%s, what is no promise', (fn, group) => {
    const refused = (promise: unknown) => refusal(() => group(promise as never));
    expect(refused(undefined)).toMatchObject({ function: fn, code: 'missing', path: 'promise' });
    for (const promise of [null, 5, 'a']) {
      expect(refused(promise)).toMatchObject({ function: fn, code: 'wrong-type', path: 'promise' });
    }
  });

  it('bySegment, a segment that is no text', () => {
    expect(bySegment({} as never)).toBe('');
    for (const segment of [5, {}, ['north']]) {
      const refused = refusal(() => bySegment({ segment } as never));
      expect(refused).toMatchObject({
        function: 'bySegment',
        code: 'wrong-type',
        path: 'promise.segment',
      });
    }
  });
});

// In a worker thread, where Stryker runs tests, process.env is a copy and moves no clock.
describe.runIf(isMainThread)('the zone of the host', () => {
  const own = process.env.TZ;
  afterAll(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'])(
    'does not matter: %s',
    (host) => {
      process.env.TZ = host;
      for (const [zone, due, ...expected] of cases) expect(keys(zone, due)).toEqual(expected);
    },
  );
});
