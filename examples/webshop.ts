/**
 * A shop sends parcels: its warehouse hands them over, a carrier brings them. From the orders of three months, some never
 * scanned again, it tells a customer by when a parcel arrives, and by when to order before Christmas. Made-up numbers; run
 * it with `npx tsx examples/webshop.ts`.
 */
import { readFileSync } from 'node:fs';
import {
  type BusinessCalendar,
  businessCalendar,
  capabilityAsOf,
  dueDate,
  durationBetween,
  planPromise,
  planWindow,
} from 'overdeliver';
import { type OrderColumns, ordersFromRows } from 'overdeliver/backtest';
import { dueWindow, latestStart, mondayToFriday } from 'overdeliver/calendar';
import { customerWording } from 'overdeliver/english';
import Papa from 'papaparse';

const holidays = ['01-01', '05-01', '10-03', '12-25/12-26'];
const known = { zone: 'Europe/Berlin', holidays, knownUntil: '2027-03-25' };
const work = mondayToFriday('07:00-18:00');
const warehouse = businessCalendar({ ...known, open: work, cutOff: '14:00' });
const carrier = businessCalendar({
  ...known,
  open: { ...mondayToFriday('08:00-19:00'), saturday: ['08:00-13:00'] },
  specialHours: { '12-24': ['08:00-12:00'], '12-31': ['08:00-12:00'] },
  cutOff: '16:00',
});

const csv = readFileSync(new URL('data/webshop.csv', import.meta.url), 'utf8').trim();
const { data: rows } = Papa.parse<object>(csv, { header: true });
const [unit, asOf] = ['business-days', '2026-11-27T12:00:00+01:00'] as const;
const learn = (calendar: BusinessCalendar, columns: OrderColumns) => {
  const { orders, faults } = ordersFromRows(rows, { columns });
  for (const { row, column, code } of faults) console.log(`row ${row}: ${code}, ${column}`);
  const duration = (from: Date, to: Date) => durationBetween(calendar, from, to, unit);
  return capabilityAsOf(orders, { asOf, unit, duration });
};
const handling = learn(warehouse, { started: 'ordered', finished: 'handedOver' });
// What was not handed over has not begun its way, and what was lost is no slow parcel.
const transit = learn(carrier, { started: 'handedOver', finished: 'delivered', lost: 'lost' });

const steps = [handling, transit];
const plans = steps.map((step) => planPromise(step, { keepRate: 0.9 }));
const windows = steps.map((step) => planWindow(step, { keepRate: 0.8 }));
const promised = plans.map(({ promise }) => promise).join(' and ');
const { finished, lost } = transit.counts;
console.log(`${finished} arrived, ${lost} were lost; promised ${promised} business days`);

const say = customerWording({ locale: 'en-GB', zone: known.zone });
const through = [warehouse, carrier];
for (const ordered of ['2026-11-27T13:55:00+01:00', '2026-11-27T14:05:00+01:00']) {
  const due = say.byTime(dueDate(through, ordered, plans));
  const probably = say.betweenTimes(dueWindow(through, ordered, windows));
  console.log(`ordered ${ordered.slice(11, 16)}: ${due}, probably ${probably}`);
}
const christmas = latestStart(through, '2026-12-24T12:00:00+01:00', plans);
console.log(`before Christmas: order ${say.byTime(christmas)}`);
