import { adjustParameters } from 'overdeliver';
import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
import { surveyIntentions } from 'overdeliver/loyalty';
import { mixedSatisfaction } from 'overdeliver/satisfaction';
import {
  bestKeepRate,
  simulatePolicies,
  simulationDefaults,
  type World,
  whichAssumptionDecides,
} from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { market } from './given';
import { withNumber } from './moved';
import { ruinous } from './once';

/** A small market in which all that can be is assumed, and customers go by the outcome and by what they hear. */
const small: World = {
  ...market,
  capability: capabilityFromFamily(lognormal, { mean: 5, sd: 3 }, { unit: 'business-days' }),
  attraction: (days) => Math.exp(-0.1 * days),
  customers: { 'never-used': 8, 'first-use': 5, 'long-term': 5 },
  days: 50,
  replications: 2,
  parameters: adjustParameters(simulationDefaults, 'test/hurry', {
    ...{ needEveryDays: 5, orderOddsPerPoint: 0.1, reputationWeight: 0.01, newcomerOrders: 0.4 },
  }),
  signals: { advertising: 85, price: { amount: 30, reference: 25 } },
  models: {
    intention: adjustParameters(surveyIntentions, 'test/intends', {
      ...{ 'repurchase.below': -2, 'repurchase.exceeded': 2 },
    }),
  },
};
const keepRates = [0.3, 0.6, 0.9];
const { best, assumptions } = whichAssumptionDecides(small, { keepRates });

/** What each keep rate earns, and the first of those that earn most. */
function earned(world: World) {
  const { curve } = bestKeepRate(world, { keepRates });
  const profits = curve.map(({ profit }) => profit?.estimate ?? 0);
  const profit = Math.max(...profits);
  return { profits, profit, keepRate: keepRates[profits.indexOf(profit)] as number };
}

describe('whichAssumptionDecides', () => {
  it('says what is best in the world as given', () => {
    const { keepRate, profit } = earned(small);
    expect(best).toEqual({ keepRate, profit, quote: small.capability.quantile(keepRate) });
  });

  it.each([
    ...['usual', 'order.', 'daysPerUnit', 'parameters.', 'models.expectation.'],
    ...['models.satisfaction.', 'models.outcome.', 'models.intention.', 'models.wordOfMouth.'],
  ])('plays the world that gives the number, at both ends of its range: %s', (root) => {
    const place = keepRates.indexOf(best.keepRate);
    const found = assumptions.filter(({ path }) => path.startsWith(root));
    for (const { path, value, range, atLeast, atMost, ...effect } of found) {
      const isCut = path.includes('.threshold.');
      const [low, high] = range;
      // A number that is not 0 stays on its side of it; thresholds are places, not strengths.
      const tried = [
        value > 0 && low < 0 && !isCut ? 0 : low,
        value < 0 && high > 0 && !isCut ? 0 : high,
      ];
      const ends = [atLeast, atMost].map((end, i) => {
        const world = withNumber(small, path, tried[i] as number);
        if (end === null) {
          const { code } = refusal(() => earned(world));
          expect([path, code]).toEqual([path, expect.any(String)]);
          return null;
        }
        const { profits, profit, keepRate } = earned(world);
        const regret = profit - (profits[place] as number);
        expect([path, end]).toEqual([path, { value: tried[i], keepRate, profit, regret }]);
        return { profit, keepRate, regret };
      });
      const all = [best, ...ends.filter((end) => end !== null)];
      const [rates, profits] = [
        all.map(({ keepRate }) => keepRate),
        all.map(({ profit }) => profit),
      ];
      expect([path, effect.keepRateMoves, effect.profitMoves, effect.regret]).toEqual([
        path,
        Math.max(...rates) - Math.min(...rates),
        Math.max(...profits) - Math.min(...profits),
        Math.max(0, ...ends.map((end) => end?.regret ?? 0)),
      ]);
    }
    expect(found.length).toBeGreaterThan(0);
  });

  it('takes all assumed numbers, and sorts by regret, by how far the rate and by how far the profit moves', () => {
    const { numbers } = simulatePolicies(small, { policies: { one: () => 5 } });
    const assumed = numbers.filter(({ status }) => status === 'assumed').map(({ path }) => path);
    expect(assumptions.map(({ path }) => path).sort()).toEqual(assumed.sort());
    const keys = assumptions.map(
      ({ regret, keepRateMoves, profitMoves }) => [regret, keepRateMoves, profitMoves] as const,
    );
    for (const [i, [regret, rate, profit]] of keys.slice(1).entries()) {
      const [most, further, more] = keys[i] as (typeof keys)[number];
      const isAfter =
        regret < most ||
        (regret === most && (rate < further || (rate === further && profit <= more)));
      expect([i, isAfter]).toEqual([i, true]);
    }
  });

  it('has nothing to say of an end at which a threshold meets its neighbour', () => {
    const { 'threshold.2': second, ...others } = mixedSatisfaction.parameters;
    // From -2.2, where the first one lies, to just below -1.1, where the third does.
    const range = [-2.2, -1.100001] as const;
    const parameters = { ...others, 'threshold.2': { ...second, range } } as typeof others;
    const satisfaction = { ...mixedSatisfaction, id: 'test/narrow', parameters };
    const models = { ...small.models, satisfaction };
    const narrow = whichAssumptionDecides({ ...small, days: 10, models }, { keepRates });
    const found = narrow.assumptions.find(({ path }) => path.endsWith('threshold.2'));
    expect(found).toMatchObject({ atLeast: null, atMost: { value: -1.100001 } });
  });

  it('has nothing to say of an end at which the best rate as given loses beyond numbers', () => {
    // Paying back the revenue for each unit late is beyond numbers for one order in four, and nothing is as given.
    const { perUnitLate: _, ...order } = { ...ruinous.order, revenue: 1e12 };
    const { assumptions } = whichAssumptionDecides(
      { ...ruinous, order },
      { keepRates: [0.3, 0.4, 0.99] },
    );
    const late = assumptions.find(({ path }) => path === 'order.perUnitLate');
    expect(late).toMatchObject({ atLeast: { value: 0, keepRate: 0.3, regret: 0 }, atMost: null });
    expect(JSON.parse(JSON.stringify(assumptions))).toEqual(assumptions);
  });
});
