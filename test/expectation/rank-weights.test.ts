import fc from 'fast-check';
import {
  equalWeights,
  rankOrderCentroid,
  rankReciprocal,
  rankSum,
  tiedWeights,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const methods = { rankOrderCentroid, rankSum, rankReciprocal, equalWeights };
const rounded = (weights: readonly number[]) => weights.map((weight) => +weight.toFixed(4));

describe('rankOrderCentroid', () => {
  // MODELS.md section 1, golden; n = 3 also as the hand-made fractions 11/18, 5/18, 2/18.
  it.each([
    [1, [1]],
    [2, [0.75, 0.25]],
    [3, [0.6111, 0.2778, 0.1111]],
    [4, [0.5208, 0.2708, 0.1458, 0.0625]],
    [5, [0.4567, 0.2567, 0.1567, 0.09, 0.04]],
  ])('of %d is %j', (count, weights) => {
    expect(rounded(rankOrderCentroid(count))).toEqual(weights);
  });

  it('is exact: 11/18, 5/18, 2/18', () => {
    const [first, second, third] = rankOrderCentroid(3);
    expect(first).toBeCloseTo(11 / 18, 15);
    expect(second).toBeCloseTo(5 / 18, 15);
    expect(third).toBeCloseTo(2 / 18, 15);
  });
});

// Stillwell, Seaver & Edwards (1981): the formulas with n = 3 and n = 4 worked by hand.
describe('the alternatives', () => {
  it('rank-sum falls in equal steps', () => {
    expect(rounded(rankSum(3))).toEqual([0.5, 0.3333, 0.1667]);
    expect(rounded(rankSum(4))).toEqual([0.4, 0.3, 0.2, 0.1]);
  });

  it('reciprocal falls as 1, 1/2, 1/3', () => {
    expect(rounded(rankReciprocal(3))).toEqual([0.5455, 0.2727, 0.1818]);
    expect(rounded(rankReciprocal(4))).toEqual([0.48, 0.24, 0.16, 0.12]);
  });

  it('equal weights ignore the ranking', () => {
    expect(equalWeights(4)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe.each(Object.entries(methods))('%s', (name, method) => {
  it('gives as many weights as ranks, never rising, above 0, that add up to 1', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const weights = method(count);
        expect(weights).toHaveLength(count);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        weights.forEach((weight, i) => {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(weights[i - 1] ?? 1);
        });
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d ranks', (count) => {
    expect(refusal(() => method(count))).toMatchObject({
      code: 'out-of-range',
      function: name,
      path: 'count',
      value: count,
      expected: 'a whole number of at least 1',
    });
  });
});

describe('tiedWeights', () => {
  it('is the plain weights without a tie, by centroid unless told otherwise', () => {
    expect(tiedWeights([1, 1, 1])).toEqual(rankOrderCentroid(3));
    expect(tiedWeights([1, 1, 1], rankSum)).toEqual(rankSum(3));
  });

  it('shares the mean of the places that tie', () => {
    // MODELS.md section 1: n = 5 with the last two tied.
    expect(rounded(tiedWeights([1, 1, 1, 2]))).toEqual([0.4567, 0.2567, 0.1567, 0.065]);
    expect(rounded(tiedWeights([2, 1], rankSum))).toEqual([0.4167, 0.1667]);
    expect(rounded(tiedWeights([4]))).toEqual([0.25]);
  });

  it('hands out the whole weight, whatever ties', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
    holds(
      fc.property(sizes, fc.constantFrom(...Object.values(methods)), (groups, method) => {
        const weights = tiedWeights(groups, method);
        const total = weights.reduce((sum, weight, i) => sum + weight * (groups[i] as number), 0);
        expect(total).toBeCloseTo(1, 12);
      }),
    );
  });

  it.each([
    [[1, 0], 'groupSizes[1]', 0],
    [[-1], 'groupSizes[0]', -1],
    [[1, 2, 0.5], 'groupSizes[2]', 0.5],
  ])('refuses the groups %j', (groups, path, value) => {
    expect(refusal(() => tiedWeights(groups))).toMatchObject({
      code: 'out-of-range',
      function: 'tiedWeights',
      path,
      value,
    });
  });

  it('refuses an empty list in its own name', () => {
    expect(refusal(() => tiedWeights([]))).toMatchObject({ function: 'tiedWeights' });
  });

  it.each([[[1]], [[2, -0.5, -0.5]], [[Number.NaN, 0.5, 0.5]], [[0, 0, 0]], ['abc'], [null]])(
    'refuses a method that gives %j',
    (weights) => {
      const method = () => weights as number[];
      expect(refusal(() => tiedWeights([1, 2], method))).toMatchObject({
        code: 'out-of-range',
        function: 'tiedWeights',
        path: 'method',
        value: method,
        expected: 'a method that returns 3 weights of at least 0, not all of them 0',
      });
    },
  );

  it('refuses what is no method, and no list', () => {
    expect(refusal(() => tiedWeights([1], 'rankSum' as never))).toMatchObject({
      code: 'wrong-type',
      path: 'method',
    });
    expect(refusal(() => tiedWeights(3 as never))).toMatchObject({
      code: 'wrong-type',
      function: 'tiedWeights',
      path: 'groupSizes',
    });
  });
});

describe('a count beyond what is ranked', () => {
  it('is refused, and told how many are', () => {
    expect(rankSum(10_000)).toHaveLength(10_000);
    const most = 'a whole number of at least 1, at most 10000';
    expect(refusal(() => rankSum(10_001))).toMatchObject({ code: 'out-of-range', expected: most });
    expect(refusal(() => rankSum(0.5)).expected).toBe('a whole number of at least 1');
  });
});

describe('a method of your own', () => {
  it('may give no weight to some, but not to all, and none without end', () => {
    expect(tiedWeights([1, 2], () => [1, 0, 0])).toEqual([1, 0]);
    for (const weights of [
      [0, 0],
      [1, Number.POSITIVE_INFINITY],
    ])
      expect(() => tiedWeights([1, 1], () => weights)).toThrow(/not all of them 0/);
  });
});
