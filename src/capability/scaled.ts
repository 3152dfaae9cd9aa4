import * as z from 'zod/mini';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { anySchema } from '../input/schemas';
import type { Capability } from './capability';
import { capabilityOf, outcomesOf } from './capability-of';
import { checkCapability, checkPositive } from './checks';
import { jsonShape } from './input';
import { nestingOf } from './nesting';
import type { CapabilitySource } from './source';

/** Below it what is multiplied loses its digits. */
const leastFactor = 'a number of at least 1e-300';
const jsonSchema = z.strictObject({
  ...jsonShape,
  factor: z.number().check(z.gt(0, 'a factor above 0'), z.gte(1e-300, leastFactor)),
  of: anySchema,
});

/**
 * What can be delivered when everything takes `factor` times as much: another load, another distance, a
 * faster oven. Ranks and their guarantee carry over.
 *
 * @param factor above 0
 * @throws InvalidInputError `out-of-range` for a factor that is not above 0
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
    checkCapability('capability', capability);
    checkFactor('factor', factor);
    return scaled(capability, factor);
  });
}

/** Throws for what is no factor that {@link scaled} takes, and that its JSON may hold. */
export function checkFactor(path: string, factor: number): void {
  checkPositive(path, factor);
  if (factor < 1e-300) refuse(path, factor, leastFactor);
}

/** Revives what {@link scaleCapability} and {@link calibrateEstimates} made. */
export const scaledSource: CapabilitySource = {
  kind: 'scaled',
  revive(json, revive, path) {
    const { factor, of } = read(jsonSchema, json, path);
    return scaled(revive(of, `${path}.of`), factor);
  },
};

/** `factor T`, factor above 0. */
export function scaled(capability: Capability, factor: number): Capability {
  const { unit, better, n, warnings } = capability;
  const outcomes = outcomesOf(capability);
  const { chance, quantile, mean, excess, ranks } = outcomes;
  return capabilityOf({
    kind: 'scaled',
    unit,
    better,
    n,
    warnings,
    nesting: nestingOf('capability', [capability]),
    outcomes: {
      ...outcomes,
      chance: (x) => chance(x / factor),
      quantile: (p) => factor * quantile(p),
      mean: () => factor * mean(),
      excess: (x) => factor * excess(x / factor),
      ranks: ranks
        ? {
            n: ranks.n,
            kept: (x) => ranks.kept(x / factor),
            byRank: (rank) => factor * ranks.byRank(rank),
          }
        : null,
    },
    data: () => ({ factor, of: capability.toJSON() }),
  });
}
