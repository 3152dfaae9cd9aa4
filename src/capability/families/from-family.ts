import * as z from 'zod/mini';
import { door } from '../../input/door';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { checkPositive, quantitySchema } from '../input';
import type { QuantityOptions } from '../quantity';
import type { Family } from './family';
import { checkParameters, type FamilyCapability, familyCapability } from './family-capability';
import { readFamily } from './input';

const momentsSchema = once(() => z.strictObject({ mean: z.number(), sd: z.number() }));

/**
 * What can be delivered when only its mean, its spread and its shape are known. It rests on no
 * observations: `n` is 0, and the warning `no-observations` says so.
 *
 * @param family {@link normal}, {@link lognormal}, {@link gamma}, {@link weibull}
 * @param moments `mean`, above 0 unless normal, and standard deviation `sd`, above 0
 * @throws InvalidInputError `out-of-range` for moments that the family cannot have
 * @example
 * ```ts
 * import { capabilityFromFamily, gamma } from 'overdeliver/capability';
 *
 * const kitchen = capabilityFromFamily(gamma, { mean: 45, sd: 15 }, { unit: 'minutes' });
 * kitchen.parameters; // => { shape: 9, scale: 5 }
 * kitchen.chance(60); // => 0.845
 * ```
 */
export function capabilityFromFamily<Name extends string>(
  family: Family<Name>,
  moments: { readonly mean: number; readonly sd: number },
  options: QuantityOptions,
): FamilyCapability<Name> {
  return door('capabilityFromFamily', () => {
    readFamily(family);
    const quantity = read(quantitySchema, options, 'options');
    const { mean, sd } = read(momentsSchema, moments, 'moments');
    if (family.positive) checkPositive('moments.mean', mean);
    checkPositive('moments.sd', sd);
    const parameters = family.fromMoments(mean, sd);
    checkParameters(family, parameters, () => 'moments.sd');
    return familyCapability(family, parameters, quantity, null);
  });
}
