import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
import { expectationDefaults } from 'overdeliver/expectation';
import { surveyIntentions, wordOfMouthDefaults } from 'overdeliver/loyalty';
import { outcomeDefaults } from 'overdeliver/satisfaction';
import { type Policy, planFor, simulationDefaults, type World } from 'overdeliver/simulation';
import type * as room from '../../src/simulation/index';
import type { Random } from '../random';
import { made, named } from '../show';
import { level, parameters, share } from './pieces';
import type { Recipes, ReturnedRecipes } from './recipe';

const capability = (r: Random) =>
  made(
    capabilityFromFamily,
    named('lognormal', lognormal),
    { mean: r.real(2, 30), sd: r.real(1, 20) },
    { unit: r.pick(['days', 'hours', 'minutes', 'business-days']) },
  );

/** A world that is small, so that many can be played. */
const world = (r: Random): World => ({
  capability: capability(r),
  attraction: named('(t) => Math.exp(-t / 50)', (t: number) => Math.exp(-t / 50)),
  order: {
    revenue: r.real(0, 90),
    cost: r.real(0, 40),
    ...r.some({ perUnitLate: r.real(0, 5), perBroken: r.real(0, 9) }),
  },
  customers: r.flip() ? r.int(1, 9) : { 'never-used': r.int(1, 5), 'long-term': r.int(0, 5) },
  days: r.int(1, 30),
  seed: r.int(0, 1e9),
  replications: 2,
  ...r.some({
    usual: r.real(1, 30),
    daysPerUnit: r.real(0.01, 2),
    signals: { advertising: level(r), price: { amount: r.real(0, 50), reference: 20 } },
    parameters: parameters(r, 'simulationDefaults', simulationDefaults),
    models: r.some({
      expectation: parameters(r, 'expectationDefaults', expectationDefaults),
      outcome: parameters(r, 'outcomeDefaults', outcomeDefaults),
      intention: parameters(r, 'surveyIntentions', surveyIntentions),
      wordOfMouth: parameters(r, 'wordOfMouthDefaults', wordOfMouthDefaults),
    }),
  }),
});
const policy = (r: Random): Policy =>
  r.flip() ? made(planFor, share(r)) : named<Policy>('({ day }) => 5 + day', ({ day }) => 5 + day);
const policies = (r: Random) => ({
  policies: { one: policy(r), ...r.some({ two: policy(r) }) },
  ...r.some({ confidence: share(r), batch: r.int(1, 20) }),
});
const onProgress = named('() => {}', () => {});
const search = (r: Random) => ({ keepRates: [0.3, 0.6, 0.9], ...r.some({ batch: r.int(1, 20) }) });
const sure = (r: Random) => r.some({ confidence: share(r) });

export const simulation: Recipes<typeof room> = {
  planFor: (r) => [share(r)],
  simulatePolicies: (r) => [world(r), { ...policies(r), ...r.some({ onProgress }) }],
  simulationSteps: (r) => [world(r), policies(r)],
  bestKeepRate: (r) => [world(r), { ...search(r), ...sure(r), ...r.some({ onProgress }) }],
  bestKeepRateSteps: (r) => [world(r), { ...search(r), ...sure(r) }],
  whichAssumptionDecides: (r) => [world(r), { ...search(r), ...r.some({ onProgress }) }],
  assumptionSteps: (r) => [world(r), search(r)],
};

export const simulationReturned: ReturnedRecipes<typeof room> = {
  planFor: (r) => [{ capability: capability(r), stage: 'first-use', day: r.int(0, 99) }],
};
