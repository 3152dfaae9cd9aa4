import * as z from 'zod/mini';
import { check } from '../core/check';
import { type DomainWarning, domainWarnings } from '../core/domain';
import { numbersOf } from '../core/numbers-of';
import {
  type LevelExperience,
  levelExperienceSchema,
  type PromiseExperience,
  promiseExperienceSchema,
  type TimeUnit,
} from './experience';
import { surveySatisfaction } from './index-survey';
import { answerChances, expectedScore } from './kernel-ordinal';
import { marketplaceSatisfaction } from './marketplace';
import { checkedModel, type SatisfactionModel, type SatisfactionTerm } from './model';
import { inputsOfLevels, inputsOfPromise, type ModelInputs } from './model-inputs';

/** How a customer will feel. */
export interface SatisfactionPrediction {
  /** The expected answer on 0 (worst) to 100 (best). */
  readonly score: number;
  /** The chance of each answer, from worst to best; they add up to 1. */
  readonly answers: readonly number[];
  /** Better than promised or expected above 0, in `unit`. */
  readonly gap: number;
  readonly unit: TimeUnit | 'points';
  /** The model, and the setting it speaks of: is it yours? */
  readonly model: { readonly id: string; readonly setting: string };
  readonly warnings: readonly DomainWarning[];
}

/** A prediction with its reasons, which add up to the utility. */
export interface SatisfactionExplanation {
  readonly prediction: SatisfactionPrediction;
  /** On the scale of log odds; higher answers grow likelier with it. */
  readonly utility: number;
  readonly contributions: readonly {
    readonly term: SatisfactionTerm;
    /** What the coefficient is multiplied with. */
    readonly amount: number;
    readonly utility: number;
  }[];
}

/** Which model predicts. */
export interface SatisfactionOptions {
  /** `marketplaceSatisfaction` for promises, `surveySatisfaction` for levels, unless given. */
  readonly model?: SatisfactionModel | undefined;
}

/**
 * Predicts how satisfied a customer will be, from what was promised and delivered, or from the levels
 * expected and perceived: the chance of every answer by an ordinal logit (McCullagh 1980), and their
 * expectation as a score.
 *
 * @param experience `{ promised, actual, unit, stillWaiting }` or `{ expected, perceived }`
 * @throws InvalidInputError `out-of-range`, `wrong-type`, `missing` or `unknown-name` for a bad
 *   experience, `unit-mismatch` for a model of the other
 *   dimension or another unit
 * @example
 * ```ts
 * import { predictSatisfaction } from 'overdeliver';
 *
 * predictSatisfaction({ promised: 10, actual: 8, unit: 'days' }).score; // => 83.0
 * predictSatisfaction({ promised: 10, actual: 12, unit: 'days', stillWaiting: true }).score; // => 23.7
 * predictSatisfaction({ expected: 70, perceived: 80 }).score; // => 76.1
 * ```
 */
export function predictSatisfaction(
  experience: PromiseExperience | LevelExperience,
  options: SatisfactionOptions = {},
): SatisfactionPrediction {
  return explained('predictSatisfaction', experience, options).prediction;
}

/**
 * Explains a prediction of {@link predictSatisfaction}: the same input, the same values, and what each
 * term adds to the utility.
 *
 * @throws what {@link predictSatisfaction} throws
 * @example
 * ```ts
 * import { explainSatisfaction } from 'overdeliver';
 *
 * const { contributions } = explainSatisfaction({ promised: 10, actual: 12, unit: 'days' });
 * contributions.map(({ term, utility }) => [term, utility]);
 * // => [['performance', -1.092], ['gain', 0], ['loss', -0.787], ['stillWaiting', 0]]
 * ```
 */
export function explainSatisfaction(
  experience: PromiseExperience | LevelExperience,
  options: SatisfactionOptions = {},
): SatisfactionExplanation {
  return explained('explainSatisfaction', experience, options);
}

function explained(
  fn: string,
  experience: PromiseExperience | LevelExperience,
  options: SatisfactionOptions,
): SatisfactionExplanation {
  const given = check(fn, z.looseObject({}), experience);
  const isPromise = 'promised' in given || 'actual' in given;
  const standard = isPromise ? marketplaceSatisfaction : surveySatisfaction;
  const model = checkedModel(fn, options, standard);
  const from = isPromise
    ? inputsOfPromise(
        fn,
        check(fn, promiseExperienceSchema, experience) as PromiseExperience,
        model,
      )
    : inputsOfLevels(check(fn, levelExperienceSchema, experience) as LevelExperience);
  const contributions = contributionsOf(from, numbersOf(fn, model, standard, 'options.model'));
  const utility = contributions.reduce((sum, part) => sum + part.utility, 0);
  const answers = answerChances(utility, model.thresholds);
  return {
    prediction: {
      score: expectedScore(answers),
      answers,
      gap: from.gap,
      unit: model.unit,
      model: { id: model.id, setting: model.setting },
      warnings: domainWarnings(from.inputs, model),
    },
    utility,
    contributions,
  };
}

function contributionsOf(
  { performance, gap, waitsInVain }: ModelInputs,
  numbers: Readonly<Record<SatisfactionTerm | 'cap', number>>,
) {
  const part = (term: SatisfactionTerm, amount: number, sign: 1 | -1) => ({
    term,
    amount,
    utility: amount === 0 ? 0 : sign * numbers[term] * amount,
  });
  return [
    part('performance', performance, 1),
    part('gain', Math.min(Math.max(gap, 0), numbers.cap), 1),
    part('loss', Math.min(Math.max(-gap, 0), numbers.cap), -1),
    part('stillWaiting', waitsInVain ? 1 : 0, -1),
  ];
}
