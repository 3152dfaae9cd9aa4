import * as z from 'zod/mini';
import { check } from '../core/check';
import { anySchema } from '../core/schemas';
import type { Capability } from './capability';
import { capabilityOf } from './capability-of';
import { signedCopy } from './checks';
import { empirical } from './empirical';
import { jsonShape, type QuantityOptions, quantitySchema } from './quantity';
import type { CapabilitySource } from './source';

const jsonSchema = z.strictObject({ ...jsonShape, samples: anySchema, deviations: z.boolean() });

/**
 * What can be delivered, learnt from past outcomes: their empirical distribution, nothing fitted.
 *
 * @param samples past outcomes in one unit, in any order; at least one, none below 0 unless they are
 *   deviations. They are copied.
 * @throws InvalidInputError `out-of-range` for a sample that is not finite or below 0, with its place
 *   in the path; NotEnoughDataError for no samples at all
 * @example
 * ```ts
 * import { capabilityFromSamples } from 'overdeliver';
 *
 * const kitchen = capabilityFromSamples([38, 52, 41, 45, 47], { unit: 'minutes' });
 * kitchen.quantile(0.8); // => 47
 * kitchen.chance(45); // => 0.6
 * kitchen.expectedOvershoot(45); // => 1.8
 * ```
 */
export function capabilityFromSamples(
  samples: ArrayLike<number>,
  options: QuantityOptions,
): Capability {
  const fn = 'capabilityFromSamples';
  return fromSamples(fn, samples, check(fn, quantitySchema, options, 'options'), 'samples');
}

/** Revives what {@link capabilityFromSamples} made. */
export const samplesSource: CapabilitySource = {
  kind: 'samples',
  revive(json, _, path) {
    const fn = 'reviveCapability';
    const { samples, ...quantity } = check(fn, jsonSchema, json, path);
    return fromSamples(fn, samples as number[], quantity, `${path}.samples`);
  },
};

/** Samples that are still to be checked, of a quantity that is. */
export function fromSamples(
  fn: string,
  samples: ArrayLike<number>,
  { unit, better = 'lower', deviations = false }: QuantityOptions,
  path: string,
): Capability {
  // Levels are turned, so that lower is better in what follows; adding 0 turns -0 back into 0.
  const sign = better === 'lower' ? 1 : -1;
  const values = signedCopy(fn, path, samples, deviations, sign);
  const n = values.length;
  const outcomes = empirical(values);
  return capabilityOf({
    kind: 'samples',
    unit,
    better,
    n,
    outcomes,
    ranks: {
      n,
      kept: (t) => outcomes.upTo(sign * t),
      byRank: (rank) => sign * outcomes.byRank(rank) + 0,
    },
    data: () => ({ samples: Array.from(values, (x) => sign * x + 0), deviations }),
  });
}
