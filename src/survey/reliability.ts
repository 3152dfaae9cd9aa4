import { check } from '../core/check';
import { refuse } from '../core/refuse';
import type { Reliability } from './kernel-alpha';
import { reliabilityOf } from './levels';
import { filled, type SurveyOptions, surveySchema } from './parameters';
import { checkArray, enough } from './responses';

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
 * import { cronbachAlpha } from 'overdeliver';
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
  const fn = 'cronbachAlpha';
  check(fn, surveySchema, options, 'options');
  checkArray(fn, 'answers', answers);
  const items = Object(answers[0]).length ?? 0;
  // Holes would be passed over by the arrays' own loops.
  Array.from(answers).forEach((row, i) => {
    checkArray(fn, `answers[${i}]`, row);
    if (row.length !== items || items < 2) {
      const text = i === 0 ? 'at least two items' : `${items} items, as in the first row`;
      refuse(fn, `answers[${i}]`, row, text, 'length-mismatch');
    }
    Array.from(row).forEach((x, j) => {
      if (x !== null && !Number.isFinite(x)) {
        refuse(fn, `answers[${i}][${j}]`, x, 'a finite number, or null');
      }
    });
  });
  const wanted = filled(options);
  const result = reliabilityOf(answers, items, wanted);
  enough(fn, 'answers', result.n, wanted.leastAnswers);
  return result;
}
