import { adjustParameters } from 'overdeliver';
import { capabilityFromSamples } from 'overdeliver/capability';
import { expectationDefaults } from 'overdeliver/expectation';
import { surveyIntentions } from 'overdeliver/loyalty';
import {
  type PolicyQuestion,
  simulatePolicies,
  simulationDefaults,
  type World,
} from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { draw, keysOf } from './draws';
import { market } from './given';

/** Nobody ever orders, and everybody asks again. */
const asking: World = {
  ...market,
  attraction: () => 0,
  customers: { 'never-used': 2, 'first-use': 3, 'long-term': 4 },
  days: 20,
  replications: 2,
  parameters: adjustParameters(simulationDefaults, 'test/asking', { asksAgain: 1 }),
};
const pointsOf = (world: World) =>
  simulatePolicies(world, { policies: { one: () => 5 } }).policies.one.timeline;
const sure = (estimate: number) => ({ estimate, low: estimate, high: estimate });

describe('a policy', () => {
  it('is asked before each period begins, for each stage, in each replication', () => {
    const asked: PolicyQuestion[] = [];
    const one = (question: PolicyQuestion) => asked.push(question);
    simulatePolicies(asking, { policies: { one } });
    const stages = ['never-used', 'first-use', 'long-term'] as const;
    const { capability } = asking;
    const once = [0, 7, 14].flatMap((day) => stages.map((stage) => ({ capability, stage, day })));
    expect(asked).toEqual([...once, ...once]);
  });
});

describe('the timeline', () => {
  it('begins with the customers as given, who stay at their stage until something happens', () => {
    const customers = { 'never-used': sure(2), 'first-use': sure(3), 'long-term': sure(4) };
    expect(pointsOf(asking)).toEqual(
      [7, 14, 20].map((day) => ({
        day,
        customers: { ...customers, gone: sure(0) },
        wordOfMouth: sure(75),
      })),
    );
  });

  it('ends with nobody where who does not order at once is gone', () => {
    const parameters = adjustParameters(simulationDefaults, 'test/gone', {
      ...{ asksAgain: 0, needEveryDays: 1 },
    });
    const end = pointsOf({ ...asking, parameters, days: 60 }).at(-1)?.customers;
    expect(end).toEqual({
      ...{ 'never-used': sure(0), 'first-use': sure(0), 'long-term': sure(0) },
      gone: sure(9),
    });
  });

  it('has a point for each period up to 52, then 52 evenly spaced ones, the last at the end', () => {
    const weeks = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => 7 * (from + i));
    const days = (length: number) => pointsOf({ ...asking, days: length }).map(({ day }) => day);
    expect(days(1)).toEqual([1]);
    expect(days(7)).toEqual([7]);
    expect(days(8)).toEqual([7, 8]);
    expect(days(364)).toEqual(weeks(1, 52));
    // 53 weeks: 52 points of 53 / 52 weeks each, at the end of the week that they fall into.
    expect(days(365)).toEqual([...weeks(2, 52), 365]);
    expect(days(2 * 364)).toEqual(weeks(1, 52).map((day) => 2 * day));
  });
});

describe('a point of the timeline', () => {
  it('is what a world that ends then comes to, of a long one as well', () => {
    const parameters = adjustParameters(simulationDefaults, 'test/leaving', { asksAgain: 0.9 });
    const points = pointsOf({ ...asking, parameters, days: 2 * 364 });
    for (const weeks of [2, 20, 52, 104]) {
      const end = pointsOf({ ...asking, parameters, days: 7 * weeks }).at(-1);
      expect(points.find(({ day }) => day === 7 * weeks)).toEqual(end);
    }
    expect(points.at(-1)?.customers.gone.estimate).toBeGreaterThan(4);
  });
});

describe('an order that arrives at the instant that a period ends', () => {
  const base: World = {
    ...market,
    attraction: () => 1,
    days: 21,
    customers: { 'first-use': 1 },
    replications: 2,
    parameters: adjustParameters(simulationDefaults, 'test/all', {
      ...{ customerOrders: 1, orderOddsPerPoint: 0, returnsPerIntention: 1 },
    }),
  };
  // Everybody means to come back.
  const intention = adjustParameters(surveyIntentions, 'test/loyal', { 'repurchase.base': 20 });
  const needs = (seed: number) =>
    keysOf({ ...base, seed }).map((key) => -Math.log(draw(key, 0, 0)[1]) * 30);
  // The first need comes in the first week, in the other replication after the three.
  const seed = Array.from({ length: 1000 }, (_, i) => i).find((i) => {
    const [first = 0, other = 0] = needs(i);
    return first < 7 && other > 21 && first + (14 - first) === 14;
  }) as number;

  /** How many are long-term at the end of each week, if all that is ordered takes until day 14, and a bit longer. */
  const settled = (settlingInDays: number, minimumUses: number, longer = 0) => {
    const takes = 14 - (needs(seed)[0] as number) + longer;
    const settling = { settlingInDays, minimumUses };
    return pointsOf({
      ...base,
      seed,
      capability: capabilityFromSamples([takes, takes], { unit: 'days' }),
      models: {
        expectation: adjustParameters(expectationDefaults, 'test/settling', settling),
        intention,
      },
    }).map(({ customers }) => 2 * customers['long-term'].estimate);
  };

  it('arrives in the next one, to a customer who is settled if they used often enough for long enough', () => {
    expect(settled(14, 2)).toEqual([0, 0, 1]);
    expect(settled(13.999, 2, -0.001)).toEqual([0, 1, 1]);
    expect(settled(14, 2, -0.001)).toEqual([0, 0, 0]);
    expect(settled(14.001, 2)).toEqual([0, 0, 0]);
    expect(settled(14, 3)).toEqual([0, 0, 0]);
    expect(settled(0, 3)).toEqual([0, 0, 0]);
  });
});
