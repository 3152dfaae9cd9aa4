/**
 * A shop that sends parcels asks what a margin on its promises is worth: two policies on the customers of a year, the keep
 * rate that earns most, and the assumptions on which that hangs. Made-up numbers; run it with
 * `npx tsx examples/simulation.ts`.
 */
import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
import { fisherAttraction } from 'overdeliver/promise';
import {
  bestKeepRate,
  planFor,
  type SimulatedMean,
  simulatePolicies,
  whichAssumptionDecides,
} from 'overdeliver/simulation';
import { percent, table } from './lib/show.ts';

const world = {
  capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'business-days' }),
  attraction: fisherAttraction,
  order: { revenue: 30, cost: 18 },
  customers: { 'never-used': 1500, 'first-use': 100, 'long-term': 400 },
  days: 365,
  seed: 7,
  replications: 5,
};
const range = (e: SimulatedMean | null, write: (x: number) => string) =>
  e ? `${write(e.estimate)} (${write(e.low)} to ${write(e.high)})` : 'none';
const whole = (x: number) => x.toFixed(0);

const { policies, differences } = simulatePolicies(world, {
  policies: { bold: planFor(0.6), margin: planFor(0.9) },
});
console.log(
  table([
    ['a year of', 'quote', 'kept', 'orders', 'come back', 'profit'],
    ...Object.entries(policies).map(([name, { quote, kept, orders, returning, profit }]) => [
      name,
      quote ? quote.estimate.toFixed(1) : 'none',
      range(kept, percent),
      range(orders, whole),
      range(returning, percent),
      range(profit, whole),
    ]),
  ]),
);
console.log(`The margin is worth ${range(differences.margin.profit, whole)}.\n`);

const best = bestKeepRate(world);
console.log(`Best keep rate: ${percent(best.keepRate)}, ${best.quote.toFixed(1)} business days.`);
console.log(`Not shown to be worse: ${percent(best.alike.low)} to ${percent(best.alike.high)}.\n`);

const small = { ...world, customers: 400, replications: 2 };
const { assumptions } = whichAssumptionDecides(small, {
  keepRates: [0.5, 0.6, 0.7, 0.8, 0.9, 0.95],
});
console.log(
  table([
    ['the assumptions that decide', 'from', 'to', 'keep rate moves', 'may cost'],
    ...assumptions
      .slice(0, 8)
      .map(({ path, atLeast, atMost, keepRateMoves, regret }) => [
        path,
        String(atLeast?.value ?? '-'),
        String(atMost?.value ?? '-'),
        percent(keepRateMoves),
        whole(regret),
      ]),
  ]),
);
