import fc from 'fast-check';
import {
  businessCalendar,
  capabilityAsOf,
  capabilityFromCensored,
  durationBetween,
} from 'overdeliver';
import { durationsAsOf, recencyWeights } from 'overdeliver/capability';
import type { DateInput } from 'overdeliver/core';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const hour = 3_600_000;
const epoch = Date.UTC(2026, 2, 1);
const at = (hours: number) => new Date(epoch + hours * hour);

describe('what is known on a date', () => {
  const orders = [
    { started: at(0), finished: at(3) },
    { started: at(1), finished: at(9) },
    { started: at(2), cancelled: at(4) },
    { started: at(5), finished: null, cancelled: null },
    { started: at(8), finished: at(10) },
  ];
  const known = (hours: number, more = {}) =>
    capabilityAsOf(orders, { asOf: at(hours), unit: 'hours', ...more });

  it('leaves out what starts later, and takes as under way what ends later', () => {
    // As of hour 6: one finished in 3, one open for 5, one cancelled after 2, one open for 1.
    const brute = capabilityFromCensored([3, 5, 2, 1], {
      unit: 'hours',
      finished: [true, false, false, false],
    });
    expect(known(6).toJSON()).toEqual(brute.toJSON());
    expect(known(6).chance(3)).toBe(0.5);
    expect(refusal(() => known(6).quantile(0.6)).code).toBe('not-identified');
  });

  it('knows a finish from its very moment on', () => {
    expect(known(9).n).toBe(2);
    expect(known(8.999).n).toBe(1);
    expect(known(3).n).toBe(1);
    expect(refusal(() => known(2.999))).toMatchObject({ code: 'not-enough-data', path: 'orders' });
  });

  it('knows a start, a cancellation and a loss from their very moments on', () => {
    const some = [
      { started: at(0), cancelled: at(4) },
      { started: at(0), lost: at(4) },
      { started: at(4) },
    ];
    const { counts, samples } = durationsAsOf(some, { asOf: at(4), unit: 'hours' });
    expect(counts).toEqual({ finished: 0, underWay: 1, cancelled: 1, lost: 1, later: 0 });
    expect([...samples]).toEqual([4, 4, 0]);
  });

  it('says what was lost only where something was', () => {
    // Under way for 5 hours, which is not longer than 5.
    for (const lostAfter of [undefined, 5]) {
      const { options } = durationsAsOf(orders, { asOf: at(10), unit: 'hours', lostAfter });
      expect(Object.keys(options)).toEqual(['unit', 'finished']);
    }
    const { options } = durationsAsOf(orders, { asOf: at(10), unit: 'hours', lostAfter: 4 });
    expect([...(options.lost ?? [])]).toEqual([0, 0, 0, 1, 0]);
  });

  it('measures in its unit', () => {
    for (const [unit, time] of [
      ['minutes', 180],
      ['hours', 3],
      ['days', 0.125],
    ] as const) {
      expect(known(6, { unit }).quantile(0.1)).toBe(time);
      expect(known(6, { unit }).unit).toBe(unit);
    }
  });

  it('measures as a calendar does', () => {
    const open = ['09:00-17:00'];
    const desk = businessCalendar({
      zone: 'UTC',
      open: { monday: open, tuesday: open, wednesday: open, thursday: open, friday: open },
    });
    // From Sunday, 1 March: done on Monday, on Tuesday, and one still under way on Wednesday.
    const week = [
      { started: at(10), finished: at(34) },
      { started: at(34), finished: at(58) },
      { started: at(35) },
    ];
    const unit = 'business-days';
    const days = capabilityAsOf(week, {
      asOf: at(83),
      unit,
      duration: (from, to) => durationBetween(desk, from, to, unit),
    });
    const brute = capabilityFromCensored([0, 1, 2], { unit, finished: [1, 1, 0] });
    expect(days.toJSON()).toEqual(brute.toJSON());
  });

  it('refuses a unit that nothing measures, and a measure that is none', () => {
    expect(refusal(() => known(6, { unit: 'business-days' }))).toMatchObject({
      code: 'unknown-name',
      path: 'options.unit',
      expected:
        "one of minutes, hours, days, or options.duration to measure it, such as (from, to) => durationBetween(calendar, from, to, 'business-days')",
    });
    const weeks = refusal(() => known(6, { unit: 'weeks' }));
    expect(weeks.expected).toBe(
      'one of minutes, hours, days; count weeks in days: plans round to them by toMultipleOf(7)',
    );
    for (const unit of ['seconds', 'ms'])
      expect(refusal(() => known(6, { unit })).expected).toBe(
        'one of minutes, hours, days, or options.duration to measure it, such as (from, to) => (to.getTime() - from.getTime()) / 1000 for seconds',
      );
    for (const wrong of [Number.NaN, -1, '3']) {
      const call = () => known(6, { unit: 'open-hours', duration: () => wrong });
      expect(refusal(call).path).toBe('options.duration');
    }
    expect(refusal(() => known(6, { duration: 3 })).path).toBe('options.duration');
  });

  it('weighs by the start', () => {
    const halfLifeDays = 0.25;
    const starts = orders.map(({ started }) => started);
    const weights = recencyWeights(starts, { asOf: at(12), halfLifeDays });
    const brute = capabilityFromCensored([3, 8, 2, 7, 2], {
      unit: 'hours',
      finished: [1, 1, 0, 0, 1],
      weights,
    });
    expect(known(12, { halfLifeDays }).toJSON()).toEqual(brute.toJSON());
  });

  it('has the guarantee of plain samples where all have finished', () => {
    const done = orders.slice(0, 2);
    const { ranks } = capabilityAsOf(done, { asOf: at(9), unit: 'hours' });
    expect([ranks?.n, ranks?.byRank(2)]).toEqual([2, 8]);
  });
});

