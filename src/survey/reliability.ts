import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import type { Reliability } from './alpha';
import { reliabilityOf } from './levels';
import { filled, type SurveyOptions, surveySchema } from './parameters';
import { enough } from './responses';

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
    read(surveySchema, options, 'options');
    const list = listOf('answers', answers);
    let items = 0;
    const rows = list.map((one, i) => {
      const row = listOf(`answers[${i}]`, one);
      if (i === 0) items = row.length;
      if (row.length !== items || items < 2) {
        const text = i === 0 ? 'at least two items' : `${items} items, as in the first row`;
        refuse(`answers[${i}]`, row, text, 'length-mismatch');
      }
      row.forEach((x, j) => {
        if (x !== null && !(typeof x === 'number' && Math.abs(x) <= 1e100)) {
          refuse(`answers[${i}][${j}]`, x, 'a finite number from -1e100 to 1e100, or null');
        }
      });
      return row;
    });
    const wanted = filled(options);
    const result = reliabilityOf(rows, items, wanted);
    enough('answers', result.n, wanted.leastAnswers);
    return result;
  });
}
