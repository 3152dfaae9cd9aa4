import fc from 'fast-check';
import {
  type Capability,
  capabilityFromSamples,
  planPromise,
  planWindow,
  toMultipleOf,
} from 'overdeliver';
import { scaleCapability } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

describe('toMultipleOf', () => {
  it.each([
    [5, 57, 'up', 60],
    [5, 57, 'down', 55],
    [5, 60, 'up', 60],
    [5, 60, 'down', 60],
    [5, 60.0001, 'up', 65],
    [5, 59.9999, 'down', 55],
    [15, 46, 'up', 60],
    [0.05, 0.33, 'up', 0.35],
    [0.05, 0.33, 'down', 0.3],
    [0.1, 1.05, 'up', 1.1],
    [0.1, 0.71, 'down', 0.7],
    [0.1, 0.7, 'up', 0.7],
    [0.25, 2.6, 'up', 2.75],
    [7, 20, 'up', 21],
    [0.3, 0.85, 'down', 0.6],
    [0.3, 0.9, 'up', 0.9],
    [0.15, 0.4, 'up', 0.45],
    [0.7, 2, 'up', 2.1],
    [1.1, 3, 'up', 3.3],
    [0.001, 4.0351, 'down', 4.035],
    [5, 0, 'up', 0],
    [5, -57, 'up', -55],
    [5, -57, 'down', -60],
  ] as const)('%d: %d goes %s to %d', (step, quote, easier, rounded) => {
    expect(toMultipleOf(step)(quote, easier)).toBe(rounded);
  });

  it('counts thirds, minutes of an hour and the like in whole parts', () => {
    for (const parts of [3, 7, 60, 360])
      for (let count = 1; count <= 1000; count++)
        expect(toMultipleOf(1 / parts)((count - 0.5) / parts, 'up')).toBe(count / parts);
  });

  // A whole step for the sake of a last bit would be absurd.
  it.each([
    [0.1, 0.1 + 0.2, 0.3],
    [0.05, 3 * 0.05, 0.15],
    [5, 60.000000000000007, 60],
    [5, 59.99999999999999, 60],
  ])('of %d takes %d for %d, on either side', (step, quote, near) => {
    expect(toMultipleOf(step)(quote, 'up')).toBe(near);
    expect(toMultipleOf(step)(quote, 'down')).toBe(near);
  });

  it('never gives -0', () => {
    expect(toMultipleOf(5)(-2, 'up')).toBe(0);
    expect(toMultipleOf(0.1)(-0.02, 'up')).toBe(0);
    expect(toMultipleOf(5)(-0, 'down')).toBe(0);
  });

  it.each([Number.NaN, Infinity])('rounds no quote of %d', (quote) => {
    expect(refusal(() => toMultipleOf(5)(quote, 'up'))).toMatchObject({
      function: 'toMultipleOf',
      path: 'quote',
      value: quote,
      expected: 'a finite number',
    });
  });

  it('rounds up or down, and says which there are', () => {
    expect(refusal(() => toMultipleOf(5)(57, 'nearest' as never))).toMatchObject({
      code: 'unknown-name',
      path: 'easier',
      expected: 'up or down',
    });
  });

  it('refuses what has no finite multiple', () => {
    expect(refusal(() => toMultipleOf(1.5e308)(1.6e308, 'up'))).toMatchObject({
      path: 'quote',
      expected: 'a number with a finite multiple of 1.5e+308',
    });
  });

  it.each([
    [0, 'out-of-range'],
    [-5, 'out-of-range'],
    [Number.NaN, 'out-of-range'],
    [Infinity, 'out-of-range'],
    ['5', 'wrong-type'],
    [null, 'wrong-type'],
    [undefined, 'missing'],
  ])('refuses a step of %o', (step, code) => {
    expect(refusal(() => toMultipleOf(step as number))).toMatchObject({
      name: 'InvalidInputError',
      function: 'toMultipleOf',
      code,
      path: 'step',
      value: step,
      expected: 'a step above 0',
    });
  });
});

describe('the rounding of a plan', () => {
  const unit = 'minutes';
  const round = toMultipleOf(5);
  const rounded = (capability: Capability, keepRate = 0.9) => {
    const wanted = { keepRate, bestEffort: true };
    const { promise, why } = planPromise(capability, { ...wanted, round });
    return [
      planPromise(capability, wanted).promise,
      promise,
      why.some(({ code }) => code === 'rounded'),
    ];
  };

  it.each([
    // Outcomes five apart; divided and multiplied again they miss their place by a last bit.
    [0.7, 55, 0.9, 54.99999999999999, 55],
    [1.2, 65, 0.7, 60.00000000000001, 60],
  ])('takes no last bit for a step, scaled by %d', (factor, top, keepRate, exact, whole) => {
    const samples = Array.from({ length: 20 }, (_, i) => top / factor - ((i % 7) * 5) / factor);
    const kitchen = scaleCapability(capabilityFromSamples(samples, { unit }), factor);
    expect(rounded(kitchen, keepRate)).toEqual([exact, whole, false]);
  });

  it('takes an observation that lies a last bit beyond for the multiple, which it keeps', () => {
    const above = 60.00000000000001;
    const samples = [30, 35, 40, 45, 50, 51, 52, 53, above];
    const plan = planPromise(capabilityFromSamples(samples, { unit }), { keepRate: 0.9, round });
    expect(plan.promise).toBe(60);
    expect(plan.chance.estimate).toBe(0.9);
  });

  it('serves roundings that know nothing of last bits', () => {
    const samples = Array.from({ length: 20 }, (_, i) => 65 / 1.2 - ((i % 7) * 5) / 1.2);
    const kitchen = scaleCapability(capabilityFromSamples(samples, { unit }), 1.2);
    expect(planPromise(kitchen, { keepRate: 0.7, round: Math.ceil }).promise).toBe(60);
  });

  it('takes both ends of a window alike', () => {
    const samples = Array.from({ length: 19 }, (_, i) => (35 + (i % 5) * 5) / 0.7);
    const kitchen = scaleCapability(capabilityFromSamples(samples, { unit }), 0.7);
    const { from, to } = planWindow(kitchen, { keepRate: 0.9, round });
    expect([from, to]).toEqual([35, 55]);
  });

  it('tells of no rounding that changes nothing', () => {
    const hours = [0.1, 0.2, 0.1 + 0.2, 0.3, 0.7, 0.7, 0.6, 0.6, 0.9];
    const round = toMultipleOf(0.3);
    const plan = planPromise(capabilityFromSamples(hours, { unit: 'hours' }), {
      keepRate: 0.9,
      round,
    });
    expect(plan.promise).toBe(0.9);
    expect(plan.why.map(({ code }) => code)).not.toContain('rounded');
    const ends = [0.1 + 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.3 * 3];
    const able = capabilityFromSamples(ends, { unit: 'hours' });
    const window = planWindow(able, { keepRate: 0.75, round });
    expect([window.from, window.to]).toEqual([0.3, 0.9]);
    expect(window.why.map(({ code }) => code)).not.toContain('rounded');
  });
});

