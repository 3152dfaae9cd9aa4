import { isMainThread } from 'node:worker_threads';
import { classifyStage } from 'overdeliver/expectation';
import { afterAll, describe, expect, it } from 'vitest';
import { tuned } from './given';

/** A customer who bought at one moment and last used it then, seen at another. */
function seen(zone: string | undefined, bought: string, asOf: string, settlingInDays = 1) {
  const firstPurchase = new Date(bought);
  const { settlingInEnds, daysSinceLastUse } = classifyStage(
    { firstPurchase, uses: [firstPurchase] },
    { asOf: new Date(asOf), zone, parameters: tuned({ settlingInDays }) },
  );
  return [settlingInEnds?.toISOString(), daysSinceLastUse];
}

// A day is a calendar day of the zone: its clock shows the same time again, and there is none in between.
const cases: readonly (readonly [string, () => unknown, unknown])[] = [
  [
    'New York springs forward on 2026-03-08: that day has 23 hours',
    () => seen('America/New_York', '2026-03-07T12:00:00-05:00', '2026-03-08T12:00:00-04:00'),
    ['2026-03-08T16:00:00.000Z', 1],
  ],
  [
    'one minute less is not a day there',
    () => seen('America/New_York', '2026-03-07T12:00:00-05:00', '2026-03-08T11:59:00-04:00'),
    ['2026-03-08T16:00:00.000Z', 0],
  ],
  [
    'the same 23 hours are not a day in UTC',
    () => seen('UTC', '2026-03-07T12:00:00-05:00', '2026-03-08T12:00:00-04:00'),
    ['2026-03-08T17:00:00.000Z', 0],
  ],
  [
    'New York falls back on 2026-11-01: that day has 25 hours',
    () => seen('America/New_York', '2026-10-31T12:00:00-04:00', '2026-11-01T11:00:00-05:00'),
    ['2026-11-01T17:00:00.000Z', 0],
  ],
  [
    'a settling-in time that ends in the hour New York skips ends after it',
    () => seen('America/New_York', '2026-03-07T02:30:00-05:00', '2026-03-08T12:00:00-04:00'),
    ['2026-03-08T07:30:00.000Z', 1],
  ],
  [
    'Kolkata knows no change of clocks: half past five is half past five',
    () => seen('Asia/Kolkata', '2026-03-07T00:30:00+05:30', '2026-06-05T00:30:00+05:30', 90),
    ['2026-06-04T19:00:00.000Z', 90],
  ],
  [
    'Apia skips 2011-12-30: from the 29th to the 31st are two calendar days, and 24 hours',
    () => seen('Pacific/Apia', '2011-12-29T12:00:00-10:00', '2011-12-31T12:00:00+14:00', 2),
    ['2011-12-30T22:00:00.000Z', 2],
  ],
  [
    'the same 24 hours are one day in UTC',
    () => seen('UTC', '2011-12-29T12:00:00-10:00', '2011-12-31T12:00:00+14:00', 2),
    ['2011-12-31T22:00:00.000Z', 1],
  ],
  [
    'without a zone, days are those of UTC',
    () => seen(undefined, '2026-03-07T12:00:00-05:00', '2026-03-08T12:00:00-04:00'),
    ['2026-03-08T17:00:00.000Z', 0],
  ],
  [
    'Monrovia was 44 minutes and 30 seconds behind until 1972-01-07, when midnight became 00:44:30',
    () => seen('Africa/Monrovia', '1972-01-06T12:44:30Z', '1972-01-07T12:00:00Z'),
    ['1972-01-07T12:00:00.000Z', 1],
  ],
  [
    'Dublin was 25 minutes and 21 seconds behind until 1916, and then an hour before London in summer',
    () => seen('Europe/Dublin', '1916-05-20T12:25:21Z', '1916-05-21T11:25:20Z'),
    ['1916-05-21T11:25:21.000Z', 0],
  ],
  [
    'no day later is the same moment, in the second coming of an hour too',
    () => seen('Europe/Berlin', '2026-10-25T02:30:00+01:00', '2026-10-25T02:30:00+01:00', 0),
    ['2026-10-25T01:30:00.000Z', 0],
  ],
  [
    'the end of February counts the leap day',
    () => seen('Europe/Berlin', '2028-02-28T12:00:00+01:00', '2028-03-01T12:00:00+01:00', 2),
    ['2028-03-01T11:00:00.000Z', 2],
  ],
];

describe('days of a zone', () => {
  it.each(cases)('%s', (_, call, expected) => {
    expect(call()).toEqual(expected);
  });

  it('decide the stage: settled in New York, an hour short of it in UTC', () => {
    const firstPurchase = new Date('2026-03-07T12:00:00-05:00');
    const stage = (zone: string) =>
      classifyStage(
        { firstPurchase, uses: [firstPurchase] },
        {
          asOf: new Date('2026-03-08T12:00:00-04:00'),
          zone,
          parameters: tuned({ settlingInDays: 1, minimumUses: 1 }),
        },
      ).stage;
    expect([stage('America/New_York'), stage('UTC')]).toEqual(['long-term', 'first-use']);
  });
});

// In a worker thread, where Stryker runs tests, process.env is a copy and moves no clock.
describe.runIf(isMainThread)('the zone of the host', () => {
  const own = process.env.TZ;
  afterAll(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });
  const noon = new Date('2026-01-15T12:00:00Z');

  it.each([
    ['UTC', 0],
    ['America/New_York', 300],
    ['Asia/Kolkata', -330],
    ['Pacific/Apia', -780],
  ])('does not matter: %s', (zone, offset) => {
    process.env.TZ = zone;
    expect(noon.getTimezoneOffset()).toBe(offset);
    for (const [, call, expected] of cases) expect(call()).toEqual(expected);
  });
});
