import fc from 'fast-check';
import {
  type BusinessCalendar,
  businessCalendar,
  type DurationUnit,
  dueDate,
  durationBetween,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { desk, pizzeria, weekdays } from './given';

const halfHour = 1_800_000;
const calendars: readonly BusinessCalendar[] = [
  desk,
  pizzeria,
  { ...desk, cutOff: '11:30' },
  { zone: 'Europe/Berlin' },
  { zone: 'Australia/Lord_Howe', open: weekdays('00:00-24:00'), holidays: ['2026-04-06'] },
  {
    zone: 'America/Sao_Paulo',
    open: {
      saturday: ['20:00-04:00'],
      sunday: ['04:00-09:00', '23:00-24:00'],
      monday: ['00:00-01:00'],
    },
  },
  {
    zone: 'America/St_Johns',
    open: weekdays('22:00-06:00'),
    specialHours: { '2026-03-08': ['01:00-03:00'] },
  },
  { zone: 'Pacific/Apia', open: weekdays('09:00-17:00') },
].map(businessCalendar);

const calendar = fc.constantFrom(...calendars);
const units: readonly DurationUnit[] = [
  'minutes',
  'hours',
  'open-minutes',
  'open-hours',
  'days',
  'business-days',
];
const unit = fc.constantFrom(...units);
const promise = fc.double({ min: 0, max: 300, noNaN: true });
/** Around changes of clocks, as well as anywhere. */
const from = fc.oneof(
  fc.date({ min: new Date('2010-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  fc
    .tuple(
      fc.constantFrom(
        ...[
          '2026-03-29T01:00Z',
          '2026-10-25T01:00Z',
          '2018-11-04T03:00Z',
          '2018-02-18T02:00Z',
          '2011-12-30T10:00Z',
          '2026-04-04T15:00Z',
        ],
      ),
      fc.integer({ min: -200_000_000, max: 100_000_000 }),
    )
    .map(([change, ms]) => new Date(Date.parse(change) + ms)),
);
const later = fc.integer({ min: 0, max: 40 * 86_400_000 });

describe('a due date', () => {
  it('is never before what it is counted from, nor earlier for a longer promise', () => {
    const more = fc.double({ min: 0, max: 50, noNaN: true });
    holds(
      fc.property(calendar, from, promise, unit, more, (where, start, amount, of, extra) => {
        const due = dueDate(where, start, { promise: amount, unit: of });
        expect(due.getTime()).toBeGreaterThanOrEqual(start.getTime());
        const longer = dueDate(where, start, { promise: amount + extra, unit: of });
        expect(longer.getTime()).toBeGreaterThanOrEqual(due.getTime());
      }),
      400,
    );
  });

  it('is never earlier when counted from later', () => {
    holds(
      fc.property(calendar, from, promise, unit, later, (where, start, amount, of, ms) => {
        const due = dueDate(where, start, { promise: amount, unit: of });
        const after = dueDate(where, new Date(start.getTime() + ms), { promise: amount, unit: of });
        // The same time of day 1 day after two moments of an hour that comes twice is in order of its clock.
        if (of !== 'days') expect(after.getTime()).toBeGreaterThanOrEqual(due.getTime());
        else expect(after.getTime()).toBeGreaterThanOrEqual(due.getTime() - 3_600_000);
      }),
      400,
    );
  });

  it('is never moved back by rounding, and by less than the step', () => {
    const step = fc.constantFrom<number | string>(
      1,
      5,
      15,
      30,
      60,
      1440,
      '00:00',
      '02:30',
      '18:00',
      '24:00',
      'end-of-day',
    );
    holds(
      fc.property(calendar, from, promise, unit, step, (where, start, amount, of, roundUpTo) => {
        const plan = { promise: amount, unit: of };
        const exact = dueDate(where, start, plan).getTime();
        const rounded = dueDate(where, start, plan, { roundUpTo });
        expect(rounded.getTime()).toBeGreaterThanOrEqual(exact);
        const again = dueDate(where, rounded, { promise: 0, unit: 'minutes' }, { roundUpTo });
        expect(again).toEqual(rounded);
        if (typeof roundUpTo === 'number') {
          // A change of clocks on the way can add an hour.
          expect(rounded.getTime() - exact).toBeLessThan(roundUpTo * 60_000 + 3_600_000);
        }
      }),
      400,
    );
  });
});

describe('business days', () => {
  it('are counted one by one, however many weeks are taken at once', () => {
    const days = fc.integer({ min: 0, max: 40 });
    const closing = calendar.filter(({ cutOff }) => cutOff === undefined);
    holds(
      fc.property(closing, from, days, (where, start, count) => {
        const plan = (promise: number) => ({ promise, unit: 'business-days' });
        let end = dueDate(where, start, plan(0));
        for (let i = 0; i < count; i++) {
          end = dueDate(where, new Date(end.getTime() + 1), plan(0));
        }
        expect(dueDate(where, start, plan(count))).toEqual(end);
        expect(durationBetween(where, start, end, 'business-days')).toBe(count);
      }),
      200,
    );
  });
});

describe('a duration', () => {
  it('is at most the promise for what ends by the due date, and more for what ends after it', () => {
    holds(
      fc.property(calendar, from, promise, unit, later, (where, start, amount, of, ms) => {
        const due = dueDate(where, start, { promise: amount, unit: of });
        const end = new Date(start.getTime() + ms);
        const took = durationBetween(where, start, end, of);
        // Business days are whole, and so are the milliseconds of a due date.
        const most = of === 'business-days' ? Math.ceil(amount) : amount + 1 / 60_000;
        if (end <= due) expect(took).toBeLessThanOrEqual(most);
        else expect(took).toBeGreaterThanOrEqual(amount);
      }),
      600,
    );
  });

  it('of less than a promise ends before its due date', () => {
    holds(
      fc.property(calendar, from, unit, later, (where, start, of, ms) => {
        const end = new Date(start.getTime() + ms);
        const took = durationBetween(where, start, end, of);
        const due = dueDate(where, start, { promise: took + 1e-4, unit: of });
        expect(due.getTime()).toBeGreaterThanOrEqual(end.getTime());
      }),
      400,
    );
  });

  it('of open time adds up', () => {
    holds(
      fc.property(calendar, from, later, later, (where, start, first, second) => {
        const middle = new Date(start.getTime() + first);
        const end = new Date(middle.getTime() + second);
        const open = (a: Date, b: Date) => durationBetween(where, a, b, 'open-minutes');
        expect(open(start, middle) + open(middle, end)).toBeCloseTo(open(start, end), 6);
        expect(open(start, end)).toBeLessThanOrEqual((first + second) / 60_000);
      }),
      200,
    );
  });

  // Half hour by half hour: what does the zone's clock show, and is that an open time? Engines' own
  // formatting tells the clock, so nothing is shared with the code under test.
  it('of open time is that of a watch which looks at the clock on the wall', () => {
    const steps = fc.integer({ min: 0, max: 48 * 40 });
    holds(
      fc.property(calendar, from, steps, (where, anywhere, count) => {
        const start = Math.floor(anywhere.getTime() / halfHour) * halfHour;
        const open = isOpen(where);
        let total = 0;
        for (let i = 0; i < count; i++) if (open(start + i * halfHour)) total += 30;
        const end = new Date(start + count * halfHour);
        expect(durationBetween(where, new Date(start), end, 'open-minutes')).toBe(total);
      }),
      100,
    );
  });
});

/** Whether the clock on the wall shows an open time at an instant. */
function isOpen({ zone, open, specialHours, holidays }: BusinessCalendar) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const names = [
    'sunday',
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
  ] as const;
  const hours = (date: string): readonly string[] => {
    if (holidays?.includes(date)) return [];
    const weekday = names[new Date(`${date}T00:00Z`).getUTCDay()] ?? 'sunday';
    return specialHours?.[date] ?? (open ? (open[weekday] ?? []) : ['00:00-24:00']);
  };
  return (instant: number): boolean => {
    const [date = '', time = ''] = format.format(instant).split(' ');
    const yesterday = new Date(Date.parse(`${date}T00:00Z`) - 86_400_000)
      .toISOString()
      .slice(0, 10);
    const within = (text: string) => {
      const [start = '', end = ''] = text.split('-');
      return time >= start && (time < end || end < start);
    };
    const overMidnight = (text: string) => {
      const [start = '', end = ''] = text.split('-');
      return end < start && time < end;
    };
    return hours(date).some(within) || hours(yesterday).some(overMidnight);
  };
}