describe('a rounding of your own', () => {
  const kitchen = capabilityFromSamples([11, 12, 13, 14, 15, 16, 17, 18, 19.7], {
    unit: 'minutes',
  });
  const keepRate = 0.9;

  it('that changes nothing leaves the quote as it is, to the last bit', () => {
    expect(planPromise(kitchen, { keepRate, round: (quote) => quote }).promise).toBe(19.7);
    expect(planPromise(kitchen, { keepRate }).promise).toBe(19.7);
    expect(planPromise(kitchen, { keepRate, round: undefined }).promise).toBe(19.7);
  });

  it.each([() => 19, () => Number.NaN, () => Infinity, () => '20' as never])(
    'may not make a promise harder to keep, nor none: %s',
    (round) => {
      expect(refusal(() => planPromise(kitchen, { keepRate, round }))).toMatchObject({
        path: 'options.round',
        value: round(),
        expected: 'a rounding up from 19.7',
      });
    },
  );

  it('may not begin a window later', () => {
    const later = (quote: number, easier: 'up' | 'down') => (easier === 'down' ? quote + 1 : quote);
    const { from } = planWindow(kitchen, { keepRate: 0.7 });
    expect(refusal(() => planWindow(kitchen, { keepRate: 0.7, round: later }))).toMatchObject({
      path: 'options.round',
      value: from + 1,
      expected: `a rounding down from ${from}`,
    });
  });
});

describe('a rounded quote', () => {
  const step = fc.constantFrom(5, 0.05, 0.1, 1, 15, 0.25, 0.3, 7);
  const grid = fc.tuple(step, fc.nat(2000)).map(([of, count]) => count * of);
  const fine = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((billionth) => billionth / 1e9);
  const quote = fc.oneof(grid, fine, fc.double({ min: 1e-9, max: 1e4, noNaN: true }));
  const easier = fc.constantFrom('up' as const, 'down' as const);

  it('lies on the easier side, less than a step away, on the grid, and stays there', () => {
    holds(
      fc.property(step, quote, easier, (of, from, side) => {
        const round = toMultipleOf(of);
        const to = round(from, side);
        // A multiple up to rounding is that multiple.
        const eased = side === 'up' ? to - from : from - to;
        expect(eased).toBeGreaterThanOrEqual(-1e-12 * Math.abs(from));
        expect(Math.abs(to - from)).toBeLessThan(of);
        expect(Math.abs(to / of - Math.round(to / of))).toBeLessThan(1e-7);
        expect(round(to, side)).toBe(to);
        expect(round(to, side === 'up' ? 'down' : 'up')).toBe(to);
      }),
      1000,
    );
  });

  it('is the number nearest to the decimal, of steps of up to three decimals', () => {
    const thousandths = fc.integer({ min: 1, max: 20_000 });
    holds(
      fc.property(thousandths, fc.nat(10_000), easier, (step, count, side) => {
        // One division of whole numbers is rounded once.
        const decimal = (step * count) / 1000;
        const round = toMultipleOf(step / 1000);
        expect(round(decimal, side)).toBe(decimal);
        expect(round(count * (step / 1000), side)).toBe(decimal);
        const within = side === 'up' ? decimal - step / 4000 : decimal + step / 4000;
        expect(round(within, side)).toBe(decimal);
      }),
      1000,
    );
  });

  it('is a multiple up to rounding, of any step', () => {
    const any = fc.double({ min: 1e-300, max: 1e100, noNaN: true });
    const share = fc.integer({ min: 1, max: 2000 }).map((parts) => 1 / parts);
    holds(
      fc.property(fc.oneof(any, share), fc.nat(10_000), easier, (of, count, side) => {
        const to = toMultipleOf(of)(count * of, side);
        expect(Math.abs(to - count * of)).toBeLessThanOrEqual(1e-12 * count * of);
      }),
      1000,
    );
  });

  it('keeps the order of quotes', () => {
    holds(
      fc.property(step, quote, quote, easier, (of, one, other, side) => {
        const round = toMultipleOf(of);
        const low = round(Math.min(one, other), side);
        expect(low - round(Math.max(one, other), side)).toBeLessThan(1e-8);
      }),
      1000,
    );
  });
});
