import * as z from 'zod/mini';
import { type Scale, scaleSchema } from '../core/level';
import { door } from '../input/door';
import { namesIn, tableOf } from '../input/list-of';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { answerIn, cellsOf, wordsOf } from './cell';
import { idSchema } from './input-instrument';
import { readRows } from './input-responses';
import { missingSchema, refuseLacking } from './responses-from-rows';

const optionsSchema = once(() =>
  z.strictObject({ scale: z.optional(scaleSchema), missing: missingSchema }),
);

/**
 * The answers to one question in the rows of a table, such as a CSV that was read by its header: text becomes numbers, and
 * an empty cell is null, never 0. For several questions at once see {@link responsesFromRows}.
 *
 * @param rows rows by the names of their columns; cells are text, numbers, or null, undefined or NaN for none
 * @param column the name of the column
 * @param options `scale`: the least and the greatest answer, any number unless given; `missing`: what else says that there
 *   is no answer, such as `NA` or `99`
 * @returns what {@link netPromoterScore}, {@link customerSatisfactionScore} and `completeRows` take
 * @throws InvalidInputError `missing` for a column that no row has; `wrong-type` for a cell that is no number,
 *   `out-of-range` for one off the scale
 * @example
 * ```ts
 * import { netPromoterScore } from 'overdeliver';
 * import { answersFromRows } from 'overdeliver/survey';
 *
 * const rows = [{ recommend: '10' }, { recommend: '' }, { recommend: ' 6' }, { recommend: '9' }];
 * const answers = answersFromRows(rows, 'recommend');
 * answers; // => [10, null, 6, 9]
 * netPromoterScore(answers, { leastAnswers: 3 }).score; // => 0.333
 * ```
 */
export function answersFromRows(
  rows: readonly object[],
  column: string,
  options: {
    readonly scale?: Scale | undefined;
    readonly missing?: readonly string[] | undefined;
  } = {},
): readonly (number | null)[] {
  return door('answersFromRows', () => {
    const name = read(idSchema, column, 'column');
    const { scale, missing = [] } = read(optionsSchema, options, 'options');
    const words = wordsOf(missing);
    let isThere = false;
    const list = tableOf(rows);
    const answers = readRows('rows', list, (row) => {
      const cells = cellsOf(row);
      if (!Object.hasOwn(cells, name)) return null;
      isThere = true;
      const answer = answerIn(name, cells[name], 'scale', words) as number | null;
      if (answer !== null && scale && (answer < scale.min || answer > scale.max)) {
        refuse(name, answer, `a number from ${scale.min} to ${scale.max}`);
      }
      return answer;
    });
    if (list.length > 0 && !isThere) {
      refuseLacking(name, namesIn(list), 'a column of that name');
    }
    return answers;
  });
}
