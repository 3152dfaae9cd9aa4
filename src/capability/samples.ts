import * as z from 'zod/mini';
import { check } from '../core/check';
import type { Capability } from './capability';
import { quantityShape } from './quantity';
import { type SampleOptions, sampleShape, samplesCapability } from './samples-capability';

const optionsSchema = z.strictObject({ ...quantityShape, ...sampleShape });
/**
 * What can be delivered, learnt from past outcomes: their empirical distribution, nothing fitted.
 *
 * With `weights` some count more than others; with `finished`, those still under way count as longer than
 * they have taken so far, by the estimator of Kaplan and Meier (1958): leaving them out would make quotes
 * too short. Then there are no ranks, hence no finite-sample guarantee, and `n` is the effective size of the
 * finished ones, `(sum w)^2 / sum w^2` (Kish 1965).
 *
 * @param samples past outcomes in one unit, in any order; at least one, none below 0 unless they are
 *   deviations. They are copied.
 * @throws InvalidInputError `out-of-range` for a sample or a weight that is not finite or below 0, with its
 *   place in the path, and for a level that is under way, `length-mismatch` for weights or `finished` of
 *   another length; NotEnoughDataError when no sample has finished with a weight above 0
 * @example
 * ```ts
 * import { capabilityFromSamples } from 'overdeliver';
 *
 * const kitchen = capabilityFromSamples([38, 52, 41, 45, 47], { unit: 'minutes' });
 * kitchen.quantile(0.8); // => 47
 * kitchen.chance(45); // => 0.6
 * kitchen.expectedMiss(45); // => 1.8
 *
 * const finished = [true, false, true, true, true];
 * const now = capabilityFromSamples([38, 52, 41, 45, 47], { unit: 'minutes', finished });
 * now.identified; // => 0.8
 * now.quantile(0.9); // => throws not-identified
 * ```
 */
export function capabilityFromSamples(
  samples: ArrayLike<number>,
  options: SampleOptions,
): Capability {
  const fn = 'capabilityFromSamples';
  check(fn, optionsSchema, options, 'options');
  return samplesCapability(fn, samples, options, 'samples', 'options');
}
