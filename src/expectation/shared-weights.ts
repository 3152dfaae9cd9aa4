import { refuse } from '../input/refusal';
import type { WeightingMethod } from './weighting';

/** One weight for each of some ranks of which things tie: the mean of the weights of their places. */
export function sharedWeights(
  groupSizes: readonly number[],
  method: WeightingMethod,
  path: string,
): readonly number[] {
  const count = groupSizes.reduce((sum, size) => sum + size, 0);
  const weights = method(count);
  const usable =
    Array.isArray(weights) &&
    weights.length === count &&
    weights.every((weight) => weight >= 0 && weight < Infinity) &&
    weights.some((weight) => weight > 0);
  if (!usable) {
    const expected = `a method that returns ${count} weights of at least 0, not all of them 0`;
    refuse(path, method, expected, 'out-of-range');
  }
  let start = 0;
  return groupSizes.map((size) => {
    const shared = weights.slice(start, start + size);
    start += size;
    return shared.reduce((sum, weight) => sum + weight, 0) / size;
  });
}
