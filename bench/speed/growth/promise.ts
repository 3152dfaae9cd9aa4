import {
  chooseDimension,
  planByBalance,
  planPromise,
  planWindow,
  reviewPromise,
} from 'overdeliver';
import {
  impliedCostRatio,
  planByCost,
  planByTolerance,
  planSurprise,
  requiredImprovement,
} from 'overdeliver/promise';
import { type GrowthCase, listOf, samplesOf } from './case';

/** A plan from samples, which are read and ranked anew each time, since a capability remembers what it was asked. */
const planned = (of: string, plan: (of: ReturnType<typeof samplesOf>) => unknown): GrowthCase => ({
  of: [of],
  by: 'samples',
  n: 10_000,
  make: (n) => () => plan(samplesOf(n)),
});

export const promiseCases: readonly GrowthCase[] = [
  planned('planPromise', (capability) => planPromise(capability, { keepRate: 0.9 })),
  planned('planWindow', (capability) => planWindow(capability, { keepRate: 0.9 })),
  planned('planByCost', (capability) => planByCost(capability, { early: 1, late: 4 })),
  planned('planByTolerance', (capability) =>
    planByTolerance(capability, { keepRate: 0.9, confidence: 0.9 }),
  ),
  planned('planByBalance', (capability) =>
    planByBalance(capability, {
      attraction: (quote) => Math.exp(-0.02 * quote),
      revenue: 30,
      goodwillLost: (quote, of) => of.expectedOvershoot(quote),
    }),
  ),
  planned('planSurprise', (capability) => planSurprise(capability, { by: 2, probability: 0.8 })),
  planned('requiredImprovement', (capability) =>
    requiredImprovement(capability, { keepRate: 0.9, promise: 40 }),
  ),
  planned('impliedCostRatio', (capability) => impliedCostRatio(capability, 50)),
  planned('reviewPromise', (capability) =>
    reviewPromise(capability, {
      plan: planPromise(capability, { keepRate: 0.9 }),
      elapsed: 35,
      revised: false,
    }),
  ),
  {
    of: ['chooseDimension'],
    by: 'dimensions',
    n: 4000,
    make: (n) => {
      const all = listOf(n, (i) => ({ dimension: `d${i}`, gain: i % 7, cost: 3, kept: 0.95 }));
      return () => chooseDimension(all);
    },
  },
];
