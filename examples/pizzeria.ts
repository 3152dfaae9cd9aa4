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
  openLedger,
  planPromise,
  reviewPromise,
  toMultipleOf,
} from 'overdeliver';
import { eventsFromOrders, ordersFromRows } from 'overdeliver/backtest';
import { fromLocalTime } from 'overdeliver/calendar';
import { promiseInEnglish, reviewInEnglish } from 'overdeliver/english';
import { bySegment, recordEvents } from 'overdeliver/ledger';
import Papa from 'papaparse';
import { show } from './lib/show.ts';

const zone = 'Europe/Berlin';
const asOf = fromLocalTime('2026-03-29 20:30', zone);
const csv = readFileSync(new URL('data/pizzeria.csv', import.meta.url), 'utf8').trim();
const { data: rows } = Papa.parse<object>(csv, { header: true });
const ends = { due: 'promised', finished: 'delivered' };
const columns = { id: 'order', group: 'area', started: 'ordered', ...ends };
const { orders, faults } = ordersFromRows(rows, { columns, zone });

const ledger = recordEvents(openLedger(), eventsFromOrders(orders).events);
console.log(`${orders.length} orders, ${faults.length} rows that cannot be read`);
show(
  'promises kept, by week',
  keptRates(ledger, { asOf, by: byWeek(zone) }),
  'key due kept rate low high',
);
// 95% were kept while all was well, in the first two weeks.
const { alarms } = driftAlarms(ledger, { asOf, keepRate: 0.95, by: bySegment });
show('alarms', alarms, 'key broken due since at again', zone);

const [unit, keepRate, round] = ['minutes', 0.9, toMultipleOf(5)] as const;
for (const area of ['centre', 'station', 'hill']) {
  const spells = alarms.filter(({ key, again }) => key === area && !again);
  const since = spells.at(-1)?.since ?? 0;
  const recent = orders.filter(({ group, started }) => group === area && started >= since);
  const kitchen = capabilityAsOf(recent, { asOf, unit });
  const plan = planPromise(kitchen, { keepRate, round });
  console.log(`\n${area}: ${promiseInEnglish(plan)}`);
  for (const { id, started, due, finished } of recent) {
    if (finished || !due) continue;
    const elapsed = durationBetween({ zone }, started, asOf, unit);
    const promise = durationBetween({ zone }, started, due, unit);
    const told = { plan: { promise, keepRate }, elapsed, revised: false, round };
    const review = reviewInEnglish(reviewPromise(kitchen, told), { unit });
    console.log(`  ${id}, after ${elapsed}: ${review}`);
  }
}
