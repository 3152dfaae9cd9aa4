import fc from 'fast-check';
import {
  type BusinessCalendar,
  capabilityFromCensored,
  planPromise,
  promiseClocks,
  type ServiceEvent,
} from 'overdeliver';
import { type ServiceClock, usedTime } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { desk } from './given';

const on = (text: string) => `2026-03-${text}:00+01:00`;
const request = (...list: readonly string[]): ServiceEvent[] =>
  list.map((text) => {
    const [at = '', kind = '', reason] = text.split(' ');
    return { at: on(at), kind: kind as ServiceEvent['kind'], ...(reason && { reason }) };
  });
const clocks = {
  firstResponse: { until: 'responded' },
  resolution: { until: 'resolved', pauses: true },
} as const satisfies Record<string, ServiceClock>;
const unit = 'open-hours';

// The desk is open from 9 to 12 and from 13 to 17; 2026-03-02 is a Monday.
describe('usedTime', () => {
  it('counts the open time of each clock without its pauses', () => {
    const requests = [
      request('02T10:00 opened', '02T11:00 responded', '02T14:30 resolved'),
      request('02T16:00 opened', '02T16:30 pending', '03T10:00 resumed', '03T11:30 resolved'),
      // Waits for the customer from 11 and for a part from 14 on, until Tuesday at 15.
      request(
        '02T10:00 opened',
        '02T10:30 responded',
        '02T11:00 pending customer',
        '02T14:00 pending part',
        '03T09:00 resumed customer',
        '03T15:00 resumed part',
        '03T16:00 resolved',
      ),
      request('03T09:00 opened', '03T10:00 resolved', '04T09:00 reopened', '04T11:00 resolved'),
      request('04T16:00 opened', '04T16:15 pending'),
    ];
    const used = usedTime(desk, requests, clocks, { unit, asOf: on('05T10:00') });
    expect(used).toEqual({
      firstResponse: { used: [1, 3.5, 0.5, 1, 2], finished: [true, true, true, true, false] },
      resolution: { used: [3.5, 2, 2, 3, 0.25], finished: [true, true, true, true, false] },
    });
    const { resolution } = usedTime(desk, requests, clocks, {
      unit: 'minutes',
      asOf: on('05T10:00'),
    });
    expect(resolution.used).toEqual([270, 120, 120, 180, 15]);
  });

  it('is what a capability takes', () => {
    const requests = Array.from({ length: 9 }, () =>
      request('02T10:00 opened', '02T12:00 resolved'),
    );
    const { resolution } = usedTime(desk, requests, clocks, { unit, asOf: on('02T12:00') });
    const past = capabilityFromCensored(resolution.used, { unit, finished: resolution.finished });
    expect(planPromise(past, { keepRate: 0.9 })).toMatchObject({ promise: 2, unit });
  });

  it('of nothing is nothing', () => {
    expect(usedTime(desk, [], clocks, { unit, asOf: 0 }).resolution).toEqual({
      used: [],
      finished: [],
    });
    expect(
      usedTime(desk, [request('02T10:00 opened')], {}, { unit, asOf: on('03T10:00') }),
    ).toEqual({});
  });

  it('counts as promiseClocks does', () => {
    const kinds = fc.constantFrom('responded', 'pending', 'resumed', 'resolved', 'reopened');
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), kinds), { maxLength: 8 });
    let compared = 0;
    holds(
      fc.property(steps, fc.boolean(), (list, pauses) => {
        let now = Date.parse(on('02T10:00'));
        const events: ServiceEvent[] = [{ at: now, kind: 'opened' }];
        for (const [minutes, kind] of list) {
          now += minutes * 60_000;
          events.push({ at: now, kind });
        }
        const clock = { until: 'resolved', pauses } as const;
        const mine = () => usedTime(desk, [events], { clock }, { unit, asOf: now + 1e7 }).clock;
        const plan = { promise: 500, unit } as const;
        const theirs = () =>
          promiseClocks(desk, events, { clock: { plan, ...clock } }, { asOf: now + 1e7 }).clock;
        try {
          theirs();
        } catch {
          const refused = refusal(mine);
          const { code, expected } = refusal(theirs);
          expect(refused).toMatchObject({ function: 'usedTime', code, expected });
          expect(refused.path).toBe(refusal(theirs).path.replace('events', 'requests[0]'));
          return;
        }
        compared++;
        expect(mine().used[0]).toBe(theirs().used);
        expect(mine().finished[0]).toBe(theirs().stopped !== null);
      }),
      300,
    );
    expect(compared).toBeGreaterThan(30);
  });
});

