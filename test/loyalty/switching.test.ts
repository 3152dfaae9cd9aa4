import fc from 'fast-check';
import {
  adjustParameters,
  type CompetitorOffer,
  type CourtedCustomer,
  predictSwitching,
} from 'overdeliver';
import { outcomes } from 'overdeliver/core';
import { switchingDefaults } from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const level = fc.double({ min: 0, max: 100, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const customers: fc.Arbitrary<CourtedCustomer> = fc.record({
  expected: level,
  outcome: fc.constantFrom(...outcomes),
  stage: fc.constantFrom('first-use' as const, 'long-term' as const),
});
const offers: fc.Arbitrary<CompetitorOffer> = fc.record({
  promised: level,
  credibility: share,
  market: level,
});
const met = { expected: 70, outcome: 'met', stage: 'first-use' } as const;
const believed = { promised: 85, credibility: 1, market: 60 };

it('gives what a logistic regression on offers did, its coefficients put in as the guide says', () => {
  const b = {
    intercept: -0.996,
    difference: 0.1003,
    longTerm: -0.509,
    exceeded: -0.997,
    below: 1.315,
  };
  const parameters = adjustParameters(switchingDefaults, 'ours', {
    perPoint: b.difference,
    disappointment: b.below,
    'inertia.firstUse': 0,
    'inertia.longTerm': -b.longTerm,
    delight: -b.exceeded,
    switchingCost: -b.intercept,
  });
  holds(
    fc.property(customers, offers, (customer, offer) => {
      const { expected, outcome, stage } = customer;
      const { promised, credibility, market } = offer;
      const difference = credibility * promised + (1 - credibility) * market - expected;
      const logOdds =
        b.intercept +
        b.difference * difference +
        (stage === 'long-term' ? b.longTerm : 0) +
        (outcome === 'met' ? 0 : b[outcome]);
      const { chance } = predictSwitching(customer, offer, { parameters });
      expect(chance).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
    }),
  );
});

describe('predictSwitching', () => {
  // By hand: stay = .1 * 70 + .5, go = .1 * 85 - .5.
  it('weighs staying against going', () => {
    const { chance, utilities, model } = predictSwitching(met, believed);
    expect(utilities.stay).toBeCloseTo(7.5, 12);
    expect(utilities.go).toBeCloseTo(8, 12);
    expect(chance).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 12);
    expect(model).toEqual({ id: 'loyalty/switching-1', setting: switchingDefaults.setting });
  });

  // By hand: 80 = 70 + 5 of inertia + 5 of switching costs, and so on.
  it.each([
    ['met', 'first-use', 80],
    ['met', 'long-term', 85],
    ['exceeded', 'first-use', 90],
    ['exceeded', 'long-term', 95],
    ['below', 'first-use', 70],
    ['below', 'long-term', 75],
  ] as const)('%s at %s is even at a believed %d', (outcome, stage, even) => {
    const prediction = predictSwitching({ expected: 70, outcome, stage }, believed);
    expect(prediction.evenPromise).toBeCloseTo(even, 10);
    expect(prediction.noEvenPromise).toBeNull();
  });

  // By hand: 90 and five points each of inertia and cost; 0, these, and less ten of disappointment.
  it.each([
    [{ ...met, expected: 90 }, 100],
    [{ ...met, outcome: 'below', expected: 0 }, 0],
  ] as const)('is even at an end of the scale: %o at %d', (customer, even) => {
    expect(predictSwitching(customer, believed)).toMatchObject({
      evenPromise: even,
      noEvenPromise: null,
    });
  });

  it('lets a merely met customer go where the promise beats what they expect, a delighted one less (D22)', () => {
    const more = { promised: 100, credibility: 0.9, market: 70 };
    expect(predictSwitching(met, more).chance).toBeGreaterThan(0.5);
    expect(predictSwitching({ ...met, outcome: 'exceeded' }, more).chance).toBeLessThan(
      predictSwitching(met, more).chance,
    );
    expect(predictSwitching(met, { ...more, credibility: 0 }).chance).toBeLessThan(0.5);
  });

  it.each([
    [met, { ...believed, credibility: 0 }, 'not-believed'],
    [{ ...met, expected: 95 }, believed, 'stays-anyway'],
    [{ ...met, expected: 10 }, { promised: 0, credibility: 0.1, market: 90 }, 'goes-anyway'],
  ] as const)('says why no promise is even: %o, %o, %s', (customer, offer, reason) => {
    expect(predictSwitching(customer, offer)).toMatchObject({
      evenPromise: null,
      noEvenPromise: reason,
    });
  });

  it('adds up, and is plain data', () => {
    holds(
      fc.property(customers, offers, (customer, offer) => {
        const prediction = predictSwitching(deepFreeze(customer), deepFreeze(offer));
        const { chance, utilities, contributions } = prediction;
        const sum = contributions.reduce((total, { logOdds }) => total + logOdds, 0);
        expect(sum).toBeCloseTo(utilities.go - utilities.stay, 10);
        expect(chance).toBeCloseTo(1 / (1 + Math.exp(-sum)), 12);
        expectSurvivesJson(prediction);
      }),
    );
  });

  it('rises with the promise, falls with what is expected here and by outcome', () => {
    holds(
      fc.property(customers, offers, level, level, (customer, offer, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const chance = (change: Partial<CourtedCustomer>, promise: Partial<CompetitorOffer> = {}) =>
          predictSwitching({ ...customer, ...change }, { ...offer, ...promise }).chance;
        expect(chance({}, { promised: high })).toBeGreaterThanOrEqual(
          chance({}, { promised: low }),
        );
        expect(chance({ expected: high })).toBeLessThanOrEqual(chance({ expected: low }));
        const [below, fair, exceeded] = outcomes.map((outcome) => chance({ outcome }));
        expect(below).toBeGreaterThanOrEqual(fair as number);
        expect(fair).toBeGreaterThanOrEqual(exceeded as number);
        expect(chance({ stage: 'long-term' })).toBeLessThanOrEqual(chance({ stage: 'first-use' }));
      }),
    );
  });

  it('is even at the even promise, if there is one', () => {
    holds(
      fc.property(customers, offers, (customer, offer) => {
        const { evenPromise, noEvenPromise } = predictSwitching(customer, offer);
        if (evenPromise !== null) {
          const there = predictSwitching(customer, { ...offer, promised: evenPromise });
          expect(there.chance).toBeCloseTo(0.5, 9);
        } else if (noEvenPromise === 'stays-anyway') {
          expect(
            predictSwitching(customer, { ...offer, promised: 100 }).chance,
          ).toBeLessThanOrEqual(0.5);
        } else if (noEvenPromise === 'goes-anyway') {
          expect(
            predictSwitching(customer, { ...offer, promised: 0 }).chance,
          ).toBeGreaterThanOrEqual(0.5);
        } else {
          expect(noEvenPromise).toBe('not-believed');
          expect(0.1 * offer.credibility).toBe(0);
        }
      }),
    );
  });

  it('takes numbers of your own', () => {
    const parameters = adjustParameters(switchingDefaults, 'ours/contract', { switchingCost: 2 });
    const bound = predictSwitching(met, believed, { parameters });
    expect(bound.utilities.go).toBeCloseTo(6.5, 12);
    expect(bound.model.id).toBe('ours/contract');
    expect(predictSwitching(met, believed, { parameters: undefined })).toEqual(
      predictSwitching(met, believed),
    );
  });

  it.each([
    [{ ...met, expected: 101 }, believed, {}, 'out-of-range', 'customer.expected'],
    [{ ...met, outcome: 'fine' }, believed, {}, 'unknown-name', 'customer.outcome'],
    [{ ...met, stage: 'never-used' }, believed, {}, 'unknown-name', 'customer.stage'],
    [{ ...met, satisfaction: 5 }, believed, {}, 'unknown-name', 'customer.satisfaction'],
    [met, { ...believed, promised: -1 }, {}, 'out-of-range', 'offer.promised'],
    [met, { ...believed, credibility: 1.1 }, {}, 'out-of-range', 'offer.credibility'],
    [met, { ...believed, market: undefined }, {}, 'missing', 'offer.market'],
    [met, believed, { parameter: 1 }, 'unknown-name', 'options.parameter'],
    [met, believed, { parameters: {} }, 'wrong-type', 'options.parameters'],
  ])('refuses %o, %o, %o', (customer, offer, options, code, path) => {
    const call = () => predictSwitching(customer as never, offer as never, options as never);
    expect(refusal(call)).toMatchObject({ function: 'predictSwitching', code, path });
  });
});
