import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { rowOf } from '../input/rows';
import { checkAlike } from './alike';
import type { Capability } from './capability';
import { capabilityOf, distributionOf } from './capability-of';
import { capabilitySchema, innerJsonSchema, jsonShape } from './input';
import { mixtureDistribution } from './mixture-distribution';
import { nestingOf } from './nesting';
import type { CapabilitySource } from './source';

/**
 * One of the capabilities that are mixed.
 *
 * @inline
 */
export interface MixturePart {
  readonly capability: Capability;
  /** Above 0; weights are taken as shares of their sum. */
  readonly weight: number;
}

/** Shares of less could not be told from nothing once they are divided by their sum. */
export const leastWeight = 1e-300;
const weightSchema = z.number().check(z.gte(leastWeight, 'a weight above 0'));
const partsOf = <Part extends z.core.$ZodType>(capability: Part) =>
  z.array(rowOf({ capability, weight: weightSchema })).check(
    z.minLength(1, 'at least 1 part'),
    z.refine(
      (parts) => parts.reduce((sum, { weight }) => sum + weight, 0) < Infinity,
      'weights with a finite sum',
    ),
  );
const partsSchema = once(() => partsOf(capabilitySchema));
const jsonSchema = once(() =>
  z.strictObject({
    ...jsonShape,
    parts: partsOf(innerJsonSchema),
    n: z.number().check(z.gte(0, 'a number of observations of at least 0')),
    priorSize: z.nullable(z.number().check(z.gt(0, 'a number of observations above 0'))),
  }),
);

/**
 * What can be delivered when it is one of several things and only their shares are known, such as an order
 * that one of two kitchens will cook: `P(T <= t) = sum w_i P(T_i <= t)`. It has no ranks; `n` adds up.
 *
 * @param parts the capabilities, in one unit, each with its weight above 0
 * @throws InvalidInputError `unit-mismatch` for parts of different units or ideas of better, `out-of-range`
 *   for no parts, a weight that is not above 0 or weights without a finite sum
 * @example
 * ```ts
 * import { capabilityFromSamples } from 'overdeliver';
 * import { mixCapabilities } from 'overdeliver/capability';
 *
 * const near = capabilityFromSamples([20, 25, 30], { unit: 'minutes' });
 * const far = capabilityFromSamples([40, 50], { unit: 'minutes' });
 * const either = mixCapabilities([{ capability: near, weight: 3 }, { capability: far, weight: 1 }]);
 * either.chance(30); // => 0.75
 * either.mean(); // => 30
 * either.n; // => 5
 * ```
 */
export function mixCapabilities(parts: readonly MixturePart[]): Capability {
  return door('mixCapabilities', () => {
    const given = read(partsSchema, parts, 'parts');
    const capabilities = given.map(({ capability }) => capability);
    checkAlike(capabilities, (i) => `parts[${i}].capability`);
    const n = capabilities.reduce((sum, capability) => sum + capability.n, 0);
    return mixture(given, n);
  });
}

/** Revives what {@link mixCapabilities}, {@link capabilityByGroup} and {@link capabilityFromGuess} made. */
export const mixtureSource = Object.freeze<CapabilitySource>({
  kind: 'mixture',
  revive: (json, inner, path) =>
    door('reviveCapability', () => {
      const { parts, n, priorSize } = read(jsonSchema, json, path);
      const revived = parts.map(({ capability, weight }, i) => ({
        capability: inner(capability, `${path}.parts[${i}].capability`),
        weight,
      }));
      checkAlike(
        revived.map(({ capability }) => capability),
        (i) => `${path}.parts[${i}].capability`,
      );
      checkCounts(path, revived, n, priorSize);
      return mixture(revived, n, priorSize);
    }),
});

/** Throws where more observations are claimed than the parts rest on; a guess, the first part, rests on none. */
function checkCounts(
  path: string,
  parts: readonly MixturePart[],
  n: number,
  priorSize: number | null,
) {
  const held = (priorSize === null ? parts : parts.slice(1)).reduce(
    (sum, part) => sum + part.capability.n,
    0,
  );
  // What groups have in common counts once, by weights that were rounded.
  if (priorSize === null ? n <= held * (1 + 1e-12) : n === held) return;
  refuse(`${path}.n`, n, `the ${held} observations of its parts`);
}

/** A mixture of parts that are alike, of which the first may be a guess with a prior size. */
export function mixture(
  parts: readonly MixturePart[],
  n: number,
  priorSize: number | null = null,
): Capability {
  const { unit, better } = (parts[0] as MixturePart).capability;
  const known = parts.flatMap(({ capability }) => capability.warnings);
  // The guess says how little it knows; what counts is how little that is now.
  const others = known.filter(({ code }) => !code.endsWith('-observations'));
  const code = n === 0 ? 'no-observations' : 'few-observations';
  const guess = { code, detail: { observations: n, priorSize: priorSize ?? 0 } } as const;
  return capabilityOf({
    kind: 'mixture',
    unit,
    better,
    n,
    deviations: parts.some(({ capability }) => capability.deviations),
    nesting: nestingOf(
      'parts',
      parts.map(({ capability }) => capability),
    ),
    warnings: priorSize === null ? known : n < priorSize ? [guess, ...others] : others,
    distribution: mixtureDistribution(
      parts.map(({ capability, weight }) => ({ distribution: distributionOf(capability), weight })),
    ),
    data: () => ({
      parts: parts.map(({ capability, weight }) => ({ weight, capability: capability.toJSON() })),
      n,
      priorSize,
    }),
  });
}
