/**
 * A garage promises prices: a friendly one that nine bills in ten stay below, kept or broken by the bill, whenever that
 * comes. Made-up bills, and the ledger of two months; run it with `npx tsx examples/garage.ts`.
 */
import {
  byMonth,
  capabilityFromSamples,
  keptRate,
  keptRates,
  openLedger,
  planPromise,
  toPriceEnding,
} from 'overdeliver';
import { customerWording } from 'overdeliver/english';
import { recordEvents } from 'overdeliver/ledger';
import { garage } from './data/made-up.ts';
import { show } from './lib/show.ts';

const bills = [412, 438, 395, 471, 402, 455, 428, 489, 417, 449, 433, 466, 408, 421, 444, 481];
const timingBelt = capabilityFromSamples(bills, { unit: 'euros' });
const plan = planPromise(timingBelt, { keepRate: 0.9, round: toPriceEnding(9, 10) });
console.log(customerWording({ locale: 'en', currency: 'EUR' }).atMost(plan.promise));

// The price of the Yaris was told anew before the work began: the first promise still counts.
const ledger = recordEvents(openLedger(), garage);
const asOf = '2026-02-28T12:00:00+01:00';
show(keptRates(ledger, { asOf, by: byMonth('Europe/Berlin') }), 'key kept due pending rate');
// And as last told.
show([keptRate(ledger, { asOf, promise: 'latest' })], 'kept due pending rate');
