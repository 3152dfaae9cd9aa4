import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { confidenceOption } from '../input/schemas';
import { type KanoCategory, kanoCategories } from './kano-table';
import { type ShareEstimate, shareOf } from './shares';

/** What a feature does for satisfaction. */
export interface KanoCoefficients {
  /** How much having it satisfies, 0 to 1. */
  readonly better: ShareEstimate;
  /** How much lacking it dissatisfies, -1 to 0. */
  readonly worse: ShareEstimate;
}

const countText = 'a count from 0 to 1e15';
const countsSchema = once(() =>
  z.partialRecord(
    z.enum(kanoCategories),
    z.number(countText).check(z.gte(0, countText), z.lte(1e15, countText)),
  ),
);
const optionsSchema = once(() => z.strictObject({ confidence: confidenceOption() }));

/**
 * Better = (A + O) / (A + O + M + I) and worse = -(O + M) / (A + O + M + I) (Berger et al. 1993).
 *
 * Given how many answers fall into the four categories, those in two of them are binomial, so that the interval is
 * Wilson's. Shares may be given in place of counts, though the intervals then take their sum for the number asked.
 *
 * @param counts categories left out count 0
 * @param options the confidence of the intervals, above 0 and below 1
 * @returns nulls where no answer falls into the four categories
 * @throws InvalidInputError `out-of-range` for a count off 0 to 1e15
 * @example
 * ```ts
 * import { kanoCoefficients } from 'overdeliver/survey';
 *
 * const { better, worse } = kanoCoefficients({
 *   attractive: 7,
 *   'one-dimensional': 32.3,
 *   'must-be': 49.3,
 *   indifferent: 9.5,
 * });
 * better.share; // => 0.401
 * worse.share; // => -0.832
 * ```
 */
export function kanoCoefficients(
  counts: { readonly [Category in KanoCategory]?: number | undefined },
  options: { readonly confidence?: number | undefined } = {},
): KanoCoefficients {
  return door('kanoCoefficients', () => {
    const given = read(countsSchema, counts, 'counts');
    const { confidence } = read(optionsSchema, options, 'options');
    return coefficients(given, confidence);
  });
}

export function coefficients(
  counts: { readonly [Category in KanoCategory]?: number | undefined },
  confidence: number,
): KanoCoefficients {
  const of = (category: KanoCategory) => counts[category] ?? 0;
  const both = of('one-dimensional');
  const n = of('attractive') + both + of('must-be') + of('indifferent');
  const { share, low, high } = shareOf(both + of('must-be'), n, confidence);
  const minus = (x: number | null) => x && -x;
  return {
    better: shareOf(of('attractive') + both, n, confidence),
    worse: { share: minus(share), low: minus(high), high: minus(low) },
  };
}
