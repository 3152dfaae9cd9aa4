import {
  type BusinessCalendar,
  type DurationUnit,
  dueDate,
  durationBetween,
  promiseClocks,
} from 'overdeliver';
import { dueWindow, latestStart, usedTime } from 'overdeliver/calendar';
import { describe, expect, it } from 'vitest';
import { aDate, refusal } from '../core/refusal';
import { desk } from './given';

const now = new Date('2026-03-05T12:00:00Z');
const hour = { promise: 1, unit: 'hours' };
/** Open on one day only, and closed for good after it. */
const once: BusinessCalendar = {
  zone: 'UTC',
  open: {},
  specialHours: { '2026-03-06': ['09:00-17:00'] },
};
const after = new Date('2026-03-06T17:00:00.001Z');
const dates = 'a date from 1900 to 9000';
const units = 'one of minutes, hours, open-minutes, open-hours, days, business-days';
const inDays = '; count weeks in days: plans round to them by toMultipleOf(7)';
const rounding = 'minutes that divide a day, such as 15, a time such as 18:00, or end-of-day';
const tooLong = 'a promise that falls due within 100 years, and while the calendar still opens';
const closed = 'a date before the last opening of the calendar';
type Refused = [string, string, string, string];

describe('dueDate refuses', () => {
  it.each<[...Refused, unknown, unknown, unknown?]>([
    ['an invalid date', 'from', 'wrong-type', aDate, new Date('soon'), hour],
    ['text without an offset', 'from', 'wrong-type', aDate, '2026-03-02T18:00', hour],
    ['a date too early', 'from', 'out-of-range', dates, new Date('1899-12-31T23:59:59.999Z'), hour],
    ['a date too late', 'from', 'out-of-range', dates, new Date('9001-01-01'), hour],
    [
      'a promise below 0',
      'plan.promise',
      'out-of-range',
      'a finite number of at least 0',
      now,
      { promise: -1, unit: 'hours' },
    ],
    [
      'no finite promise',
      'plan.promise',
      'out-of-range',
      'a finite number',
      now,
      { promise: Number.NaN, unit: 'hours' },
    ],
    [
      'a unit that is none of time',
      'plan.unit',
      'unknown-name',
      units,
      now,
      { promise: 1, unit: 'points' },
    ],
    ['no plan', 'plan', 'missing', 'an object with promise, unit', now, undefined],
    [
      'a step that does not divide a day',
      'options.roundUpTo',
      'out-of-range',
      rounding,
      now,
      hour,
      { roundUpTo: 50 },
    ],
    [
      'a step of less than a minute',
      'options.roundUpTo',
      'out-of-range',
      rounding,
      now,
      hour,
      { roundUpTo: 0.5 },
    ],
    ['no step', 'options.roundUpTo', 'out-of-range', rounding, now, hour, { roundUpTo: 0 }],
    ['a step back', 'options.roundUpTo', 'out-of-range', rounding, now, hour, { roundUpTo: -15 }],
    [
      'a step of two days',
      'options.roundUpTo',
      'out-of-range',
      rounding,
      now,
      hour,
      { roundUpTo: 2880 },
    ],
    [
      'a malformed time',
      'options.roundUpTo',
      'out-of-range',
      rounding,
      now,
      hour,
      { roundUpTo: '6pm' },
    ],
    [
      'a step as text',
      'options.roundUpTo',
      'out-of-range',
      rounding,
      now,
      hour,
      { roundUpTo: '15' },
    ],
    ['another type', 'options.roundUpTo', 'wrong-type', rounding, now, hour, { roundUpTo: true }],
    [
      'an unknown option',
      'options.round',
      'unknown-name',
      'one of roundUpTo',
      now,
      hour,
      { round: 15 },
    ],
  ])('%s', (_, path, code, expected, from, plan, options) => {
    const call = () => dueDate(desk, from as Date, plan as typeof hour, options as object);
    expect(refusal(call)).toMatchObject({ function: 'dueDate', path, code, expected });
  });

  it.each<[string, number, string]>([
    ['minutes', 100 * 365.25 * 1440 + 1, 'hours away'],
    ['open-hours', 8.001, 'open time'],
    ['business-days', 1, 'business days'],
    ['days', 36_526, 'days'],
    ['days', 1e300, 'more than any date'],
    ['open-minutes', 1e300, 'more than any date'],
  ])('%s: %d, too long on a calendar that is open once', (unit, promise) => {
    expect(refusal(() => dueDate(once, now, { promise, unit }))).toMatchObject({
      path: 'plan.promise',
      code: 'out-of-range',
      value: promise,
      expected: tooLong,
    });
  });

  it.each(['open-hours', 'business-days'])('%s on a calendar closed for good', (unit) => {
    expect(refusal(() => dueDate(once, after, { promise: 0, unit }))).toMatchObject({
      function: 'dueDate',
      path: 'from',
      code: 'out-of-range',
      value: after,
      expected: closed,
    });
  });

  it('an end of day that never comes', () => {
    const late = () =>
      dueDate(once, now, { promise: 3, unit: 'days' }, { roundUpTo: 'end-of-day' });
    expect(refusal(late)).toMatchObject({ path: 'plan.promise', expected: tooLong });
  });

  it('nothing that comes in the nick of time', () => {
    const end = new Date('2026-03-06T17:00:00Z');
    expect(dueDate(once, now, { promise: 8, unit: 'open-hours' })).toEqual(end);
    expect(dueDate(once, now, { promise: 0, unit: 'business-days' })).toEqual(end);
    expect(dueDate(once, end, { promise: 0, unit: 'business-days' })).toEqual(end);
    expect(dueDate(once, now, { promise: 36_525, unit: 'days' })).toEqual(
      new Date('2126-03-06T12:00:00Z'),
    );
  });
});

