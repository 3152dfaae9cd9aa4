import * as z from 'zod/mini';
import { door } from '../../input/door';
import { read } from '../../input/read';
import { readWith } from '../../input/read-with';
import { from0to1Schema } from '../../input/schemas';
import { jsonShape } from '../input';
import type { CapabilitySource } from '../source';
import type { Family } from './family';
import { checkParameters, familyCapability } from './family-capability';
import { readFamily } from './input';

const fitSchema = <Name extends string>(
  standardErrors: z.ZodMiniType<Readonly<Record<Name, number>>>,
) =>
  z.nullable(
    z.strictObject({
      n: z.number().check(z.gte(1, 'a number of observations of at least 1')),
      distance: from0to1Schema(),
      critical: from0to1Schema(),
      converged: z.boolean(),
      underWay: z.int().check(z.gte(0, 'a number of observations of at least 0')),
      seen: from0to1Schema(),
      standardErrors: z.nullable(standardErrors),
    }),
  );

/**
 * Makes the reviver of what {@link capabilityFromFamily} and {@link fitCapability} made of one family.
 *
 * @example
 * ```ts
 * import { capabilityFromFamily, familySource, gamma } from 'overdeliver/capability';
 * import { reviveCapability } from 'overdeliver';
 *
 * const kitchen = capabilityFromFamily(gamma, { mean: 45, sd: 15 }, { unit: 'minutes' });
 * const revived = reviveCapability(JSON.parse(JSON.stringify(kitchen)), [familySource(gamma)]);
 * revived.chance(60); // => 0.845
 * ```
 */
export function familySource<Name extends string>(family: Family<Name>): CapabilitySource {
  return door('familySource', () => {
    const { kind, bounds } = readFamily(family);
    const numbers = z.strictObject(
      Object.fromEntries(Object.keys(bounds).map((name) => [name, z.number()])),
    );
    const parametersSchema = readWith((given: Readonly<Record<Name, number>>) => {
      read(numbers, given);
      return { ...given };
    });
    const jsonSchema = z.strictObject({
      ...jsonShape,
      parameters: parametersSchema,
      fit: fitSchema(parametersSchema),
      deviations: z.optional(z.boolean()),
    });
    return {
      kind,
      revive: (json, _, path) =>
        door('reviveCapability', () => {
          const { parameters, fit, ...quantity } = read(jsonSchema, json, path);
          checkParameters(family, parameters, (name) => `${path}.parameters.${name}`);
          return familyCapability(family, parameters, quantity, fit);
        }),
    };
  });
}
