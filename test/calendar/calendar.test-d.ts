import {
  type BusinessCalendar,
  businessCalendar,
  type ClockPromise,
  dueDate,
  durationBetween,
  type PromiseClock,
  type PromisePlan,
  promiseClocks,
  type ServiceEvent,
} from 'overdeliver';
import { fromLocalTime } from 'overdeliver/calendar';
import { expectTypeOf, it } from 'vitest';

const now = new Date(0);
const events: readonly ServiceEvent[] = [];

it('a calendar is plain data, as written or as checked', () => {
  expectTypeOf(businessCalendar).returns.toEqualTypeOf<BusinessCalendar>();
  expectTypeOf({ zone: 'UTC', open: { monday: ['09:00-17:00'] } }).toExtend<BusinessCalendar>();
  expectTypeOf({ zone: 'UTC', holidays: ['2026-12-25'] as const }).toExtend<BusinessCalendar>();
  // @ts-expect-error a zone is needed
  businessCalendar({});
  // @ts-expect-error there is no such weekday
  businessCalendar({ zone: 'UTC', open: { montag: [] } });
});

it('a plan can be due', () => {
  expectTypeOf<PromisePlan>().toExtend<Parameters<typeof dueDate>[2]>();
  expectTypeOf(dueDate).returns.toEqualTypeOf<Date>();
  // @ts-expect-error weeks are no unit
  durationBetween({ zone: 'UTC' }, now, now, 'weeks');
});

it('a local time is text, in a zone', () => {
  expectTypeOf(fromLocalTime).returns.toEqualTypeOf<Date>();
  // @ts-expect-error the host's zone is never meant
  fromLocalTime('2026-03-05 18:40');
  // @ts-expect-error a date is an instant already
  fromLocalTime(now, 'UTC');
});

it('clocks have the names of their promises', () => {
  const clocks = promiseClocks(
    { zone: 'UTC' },
    events,
    { answer: { plan: { promise: 1, unit: 'hours' }, until: 'responded' } },
    { asOf: now },
  );
  expectTypeOf(clocks).toEqualTypeOf<Readonly<Record<'answer', PromiseClock>>>();
  expectTypeOf<PromisePlan>().toExtend<ClockPromise['plan']>();
  const closed = { a: { plan: { promise: 1, unit: 'hours' }, until: 'closed' } } as const;
  // @ts-expect-error what keeps a promise is the response or the resolution
  promiseClocks({ zone: 'UTC' }, events, closed, { asOf: now });
});
