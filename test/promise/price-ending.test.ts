import fc from 'fast-check';
import { capabilityFromSamples, planPromise, planWindow, toPriceEnding } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

describe('toPriceEnding', () => {
  it.each([
    [0.99, 1, 142.5, 142.99, 141.99],
    [0.99, 1, 142.99, 142.99, 142.99],
    [0.99, 1, 142.995, 143.99, 142.99],
    [9, 10, 142.5, 149, 139],
    [95, 100, 96, 195, 95],
    [0, 5, 57, 60, 55],
    [0.95, 1, 0, 0.95, 0],
    [0.99, 1, 0.5, 0.99, 0],
    [95, 100, 12, 95, 0],
  ])('ending in %d of every %d: %d goes up to %d, down to %d', (ending, every, quote, up, down) => {
    const round = toPriceEnding(ending, every);
    expect(round(quote, 'up')).toBe(up);
    expect(round(quote, 'down')).toBe(down);
  });

  it.each([0.1, 0.49, 0.95, 0.99])(
    'leaves every price in cents that ends in %d as it is',
    (ending) => {
      const round = toPriceEnding(ending);
      for (let whole = 0; whole < 300; whole++) {
        const price = Math.round(100 * (whole + ending)) / 100;
        expect([round(price, 'up'), round(price, 'down')]).toEqual([price, price]);
      }
    },
  );

  it('finds the nearest such price on its side, and leaves it there', () => {
    const ending = fc.constantFrom(0, 0.5, 0.95, 0.99);
    const side = fc.constantFrom('up' as const, 'down' as const);
    holds(
      fc.property(
        ending,
        side,
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (end, easier, quote) => {
          const round = toPriceEnding(end);
          const price = round(quote, easier);
          const distance = easier === 'up' ? price - quote : quote - price;
          // A price up to rounding is that price.
          expect(distance).toBeGreaterThanOrEqual(-1e-12 * quote);
          expect(distance).toBeLessThanOrEqual(1);
          // Below the lowest such price there is only 0.
          const off = Math.abs(price - end - Math.round(price - end));
          if (easier === 'up' || quote >= end) expect(off).toBeLessThan(1e-8);
          else expect(price).toBe(0);
          expect(round(price, easier)).toBe(price);
          expect(Object.is(price, -0)).toBe(false);
        },
      ),
    );
  });

  it('promises no price below 0, for levels and the lower end of a window', () => {
    const prices = Array.from({ length: 19 }, (_, i) => i / 10);
    const levels = capabilityFromSamples(prices, { unit: 'euro', better: 'higher' });
    const round = toPriceEnding(0.99);
    expect(planPromise(levels, { keepRate: 0.9, round }).promise).toBe(0);
    expect(planPromise(levels, { keepRate: 0.5, round }).promise).toBe(0);
    const bills = capabilityFromSamples(prices, { unit: 'euro' });
    expect(planWindow(bills, { keepRate: 0.9, round })).toMatchObject({ from: 0, to: 1.99 });
  });

  it.each([-5, -0.01, Number.NaN])('refuses %d, which is no price', (quote) => {
    expect(refusal(() => toPriceEnding(0.99)(quote, 'up'))).toMatchObject({
      code: 'out-of-range',
      function: 'toPriceEnding',
      path: 'quote',
    });
  });

  it('refuses endings that are none', () => {
    expect(refusal(() => toPriceEnding(1)).path).toBe('ending');
    expect(refusal(() => toPriceEnding(-0.01))).toMatchObject({
      code: 'out-of-range',
      function: 'toPriceEnding',
    });
    expect(refusal(() => toPriceEnding(0.99, 0)).path).toBe('every');
    expect(refusal(() => toPriceEnding('9' as never)).code).toBe('wrong-type');
  });
});

it('says of a plan which ending its price was given', () => {
  const prices = Array.from({ length: 19 }, (_, i) => 10 + i / 10);
  const bills = capabilityFromSamples(prices, { unit: 'euro' });
  const { promise, why } = planPromise(bills, { keepRate: 0.9, round: toPriceEnding(0.99) });
  expect(promise).toBe(11.99);
  const detail = { from: 11.7, to: 11.99, ending: 0.99, every: 1 };
  expect(why).toContainEqual({ code: 'rounded', detail });
});
