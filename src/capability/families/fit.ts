import { door } from '../../input/door';
import { read } from '../../input/read';
import { notEnough, refuse } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import { type CensoredOptions, censoredOptionsSchema as optionsSchema } from '../censored';
import { checkPositive, readSamples } from '../input';
import { checkCensoring, type Known } from '../input-censoring';
import type { Watched } from '../survival';
import { finishedSize, watchedOf } from '../watched';
import { closeness } from './closeness';
import type { Family } from './family';
import { checkParameters, type FamilyCapability, familyCapability } from './family-capability';
import { readFamily } from './input';
import { type MaximumLikelihood, maximumLikelihood, standardErrorsOf } from './maximum-likelihood';

/**
 * Fits a family to past observations by maximum likelihood, which carries quotes beyond the largest one, for as long as the
 * family is right: `fit` says how far off it is and how sure its parameters are. No finite-sample guarantee comes with it.
 *
 * Orders under way count as longer than they have taken so far (`finished`), so that something can be promised where they
 * hide the slow end from {@link capabilityFromCensored}; the warning `beyond-seen` says from which keep rate on that is
 * the family's word alone. Lost ones, late entries and weights are told as there. The likelihood is the density of what
 * finished times the tail of what is under way, each over the tail at its entry (Kalbfleisch and Prentice 1980, chapter 3);
 * standard errors come from its second derivatives, with weights scaled to their effective size.
 *
 * The warning `poor-fit` says that the family is too far off: a Kolmogorov distance above
 * `.895 / (sqrt n - .01 + .85 / sqrt n)`, which a sample of the right family exceeds in 5% of cases (Lilliefors 1967,
 * Stephens 1974, for the normal and the lognormal; the Weibull is no worse; the gamma is the worse the larger its sd: up to
 * 1 in 10 where that is the mean, up to 1 in 5 where it is four times the mean), and above
 * `fittedDefaults.parameters.fitDistance`. With orders under way n counts the finished ones, and the family is compared
 * with the curve of Kaplan and Meier where that is as sure as n finished ones alone would make it (fewer than 1 in 10).
 *
 * @param family {@link normal}, {@link lognormal}, {@link gamma}, {@link weibull}, or one of your own
 * @param samples past observations in one unit, above 0 unless the family is normal; two that finished differ at least
 * @throws InvalidInputError `out-of-range` for a sample the family cannot have, with its place in the path, `missing`
 *   for a family of your own without a `likelihood` where some samples are under way, late or weighted;
 *   NotEnoughDataError when no two samples that finished differ
 * @example
 * ```ts
 * import { fitCapability, lognormal } from 'overdeliver/capability';
 *
 * const kitchen = fitCapability(lognormal, [38, 52, 41, 45, 47], { unit: 'minutes' });
 * kitchen.quantile(0.9); // => 50.96
 * kitchen.fit?.distance; // => 0.164
 * kitchen.warnings; // => []
 *
 * // The second is still under way.
 * const finished = [true, false, true, true, true];
 * const now = fitCapability(lognormal, [38, 52, 41, 45, 47], { unit: 'minutes', finished });
 * now.quantile(0.9); // => 53.2037
 * now.fit?.standardErrors; // => { logMean: 0.0605, logSd: 0.0495 }
 * now.warnings; // => [{ code: 'beyond-seen', detail: { seen: 0.8 } }]
 * ```
 */
export function fitCapability<Name extends string>(
  family: Family<Name>,
  samples: ArrayLike<number>,
  options: CensoredOptions,
): FamilyCapability<Name> {
  return door('fitCapability', () => {
    readFamily(family);
    const given = read(optionsSchema, options, 'options');
    // Times that must exceed 0 are looked at below, and deviations that must are no help.
    const mayBeBelow0 = family.positive || (given.deviations ?? false);
    const values = readSamples('samples', samples, mayBeBelow0, 1);
    const known = checkCensoring(values, given, 'options');
    if (family.positive) checkAbove(values, known.finished);
    const n = finishedSize('samples', values, known);
    checkDifferent(values, known);
    const watched = watchedOf(values, known, given.unit);
    const { parameters, converged, standardErrors } = fitTo(
      family,
      watched,
      given.deviations ?? false,
    );
    checkParameters(family, parameters, () => 'samples');
    const root = Math.sqrt(n);
    const { distance, seen } = closeness(watched, n, family.distribution(parameters).chance);
    return familyCapability(family, parameters, given, {
      n,
      distance,
      critical: Math.min(1, 0.895 / (root - 0.01 + 0.85 / root)),
      converged,
      underWay: known.finished?.filter((is, i) => is === 0 && known.lost?.[i] !== 1).length ?? 0,
      seen,
      standardErrors,
    });
  });
}

/** By the family's own equations where all finished and count alike, else by climbing from there. */
function fitTo<Name extends string>(
  family: Family<Name>,
  watched: Watched,
  deviations: boolean,
): MaximumLikelihood<Name> {
  const { values, weights, finished, entered } = watched;
  const { likelihood } = family;
  // What has just begun has no logarithm, and tells nothing; nor does what counts for nothing.
  const isFitted = (x: number, i: number) => weights?.[i] !== 0 && (!family.positive || x > 0);
  const start = family.fit(values.every(isFitted) ? values : values.filter(isFitted));
  if (weights === null && finished === null && entered === null) {
    const { parameters } = start;
    const standardErrors = likelihood ? standardErrorsOf(likelihood, parameters, watched) : null;
    return { ...start, standardErrors };
  }
  if (likelihood === undefined) {
    const expected = 'a family with a likelihood, for samples under way, weighted or entered late';
    return refuse('family', family, expected, 'missing');
  }
  checkParameters(family, start.parameters, () => 'samples');
  // Every time exceeds 0, but not every deviation.
  const least = deviations && !family.positive ? -Infinity : 0;
  return maximumLikelihood(likelihood, start.parameters, watched, least);
}

/** Throws for a sample that is not above 0; one that has just begun may be 0. */
function checkAbove(values: Float64Array, finished: Uint8Array | null): void {
  const other = values.findIndex((x, i) => !(x > 0) && !(x === 0 && finished?.[i] === 0));
  if (other >= 0) checkPositive(`samples[${other}]`, values[other] as number);
}

/** Throws where no two differ of those that finished and count. */
function checkDifferent(values: Float64Array, { finished, weights }: Known): void {
  const isCounted = (_: number, i: number) => finished?.[i] !== 0 && weights?.[i] !== 0;
  const first = values.find(isCounted) as number;
  if (values.some((x, i) => isCounted(x, i) && compare(x, first) !== 0)) return;
  const held = finished === null ? undefined : '1 that has finished and differs';
  notEnough('samples', { needed: 2, available: 1 }, 'a fit, all different', held);
}
