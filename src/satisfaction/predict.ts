import * as z from 'zod/mini';
import { check } from '../core/check';
import { numbersOf } from '../core/numbers-of';
import type { Outcome } from '../core/outcome';
import {
  type LevelExperience,
  levelExperienceSchema,
  type PromiseExperience,
  promiseExperienceSchema,
} from './experience';
import { surveySatisfaction } from './index-survey';
import { answerChances, expectedScore } from './kernel-ordinal';
import { marketplaceSatisfaction } from './marketplace';
import { checkedModel, type SatisfactionModel, type SatisfactionTerm } from './model';
import { type Seen, seenLevels, seenPromise } from './seen';

/** A warning that comes with a result: it was got outside what its model was fitted on. */
export interface DomainWarning {
  readonly code: 'outside-fitted-range';
  readonly path: string;
  readonly value: number;
  /** The middle of the data the model was fitted on, in the model's unit. */
  readonly range: readonly [min: number, max: number];
}

/** How a customer will feel. */
export interface SatisfactionPrediction {
  /** The expected answer on 0 (worst) to 100 (best). */
  readonly score: number;
  /** The chance of each answer, from worst to best; they add up to 1. */
  readonly answers: readonly number[];
  /** What came of the expectation or promise by itself. */
  readonly outcome: Outcome;
  /** Better than expected above 0, in the model's unit. */
  readonly gap: number;
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
 *   experience, `unit-mismatch` for a model of the other dimension
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
  const seen = isPromise
    ? seenPromise(check(fn, promiseExperienceSchema, experience) as PromiseExperience)
    : seenLevels(check(fn, levelExperienceSchema, experience) as LevelExperience);
  const standard = isPromise ? marketplaceSatisfaction : surveySatisfaction;
  const model = checkedModel(fn, options, standard);
  const contributions = contributionsOf(seen, numbersOf(fn, model, standard, 'options.model'));
  const utility = contributions.reduce((sum, part) => sum + part.utility, 0);
  const answers = answerChances(utility, model.thresholds);
  return {
    prediction: {
      score: expectedScore(answers),
      answers,
      outcome: seen.outcome,
      gap: seen.gap,
      model: { id: model.id, setting: model.setting },
      warnings: warningsOf(seen.inputs, model),
    },
    utility,
    contributions,
  };
}

function contributionsOf(
  { performance, gap, inVain }: Seen,
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
    part('stillWaiting', inVain ? 1 : 0, -1),
  ];
}

function warningsOf(
  inputs: Readonly<Record<string, number>>,
  { domain }: SatisfactionModel,
): readonly DomainWarning[] {
  return Object.entries(inputs).flatMap(([path, value]): DomainWarning[] => {
    const range = domain[path];
    if (range === undefined || (value >= range[0] && value <= range[1])) return [];
    return [{ code: 'outside-fitted-range', path, value, range }];
  });
}
