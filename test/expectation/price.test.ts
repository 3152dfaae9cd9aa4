import fc from 'fast-check';
import { formExpectation, priceLevel } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { customer, tuned } from './given';

const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });

// D8, the rule of src/expectation/price.ts: odds of the level = customary odds x (amount / reference)^exponent.
describe('priceLevel', () => {
  it('is the middle at the reference, whatever it is', () => {
    holds(
      fc.property(amount, (reference) => {
        expect(priceLevel({ amount: reference, reference })).toBe(50);
      }),
    );
  });

  it.each([
    [0, 0],
    [50, 100 / 3],
    [200, 200 / 3],
    [300, 75],
  ])('of %d beside 100 is %d', (paid, level) => {
    expect(priceLevel({ amount: paid, reference: 100 })).toBeCloseTo(level, 12);
  });

  it('follows the exponent: doubling the price at 2 multiplies the odds by 4', () => {
    const parameters = tuned({ priceExponent: 2 });
    expect(priceLevel({ amount: 200, reference: 100 }, { parameters })).toBeCloseTo(80, 12);
  });

  it('ignores the price at exponent 0', () => {
    const parameters = tuned({ priceExponent: 0 });
    expect(priceLevel({ amount: 900, reference: 100 }, { parameters })).toBe(50);
  });

  it('starts from the customary level', () => {
    const parameters = tuned({ referencePriceLevel: 80 });
    expect(priceLevel({ amount: 5, reference: 5 }, { parameters })).toBeCloseTo(80, 12);
    // odds 4, halved
    expect(priceLevel({ amount: 5, reference: 10 }, { parameters })).toBeCloseTo(200 / 3, 12);
  });

  it('rises with the price, falls with the reference, and stays on the scale', () => {
    holds(
      fc.property(amount, amount, amount, (one, other, reference) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const less = priceLevel({ amount: low, reference });
        const more = priceLevel({ amount: high, reference });
        expect(more).toBeGreaterThanOrEqual(less);
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(100);
        expect(priceLevel({ amount: reference, reference: low })).toBeGreaterThanOrEqual(
          priceLevel({ amount: reference, reference: high }),
        );
      }),
    );
  });

  it('does not depend on the currency', () => {
    holds(
      fc.property(amount, amount, (paid, reference) => {
        const level = priceLevel({ amount: paid, reference });
        expect(priceLevel({ amount: paid * 100, reference: reference * 100 })).toBeCloseTo(
          level,
          9,
        );
      }),
    );
  });

  it('is the level that the price signal brings to predicted', () => {
    const parameters = tuned({ priceExponent: 3, referencePriceLevel: 40 });
    const price = { amount: 130, reference: 100 };
    const { predicted } = formExpectation(customer({ price }), { parameters });
    expect(predicted.mean).toBe(priceLevel(price, { parameters }));
  });
});

describe('priceLevel refuses', () => {
  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '100', null, undefined])(
    'the amount %j',
    (paid) => {
      const call = () => priceLevel({ amount: paid as number, reference: 100 });
      expect(refusal(call)).toMatchObject({
        function: 'priceLevel',
        path: 'amount',
        value: paid,
      });
    },
  );

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, '100', null, undefined])(
    'the reference %j',
    (reference) => {
      const call = () => priceLevel({ amount: 100, reference: reference as number });
      expect(refusal(call)).toMatchObject({
        function: 'priceLevel',
        path: 'reference',
        value: reference,
      });
    },
  );

  it('with the code and the words', () => {
    expect(refusal(() => priceLevel({ amount: -1, reference: 100 }))).toMatchObject({
      code: 'out-of-range',
      expected: 'an amount of at least 0',
    });
    expect(refusal(() => priceLevel({ amount: 1, reference: 0 }))).toMatchObject({
      code: 'out-of-range',
      expected: 'a reference price above 0',
    });
  });

  it('a missing price with its own error', () => {
    expect(refusal(() => priceLevel(undefined as never))).toMatchObject({ function: 'priceLevel' });
  });
});
