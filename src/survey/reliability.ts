import { door } from '../input/door';
import { read } from '../input/read';
import { alphaOf, type Reliability } from './alpha';
import { enough, surveySchema } from './input';
import { readMatrix } from './input-matrix';
import type { SurveyOptions } from './parameters';

/**
 * Cronbach's alpha of items that are meant to measure one thing, with the interval of Feldt (1965).
 *
 * Alpha grows with the number of items, and is no proof that they measure one thing. Turn reversed items round
 * first ({@link scoreInstrument} does).
 *
 * @param answers one row for each respondent, one number for each item; null for a missing answer. Only complete
 *   rows are counted
 * @throws InvalidInputError `length-mismatch` for a row of another length, `out-of-range` for what is no number
 * @throws NotEnoughDataError for fewer complete rows than `leastAnswers`
 * @example
 * ```ts
 * import { cronbachAlpha } from 'overdeliver/survey';
 *
 * const answers = [[2, 3], [4, 4], [3, 5], [5, 5], [null, 4]];
 * const { alpha, low, n } = cronbachAlpha(answers, { leastAnswers: 4 });
 * [alpha, low, n]; // => [0.784, -2.330, 4]
 * ```
 */
export function cronbachAlpha(
  answers: readonly (readonly (number | null)[])[],
  options: SurveyOptions = {},
): Reliability {
  return door('cronbachAlpha', () => {
    const wanted = read(surveySchema, options, 'options');
    const result = alphaOf(readMatrix('answers', answers), wanted);
    enough('answers', result.n, wanted.leastAnswers);
    return result;
  });
}
