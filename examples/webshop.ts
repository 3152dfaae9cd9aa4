/**
 * A shop sends parcels: its warehouse hands them over, a carrier brings them. From the orders of three months, some never
 * scanned again, it tells a customer by when a parcel arrives, and by when to order before Christmas. Made-up numbers; run
 * it with `npx tsx examples/webshop.ts`.
 */
import { readFileSync } from 'node:fs';
import {
  type BusinessCalendar,
  capabilityAsOf,
  dueDate,
  durationBetween,
  planPromise,
  planWindow,
} from 'overdeliver';
import { type OrderColumns, ordersFromRows } from 'overdeliver/backtest';
import { dueWindow, latestStart } from 'overdeliver/calendar';
import { customerWording } from 'overdeliver/english';
import Papa from 'papaparse';
import { carrier, warehouse } from './data/made-up.ts';

const csv = readFileSync(new URL('data/webshop.csv', import.meta.url), 'utf8').trim();
const { data: rows } = Papa.parse<object>(csv, { header: true });
const [unit, asOf] = ['business-days', '2026-11-27T12:00:00+01:00'] as const;
const learn = (calendar: BusinessCalendar, columns: OrderColumns) =>
  capabilityAsOf(ordersFromRows(rows, { columns }).orders, {
    asOf,
    unit,
    duration: (from, to) => durationBetween(calendar, from, to, unit),
  });
const handling = learn(warehouse, { started: 'ordered', finished: 'handedOver' });
// What was lost is no slow parcel: what is learnt holds for those that arrive.
const transit = learn(carrier, { started: 'handedOver', finished: 'delivered', lost: 'lost' });
console.log(`${transit.counts.finished} parcels arrived, ${transit.counts.lost} were lost`);

const steps = [handling, transit];
const plans = steps.map((step) => planPromise(step, { keepRate: 0.9 }));
const windows = steps.map((step) => planWindow(step, { keepRate: 0.8 }));
const { byDay, betweenDays, byTime } = customerWording({ locale: 'en-GB', zone: carrier.zone });
const through = [warehouse, carrier];
for (const ordered of ['2026-11-27T13:55:00+01:00', '2026-11-27T14:05:00+01:00']) {
  const probably = betweenDays(dueWindow(through, ordered, windows));
  console.log(`${byDay(dueDate(through, ordered, plans))}, probably ${probably}`);
}
console.log(
  `before Christmas: order ${byTime(latestStart(through, '2026-12-24T12:00:00+01:00', plans))}`,
);
