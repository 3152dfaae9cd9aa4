import { addBusinessDays, differenceInBusinessDays } from 'date-fns';
import { type BusinessCalendar, businessCalendar, dueDate, durationBetween } from 'overdeliver';
import { timePairs } from '../pairs';
import { type Bench, row } from '../report';

const calls = 10_000;
const day = ['00:00-24:00'];
const open = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
const written = { zone: 'Europe/Berlin', open };
const calendars = { checked: businessCalendar(written), written };

/** Dates over a year and a half, and one to twenty days after each. */
const start = Date.UTC(2026, 0, 1);
const begins = Array.from({ length: 1000 }, (_, i) => new Date(start + i * 47_514_000));
const spans = begins.map((_, i) => 1 + (i % 20));
const ends = begins.map((from, i) => new Date(from.getTime() + (spans[i] as number) * 86_400_000));

const repeated = (call: (i: number) => number) => () => {
  let sum = 0;
  for (let i = 0; i < calls; i++) sum += call(i % 1000);
  return sum;
};
const from = (i: number) => begins[i] as Date;
const to = (i: number) => ends[i] as Date;
const days = (i: number) => spans[i] as number;

const added = repeated((i) => addBusinessDays(from(i), days(i)).getTime());
const counted = repeated((i) => differenceInBusinessDays(to(i), from(i)));
const due = (calendar: BusinessCalendar, unit: 'business-days' | 'open-hours') =>
  repeated((i) => dueDate(calendar, from(i), { promise: days(i), unit }).getTime());
const took = (calendar: BusinessCalendar, unit: 'business-days' | 'open-hours') =>
  repeated((i) => durationBetween(calendar, from(i), to(i), unit));

/**
 * By when, and how long it took, with open days from Monday to Friday in Berlin, beside what date-fns does of it: the
 * weekends of the host's zone.
 */
export const calendar: Bench = {
  room: 'calendar',
  run: () =>
    Object.entries(calendars).flatMap(([name, days]) =>
      (
        [
          ['dueDate, business days', due(days, 'business-days'), added, 'addBusinessDays'],
          ['dueDate, open hours', due(days, 'open-hours'), added, 'addBusinessDays'],
          [
            'durationBetween, business days',
            took(days, 'business-days'),
            counted,
            'differenceInBusinessDays',
          ],
          [
            'durationBetween, open hours',
            took(days, 'open-hours'),
            counted,
            'differenceInBusinessDays',
          ],
        ] as const
      ).flatMap(([what, ours, theirs, peer]) => {
        const { ratio, subject } = timePairs(ours, theirs);
        const of = `${what}, calendar ${name}`;
        return [
          row('calendar', of, `ratio to date-fns' ${peer}`, ratio),
          row('calendar', of, 'microseconds a call', (subject / calls) * 1000),
        ];
      }),
    ),
};
