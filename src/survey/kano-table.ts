import { door } from '../input/door';
import { checkName } from './responses';

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

/** Rows by the functional answer, columns by the dysfunctional one, both in the order of the answers. */
const table = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'] as const;
const letters = 'AOMIRQ';

/**
 * What one customer's two answers make of a feature (Kano et al. 1984): how they would feel if it were there
 * (functional), and if it were not (dysfunctional).
 *
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
  return door('kanoCategory', () => {
    const at = (path: string, answer: KanoAnswer) => {
      checkName(path, answer, kanoAnswers);
      return kanoAnswers.indexOf(answer);
    };
    const row = at('functional', functional);
    const letter = (table[row] as string)[at('dysfunctional', dysfunctional)] as string;
    return kanoCategories[letters.indexOf(letter)] as KanoCategory;
  });
}
