/**
 * A pizzeria looks at its export on a Sunday evening: were promises kept, week by week, did that drift and where, what to
 * promise to each area from now on, and what to tell those who are waiting. Made-up orders with local times; run it with
 * `npx tsx examples/pizzeria.ts`.
 */

import { readFileSync } from 'node:fs';
import {
  byWeek,
  capabilityAsOf,
  driftAlarms,
  durationBetween,
  keptRates,
  type LedgerEvent,
  openLedger,
  planPromise,
  reviewPromise,
  toMultipleOf,
} from 'overdeliver';
import { fromLocalTime } from 'overdeliver/calendar';
import { reviewInEnglish } from 'overdeliver/english';
import { bySegment, recordEvents } from 'overdeliver/ledger';
import Papa from 'papaparse';
import { clock } from './lib/clock.ts';
import { percent, table } from './lib/table.ts';

const zone = 'Europe/Berlin';
const asOf = fromLocalTime('2026-03-29 20:30', zone);
type Column = 'order' | 'area' | 'ordered' | 'promised' | 'delivered';
const csv = readFileSync(new URL('data/pizzeria.csv', import.meta.url), 'utf8').trim();
const orders = Papa.parse<Record<Column, string>>(csv, { header: true }).data.map((row) => ({
  id: row.order,
  area: row.area,
  started: fromLocalTime(row.ordered, zone),
  due: fromLocalTime(row.promised, zone),
  finished: row.delivered === '' ? null : fromLocalTime(row.delivered, zone),
}));

const events = orders.flatMap(({ id, area, started, due, finished }): LedgerEvent[] => [
  { kind: 'promise', id, at: started, due, segment: area },
  ...(finished ? [{ kind: 'delivery', id, at: finished } as const] : []),
]);
const ledger = recordEvents(openLedger(), events);
console.log(
  table([
    ['week', 'due', 'kept', '95%'],
    ...keptRates(ledger, { asOf, by: byWeek(zone) }).map(({ key, due, rate, low, high }) => [
      key,
      `${due}`,
      percent(rate ?? 0),
      `${percent(low ?? 0)} to ${percent(high ?? 1)}`,
    ]),
  ]),
);
const { alarms } = driftAlarms(ledger, { asOf, keepRate: 0.9, by: bySegment });
for (const { key, since, at, broken, due } of alarms) {
  const span = `since ${clock(since, zone)}, noticed ${clock(at, zone)}`;
  console.log(`${key}: ${broken} of ${due} broken ${span}`);
}

const round = toMultipleOf(5);
for (const area of ['centre', 'station', 'hill']) {
  const since = alarms.find(({ key }) => key === area)?.since ?? new Date(0);
  const recent = orders.filter((order) => order.area === area && order.started >= since);
  const kitchen = capabilityAsOf(recent, { asOf, unit: 'minutes' });
  const { promise, typical } = planPromise(kitchen, { keepRate: 0.9, round });
  console.log(`${area}: ${promise} minutes, typically ${typical.toFixed(0)}`);
  for (const { id, started, due, finished } of recent) {
    if (finished !== null) continue;
    const minutes = (to: Date) => durationBetween({ zone }, started, to, 'minutes');
    const plan = { promise: minutes(due), keepRate: 0.9 };
    const elapsed = minutes(asOf);
    const review = reviewPromise(kitchen, { plan, elapsed, revised: false, round });
    console.log(`  ${id}, after ${elapsed}: ${reviewInEnglish(review, { unit: 'minutes' })}`);
  }
}
