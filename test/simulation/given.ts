import { adjustParameters } from 'overdeliver';
import { capabilityFromFamily, gamma, lognormal } from 'overdeliver/capability';
import { surveyIntentions, wordOfMouthDefaults } from 'overdeliver/loyalty';
import { simulationDefaults, type World } from 'overdeliver/simulation';

const parcels = capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' });

/** A market of parcels, small enough for a test. */
export const market: World = {
  capability: parcels,
  attraction: (days) => Math.exp(-0.03 * days),
  order: { revenue: 30, cost: 18 },
  customers: 400,
  days: 120,
  seed: 7,
  replications: 4,
};

/** Everybody asks once, orders as attraction says, and never comes back. */
export const onePurchase = adjustParameters(simulationDefaults, 'test/one-purchase', {
  newcomerOrders: 1,
  orderOddsPerPoint: 0,
  asksAgain: 0,
  returnsPerIntention: 0,
  needEveryDays: 1,
});

/** The exponential special case: A = e^(-.01 l), R = 20, G = E(T - l)+ with a mean of 45. */
export const exponential: World = {
  capability: capabilityFromFamily(gamma, { mean: 45, sd: 45 }, { unit: 'minutes' }),
  attraction: (minutes) => Math.exp(-0.01 * minutes),
  order: { revenue: 20, cost: 0, perUnitLate: 1 },
  customers: 10_000,
  days: 40,
  seed: 11,
  replications: 10,
  parameters: adjustParameters(onePurchase, 'test/exponential', { periodDays: 20 }),
};

/** Customers to whom neither outcome nor talk makes a difference. */
export const indifferent = {
  intention: adjustParameters(surveyIntentions, 'test/indifferent', {
    'repurchase.below': 0,
    'repurchase.exceeded': 0,
  }),
  wordOfMouth: adjustParameters(wordOfMouthDefaults, 'test/silent', {
    'positive.most': 0,
    'negative.most': 0,
  }),
};
