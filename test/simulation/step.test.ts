import { adjustParameters } from 'overdeliver';
import { capabilityFromFamily, capabilityFromSamples, lognormal } from 'overdeliver/capability';
import { expectationDefaults } from 'overdeliver/expectation';
import { surveyIntentions, wordOfMouthDefaults } from 'overdeliver/loyalty';
import { mixedSatisfaction, outcomeDefaults } from 'overdeliver/satisfaction';
import { simulatePolicies, simulationDefaults, type World } from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { byHand } from './by-hand';
import { keysOf } from './draws';
import { market, onePurchase } from './given';

const newcomers: World = {
  ...market,
  customers: 30,
  days: 300,
  seed: 2026,
  replications: 2,
  signals: { advertising: 85, ownJudgement: { level: 60, reliability: 0.5 } },
  order: { revenue: 30, cost: 18, perUnitLate: 2, perBroken: 3 },
};

/** Customers of all stages in a hurry, who settle in fast and often ask for more than there is. */
const regulars: World = {
  ...newcomers,
  capability: capabilityFromFamily(lognormal, { mean: 40, sd: 20 }, { unit: 'hours' }),
  attraction: (hours) => (hours < 45 ? 1.5 : 0.9),
  daysPerUnit: 1 / 24,
  usual: 36,
  customers: { 'never-used': 5, 'first-use': 6, 'long-term': 7 },
  days: 60,
  signals: { advertising: 90, pastExperience: 40, price: { amount: 30, reference: 25 } },
  parameters: adjustParameters(simulationDefaults, 'test/hurry', {
    ...{ needEveryDays: 4, periodDays: 5, newcomerOrders: 0.5, orderOddsPerPoint: 0.08 },
    ...{ asksAgain: 0.7, usualLevel: 70, levelSteepness: 0.8, reputation: 60 },
    ...{ reputationWeight: 0.2, talkHalfLifeDays: 10, returnsPerIntention: 1 },
  }),
  models: {
    satisfaction: adjustParameters(mixedSatisfaction, 'test/mixed', { 'time.loss': 0.03 }),
    expectation: adjustParameters(expectationDefaults, 'test/settling', {
      ...{ driftVariancePerDay: 60, settlingInDays: 9, minimumUses: 4, experienceSd: 12 },
    }),
    outcome: adjustParameters(outcomeDefaults, 'test/notices', {
      ...{ noticeablePoints: 4, noticeableShare: 0.4 },
    }),
    intention: adjustParameters(surveyIntentions, 'test/intends', {
      ...{ 'repurchase.longTerm': 1, 'repurchase.exceeded': 1.5, 'repurchase.below': -1 },
    }),
    wordOfMouth: adjustParameters(wordOfMouthDefaults, 'test/talk', { toldWhenMet: 0.8 }),
  },
};
const policy = ({ stage, day }: { readonly stage: string; readonly day: number }) =>
  stage === 'never-used' ? 6.5 : 7 + (day > 200 ? 1 : 0);
const inHours = ({ stage, day }: { readonly stage: string; readonly day: number }) =>
  (stage === 'never-used' ? 38 : stage === 'first-use' ? 46 : 42) + (day > 30 ? 5 : 0);

describe("a customer's step", () => {
  it.each([
    ['newcomers to parcels', newcomers, policy, 40],
    ['customers of all stages, models of their own', regulars, inHours, 60],
  ] as const)(
    'is that of the public functions by hand, to the last bit: %s',
    (_, world, quote, least) => {
      const played = keysOf(world).map((key) => byHand(world, quote, key));
      const { hand } = simulatePolicies(world, { policies: { hand: quote } }).policies;
      const mean = (of: (one: (typeof played)[number]) => number) =>
        played.reduce((sum, one) => sum + of(one), 0) / played.length;
      const { timeline, why, ...metrics } = hand;
      expect(why.length > 0).toBe((metrics.saturated?.estimate as number) > 0.01);
      const estimates = Object.fromEntries(
        Object.entries(metrics).map(([name, value]) => [name, value?.estimate]),
      );
      expect(estimates.orders).toBeGreaterThan(least);
      expect(estimates).toEqual({
        asked: mean(({ sums }) => sums.asked),
        orders: mean(({ sums }) => sums.orders),
        saturated: mean(({ sums }) => sums.full / sums.asked),
        quote: mean(({ sums }) => sums.quotes / sums.orders),
        kept: mean(({ sums }) => sums.kept / sums.orders),
        satisfaction: mean(({ sums }) => sums.satisfaction / sums.orders),
        below: mean(({ sums }) => sums.below / sums.orders),
        met: mean(({ sums }) => sums.met / sums.orders),
        exceeded: mean(({ sums }) => sums.exceeded / sums.orders),
        returning: mean(({ sums }) => sums.returning / sums.orders),
        heardGood: mean(({ sums }) => sums.heardGood),
        heardBad: mean(({ sums }) => sums.heardBad),
        profit: mean(({ sums }) => sums.profit),
      });
      const end = timeline.at(-1);
      expect(end?.wordOfMouth.estimate).toBe(mean(({ reputation }) => reputation));
      for (const [stage, { estimate }] of Object.entries(end?.customers ?? {})) {
        expect([stage, estimate]).toEqual([stage, mean(({ stages }) => stages[stage] as number)]);
      }
    },
  );

  // Newcomers whom advertising promised the best, and who care little for what a quote says.
  it('falls below where it comes sooner than promised, yet later than hoped', () => {
    const expectation = adjustParameters(expectationDefaults, 'test/deaf', { informationSd: 100 });
    const { late } = simulatePolicies(
      {
        ...newcomers,
        capability: capabilityFromSamples([4, 4], { unit: 'days' }),
        usual: 2,
        parameters: onePurchase,
        signals: { advertising: 100 },
        models: { expectation },
      },
      { policies: { late: () => 10 } },
    ).policies;
    const { kept, below, exceeded } = late;
    expect([kept, below, exceeded].map((share) => share?.estimate)).toEqual([1, 1, 0]);
  });
});
