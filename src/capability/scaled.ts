import * as z from 'zod/mini';
import { check } from '../core/check';
import { anySchema } from '../core/schemas';
import type { Capability } from './capability';
import { capabilityOf, outcomesOf } from './capability-of';
import { checkAmount, checkCapability, checkPositive } from './checks';
import { jsonShape } from './quantity';
import type { CapabilitySource } from './source';

const jsonSchema = z.strictObject({
  ...jsonShape,
  factor: z.number().check(z.gt(0, 'a factor above 0')),
  shift: z.number(),
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
 * import { capabilityFromSamples, scaleCapability } from 'overdeliver';
 *
 * const kitchen = capabilityFromSamples([38, 52, 41, 45, 47], { unit: 'minutes' });
 * scaleCapability(kitchen, 1.2).quantile(0.8); // => 56.4
 * ```
 */
export function scaleCapability(capability: Capability, factor: number): Capability {
  const fn = 'scaleCapability';
  checkCapability(fn, 'capability', capability);
  checkPositive(fn, 'factor', factor);
  return scaled(capability, factor, 0);
}

/**
 * What can be delivered when everything takes `shift` more, such as the way to the customer; less where
 * shift is below 0. Ranks and their guarantee carry over.
 *
 * @param shift in the unit of the capability
 * @throws InvalidInputError `out-of-range` for a shift that is not finite
 * @example
 * ```ts
 * import { capabilityFromSamples, shiftCapability } from 'overdeliver';
 *
 * const kitchen = capabilityFromSamples([38, 52, 41, 45, 47], { unit: 'minutes' });
 * shiftCapability(kitchen, 15).quantile(0.8); // => 62
 * ```
 */
export function shiftCapability(capability: Capability, shift: number): Capability {
  const fn = 'shiftCapability';
  checkCapability(fn, 'capability', capability);
  checkAmount(fn, 'shift', shift, true);
  return scaled(capability, 1, shift);
}

/** Revives what {@link scaleCapability}, {@link shiftCapability} and {@link calibrateEstimates} made. */
export const scaledSource: CapabilitySource = {
  kind: 'scaled',
  revive(json, revive, path) {
    const { factor, shift, of } = check('reviveCapability', jsonSchema, json, path);
    return scaled(revive(of, `${path}.of`), factor, shift);
  },
};

/** `factor T + shift`, factor above 0. */
export function scaled(capability: Capability, factor: number, shift: number): Capability {
  const { unit, better, n, ranks, warnings } = capability;
  const outcomes = outcomesOf(capability);
  const sign = better === 'lower' ? 1 : -1;
  /** The outcome that x stands for; a hair up, so that the image of an outcome always counts as reached. */
  const back = (x: number) => {
    const offset = sign * shift;
    const hair = 2 * Number.EPSILON * (Math.abs(x) + Math.abs(offset));
    return (x - offset + hair) / factor;
  };
  return capabilityOf({
    kind: 'scaled',
    unit,
    better,
    n,
    warnings,
    outcomes: {
      identified: outcomes.identified,
      identifiedFrom: outcomes.identifiedFrom ?? 0,
      chance: (x) => outcomes.chance(back(x)),
      quantile: (p) => factor * outcomes.quantile(p) + sign * shift,
      mean: () => factor * outcomes.mean() + sign * shift,
      excess: (x) => factor * outcomes.excess((x - sign * shift) / factor),
    },
    ranks: ranks && {
      n: ranks.n,
      kept: (t) => ranks.kept(sign * back(sign * t)),
      byRank: (rank) => factor * ranks.byRank(rank) + shift,
    },
    data: () => ({ factor, shift, of: capability.toJSON() }),
  });
}
