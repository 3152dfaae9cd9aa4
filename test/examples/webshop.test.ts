import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8').trim();
const rows = file('../../examples/data/webshop.csv')
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string, string, string, string]);

/** Dates and times as the file writes them: all lie in Berlin, whose clock they show. */
const next = (date: string, days = 1) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (date: string) => new Date(date).getUTCDay();
const closed = ['10-03', '12-25', '12-26'];

const isOpen = {
  warehouse: (date: string) =>
    weekday(date) >= 1 && weekday(date) <= 5 && !closed.includes(date.slice(5)),
  carrier: (date: string) => weekday(date) >= 1 && !closed.includes(date.slice(5)),
};
const cutOffs = {
  warehouse: () => '14:00',
  carrier: (date: string) => (weekday(date) === 6 ? '13:00' : '16:00'),
};
type Who = keyof typeof isOpen;

/** The first day that is open, from a date on. */
function openDay(who: Who, date: string): string {
  return isOpen[who](date) ? date : openDay(who, next(date));
}
function daysLater(who: Who, date: string, days: number): string {
  return days === 0 ? date : daysLater(who, openDay(who, next(date)), days - 1);
}
/** The day for which something counts that comes in at a time. */
function dayFor(who: Who, at: string): string {
  const date = at.slice(0, 10);
  const inTime = isOpen[who](date) && at.slice(11, 16) <= cutOffs[who](date);
  return openDay(who, inTime ? date : next(date));
}
function took(who: Who, from: string, to: string): number {
  const end = openDay(who, to.slice(0, 10));
  let days = 0;
  for (let day = dayFor(who, from); day < end; day = daysLater(who, day, 1)) days++;
  return days;
}

const handling = rows.flatMap(([, ordered, handedOver]) =>
  handedOver ? [took('warehouse', ordered, handedOver)] : [],
);
const transit = rows.flatMap(([, , handedOver, delivered]) =>
  delivered ? [took('carrier', handedOver, delivered)] : [],
);
/** The least number of days that so many of 100 took at most. */
function withinDays(durations: readonly number[], percent: number): number {
  const enough = (days: number) =>
    durations.filter((one) => one <= days).length * 100 >= percent * durations.length;
  return [0, 1, 2, 3, 4, 5, 6, 7].find(enough) as number;
}

const printed = file('webshop.txt');
/** As the example writes a date: Friday, 27 November. */
const said = (date: string) => {
  const part = (what: object) =>
    new Date(date).toLocaleDateString('en-GB', { timeZone: 'UTC', ...what });
  return `${part({ weekday: 'long' })}, ${new Date(date).getUTCDate()} ${part({ month: 'long' })}`;
};

it('the web shop promises what nine of ten took', () => {
  const lost = rows.filter(([, , , , at]) => at !== '').length;
  const promised = [handling, transit].map((some) => withinDays(some, 90)).join(' and ');
  const arrived = `${transit.length} arrived, ${lost} were lost`;
  expect(printed).toContain(`${arrived}; promised ${promised} business days\n`);
});

/** On which day arrives what takes as long as so many of 100 do at most, in the warehouse and on the way. */
function arrival(orderedFor: string, percent: number): string {
  const handedOver = daysLater('warehouse', orderedFor, withinDays(handling, percent));
  return daysLater('carrier', openDay('carrier', handedOver), withinDays(transit, percent));
}

it.each(['2026-11-27T13:55', '2026-11-27T14:05'])('what is ordered %s arrives by then', (at) => {
  const [from, by] = [10, 90].map((percent) => said(arrival(dayFor('warehouse', at), percent)));
  expect(printed).toContain(
    `ordered ${at.slice(11)}: by 19:00 on ${by}, probably between 08:00 on ${from} and 19:00 on ${by}\n`,
  );
});

it('who orders until then has it by Christmas Eve, and who orders on the next day has not', () => {
  const arrives = (date: string) => arrival(openDay('warehouse', date), 90);
  const dates = Array.from({ length: 28 }, (_, i) => next('2026-11-27', i));
  const last = dates
    .filter((date) => isOpen.warehouse(date) && arrives(date) <= '2026-12-24')
    .at(-1);
  expect(printed).toContain(`before Christmas: order by 14:00 on ${said(last as string)}`);
});
