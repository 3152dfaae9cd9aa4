import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
import {
  bestKeepRate,
  planFor,
  simulatePolicies,
  simulationSteps,
  type World,
  whichAssumptionDecides,
} from 'overdeliver/simulation';
import { type GrowthCase, listOf } from './case';

const world = (customers: number, days = 60): World => ({
  capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
  attraction: (quote) => Math.exp(-0.05 * quote),
  order: { revenue: 30, cost: 18 },
  customers,
  days,
  seed: 7,
  replications: 2,
});
const policies = { one: planFor(0.9) };

export const simulationCases: readonly GrowthCase[] = [
  {
    of: ['simulatePolicies', 'planFor'],
    by: 'customers',
    n: 500,
    make: (n) => () => simulatePolicies(world(n), { policies }),
  },
  {
    of: ['simulatePolicies'],
    by: 'days',
    n: 60,
    make: (n) => () => simulatePolicies(world(200, n), { policies }),
  },
  {
    of: ['simulatePolicies'],
    by: 'policies',
    n: 2,
    make: (n) => {
      const many = Object.fromEntries(listOf(n, (i) => [`p${i}`, planFor((i + 1) / (n + 1))]));
      return () => simulatePolicies(world(200), { policies: many });
    },
  },
  {
    of: ['simulationSteps'],
    by: 'customers',
    n: 500,
    make: (n) => () => [...simulationSteps(world(n), { policies })],
  },
  {
    of: ['bestKeepRate'],
    by: 'customers',
    n: 100,
    make: (n) => () => bestKeepRate(world(n), { keepRates: [0.5, 0.7, 0.9] }),
  },
  {
    of: ['bestKeepRate'],
    by: 'keep rates',
    n: 3,
    make: (n) => {
      const keepRates = listOf(n, (i) => (i + 1) / (n + 1));
      return () => bestKeepRate(world(100), { keepRates });
    },
  },
  {
    of: ['whichAssumptionDecides'],
    by: 'customers',
    n: 10,
    make: (n) => () => whichAssumptionDecides(world(n, 30), { keepRates: [0.5, 0.7, 0.9] }),
  },
];
