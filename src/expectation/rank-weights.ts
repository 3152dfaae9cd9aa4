import * as z from 'zod/mini';
import { door } from '../input/door';
import { limits } from '../input/limits';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { methodSchema } from './input';
import { sharedWeights } from './shared-weights';
import type { WeightingMethod } from './weighting';

/**
 * Rank-order centroid weights, `w_i = (1/n) sum_{k=i..n} 1/k`: the centre of all weightings that
 * respect the ranking (Barron & Barrett 1996). The default.
 *
 * @param count how many factors are ranked, a whole number of at least 1
 * @example
 * ```ts
 * import { rankOrderCentroid } from 'overdeliver/expectation';
 *
 * rankOrderCentroid(3); // => [0.6111, 0.2778, 0.1111]
 * ```
 */
export function rankOrderCentroid(count: number): readonly number[] {
  return door('rankOrderCentroid', () => {
    checkCount(count);
    const weights = new Array<number>(count);
    let tail = 0;
    for (let rank = count; rank >= 1; rank--) {
      tail += 1 / rank;
      weights[rank - 1] = tail / count;
    }
    return weights;
  });
}

/**
 * Rank-sum weights, `2 (n + 1 - i) / (n (n + 1))`: falling in equal steps (Stillwell et al. 1981).
 *
 * @param count how many factors are ranked, a whole number of at least 1
 * @example
 * ```ts
 * import { rankSum } from 'overdeliver/expectation';
 *
 * rankSum(4); // => [0.4, 0.3, 0.2, 0.1]
 * ```
 */
export function rankSum(count: number): readonly number[] {
  return door('rankSum', () => {
    checkCount(count);
    return Array.from({ length: count }, (_, i) => (2 * (count - i)) / (count * (count + 1)));
  });
}

/**
 * Rank-reciprocal weights, `(1/i) / sum_k 1/k` (Stillwell et al. 1981).
 *
 * @param count how many factors are ranked, a whole number of at least 1
 * @example
 * ```ts
 * import { rankReciprocal } from 'overdeliver/expectation';
 *
 * rankReciprocal(3); // => [0.5455, 0.2727, 0.1818]
 * ```
 */
export function rankReciprocal(count: number): readonly number[] {
  return door('rankReciprocal', () => {
    checkCount(count);
    let sum = 0;
    for (let rank = count; rank >= 1; rank--) sum += 1 / rank;
    return Array.from({ length: count }, (_, i) => 1 / (i + 1) / sum);
  });
}

/**
 * Equal weights, `1/n`: the ranking is ignored (Dawes 1979). A yardstick for the others.
 *
 * @param count how many factors are ranked, a whole number of at least 1
 * @example
 * ```ts
 * import { equalWeights } from 'overdeliver/expectation';
 *
 * equalWeights(4); // => [0.25, 0.25, 0.25, 0.25]
 * ```
 */
export function equalWeights(count: number): readonly number[] {
  return door('equalWeights', () => {
    checkCount(count);
    return Array.from({ length: count }, () => 1 / count);
  });
}

/**
 * Weights for ranks of which some tie: tied things share the mean of the weights of their places.
 *
 * @param groupSizes how many things tie at each place, from first to last
 * @returns one weight per place; every thing tied there has it
 * @example
 * ```ts
 * import { rankOrderCentroid, tiedWeights } from 'overdeliver/expectation';
 *
 * tiedWeights([1, 1, 1, 2], rankOrderCentroid); // => [0.4567, 0.2567, 0.1567, 0.065]
 * ```
 */
export function tiedWeights(
  groupSizes: readonly number[],
  method: WeightingMethod = rankOrderCentroid,
): readonly number[] {
  return door('tiedWeights', () => {
    const sizes = read(groupSizesSchema, groupSizes, 'groupSizes');
    checkCount(sizes.length, 'groupSizes.length');
    for (const [i, size] of sizes.entries()) checkCount(size, `groupSizes[${i}]`);
    checkCount(
      sizes.reduce((sum, size) => sum + size, 0),
      'groupSizes',
    );
    return sharedWeights(sizes, read(methodSchema, method, 'method'), 'method');
  });
}

const groupSizesSchema = once(() => z.array(z.number()));

function checkCount(count: number, path = 'count'): void {
  const most = Number.isFinite(count) && count > limits.ranks ? `, at most ${limits.ranks}` : '';
  if (!(Number.isInteger(count) && count >= 1 && most === '')) {
    refuse(path, count, `a whole number of at least 1${most}`, 'out-of-range');
  }
}