it('sees nothing of what comes later', () => {
  const order = fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.boolean())
    .map(([from, took, done]) => ({ started: from, end: from + took, done }));
  holds(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 0, max: 60 }),
      (orders, now) => {
        const dated = (ends: (end: number) => Date | null) =>
          orders
            .filter(({ started }) => started <= now)
            .map(({ started, end, done }) => ({
              started: at(started),
              [done ? 'finished' : 'cancelled']: ends(end),
            }));
        const answer = (list: ReturnType<typeof dated>) => {
          try {
            return capabilityAsOf(list, { asOf: at(now), unit: 'hours' }).toJSON();
          } catch (error) {
            return (error as Error).message;
          }
        };
        // The whole story, and only what had happened by then.
        const told = answer(dated((end) => (end <= now ? at(end) : null)));
        expect(answer(dated(at))).toEqual(told);
      },
    ),
  );
});

it.each([
  ['milliseconds', (date: Date) => date.getTime()],
  ['text with an offset', (date: Date) => date.toISOString().replace('Z', '+00:00')],
  ['instants of Temporal', (date: Date) => ({ epochMilliseconds: date.getTime() })],
])('takes dates as %s', (_, as) => {
  const orders = (of: (date: Date) => DateInput) => [
    { started: of(at(0)), finished: of(at(3)) },
    { started: of(at(1)), finished: of(at(9)) },
    { started: of(at(2)), cancelled: of(at(4)) },
  ];
  const options = { unit: 'hours', halfLifeDays: 1 };
  const given = capabilityAsOf(orders(as), { ...options, asOf: as(at(6)) });
  const dated = capabilityAsOf(
    orders((date) => date),
    { ...options, asOf: at(6) },
  );
  expect(given.toJSON()).toEqual(dated.toJSON());
});

it('measures between dates of its own, whatever it was given', () => {
  const orders = [{ started: at(0).getTime(), finished: at(2).toISOString() }];
  const duration = (from: Date, to: Date) => (to.getTime() - from.getTime()) / hour;
  const took = capabilityAsOf(orders, { asOf: at(6).getTime(), unit: 'open-hours', duration });
  expect(took.quantile(1)).toBe(2);
});

it.each([
  [[{ started: at(1), finished: at(0) }], {}, 'date-order', 'orders[0].finished'],
  [[{ started: at(1), cancelled: at(0) }], {}, 'date-order', 'orders[0].cancelled'],
  [[{ started: at(1), finished: at(2), cancelled: at(2) }], {}, 'ambiguous', 'orders[0]'],
  [[{ started: '2026-03-01' }], {}, 'wrong-type', 'orders[0].started'],
  [[{ started: '2026-03-01T12:00:00' }], {}, 'wrong-type', 'orders[0].started'],
  [[], { asOf: '2026-03-01T12:00:00' }, 'wrong-type', 'options.asOf'],
  [[], { duration: 5 }, 'wrong-type', 'options.duration'],
  [[{ started: at(0), finished: at(Number.NaN) }], {}, 'wrong-type', 'orders[0].finished'],
  [[{}], {}, 'missing', 'orders[0].started'],
  [[null], {}, 'wrong-type', 'orders[0]'],
  [7, {}, 'wrong-type', 'orders'],
  [[], {}, 'not-enough-data', 'orders'],
  [[], { asOf: undefined }, 'missing', 'options.asOf'],
  [[], { unit: 'weeks' }, 'unknown-name', 'options.unit'],
  [[], { unit: 'constructor' }, 'unknown-name', 'options.unit'],
  [[{ started: at(0) }], { unit: 'toString' }, 'unknown-name', 'options.unit'],
  [[], { halfLifeDays: 0 }, 'out-of-range', 'options.halfLifeDays'],
])('refuses %j with %j', (orders, more, code, path) => {
  const call = () =>
    capabilityAsOf(orders as never, { asOf: at(9), unit: 'hours', ...more } as never);
  expect(refusal(call)).toMatchObject({ code, path, function: 'capabilityAsOf' });
});

it('says what an order is where there is none', () => {
  for (const none of [null, undefined]) {
    const call = () => capabilityAsOf([none as never], { asOf: at(9), unit: 'hours' });
    expect(refusal(call).expected).toBe('an order with its dates');
  }
});

it('says what to do where no order has finished', () => {
  const asOf = '2026-03-08T00:00Z';
  const rows = [
    { started: '2026-03-01T00:00Z', handed_over: '2026-03-04T00:00Z' },
    { started: '2026-03-02T00:00Z', handed_over: '2026-03-05T00:00Z' },
    { started: '2026-04-02T00:00Z' },
  ];
  expect(refusal(() => capabilityAsOf(rows, { asOf, unit: 'days' }))).toMatchObject({
    code: 'not-enough-data',
    path: 'orders',
    message:
      'capabilityAsOf: orders holds 0 finished as of options.asOf, of 2 that had started; expected at least 1 for a capability: give the date of delivery as `finished`, or an asOf after the first of them',
  });
});