describe('where the clocks change', () => {
  /** Minutes between two instants at which the clock of the zone shows a time of opening, counted one by one. */
  const countedMinutes = (zone: string, from: number, to: number) => {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      hourCycle: 'h23',
    });
    let count = 0;
    for (let t = from; t < to; t += 60_000) if (Number(format.format(t)) < 6) count++;
    return count;
  };

  it.each<[string, string, string, number]>([
    ['Europe/Berlin', '2026-03-28T20:00:00+01:00', '2026-03-29T12:00:00+02:00', 300],
    ['Europe/Berlin', '2026-10-24T20:00:00+02:00', '2026-10-25T12:00:00+01:00', 420],
    ['America/New_York', '2026-03-07T20:00:00-05:00', '2026-03-08T12:00:00-04:00', 300],
    ['America/New_York', '2026-10-31T20:00:00-04:00', '2026-11-01T12:00:00-05:00', 420],
  ])('a night in %s from %s on has the hours it has', (zone, from, to, minutes) => {
    const night: BusinessCalendar = {
      zone,
      open: { sunday: ['00:00-06:00'], saturday: ['00:00-06:00'] },
    };
    const asOf = Date.parse(to) + 3_600_000;
    const events: ServiceEvent[] = [
      { at: from, kind: 'opened' },
      { at: to, kind: 'resolved' },
    ];
    const count = (list: readonly ServiceEvent[]) =>
      usedTime(night, [list], clocks, { unit: 'open-minutes', asOf }).resolution.used[0];
    expect(count(events)).toBe(minutes);
    expect(count(events)).toBe(countedMinutes(zone, Date.parse(from), Date.parse(to)));
    // A wait for two things at once, over the change: from half past midnight, until half past four.
    const [opened, resolved] = events as [ServiceEvent, ServiceEvent];
    const midnight = Date.parse(from) + 4 * 3_600_000;
    const [a, b, c, d] = [30, 60, 90, 200].map((minute) => midnight + minute * 60_000);
    const waits: ServiceEvent[] = [
      { at: a as number, kind: 'pending', reason: 'customer' },
      { at: b as number, kind: 'pending', reason: 'supplier' },
      { at: c as number, kind: 'resumed', reason: 'customer' },
      { at: d as number, kind: 'resumed', reason: 'supplier' },
    ];
    expect(count([opened, ...waits, resolved])).toBe(
      minutes - countedMinutes(zone, a as number, d as number),
    );
  });
});

describe('usedTime refuses', () => {
  const asOf = on('05T10:00');
  const fine = request('02T10:00 opened');
  it.each<[string, unknown, unknown, unknown, string, string]>([
    ['a request without events', [fine, []], clocks, { unit, asOf }, 'missing', 'requests[1][0]'],
    [
      'events that are not in a list of requests',
      fine,
      clocks,
      { unit, asOf },
      'wrong-type',
      'requests[0]',
    ],
    [
      'another order',
      [fine, request('03T10:00 opened', '02T10:00 resolved')],
      clocks,
      { unit, asOf },
      'date-order',
      'requests[1][1].at',
    ],
    [
      'what cannot follow',
      [request('02T10:00 opened', '02T10:00 resumed')],
      clocks,
      { unit, asOf },
      'ambiguous',
      'requests[0][1].kind',
    ],
    [
      'what is yet to come',
      [fine],
      clocks,
      { unit, asOf: on('01T10:00') },
      'date-order',
      'requests[0][0].at',
    ],
    [
      'a plan, which is none of its',
      [fine],
      { a: { until: 'resolved', plan: { promise: 1, unit } } },
      { unit, asOf },
      'unknown-name',
      'clocks.a.plan',
    ],
    [
      'another end',
      [fine],
      { a: { until: 'closed' } },
      { unit, asOf },
      'unknown-name',
      'clocks.a.until',
    ],
    ['days', [fine], clocks, { unit: 'business-days', asOf }, 'unknown-name', 'options.unit'],
    ['no unit', [fine], clocks, { asOf }, 'missing', 'options.unit'],
    ['no date', [fine], clocks, { unit }, 'missing', 'options.asOf'],
  ])('%s', (_, requests, some, options, code, path) => {
    const call = () => usedTime(desk, requests as never, some as never, options as never);
    expect(refusal(call)).toMatchObject({ function: 'usedTime', code, path });
  });

  it('a date with the value that was given', () => {
    const events = request('02T10:00 opened', '01T10:00 resolved');
    const options = { unit, asOf: on('05T10:00') } as const;
    const value = events[1]?.at;
    expect(refusal(() => usedTime(desk, [events], clocks, options)).value).toBe(value);
    const promises = { a: { plan: { promise: 1, unit }, until: 'resolved' } } as const;
    expect(refusal(() => promiseClocks(desk, events, promises, { asOf: options.asOf })).value).toBe(
      value,
    );
  });
});
