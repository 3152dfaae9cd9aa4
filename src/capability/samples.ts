import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { Capability } from './capability';
import { capabilityOf } from './capability-of';
import { signOf } from './distribution';
import { empirical } from './empirical';
import { jsonShape, numbersSchema, readSamples, readUnit } from './input';
import type { QuantityOptions } from './quantity';
import type { CapabilitySource } from './source';

const jsonSchema = once(() =>
  z.strictObject({
    ...jsonShape,
    samples: numbersSchema,
    deviations: z.boolean(),
  }),
);

/**
 * What can be delivered, learnt from past observations: their empirical distribution, nothing fitted.
 *
 * @param samples past observations in one unit, such as durations, in any order; at least one, none below 0 unless they are
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
  return door('capabilityFromSamples', () => fromSamples(samples, readUnit(options), 'samples'));
}

/** Revives what {@link capabilityFromSamples} made. */
export const samplesSource = Object.freeze<CapabilitySource>({
  kind: 'samples',
  revive: (json, _, path) =>
    door('reviveCapability', () => {
      const { samples, ...quantity } = read(jsonSchema, json, path);
      return fromSamples(samples, quantity, `${path}.samples`);
    }),
});

/** Samples that are still to be read, by hand since they may be a million, of a quantity that was. */
export function fromSamples(
  samples: ArrayLike<number>,
  quantity: QuantityOptions,
  path: string,
): Capability {
  const { better, deviations = false } = quantity;
  return fromValues('samples', readSamples(path, samples, deviations, signOf(better)), quantity);
}

/** Values of our own, turned where higher is better, and given up to the capability. */
export function fromValues(
  kind: string,
  values: Float64Array,
  { unit, better = 'lower', deviations = false }: QuantityOptions,
): Capability {
  const distribution = empirical(values);
  const sign = signOf(better);
  return capabilityOf({
    kind,
    unit,
    better,
    n: values.length,
    deviations,
    distribution,
    // Ascending, since the order that they came in says nothing and questions change it.
    data: () => ({ samples: Array.from(distribution.sorted(), (x) => sign * x + 0), deviations }),
  });
}
