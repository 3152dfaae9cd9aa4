import { type BusinessCalendar, businessCalendar, dueDate, durationBetween } from 'overdeliver';
import { dueWindow, latestStart, promiseClocks, usedTime } from 'overdeliver/calendar';
import { dateOf, type GrowthCase, listOf } from './case';

const open = { monday: ['09:00-17:00'], thursday: ['09:00-12:00', '22:00-02:00'] };
const desk = businessCalendar({ zone: 'Europe/Berlin', open: { monday: ['09:00-17:00'] } });
const dayText = (i: number) => dateOf(i).toISOString().slice(0, 10);

/** Every other day is a special one, for as many as given. */
const specialOf = (n: number): BusinessCalendar => ({
  zone: 'Europe/Berlin',
  open,
  holidays: listOf(n >> 1, (i) => dayText(4 * i)),
  specialHours: Object.fromEntries(
    listOf(n >> 1, (i) => [dayText(4 * i + 2), ['10:00-14:00']] as const),
  ),
});
/** Something to ask of a calendar that knows nothing yet of its days: one is read anew each time. */
const asked = (
  of: string,
  ask: (calendar: BusinessCalendar, n: number) => unknown,
): GrowthCase => ({
  of: [of],
  by: 'business days among as many special ones',
  n: 500,
  make: (n) => {
    const calendar = specialOf(n);
    return () => ask(businessCalendar({ ...calendar }), n);
  },
});
const promise = (n: number, unit: string) => ({ promise: n, unit });

/** A request of a day. */
const requestOf = (i: number) => [
  { at: dateOf(i), kind: 'opened' } as const,
  { at: dateOf(i + 1), kind: 'responded' } as const,
  { at: dateOf(i + 3), kind: 'resolved' } as const,
];

export const calendarCases: readonly GrowthCase[] = [
  {
    of: ['businessCalendar'],
    by: 'holidays and special hours',
    n: 500,
    make: (n) => {
      const calendar = specialOf(n);
      return () => businessCalendar(calendar);
    },
  },
  asked('dueDate', (calendar, n) => dueDate(calendar, dateOf(0), promise(n, 'business-days'))),
  asked('latestStart', (calendar, n) =>
    latestStart(calendar, dateOf(2 * n), promise(n >> 1, 'business-days')),
  ),
  asked('dueWindow', (calendar, n) =>
    dueWindow(calendar, dateOf(0), { from: n >> 1, to: n, unit: 'business-days' }),
  ),
  asked('durationBetween', (calendar, n) =>
    durationBetween(calendar, dateOf(0), dateOf(2 * n), 'open-hours'),
  ),
  {
    of: ['dueDate'],
    by: 'calendars in a row',
    n: 12,
    make: (n) => {
      const calendars = listOf(n, () => desk);
      const plans = listOf(n, () => promise(4, 'open-hours'));
      return () => dueDate(calendars, dateOf(0), plans);
    },
  },
  {
    of: ['promiseClocks'],
    by: 'events',
    n: 500,
    make: (n) => {
      const kinds = ['opened', 'pending', 'resumed'] as const;
      const events = listOf(n, (i) => ({
        at: dateOf(i),
        kind: kinds[i === 0 ? 0 : 1 + ((i + 1) % 2)] as 'opened',
      }));
      const plan = { promise: 4, unit: 'open-hours' } as const;
      const promises = { first: { plan, until: 'responded', pauses: true } } as const;
      return () => promiseClocks(desk, events, promises, { asOf: dateOf(n) });
    },
  },
  {
    of: ['usedTime'],
    by: 'requests',
    n: 500,
    make: (n) => {
      const requests = listOf(n, (i) => requestOf(i % 1000));
      const clocks = { done: { until: 'resolved', pauses: true } } as const;
      const options = { unit: 'open-hours', asOf: dateOf(1010) } as const;
      return () => usedTime(desk, requests, clocks, options);
    },
  },
];
