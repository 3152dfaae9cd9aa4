/**
 * A garage promises prices: a friendly one that nine bills in ten stay below, kept or broken by the bill, whenever that
 * comes. Made-up bills; run it with `npx tsx examples/garage.ts`.
 */
import {
  byMonth,
  capabilityFromSamples,
  keptRate,
  keptRates,
  type LedgerEvent,
  openLedger,
  planPromise,
  toPriceEnding,
} from 'overdeliver';
import { recordEvents } from 'overdeliver/ledger';
import { percent, table } from './lib/table.ts';

const bills = [
  412, 438, 395, 471, 402, 455, 428, 489, 417, 449, 433, 466, 408, 421, 444, 459, 481, 399, 426,
  437,
];
const timingBelt = capabilityFromSamples(bills, { unit: 'euros' });
const plan = planPromise(timingBelt, { keepRate: 0.9, round: toPriceEnding(9, 10) });
const euros = new Intl.NumberFormat('en', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});
console.log(`At most ${euros.format(plan.promise)}; most pay about ${euros.format(plan.typical)}`);

const quantity = { value: plan.promise, unit: plan.unit };
const at = (date: string) => `2026-${date}T12:00:00+01:00`;
const events: LedgerEvent[] = [
  { kind: 'promise', id: 'Golf', at: at('01-12'), quantity },
  { kind: 'delivery', id: 'Golf', at: at('01-15'), quantity: { value: 431, unit: 'euros' } },
  { kind: 'promise', id: 'Clio', at: at('01-29'), quantity },
  { kind: 'delivery', id: 'Clio', at: at('02-04'), quantity: { value: 530, unit: 'euros' } },
  // Told anew before the work began: the first promise still counts.
  { kind: 'promise', id: 'Yaris', at: at('02-09'), quantity },
  { kind: 'revision', id: 'Yaris', at: at('02-10'), quantity: { value: 549, unit: 'euros' } },
  { kind: 'delivery', id: 'Yaris', at: at('02-12'), quantity: { value: 541, unit: 'euros' } },
  { kind: 'promise', id: 'Fiesta', at: at('02-16'), quantity },
  { kind: 'delivery', id: 'Fiesta', at: at('02-19'), quantity },
  { kind: 'promise', id: 'Polo', at: at('02-25'), quantity },
  { kind: 'cancellation', id: 'Polo', at: at('02-26'), by: 'customer' },
  { kind: 'promise', id: 'Panda', at: at('02-27'), quantity },
];
const ledger = recordEvents(openLedger(), events);
const asOf = at('02-28');
const rows = keptRates(ledger, { asOf, by: byMonth('Europe/Berlin') }).map((month) =>
  [
    month.key,
    month.kept,
    month.due,
    month.pending,
    month.rate === null ? '' : percent(month.rate),
  ].map(String),
);
console.log(`\n${table([['billed in', 'kept', 'of', 'pending', 'rate'], ...rows])}`);
const { kept, due } = keptRate(ledger, { asOf, promise: 'latest' });
console.log(`\nAs last told: ${kept} of ${due}`);
