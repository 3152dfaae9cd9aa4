/**
 * A pizzeria asks which delivery time to promise: a long one loses orders, a short one customers. The most profitable
 * promise, what others would earn, and how much it matters. Made-up numbers; run it with `npx tsx examples/balance.ts`.
 */

import { planByBalance, toMultipleOf } from 'overdeliver';
import { fitCapability, lognormal } from 'overdeliver/capability';
import { promiseInEnglish } from 'overdeliver/english';
import { goodwillByLoyalty } from 'overdeliver/loyalty';
import { show } from './lib/show.ts';

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
console.log(promiseInEnglish(plan));
show('within 1% of the best, and 5%', [plan.within1Percent, plan.within5Percent], 'low high');
const some = [...plan.curve.filter((_, i) => i % 25 === 0), plan.at];
show('what others would earn, and this one', some, 'quote attraction chance goodwillLost profit');
