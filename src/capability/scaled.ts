import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { positiveSchema } from '../input/schemas';
import { notNothing } from '../numerics/not-nothing';
import type { Capability } from './capability';
import { capabilityOf, distributionOf } from './capability-of';
import { increased } from './distribution';
import { innerJsonSchema, jsonShape, readCapability } from './input';
import { nestingOf } from './nesting';
import { older } from './older';
import type { CapabilitySource } from './source';

/** A factor; below its least what is multiplied loses its digits. */
export const factorSchema = positiveSchema().check(z.gte(1e-300, 'a number of at least 1e-300'));
const jsonSchema = once(() =>
  z.strictObject({ ...jsonShape, factor: factorSchema, of: innerJsonSchema }),
);

/**
 * What can be delivered when everything takes `factor` times as much: another load, another distance, a
 * faster oven. Ranks and their guarantee carry over.
 *
 * @param factor above 0
 * @throws InvalidInputError `out-of-range` for a factor that is not above 0, or that takes an order under way beyond all
 *   numbers
 * @example
 * ```ts
 * import { capabilityFromSamples } from 'overdeliver';
 * import { scaleCapability } from 'overdeliver/capability';
 *
 * const kitchen = capabilityFromSamples([38, 52, 41, 45, 47], { unit: 'minutes' });
 * scaleCapability(kitchen, 1.2).quantile(0.8); // => 56.4
 * ```
 */
export function scaleCapability(capability: Capability, factor: number): Capability {
  return door('scaleCapability', () => {
    const given = readCapability('capability', capability);
    return scaled(given, read(factorSchema, factor, 'factor'), 'factor');
  });
}

/** Revives what {@link scaleCapability} and {@link calibrateEstimates} made. */
export const scaledSource = Object.freeze<CapabilitySource>({
  kind: 'scaled',
  revive: (json, inner, path) =>
    door('reviveCapability', () => {
      const { factor, of } = read(jsonSchema, json, path);
      return scaled(inner(of, `${path}.of`), factor, `${path}.factor`);
    }),
});

/** `factor T`, factor above 0; `path` is where that was given. */
export function scaled(capability: Capability, factor: number, path: string): Capability {
  const { unit, better, n, deviations, warnings } = capability;
  const distribution = distributionOf(capability);
  const { mean, excess } = distribution;
  const times = (x: number) => notNothing(factor * x, x);
  return capabilityOf({
    kind: 'scaled',
    unit,
    better,
    n,
    deviations,
    warnings,
    nesting: nestingOf('capability', [capability]),
    stillUnderWay: older(capability, (oldest) => factor * oldest, path, factor),
    distribution: {
      ...distribution,
      ...increased(distribution, times, (x) => x / factor),
      mean: () => factor * mean(),
      excess: (x) => factor * excess(x / factor),
    },
    data: () => ({ factor, of: capability.toJSON() }),
  });
}
