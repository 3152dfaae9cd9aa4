import fc from 'fast-check';
import { adjustParameters, expectedPurchases } from 'overdeliver';
import { cdnowPurchases, chancesOfPurchases } from 'overdeliver/lifetime';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

/** The rounded numbers that peers' tests use. */
const rounded = adjustParameters(cdnowPurchases, 'lifetime/cdnow-rounded', {
  r: 0.243,
  alpha: 4.414,
  a: 0.793,
  b: 2.426,
});

it('golden: purchases of a new customer in 39 weeks', () => {
  // By integrating Poisson counts over the gamma of rates numerically (scipy 1.17.1, quad over 0..1 of its quantiles);
  // the first is .5737864 in the tests of peers.
  const { chances, more } = chancesOfPurchases(rounded, null, 39, { upTo: 3 });
  const golden = [0.573786352, 0.199395281, 0.0854297595, 0.0458603538];
  golden.forEach((chance, n) => {
    expect(chances[n]).toBeCloseTo(chance, 8);
  });
  expect(more).toBeCloseTo(1 - golden.reduce((sum, chance) => sum + chance), 8);
});

it('golden: what is to come from one who is known', () => {
  // The same integral for r + x, alpha + age, b + x, times P(alive) of .726578570
  const customer = { frequency: 2, recency: 30.43, age: 38.86 };
  const { chances } = chancesOfPurchases(rounded, customer, 4, { upTo: 2 });
  [0.869305676, 0.115765905, 0.0133842169].forEach((chance, n) => {
    expect(chances[n]).toBeCloseTo(chance, 8);
  });
});

it('chances add up to 1, and their mean is the number expected', () => {
  holds(
    fc.property(
      fc.record({
        frequency: fc.integer({ min: 0, max: 30 }),
        recency: fc.double({ min: 0.1, max: 1, noNaN: true }),
        age: fc.double({ min: 1, max: 100, noNaN: true }),
        horizon: fc.double({ min: 0, max: 60, noNaN: true }),
      }),
      ({ frequency, recency, age, horizon }) => {
        const customer = { frequency, recency: frequency === 0 ? 0 : recency * age, age };
        const { chances, more } = chancesOfPurchases(cdnowPurchases, customer, horizon, {
          upTo: 3000,
        });
        const sum = chances.reduce((all, chance) => all + chance, more);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
        const mean = chances.reduce((all, chance, n) => all + n * chance, 0);
        const { purchases } = expectedPurchases(cdnowPurchases, customer, horizon);
        expect(Math.abs(mean - purchases)).toBeLessThan(1e-6 * (1 + purchases) + 4000 * more);
      },
    ),
  );
});

it('many purchases are as exact as few, where none is all but impossible', () => {
  const customer = { frequency: 1500, recency: 100, age: 100 };
  const { chances, more } = chancesOfPurchases(cdnowPurchases, customer, 50, { upTo: 3000 });
  expect(chances.reduce((all, chance) => all + chance, more)).toBeCloseTo(1, 9);
  expect(Math.max(...chances.slice(1))).toBeGreaterThan(0.005);
});

it('nothing is bought in no time, and a single buyer is alive by assumption', () => {
  const single = { frequency: 0, recency: 0, age: 10 };
  const { chances, more, warnings } = chancesOfPurchases(cdnowPurchases, single, 0);
  expect({ chances, more }).toEqual({ chances: [1, 0], more: 0 });
  expect(warnings).toMatchObject([{ code: 'alive-by-assumption' }]);
});

it('reaches up to a hundred thousand times alpha, or a million purchases', () => {
  const busy = adjustParameters(cdnowPurchases, 'lifetime/test', { r: 20, alpha: 4 });
  for (const [model, longest] of [
    [adjustParameters(cdnowPurchases, 'lifetime/test', { alpha: 4 }), 400_000],
    [busy, 200_000],
  ] as const) {
    const { chances, more } = chancesOfPurchases(model, null, longest, { upTo: 0 });
    expect(chances).toHaveLength(1);
    expect((chances[0] as number) + more).toBeCloseTo(1, 9);
    const beyond = refusal(() => chancesOfPurchases(model, null, longest * (1 + 1e-12)));
    expect(beyond).toMatchObject({ path: 'horizon', code: 'out-of-range' });
  }
});

it('takes up to 10,000 purchases', () => {
  const { chances } = chancesOfPurchases(cdnowPurchases, null, 39, { upTo: 10_000 });
  expect(chances).toHaveLength(10_001);
});

it.each([
  [[cdnowPurchases, null, -1], 'out-of-range', 'horizon'],
  [[cdnowPurchases, null, '3'], 'wrong-type', 'horizon'],
  [[cdnowPurchases, null, 1e9], 'out-of-range', 'horizon'],
  [[cdnowPurchases, null, 3, { upTo: 10_001 }], 'out-of-range', 'options.upTo'],
  [[cdnowPurchases, null, 3, { upTo: 0.5 }], 'wrong-type', 'options.upTo'],
  [[cdnowPurchases, null, 3, { upto: 1 }], 'unknown-name', 'options.upto'],
  [[cdnowPurchases, { frequency: 1, recency: 9, age: 3 }, 3], 'out-of-range', 'customer.recency'],
])('refuses %#', (args, code, path) => {
  const call: (...args: readonly never[]) => unknown = chancesOfPurchases;
  expect(refusal(() => call(...(args as never[])))).toMatchObject({ code, path });
});
