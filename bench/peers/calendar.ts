import { type BusinessCalendar, businessCalendar, dueDate, durationBetween } from 'overdeliver';
import { packageOf } from './packages';
import type { Run, Work } from './work';

const calls = 1000;
const weekdays = (hours: readonly string[]) => ({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
});

type DateFns = typeof import('date-fns');

/** What is used of luxon with its plugin. */
interface Luxon {
  readonly DateTime: {
    readonly prototype: { readonly setupBusiness: (by: { readonly holidayMatchers: [] }) => void };
    readonly fromJSDate: (date: Date) => {
      readonly plusBusiness: (by: { readonly days: number }) => { readonly toMillis: () => number };
    };
  };
}

/** Of dayjs with its plugin. */
interface Dayjs {
  readonly default: ((date: Date) => {
    readonly businessDaysAdd: (days: number) => { readonly valueOf: () => number };
  }) & { readonly extend: (plugin: unknown) => void };
}

/** Of opening_hours. */
interface OpeningHours {
  readonly default: new (
    hours: string,
    place: null,
  ) => { readonly getOpenDuration: (from: Date, to: Date) => readonly [number, number] };
}

/** Work days over a year and a half, and others one to twenty days after each, at a time of day in the host's zone. */
function datesOf({ addDays, isWeekend }: DateFns) {
  const start = Date.UTC(2026, 0, 1);
  const all = Array.from({ length: 2000 }, (_, i) => {
    const from = new Date(start + i * 23_757_000);
    const days = 1 + (i % 20);
    return { from, days, to: addDays(from, days) };
  });
  return all.filter(({ from, to }) => !isWeekend(from) && !isWeekend(to)).slice(0, 1000);
}

/**
 * Business days from Monday to Friday, which is all that the peers know, in the host's zone. Theirs end at the time of
 * day at which they began, ours with the day.
 */
export async function businessDays(zone: string): Promise<readonly Work[]> {
  process.env.TZ = zone;
  const dateFns = await packageOf<DateFns>('date-fns');
  const luxon = await packageOf<Luxon>('luxon-business-days');
  // It keeps the holidays of the United States unless told otherwise.
  luxon.DateTime.prototype.setupBusiness({ holidayMatchers: [] });
  const { default: dayjs } = await packageOf<Dayjs>('dayjs-business-days2', 'dayjs');
  const plugin = await packageOf<{ readonly default: unknown }>('dayjs-business-days2');
  dayjs.extend(plugin.default);
  const { addBusinessDays, differenceInBusinessDays, endOfDay } = dateFns;
  const dates = datesOf(dateFns);
  const { length } = dates;
  type Dates = (typeof dates)[number];
  const ofAll =
    (one: (dates: Dates) => number): Run =>
    () => [Float64Array.from({ length: calls }, (_, i) => one(dates[i % length] as Dates))];

  const told: Work['peers'][number]['told'] = (answers) =>
    answers.map((column) => Float64Array.from(column, (time) => endOfDay(time).getTime()));
  const written = { zone, open: weekdays(['00:00-24:00']) };
  const unit = 'business-days';
  const due = (calendar: BusinessCalendar) =>
    ofAll(({ from, days }) => dueDate(calendar, from, { promise: days, unit }).getTime());
  const byDateFns = {
    name: 'date-fns',
    by: ofAll(({ from, days }) => addBusinessDays(from, days).getTime()),
    told,
  };
  const checked = businessCalendar(written);
  return [
    {
      name: `due in business days, ${zone}`,
      ours: due(checked),
      peers: [
        byDateFns,
        {
          name: 'luxon-business-days',
          by: ofAll(({ from, days }) =>
            luxon.DateTime.fromJSDate(from).plusBusiness({ days }).toMillis(),
          ),
          told,
        },
        {
          name: 'dayjs-business-days2',
          by: ofAll(({ from, days }) => dayjs(from).businessDaysAdd(days).valueOf()),
          told,
        },
      ],
      calls,
    },
    {
      name: `due in business days, ${zone}, calendar not checked before`,
      ours: due(written),
      peers: [byDateFns],
      calls,
    },
    {
      name: `business days between, ${zone}`,
      ours: ofAll(({ from, to }) => durationBetween(checked, from, to, unit)),
      peers: [
        { name: 'date-fns', by: ofAll(({ from, to }) => differenceInBusinessDays(to, from)) },
      ],
      calls,
    },
  ];
}

/** Open hours from Monday to Friday with a break, in Berlin. */
export async function openHours(): Promise<Work> {
  const zone = 'Europe/Berlin';
  process.env.TZ = zone;
  const dates = datesOf(await packageOf<DateFns>('date-fns'));
  const { default: Hours } = await packageOf<OpeningHours>('opening_hours');
  const theirs = new Hours('Mo-Fr 09:00-12:30,13:30-18:00', null);
  const calendar = businessCalendar({ zone, open: weekdays(['09:00-12:30', '13:30-18:00']) });
  return {
    name: 'open hours between',
    ours: () => [
      Float64Array.from(dates, ({ from, to }) => durationBetween(calendar, from, to, 'open-hours')),
    ],
    peers: [
      {
        name: 'opening_hours',
        by: () => [
          Float64Array.from(dates, ({ from, to }) => theirs.getOpenDuration(from, to)[0] / 3.6e6),
        ],
        within: 1e-12,
      },
    ],
    calls: dates.length,
  };
}
