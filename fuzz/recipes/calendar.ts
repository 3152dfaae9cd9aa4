import type * as room from '../../src/calendar/index';
import type { Random } from '../random';
import { calendar as anyCalendar, date, later } from './pieces';
import type { Recipes } from './recipe';

const unit = (r: Random) =>
  r.pick(['minutes', 'hours', 'open-minutes', 'open-hours', 'days', 'business-days'] as const);
const plan = (r: Random, units = unit(r)) => ({
  promise: r.pick([0, 1, r.int(0, 30), r.real(0, 20)]),
  unit: units,
});
const elapsed = (r: Random) => r.pick(['minutes', 'hours', 'open-minutes', 'open-hours'] as const);

function request(r: Random) {
  let at = date(r, 0, 200);
  const next = () => {
    at = later(at, r.real(0, 30));
    return at;
  };
  const kinds = r.pick([
    ['opened'],
    ['opened', 'responded'],
    ['opened', 'pending', 'resumed', 'resolved'],
    ['opened', 'responded', 'pending', 'resumed', 'resolved', 'reopened'],
  ] as const);
  const events = kinds.map((kind) => ({ kind, at: next() }));
  return { events, asOf: next() };
}

export const calendar: Recipes<typeof room> = {
  businessCalendarSchema: (r) => [anyCalendar(r)],
  serviceEventSchema: (r) => [{ at: date(r), kind: r.pick(['opened', 'pending', 'resolved']) }],
  clockPromiseSchema: (r) => [{ plan: plan(r, elapsed(r)), until: 'responded' }],
  businessCalendar: (r) => [anyCalendar(r)],
  fromLocalTime: (r) => [
    date(r)
      .toISOString()
      .slice(0, r.pick([10, 16, 19, 23]))
      .replace('T', r.pick(['T', ' '])),
    r.pick(['Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe']),
  ],
  dueDate: (r) => {
    const units = unit(r);
    const whole = units.endsWith('days');
    return [
      anyCalendar(r),
      date(r),
      { promise: whole ? r.int(0, 9) : r.real(0, 99), unit: units },
      r.some({ roundUpTo: r.pick([1, 15, 60, 240, 1440, 'end-of-day']) }),
    ];
  },
  durationBetween: (r) => {
    const from = date(r);
    return [anyCalendar(r), from, later(from, r.real(0, 200)), unit(r)];
  },
  promiseClocks: (r) => {
    const { events, asOf } = request(r);
    return [
      anyCalendar(r),
      events,
      {
        first: { plan: plan(r, elapsed(r)), until: 'responded' },
        done: { plan: plan(r, elapsed(r)), until: 'resolved', ...r.some({ pauses: r.flip() }) },
      },
      { asOf },
    ];
  },
  usedTime: (r) => [
    anyCalendar(r),
    r.list(r.int(0, 3), () => request(r).events),
    { first: { until: 'responded' }, done: { until: 'resolved', ...r.some({ pauses: r.flip() }) } },
    { unit: elapsed(r), asOf: date(r, 300, 365) },
  ],
};
