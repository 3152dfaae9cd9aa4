/**
 * A pizzeria asks which delivery time to promise: a long one loses orders, a short one customers. The most profitable
 * promise, what others would earn, and how much it matters. Made-up numbers; run it with `npx tsx examples/balance.ts`.
 */

import { planByBalance, toMultipleOf } from 'overdeliver';
import { fitCapability, lognormal } from 'overdeliver/capability';
import { inEnglish } from 'overdeliver/english';
import { goodwillByLoyalty } from 'overdeliver/loyalty';
import { table } from './lib/table.ts';

const minutes = [
  41, 38, 47, 52, 44, 36, 49, 45, 58, 43, 40, 46, 51, 39, 45, 48, 42, 55, 44, 37, 50, 46, 43, 61,
];
const kitchen = fitCapability(lognormal, minutes, { unit: 'minutes' });
const plan = planByBalance(kitchen, {
  attraction: (quote) => Math.exp(-0.01 * quote), // a minute more loses one order in a hundred
  revenue: 20,
  goodwillLost: goodwillByLoyalty({ value: 60, stage: 'long-term' }),
  round: toMultipleOf(5),
});

const { at, within1Percent, within5Percent, curve } = plan;
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const range = ({ low, high }: typeof within1Percent) => `${low.toFixed(0)} to ${high.toFixed(0)}`;
console.log(`Promise ${plan.promise} minutes: kept ${percent(at.chance)} of the time`);
console.log(`Within 1% of the best: ${range(within1Percent)}; within 5%: ${range(within5Percent)}`);
console.log(`Because: ${plan.why.map(inEnglish).join('; ')}\n`);
const every25th = curve.filter((_, i) => i % 25 === 0);
console.log(
  table([
    ['promise', 'orders', 'kept', 'goodwill lost', 'profit'],
    ...[...every25th, at].map(({ quote, attraction, chance, goodwillLost, profit }) => [
      quote.toFixed(1),
      percent(attraction),
      percent(chance),
      goodwillLost.toFixed(2),
      profit.toFixed(2),
    ]),
  ]),
);
