/**
 * A garage promises prices: a friendly one that nine bills in ten stay below, kept or broken by the bill, whenever that
 * comes. Made-up bills, and the ledger of two months; run it with `npx tsx examples/garage.ts`.
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
import { customerWording } from 'overdeliver/english';
import { recordEvents } from 'overdeliver/ledger';
import { show } from './lib/show.ts';

const bills = [
  412, 438, 395, 471, 402, 455, 428, 489, 417, 449, 433, 466, 408, 421, 444, 459, 481, 399, 426,
  437,
];
const timingBelt = capabilityFromSamples(bills, { unit: 'euros' });
const plan = planPromise(timingBelt, { keepRate: 0.9, round: toPriceEnding(9, 10) });
console.log(customerWording({ locale: 'en', currency: 'EUR' }).atMost(plan.promise));

const euros = (value: number) => ({ value, unit: 'euros' });
const promised = euros(plan.promise);
const at = (date: string) => `2026-${date}T12:00:00+01:00`;
const events: LedgerEvent[] = [
  { kind: 'promise', id: 'Golf', at: at('01-12'), quantity: promised },
  { kind: 'delivery', id: 'Golf', at: at('01-15'), quantity: euros(431) },
  { kind: 'promise', id: 'Clio', at: at('01-29'), quantity: promised },
  { kind: 'delivery', id: 'Clio', at: at('02-04'), quantity: euros(530) },
  // Told anew before the work began: the first promise still counts.
  { kind: 'promise', id: 'Yaris', at: at('02-09'), quantity: promised },
  { kind: 'revision', id: 'Yaris', at: at('02-10'), quantity: euros(549) },
  { kind: 'delivery', id: 'Yaris', at: at('02-12'), quantity: euros(541) },
  { kind: 'promise', id: 'Fiesta', at: at('02-27'), quantity: promised },
];
const ledger = recordEvents(openLedger(), events);
const asOf = at('02-28');
const months = keptRates(ledger, { asOf, by: byMonth('Europe/Berlin') });
show('kept, by the month of the bill', months, 'key kept due pending rate');
const latest = keptRate(ledger, { asOf, promise: 'latest' });
show('as last told', [latest], 'kept due pending rate');
