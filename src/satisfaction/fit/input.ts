import * as z from 'zod/mini';
import { fitNames } from '../../input/fit-options';
import { limits } from '../../input/limits';
import { readWith } from '../../input/read-with';
import { reading } from '../../input/reading';
import { refuse, refuseOther } from '../../input/refusal';
import { confidenceSchema } from '../../input/schemas';
import type { Fields } from '../input';
import { readColumns } from '../input-columns';
import type { SatisfactionModel } from '../model';
import { placesCountedAs } from '../pooled';
import { formSchema } from './input-form';
import { type Observations, refuseLacking } from './observations';

const numbersSchema = (text: string) =>
  readWith((value: ArrayLike<number>) =>
    typeof Object(value).length === 'number' ? value : refuseOther('', value, text),
  );

const foldsText = '0 for none, 2 to 100, or a fold for every row';
const foldsSchema = readWith((folds: number | Uint8Array = 5) => {
  const isCount =
    Number.isInteger(folds) &&
    (folds === 0 || ((folds as number) >= 2 && (folds as number) <= 100));
  return isCount || folds instanceof Uint8Array ? folds : refuse('', folds, foldsText);
});

/** The schema of the fields of a fit's options; respondents are looked at beside the rows. */
export const fitShape = {
  ...fitNames(),
  form: formSchema,
  pool: z.optional(z.boolean()),
  respondent: z.optional(numbersSchema('a column of numbers')),
  folds: foldsSchema,
  confidence: confidenceSchema,
};

/** How many of something that takes time are asked for, such as draws. */
export function countSchema(what: string, least: number) {
  const text = `a whole number of ${what} of at least ${least}`;
  const most = `at most ${limits.draws} ${what}`;
  return z.optional(z.int(text).check(z.gte(least, text), z.lte(limits.draws, most)));
}

export const answersSchema = numbersSchema('a column of answers');

/** Reads columns beside their answers, and refuses rows that lack a number, or hold one that cannot be. */
export function readObservations(
  columns: Fields,
  answers: ArrayLike<number>,
  model: SatisfactionModel,
  root = '',
  formAt?: string,
): Observations {
  const layout = readColumns(columns, model, `${root}columns`, formAt);
  refuseLacking(layout, root);
  const path = `${root}answers`;
  const { min, max } = model.answers;
  const counted = placesCountedAs(model);
  return reading(path, answers, () => {
    if (answers.length !== layout.rows) {
      refuse(path, answers.length, `${layout.rows} rows, as columns has`, 'length-mismatch');
    }
    const answer = new Uint16Array(layout.rows);
    for (let row = 0; row < layout.rows; row++) {
      const given = answers[row] as number;
      if (!(given >= min && given <= max && Number.isInteger(given))) {
        const missing =
          given == null || Number.isNaN(given) ? '; completeRows leaves such rows out' : '';
        refuse(`${path}[${row}]`, given, `a whole number from ${min} to ${max}${missing}`);
      }
      answer[row] = counted[given - min] as number;
    }
    return { layout, answer };
  });
}
