import * as z from 'zod/mini';
import { percentOfScale, type Scale, scaleSchema } from '../core/level';
import { door } from '../input/door';
import { read } from '../input/read';
import { levelSchema } from '../input/schemas';
import { atLeast } from '../numerics/nearly';
import { type MeanEstimate, meanOf } from './mean';
import { numberAnswers } from './number-answers';
import { filled, type SurveyOptions, surveyDefaults, surveyShape } from './parameters';
import { enough } from './responses';
import { type ShareEstimate, shareOf } from './shares';

/** How satisfied customers say they are, or how easy they found it. */
export interface SatisfiedShare extends ShareEstimate {
  readonly n: number;
  readonly missing: number;
  /** Answers at the satisfied level or above. */
  readonly satisfied: number;
  /** The mean level. */
  readonly level: MeanEstimate;
}

export interface SatisfiedOptions extends SurveyOptions {
  /** The level from which an answer counts as satisfied; `satisfiedLevel` unless given. */
  readonly satisfiedLevel?: number | undefined;
}

export interface EffortOptions extends SatisfiedOptions {
  /** `higher` (unless given) where a high answer means that it was easy; `lower` where it means effort. */
  readonly better?: 'higher' | 'lower' | undefined;
}

const shape = { ...surveyShape, satisfiedLevel: z.optional(levelSchema) };
const schema = z.strictObject(shape);
const effortSchema = z.strictObject({ ...shape, better: z.optional(z.enum(['higher', 'lower'])) });

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
    read(schema, options, 'options');
    return satisfied(answers, scale, options);
  });
}

/**
 * The customer effort score: how easy it was, as the share of those who found it easy and the mean level of ease.
 *
 * @param answers whole numbers on the scale; null for a missing answer
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
  options: EffortOptions = {},
): SatisfiedShare {
  return door('customerEffortScore', () => {
    read(effortSchema, options, 'options');
    return satisfied(answers, scale, options);
  });
}

function satisfied(
  answers: readonly (number | null)[],
  scale: Scale,
  options: EffortOptions,
): SatisfiedShare {
  read(scaleSchema, scale, 'scale');
  const { given, missing } = numberAnswers(answers, scale);
  const wanted = filled(options);
  const n = given.length;
  enough('answers', n, wanted.leastAnswers);
  const least = options.satisfiedLevel ?? surveyDefaults.parameters.satisfiedLevel.value;
  const levels = given.map((answer) => {
    const level = percentOfScale(answer, scale);
    return options.better === 'lower' ? 100 - level : level;
  });
  const count = levels.filter((level) => atLeast(level, least)).length;
  return {
    n,
    missing,
    satisfied: count,
    ...shareOf(count, n, wanted.confidence),
    level: meanOf(levels, wanted),
  };
}
