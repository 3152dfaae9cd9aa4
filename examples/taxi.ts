/**
 * A taxi firm has 60 euros for class upgrades that nobody was promised: who gets one, whether it is time for it, and
 * how alike its days are. Made-up numbers; run it with `npx tsx examples/taxi.ts`.
 */

import { keptRate, type LedgerEvent, openLedger, recordEvent } from 'overdeliver';
import { inEnglish } from 'overdeliver/english';
import { type Bonus, type BonusCustomer, consistencyOf, planBonuses } from 'overdeliver/response';
import { clock, percent, table } from './lib/show.ts';

const minute = 60_000;
const start = Date.UTC(2026, 2, 2, 8);
/** Rides an hour apart, each promised in 10 minutes; every `late`th comes 3 minutes late. */
const rides = (late: number) =>
  Array.from({ length: 60 }, (_, i): LedgerEvent[] => {
    const at = start + i * 60 * minute;
    const due = new Date(at + 10 * minute);
    const came = new Date(at + (i % late === 0 ? 13 : 8) * minute);
    return [
      { kind: 'promise', id: `${i}`, at: new Date(at), due },
      { kind: 'delivery', id: `${i}`, at: came },
    ];
  }).flat();

const upgrades: readonly Bonus[] = [
  { id: 'business class', cost: 1400, serves: 'prestige', value: 9 },
  { id: 'van with room', cost: 1900, serves: 'comfort', value: 10 },
  { id: 'child seat ready', cost: 600, serves: 'safety', value: 6 },
];
const riders: readonly BonusCustomer[] = [
  { id: 'Ada', needs: { prestige: 80, comfort: 40 } },
  { id: 'Ben', needs: { safety: 90, comfort: 60 } },
  { id: 'Cleo', needs: { comfort: 90 }, received: ['van with room'] },
  { id: 'Dan', needs: { prestige: 70 }, contract: ['business class'] },
  { id: 'Eve', needs: { prestige: 60, safety: 50 } },
  { id: 'Fay', needs: { comfort: 85, prestige: 20 } },
];

const asOf = new Date('2026-03-06T22:40:00+01:00');
const contact = { zone: 'Europe/Zurich', quiet: '22:00-07:00' };
for (const [title, late, budget] of [
  ['Every fifth ride is late', 5, 6000],
  ['Every twentieth is', 20, 6000],
  ['The same with 5 euros', 20, 500],
] as const) {
  const ledger = rides(late).reduce(recordEvent, openLedger());
  const kept = keptRate(ledger, { asOf });
  const plan = planBonuses(upgrades, riders, { budget, kept, asOf, contact });
  console.log(`${title}: ${percent(kept.rate ?? 0)} of promises kept`);
  if (plan.none) console.log(`  nobody: ${inEnglish(plan.none)}`);
  for (const action of plan.actions) {
    console.log(`  ${clock(action.when, contact.zone)}  ${inEnglish(action)}`);
  }
  if (plan.actions.length > 0) {
    console.log(`  ${(plan.spent / 100).toFixed(2)} of ${(budget / 100).toFixed(2)} spent`);
    const rows = plan.leftOut
      .filter(({ code }) => code !== 'outbid' && code !== 'serves-no-need')
      .map((left) => [`  ${left.customer}`, left.bonus, inEnglish(left)]);
    console.log(table(rows));
  }
  console.log();
}

const days = Array.from(
  { length: 90 },
  (_, day) => 82 + 6 * Math.sin(day) - (day % 7 === 4 ? 12 : 0),
);
const { bad, good, spread, low, high, felt } = consistencyOf(days);
const points = (value: number) => value.toFixed(0);
console.log(`A bad day ${points(bad)}, a good one ${points(good)}: ${points(spread)} points apart`);
console.log(`  (${points(low)} to ${points(high)}); felt by customers: ${felt}`);
