import { expect, it } from 'vitest';
import { alphaOf, alphaOfWhole } from '../../src/survey/alpha';
import { momentsOf } from '../../src/survey/mean';

const wanted = { confidence: 0.95, leastAnswers: 2, answeredShare: 0.5 };

it('no columns have no alpha', () => {
  const none = { alpha: null, low: null, high: null, n: 0, items: 0 };
  expect(alphaOf([], wanted)).toEqual(none);
  expect(alphaOfWhole([], wanted)).toEqual(none);
});

it('whole numbers too large for exact sums of squares are added in order', () => {
  // 2 ** 26 and 3 * 2 ** 26 lie 2 ** 26 from their mean.
  expect(momentsOf([2 ** 26, 3 * 2 ** 26])).toEqual({ mean: 2 ** 27, squares: 2 ** 53 });
  // 500 either way.
  expect(momentsOf([2 ** 30, 2 ** 30 + 1000]).squares).toBe(500_000);
});

it('levels that rounding alone tells apart do not stray from their mean', () => {
  expect(momentsOf([100 / 3, 100 - 200 / 3]).squares).toBe(0);
  expect(momentsOf([100, 100 - 2 ** -46]).squares).toBe(0);
});

it('whole numbers stray by what an exact sum says', () => {
  expect(momentsOf([1, 1, 3]).squares).toBe(8 / 3);
  expect(momentsOf([4, 1, 2]).squares).toBe(14 / 3);
  expect(momentsOf([2, 7, 1]).squares).toBe(62 / 3);
});
