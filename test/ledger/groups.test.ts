import { isMainThread } from 'node:worker_threads';
import { byDay, byMonth, byWeek } from 'overdeliver';
import { afterAll, describe, expect, it } from 'vitest';

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
