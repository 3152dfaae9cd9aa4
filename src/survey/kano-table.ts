import * as z from 'zod/mini';
import { recordFor } from '../core/record-for';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';

/** The five answers to both questions, from best to worst. */
export const kanoAnswers = Object.freeze([
  'like',
  'must-be',
  'neutral',
  'live-with',
  'dislike',
] as const);

/** One of {@link kanoAnswers}. */
export type KanoAnswer = (typeof kanoAnswers)[number];

/** What having or lacking a feature does: A, O, M, I, R and Q of the literature. */
export const kanoCategories = Object.freeze([
  'attractive',
  'one-dimensional',
  'must-be',
  'indifferent',
  'reverse',
  'questionable',
] as const);

/** One of {@link kanoCategories}. */
export type KanoCategory = (typeof kanoCategories)[number];

const letters = {
  A: 'attractive',
  O: 'one-dimensional',
  M: 'must-be',
  I: 'indifferent',
  R: 'reverse',
  Q: 'questionable',
} as const;
/** By the functional answer, then by the dysfunctional one in the order of the answers. */
const table = {
  like: 'QAAAO',
  'must-be': 'RIIIM',
  neutral: 'RIIIM',
  'live-with': 'RIIIM',
  dislike: 'RRRRQ',
} as const;

/**
 * What one customer's two answers make of a feature (Kano et al. 1984): how they would feel if it were there
 * (functional), and if it were not (dysfunctional).
 *
 * @param functional the answer to having the feature
 * @param dysfunctional the answer to being without it
 * @throws InvalidInputError `unknown-name` for another answer
 * @example
 * ```ts
 * import { kanoCategory } from 'overdeliver/survey';
 *
 * kanoCategory('like', 'neutral'); // => 'attractive'
 * kanoCategory('must-be', 'dislike'); // => 'must-be'
 * ```
 */
export function kanoCategory(functional: KanoAnswer, dysfunctional: KanoAnswer): KanoCategory {
  return door('kanoCategory', () =>
    categoryOf(
      read(answerSchema, functional, 'functional'),
      read(answerSchema, dysfunctional, 'dysfunctional'),
    ),
  );
}

const answerSchema = once(() => z.enum(kanoAnswers));

/** The category of two answers that are read. */
export const categoryOf = (functional: KanoAnswer, dysfunctional: KanoAnswer): KanoCategory =>
  categories[functional][dysfunctional];

const categories = recordFor(kanoAnswers, (functional) =>
  recordFor(kanoAnswers, (_, place): KanoCategory => {
    const letter = table[functional][place] as keyof typeof letters;
    return letters[letter];
  }),
);
