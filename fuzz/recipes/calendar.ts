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
const window = (r: Random, units = unit(r)) => {
  const from = r.pick([0, 1, r.int(0, 9), r.real(0, 9), -r.real(0, 9)]);
  return { from, to: from + r.pick([0, 1, r.real(0, 9)]), unit: units };
};
/** One calendar and what is made for it, or a few of each. */
const oneOrRow = <Plan>(r: Random, make: (r: Random) => Plan) => {
  if (r.flip()) return [anyCalendar(r), make(r)] as const;
  const row = r.list(r.int(1, 3), () => [anyCalendar(r), make(r)] as const);
  return [row.map(([calendar]) => calendar), row.map(([, one]) => one)] as const;
};
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
    r.some({
      dateOrder: r.pick(['day-first', 'month-first', 'year-first'] as const),
      yearsFrom: r.int(1900, 2100),
    }),
  ],
  dueDate: (r) => {
    const [calendar, plans] = oneOrRow(r, plan);
    const roundUpTo = r.pick([1, 15, 60, 240, 1440, '18:00', 'end-of-day']);
    return [calendar, date(r), plans, r.some({ roundUpTo })];
  },
  latestStart: (r) => {
    const [calendar, plans] = oneOrRow(r, plan);
    return [calendar, date(r), plans];
  },
  dueWindow: (r) => {
    const [calendar, windows] = oneOrRow(r, window);
    return [calendar, date(r), windows, r.some({ roundOutTo: r.pick([1, 15, 240, 1440, 'day']) })];
  },
  durationBetween: (r) => {
    const from = date(r);
    return [anyCalendar(r), from, later(from, r.real(0, 200)), unit(r)];
  },
  mondayToFriday: (r) => r.pick([['09:00-17:00'], ['08:00-12:00', '13:00-24:00']]),
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
