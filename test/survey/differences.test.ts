import fc from 'fast-check';
import { netPromoterScore } from 'overdeliver';
import {
  customerEffortScore,
  customerSatisfactionScore,
  meanDifference,
  netPromoterDifference,
  shareDifference,
} from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

describe('shareDifference', () => {
  // Newcombe 1998, table II, method 10 (the first group there is the second here)
  it.each([
    [48, 80, 56, 70, 0.0524, 0.3339],
    [3, 10, 9, 10, 0.1705, 0.809],
    [0, 10, 10, 10, 0.6075, 1],
    [5, 56, 0, 29, -0.1926, 0.0381],
  ])('golden: %i of %i, then %i of %i', (count, n, later, of, low, high) => {
    const found = shareDifference({ count, n }, { count: later, n: of });
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
    expect(found.difference).toBeCloseTo(later / of - count / n, 12);
    expect(found.moreThanChance).toBe(low > 0 || high < 0);
  });

  it('turned round is the same with another sign, and holds the difference', () => {
    const shares = fc
      .integer({ min: 1, max: 500 })
      .chain((n) => fc.record({ n: fc.constant(n), count: fc.integer({ min: 0, max: n }) }));
    holds(
      fc.property(shares, shares, (a, b) => {
        const [there, back] = [shareDifference(a, b), shareDifference(b, a)];
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.low).toBeCloseTo(-there.high, 12);
        expect(there.low).toBeLessThanOrEqual(there.difference);
        expect(there.high).toBeGreaterThanOrEqual(there.difference);
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('tells as often as it should where there is no difference', () => {
    // exact: all pairs of counts of two groups of 40 whose true share is .85
    const [n, share] = [40, 0.85];
    const chance: number[] = [(1 - share) ** n];
    for (let k = 1; k <= n; k++) {
      chance[k] = ((chance[k - 1] as number) * (n - k + 1) * share) / (k * (1 - share));
    }
    let told = 0;
    for (let a = 0; a <= n; a++) {
      for (let b = 0; b <= n; b++) {
        const { moreThanChance } = shareDifference({ count: a, n }, { count: b, n });
        if (moreThanChance) told += (chance[a] as number) * (chance[b] as number);
      }
    }
    expect(told).toBeGreaterThan(0.02);
    expect(told).toBeLessThan(0.06);
  });
});

const asked = (promoters: number, detractors: number, n = 100) =>
  netPromoterScore(
    Array.from({ length: n }, (_, i) => (i < promoters ? 9 : i < promoters + detractors ? 4 : 7)),
  );

it('golden: net promoter scores, by hand from p and d', () => {
  // .15 -+ 1.959964 sqrt((.65 - .15^2) / 100 + (.7 - .3^2) / 100)
  const found = netPromoterDifference(asked(40, 25), asked(50, 20));
  expect(found.difference).toBeCloseTo(0.15, 12);
  expect(found.low).toBeCloseTo(-0.0680322, 7);
  expect(found.high).toBeCloseTo(0.3680322, 7);
});

it('golden: means, by Welch in scipy 1.17.1', () => {
  const found = meanDifference({ n: 40, mean: 61.2, sd: 18 }, { n: 55, mean: 70.4, sd: 15.5 });
  expect(found.low).toBeCloseTo(2.16788704334, 9);
  expect(found.high).toBeCloseTo(16.2321129567, 9);
  // one that does not spread leaves the degrees of freedom to the other: t .95, 8 times 2/3
  const flat = { n: 5, mean: 3, sd: 0 };
  const one = meanDifference(flat, { n: 9, mean: 4, sd: 2 }, { confidence: 0.9 });
  expect(one.low).toBeCloseTo(-0.239698691687, 9);
  const same = meanDifference(flat, { n: 3, mean: 5, sd: 0 });
  expect(same).toEqual({ difference: 2, low: 2, high: 2, moreThanChance: true });
});

it('no rounding of the means is more than chance where nobody strays', () => {
  // A third of the way up on 1 to 4, and the same turned round: 33.33 and 100 - 66.67, which end in other bits.
  const scale = { min: 1, max: 4 };
  const up = customerSatisfactionScore(Array(12).fill(2), scale).level;
  const turned = customerEffortScore(Array(12).fill(3), scale, { better: 'lower' }).level;
  const none = { low: 0, high: 0, difference: 0, moreThanChance: false };
  expect(up.mean).not.toBe(turned.mean);
  expect(meanDifference(up, turned)).toEqual(none);
  const [exact, summed] = [0.3, 0.1 + 0.2].map((mean) => ({ n: 5, mean, sd: 0 }));
  expect(meanDifference(exact as never, summed as never)).toEqual(none);
});

it.each([
  [() => shareDifference({ count: 0.9, n: 10 }, { count: 1, n: 2 }), 'wrong-type', 'first.count'],
  [() => shareDifference({ count: 3, n: 2 }, { count: 1, n: 2 }), 'out-of-range', 'first.count'],
  [() => shareDifference({ count: 0, n: 0 }, { count: 1, n: 2 }), 'out-of-range', 'first.n'],
  [() => shareDifference({ count: 1, n: 2 }, { count: -1, n: 2 }), 'out-of-range', 'second.count'],
  [
    () => shareDifference({ count: 1, n: 2 }, { count: 1, n: 2 }, { confidence: 1 }),
    'out-of-range',
    'options.confidence',
  ],
  [() => netPromoterDifference(asked(1, 1), 0.3 as never), 'wrong-type', 'second'],
  [
    () => meanDifference({ n: 1, mean: 3, sd: null }, { n: 9, mean: 3, sd: 1 }),
    'not-enough-data',
    'first.n',
  ],
  [
    () => meanDifference({ n: 9, mean: 3, sd: 1 }, { n: 9, mean: null, sd: null }),
    'wrong-type',
    'second.mean',
  ],
])('refuses what cannot be compared, %#', (call, code, path) => {
  expect(refusal(call)).toMatchObject({ code, path });
});
