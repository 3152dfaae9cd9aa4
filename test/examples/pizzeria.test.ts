import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const minute = 60_000;

/** Local times as though they were UTC: no order is under way while the clocks change, at night. */
const timeOf = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);
const asOf = timeOf('2026-03-29 20:30');
const rows = file('../../examples/data/pizzeria.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id = '', area = '', ordered = '', promised = '', delivered = ''] = line.split(',');
    const end = delivered === '' ? Infinity : timeOf(delivered);
    return { id, area, ordered: timeOf(ordered), due: timeOf(promised), end };
  });
const printed = file('pizzeria.txt');

it('promises were kept, week by week', () => {
  const weeks = new Map<string, { due: number; kept: number }>();
  for (const { due, end } of rows) {
    if (due > asOf) continue;
    const monday = new Date(due);
    monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
    const key = monday.toISOString().slice(0, 10);
    const week = weeks.get(key) ?? { due: 0, kept: 0 };
    weeks.set(key, { due: week.due + 1, kept: week.kept + (end <= due ? 1 : 0) });
  }
  expect(weeks.size).toBe(5);
  for (const [key, { due, kept }] of weeks) {
    const rate = (kept / due).toFixed(3);
    expect(printed).toMatch(new RegExp(`^${key} +${due} +${kept} +${rate} `, 'm'));
  }
});

/** Kaplan and Meier by hand: the first time by which a share has ended. */
function quantile(orders: typeof rows, p: number): number {
  const took = orders.map(({ ordered, end }) => ({
    time: (Math.min(end, asOf) - ordered) / minute,
    ended: end <= asOf,
  }));
  let alive = 1;
  for (const time of [...new Set(took.map((one) => one.time))].sort((a, b) => a - b)) {
    const atRisk = took.filter((one) => one.time >= time).length;
    alive *= 1 - took.filter((one) => one.time === time && one.ended).length / atRisk;
    if (alive <= 1 - p + 1e-12) return time;
  }
  return Number.NaN;
}

it('quotes are those of the orders since the first alarm', () => {
  // When the hill's promises began to be broken, as printed.
  const [since] = /(?<=^hill +\d+ +\d+ +)\S.*?(?= {2})/m.exec(printed) ?? [];
  expect(since).toBe('Fri 13 Mar 18:56');
  const recent = rows.filter(
    ({ area, ordered }) => area === 'hill' && ordered >= timeOf('2026-03-13 18:56'),
  );
  const of = (area: string) => rows.filter((row) => row.area === area);
  const kitchens = { centre: of('centre'), station: of('station'), hill: recent };
  for (const [area, orders] of Object.entries(kitchens)) {
    const [promise, typical] = [quantile(orders, 0.9), quantile(orders, 0.5)];
    expect(printed).toContain(`${area}: Promise ${5 * Math.ceil(promise / 5)} minutes: `);
    const said = printed.split('\n').find((line) => line.startsWith(`${area}: `));
    expect(said).toContain(`, typically ${typical} minutes (`);
  }
});

it('every answer of the server that was started again is that of one never stopped', () => {
  const [, same, all] =
    /^(\d+) of (\d+) answers/m.exec(file('pizzeria-server.txt'))?.map(Number) ?? [];
  const events = 2 * rows.filter(({ ordered }) => ordered < timeOf('2026-03-09 00:00')).length;
  expect([same, all]).toEqual([events, events]);
});
