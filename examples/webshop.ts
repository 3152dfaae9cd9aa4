/**
 * A shop sends parcels: its warehouse hands them over, a carrier brings them. From the orders of three months, some never
 * scanned again, it tells a customer by when a parcel arrives, and by when to order before Christmas. Made-up numbers; run
 * it with `npx tsx examples/webshop.ts`.
 */

import { readFileSync } from 'node:fs';
import {
  businessCalendar,
  capabilityAsOf,
  dueDate,
  durationBetween,
  planPromise,
  planWindow,
} from 'overdeliver';
import { dueWindow, latestStart } from 'overdeliver/calendar';
import Papa from 'papaparse';
import { clock } from './lib/clock.ts';

const days = (...hours: string[]) => ({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
});
const holidays = ['01-01', '05-01', '10-03', '12-25/12-26'];
const common = { zone: 'Europe/Berlin', holidays, knownUntil: '2027-03-25' };
const warehouse = businessCalendar({ ...common, open: days('07:00-18:00'), cutOff: '14:00' });
const carrier = businessCalendar({
  ...common,
  open: { ...days('08:00-19:00'), saturday: ['08:00-13:00'] },
  specialHours: { '12-24': ['08:00-12:00'], '12-31': ['08:00-12:00'] },
  cutOff: '16:00',
});

type Row = {
  ordered: string;
  handedOver: string | null;
  delivered: string | null;
  lost: string | null;
};
const csv = readFileSync(new URL('data/webshop.csv', import.meta.url), 'utf8').trim();
const { data } = Papa.parse<Row>(csv, { header: true, transform: (cell) => cell || null });

const [unit, asOf] = ['business-days', '2026-11-27T12:00:00+01:00'] as const;
const handling = capabilityAsOf(
  data.map(({ ordered, handedOver }) => ({ started: ordered, finished: handedOver })),
  { asOf, unit, duration: (from, to) => durationBetween(warehouse, from, to, unit) },
);
// What was lost is no slow parcel: what is learnt holds for those that arrive.
const transit = capabilityAsOf(
  data.flatMap(({ handedOver: started, delivered: finished, lost }) =>
    started === null ? [] : [{ started, finished, lost }],
  ),
  { asOf, unit, duration: (from, to) => durationBetween(carrier, from, to, unit) },
);

const through = [warehouse, carrier];
const plans = [handling, transit].map((one) => planPromise(one, { keepRate: 0.9 }));
const windows = [handling, transit].map((one) => planWindow(one, { keepRate: 0.8 }));
const shown = (date: Date) => clock(date, carrier.zone);

console.log(
  `${transit.counts.finished} parcels arrived, ${transit.counts.lost} were lost; promised ${plans.map(({ promise }) => promise).join(' and ')} business days`,
);
for (const ordered of ['2026-11-27T13:55:00+01:00', '2026-11-27T14:05:00+01:00']) {
  const due = dueDate(through, ordered, plans);
  const { from, to } = dueWindow(through, ordered, windows);
  console.log(`ordered ${shown(new Date(ordered))}: arrives by ${shown(due)}`);
  console.log(`  probably from ${shown(from)} to ${shown(to)}`);
}
const christmas = latestStart(through, '2026-12-24T12:00:00+01:00', plans);
console.log(`order until ${shown(christmas)} to have it by Christmas Eve`);