describe('durationBetween refuses', () => {
  it.each<[...Refused, unknown, unknown, unknown]>([
    [
      'an end before its beginning',
      'to',
      'date-order',
      'a date from 2026-03-05T12:00:00.000Z on',
      now,
      new Date(now.getTime() - 1),
      'hours',
    ],
    ['an invalid beginning', 'from', 'wrong-type', aDate, new Date('soon'), now, 'hours'],
    ['no end', 'to', 'missing', aDate, now, undefined, 'hours'],
    ['an end too late', 'to', 'out-of-range', dates, now, new Date(8.64e15), 'hours'],
    ['an unknown unit', 'unit', 'unknown-name', units, now, now, 'seconds'],
    ['weeks', 'unit', 'unknown-name', `${units}${inDays}`, now, now, 'weeks'],
    ['no unit', 'unit', 'missing', units, now, now, undefined],
    ['business days that never end', 'to', 'out-of-range', closed, now, after, 'business-days'],
  ])('%s', (_, path, code, expected, from, to, unit) => {
    const call = () => durationBetween(once, from as Date, to as Date, unit as DurationUnit);
    expect(refusal(call)).toMatchObject({ function: 'durationBetween', path, code, expected });
  });

  it.each<DurationUnit>(['open-hours', 'open-minutes', 'business-days'])(
    '%s of more than 100 years, at once',
    (unit) => {
      const [from, to] = [new Date('1900-01-01'), new Date('9000-01-01')];
      expect(refusal(() => durationBetween(desk, from, to, unit))).toMatchObject({
        function: 'durationBetween',
        path: 'to',
        code: 'out-of-range',
        value: to,
        expected:
          'a date within 100 years of from, up to 2000-01-02T00:00:00.000Z; hours and days have no limit',
      });
    },
  );

  it('none of time as it passes', () => {
    const [from, to] = [new Date('1900-01-01'), new Date('9000-01-01')];
    const took = (unit: DurationUnit) => durationBetween(desk, from, to, unit);
    expect([took('minutes'), took('hours')]).toEqual([3_734_239_680, 62_237_328]);
    expect(took('days')).toBe(2_593_222);
  });

  it('nothing that dueDate promised, up to 100 years', () => {
    const plan = (promise: number, unit: DurationUnit) => {
      const due = dueDate({ zone: 'UTC' }, now, { promise, unit });
      return durationBetween({ zone: 'UTC' }, now, due, unit);
    };
    expect(plan(876_600, 'open-hours')).toBe(876_600);
    expect(plan(36_524, 'business-days')).toBe(36_524);
    const late = () => plan(36_525, 'business-days');
    expect(refusal(late)).toMatchObject({ path: 'plan.promise', expected: tooLong });
  });

  it('no open time on a calendar closed for good: it is 0', () => {
    expect(durationBetween(once, after, new Date('2080-01-01'), 'open-hours')).toBe(0);
  });
});

describe('a unit that is not counted', () => {
  const weeks = { promise: 3, unit: 'weeks' };

  it('says how to promise weeks', () => {
    for (const call of [
      () => dueDate(desk, now, weeks),
      () => dueWindow(desk, now, { from: 2, to: 3, unit: 'weeks' }),
      () => latestStart(desk, now, weeks),
    ])
      expect(refusal(call)).toMatchObject({ code: 'unknown-name', expected: `${units}${inDays}` });
  });

  it.each(['days', 'business-days', 'weeks'])('says how to take waits off %s', (unit) => {
    const clock = { until: 'resolved', pauses: true } as const;
    const opened = [{ at: now, kind: 'opened' }] as const;
    const used = refusal(() =>
      usedTime(desk, [opened], { resolution: clock }, { unit: unit as never, asOf: now }),
    );
    expect(used.expected).toContain(
      '; count open-hours of a calendar that opens for as long each day',
    );
    const plan = { promise: 3, unit: unit as never };
    const clocks = { resolution: { ...clock, plan } };
    const promised = refusal(() => promiseClocks(desk, opened, clocks, { asOf: now }));
    expect(promised.expected).toBe(used.expected);
    expect(promised.path).toBe('promises.resolution.plan.unit');
  });
});
