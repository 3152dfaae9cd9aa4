import * as z from 'zod/mini';
import { type Level, percentOfScale, type Scale, scaleSchema } from '../core/level';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { optionFor } from '../input/schemas';
import { atLeast } from '../numerics/nearly';
import { countAnswers, countOf, enough, surveyShape } from './input';
import { type MeanEstimate, meanOfCounted } from './mean';
import { type SurveyOptions, surveyDefaults, type Wanted } from './parameters';
import { type ShareEstimate, shareOf } from './shares';

/** How satisfied customers say they are, or how easy they found it. */
export interface SatisfiedShare extends ShareEstimate {
  /** How many answered. */
  readonly n: number;
  /** How many did not. */
  readonly missing: number;
  /** Answers at the satisfied level or above. */
  readonly satisfied: number;
  /** The mean level. */
  readonly level: MeanEstimate;
}

/** What a share of the satisfied can be told. */
export interface SatisfiedOptions extends SurveyOptions {
  /** The level from 0 to 100 from which an answer counts as satisfied; `satisfiedLevel` unless given. */
  readonly satisfiedLevel?: number | undefined;
}

const satisfiedLevel = surveyDefaults.parameters.satisfiedLevel;
const shape = {
  ...surveyShape,
  satisfiedLevel: z._default(optionFor(satisfiedLevel), satisfiedLevel.value),
};
const optionsSchema = once(() => z.strictObject(shape));
const effortSchema = once(() =>
  z.strictObject({ ...shape, better: z.optional(z.enum(['higher', 'lower'])) }),
);

/**
 * The customer satisfaction score: the share of satisfied answers with Wilson's interval, and the mean level.
 *
 * @param answers whole numbers on the scale; null for a missing answer
 * @throws InvalidInputError `out-of-range` for an answer off its scale
 * @throws NotEnoughDataError for fewer answers than `leastAnswers`
 * @example
 * ```ts
 * import { customerSatisfactionScore } from 'overdeliver/survey';
 *
 * const answers = [5, 5, 4, 4, 4, 3, 5, 4, 2, 4, null];
 * const { share, low, high, level, missing } = customerSatisfactionScore(answers, { min: 1, max: 5 });
 * [share, low, high]; // => [0.8, 0.490, 0.943]
 * [level.mean, missing]; // => [75, 1]
 * ```
 */
export function customerSatisfactionScore(
  answers: readonly (number | null)[],
  scale: Scale,
  options: SatisfiedOptions = {},
): SatisfiedShare {
  return door('customerSatisfactionScore', () => {
    const wanted = read(optionsSchema, options, 'options');
    return satisfied(answers, read(scaleSchema, scale, 'scale'), wanted);
  });
}

/**
 * The customer effort score: how easy it was, as the share of those who found it easy and the mean level of ease.
 *
 * @param answers whole numbers on the scale; null for a missing answer
 * @param options `better`: `higher` (unless given) where a high answer means that it was easy, `lower` where it means
 *   effort
 * @throws InvalidInputError `out-of-range` for an answer off its scale
 * @throws NotEnoughDataError for fewer answers than `leastAnswers`
 * @example
 * ```ts
 * import { customerEffortScore } from 'overdeliver/survey';
 *
 * // How much effort did it take you? 1 very little, 5 very much.
 * const answers = [1, 2, 1, 1, 3, 2, 5, 1, 2, 2];
 * const effort = customerEffortScore(answers, { min: 1, max: 5 }, { better: 'lower' });
 * [effort.share, effort.level.mean]; // => [0.8, 75]
 * ```
 */
export function customerEffortScore(
  answers: readonly (number | null)[],
  scale: Scale,
  options: SatisfiedOptions & { readonly better?: 'higher' | 'lower' | undefined } = {},
): SatisfiedShare {
  return door('customerEffortScore', () => {
    const { better, ...wanted } = read(effortSchema, options, 'options');
    return satisfied(answers, read(scaleSchema, scale, 'scale'), wanted, better === 'lower');
  });
}

function satisfied(
  answers: readonly (number | null)[],
  scale: Scale,
  { satisfiedLevel, ...wanted }: Wanted & { readonly satisfiedLevel: Level },
  turned = false,
): SatisfiedShare {
  const given = countAnswers(answers, scale);
  const { n, missing } = given;
  enough('answers', n, wanted.leastAnswers);
  const levelOf = (answer: number): Level => {
    const level = percentOfScale(answer, scale);
    return turned ? 100 - level : level;
  };
  const count = countOf(given, (answer) => atLeast(levelOf(answer), satisfiedLevel));
  const levels = given.counts.map(([answer, count]) => [levelOf(answer), count] as const);
  return {
    n,
    missing,
    satisfied: count,
    ...shareOf(count, n, wanted.confidence),
    level: meanOfCounted(levels, wanted),
  };
}
