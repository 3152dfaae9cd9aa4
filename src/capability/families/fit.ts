import { door } from '../../input/door';
import { read } from '../../input/read';
import { notEnough } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import { checkPositive, quantitySchema, readSamples } from '../input';
import type { QuantityOptions } from '../quantity';
import type { Family } from './family';
import { checkParameters, type FamilyCapability, familyCapability } from './family-capability';
import { readFamily } from './input';

/**
 * Fits a family to past observations by maximum likelihood, which carries quotes beyond the largest one, for as long as the family is right: `fit` says how far off it is, and the warning `poor-fit` when it
 * is too far. No finite-sample guarantee comes with it. Samples all count alike and have finished: with some
 * still under way, leaving them out would make quotes too short, so take `capabilityFromCensored`.
 *
 * Too far is a Kolmogorov distance above `.895 / (sqrt n - .01 + .85 / sqrt n)`, which a sample of the right
 * family exceeds in 5% of cases (Lilliefors 1967, Stephens 1974, for the normal and the lognormal; 4 to 11%
 * for the Weibull and the gamma, simulated), and above `fittedDefaults.parameters.fitDistance`.
 *
 * @param family {@link normal}, {@link lognormal}, {@link gamma}, {@link weibull}
 * @param samples past observations in one unit, above 0 unless the family is normal
 * @throws InvalidInputError `out-of-range` for a sample the family cannot have, with its place in the path;
 *   NotEnoughDataError when no two samples differ
 * @example
 * ```ts
 * import { fitCapability, lognormal } from 'overdeliver/capability';
 *
 * const kitchen = fitCapability(lognormal, [38, 52, 41, 45, 47], { unit: 'minutes' });
 * kitchen.quantile(0.9); // => 50.96
 * kitchen.fit; // => { n: 5, distance: 0.164, critical: 0.343, converged: true }
 * kitchen.warnings; // => []
 * ```
 */
export function fitCapability<Name extends string>(
  family: Family<Name>,
  samples: ArrayLike<number>,
  options: QuantityOptions,
): FamilyCapability<Name> {
  return door('fitCapability', () => {
    readFamily(family);
    const quantity = read(quantitySchema, options, 'options');
    const values = readSamples('samples', samples, quantity.deviations ?? false, 1);
    if (family.positive) {
      const other = values.findIndex((x) => !(x > 0));
      if (other >= 0) checkPositive(`samples[${other}]`, values[other] as number);
    }
    if (values.every((x) => compare(x, values[0] as number) === 0)) {
      notEnough('samples', { needed: 2, available: 1 }, 'a fit, all different');
    }
    const { parameters, converged } = family.fit(values);
    checkParameters(family, parameters, () => 'samples');
    const root = Math.sqrt(values.length);
    return familyCapability(family, parameters, quantity, {
      n: values.length,
      distance: kolmogorov(values.sort(), family.distribution(parameters).chance),
      critical: Math.min(1, 0.895 / (root - 0.01 + 0.85 / root)),
      converged,
    });
  });
}

/** The most by which a distribution function is off the empirical one. */
function kolmogorov(sorted: Float64Array, chance: (x: number) => number): number {
  const n = sorted.length;
  return sorted.reduce((most, x, i) => {
    const p = chance(x);
    return Math.max(most, p - i / n, (i + 1) / n - p);
  }, 0);
}
