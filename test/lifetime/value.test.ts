import fc from 'fast-check';
import { lifetimeValue, predictIntention } from 'overdeliver';
import { outcomes } from 'overdeliver/core';
import { repurchases, valueOfOutcomes } from 'overdeliver/lifetime';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const count = fc.double({ min: 0, max: 5, noNaN: true });
const counts = fc.array(count, { maxLength: 30 });
const rate = fc.double({ min: -0.3, max: 1, noNaN: true });
const money = fc.double({ min: -100, max: 100, noNaN: true });

describe('lifetimeValue', () => {
  it('golden: worked by hand', () => {
    // 10 * (2 / 1.25 + 1 / 1.5625) = 16 + 6.4
    expect(lifetimeValue([2, 1], { margin: 10, discountRate: 0.25 })).toEqual({
      value: 22.4,
      purchases: 3,
      discountedPurchases: 2.24,
      byPeriod: [16, 6.4],
    });
    expect(lifetimeValue([], { margin: 10, discountRate: 0 })).toMatchObject({
      value: 0,
      byPeriod: [],
    });
  });

  it('golden: a customer retained at .8 for ever, discounted by .1', () => {
    // margin r / (1 + d - r) (Gupta & Lehmann 2003)
    const { value } = lifetimeValue(repurchases(0.8, 2000), { margin: 3, discountRate: 0.1 });
    expect(value).toBeCloseTo((3 * 0.8) / 0.3, 12);
  });

  it('is the sum of its periods, the margin times the discounted purchases', () => {
    holds(
      fc.property(counts, money, rate, (purchases, margin, discountRate) => {
        const result = lifetimeValue(deepFreeze(purchases), { margin, discountRate });
        const sum = result.byPeriod.reduce((total, part) => total + part, 0);
        expect(result.value).toBeCloseTo(sum, 6);
        expect(result.value).toBeCloseTo(margin * result.discountedPurchases, 6);
        if (discountRate >= 0) {
          expect(result.discountedPurchases).toBeLessThanOrEqual(result.purchases);
        }
        expectSurvivesJson({ ...result, byPeriod: result.byPeriod.map((part) => part + 0) });
      }),
    );
  });

  it('takes amounts and rates up to their limits', () => {
    const at = (margin: number, discountRate: number) =>
      lifetimeValue([1e15, 0], { margin, discountRate }).byPeriod[0];
    expect(at(1e15, 0)).toBe(1e30);
    expect(at(-1e15, 1)).toBe(-5e29);
    // 1e7 / (1e-12)^16 is 1e199
    const rate = 1e-12 - 1;
    const counts = (n: number) => [...new Array<number>(15).fill(0), n];
    expect(lifetimeValue(counts(1e7), { margin: 1, discountRate: rate }).value).toBeGreaterThan(
      9e198,
    );
    expect(
      refusal(() => lifetimeValue(counts(1e9), { margin: 1, discountRate: rate })),
    ).toMatchObject({
      path: 'options.discountRate',
      code: 'out-of-range',
    });
  });

  it('takes typed arrays', () => {
    const options = { margin: 2, discountRate: 0.1 };
    expect(lifetimeValue(Float64Array.of(1, 2), options)).toEqual(lifetimeValue([1, 2], options));
  });
});

describe('repurchases', () => {
  it.each([
    [0, [0, 0, 0]],
    [1, [1, 1, 1]],
    [0.5, [0.5, 0.25, 0.125]],
  ])('with probability %d: %j', (probability, expected) => {
    expect(repurchases(probability, 3)).toEqual(expected);
  });
});

describe('valueOfOutcomes', () => {
  const conduct = fc.record(
    {
      purchases: fc.array(count, { minLength: 12, maxLength: 12 }),
      margin: money,
      referrals: fc.double({ min: -2, max: 2, noNaN: true }),
    },
    { requiredKeys: ['purchases', 'margin'] },
  );

  it('golden: worked by hand', () => {
    // Discounted purchases: 1/2, 2/2 + 4/4 and 2/2 + 8/4.
    const { values, steps } = valueOfOutcomes(
      {
        below: { purchases: [1, 0], margin: 10, referrals: -0.5 },
        met: { purchases: [2, 4], margin: 10 },
        exceeded: { purchases: [2, 8], margin: 8, referrals: 1 },
      },
      { discountRate: 1, referralValue: 6 },
    );
    expect(values).toEqual({ below: 2, met: 20, exceeded: 30 });
    expect(steps).toEqual({
      belowToMet: { value: 18, fromPurchases: 15, fromMargin: 0, fromReferrals: 3 },
      metToExceeded: { value: 10, fromPurchases: 10, fromMargin: -6, fromReferrals: 6 },
    });
  });

  it('has steps that add up, each from its parts', () => {
    holds(
      fc.property(conduct, conduct, conduct, rate, money, (below, met, exceeded, d, worth) => {
        const given = { below, met, exceeded };
        const options = { discountRate: d, referralValue: worth };
        const { values, steps } = valueOfOutcomes(deepFreeze(given), options);
        for (const outcome of outcomes) {
          const { purchases, margin, referrals = 0 } = given[outcome];
          const { value } = lifetimeValue(purchases, { margin, discountRate: d });
          expect(values[outcome]).toBeCloseTo(value + referrals * worth, 5);
        }
        for (const part of [steps.belowToMet, steps.metToExceeded]) {
          const sum = part.fromPurchases + part.fromMargin + part.fromReferrals;
          expect(part.value).toBeCloseTo(sum, 5);
        }
        const all = steps.belowToMet.value + steps.metToExceeded.value;
        expect(all).toBeCloseTo(values.exceeded - values.below, 5);
      }),
    );
  });

  it('counts referrals at nothing unless they are given and valued', () => {
    const same = { purchases: [1], margin: 2 };
    const bring = { ...same, referrals: 3 };
    const options = { discountRate: 0 };
    const { values } = valueOfOutcomes({ below: same, met: bring, exceeded: bring }, options);
    expect(values).toEqual({ below: 2, met: 2, exceeded: 2 });
    const worth = { discountRate: 0, referralValue: 5 };
    expect(valueOfOutcomes({ below: same, met: same, exceeded: bring }, worth).values).toEqual({
      below: 2,
      met: 2,
      exceeded: 17,
    });
  });

  it('takes what the loyalty room predicts', () => {
    const served = (outcome: 'below' | 'met' | 'exceeded', satisfaction: number) => {
      const given = { satisfaction, outcome, stage: 'first-use' } as const;
      return { purchases: repurchases(predictIntention(given).repurchase, 12), margin: 20 };
    };
    const result = valueOfOutcomes(
      { below: served('below', 40), met: served('met', 70), exceeded: served('exceeded', 75) },
      { discountRate: 0.01 },
    );
    expectSurvivesJson(result);
    expect(result.steps.belowToMet.value).toBeGreaterThan(result.steps.metToExceeded.value);
    expect(result.steps.metToExceeded.value).toBeGreaterThan(0);
  });
});
