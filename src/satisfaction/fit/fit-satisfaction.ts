import * as z from 'zod/mini';
import { door } from '../../input/door';
import { once } from '../../input/once';
import { read } from '../../input/read';
import type { SatisfactionColumns } from '../experience';
import { fieldsSchema } from '../input';
import { fitModel, type SatisfactionFit } from './fit-model';
import type { SatisfactionFitOptions } from './fit-options';
import { answersSchema, fitShape, readObservations } from './input';
import { bareModel } from './input-form';
import { pooled } from './pool';

/**
 * Fits a model of satisfaction to what customers went through and what they answered: an ordinal logit by Newton's
 * method on exact derivatives. Standard errors are from the information (those of the bundled sets are robust), or
 * clustered by respondent where some answered more than once. Every fit compares ways of counting the gap out of sample
 * and recommends the simplest that is about as good as the best.
 *
 * @param columns what they went through, a row to each answer and every number in it ({@link completeRows} leaves others
 *   out); without expectations where the form counts performance alone
 * @param answers their answers, whole numbers on the form's scale
 * @throws InvalidInputError `out-of-range` for an answer or a number off its scale, or a row that lacks one, by row;
 *   `length-mismatch`; `ambiguous` for a term that is the same in every row or that others make up;
 *   `unknown-name`, `missing`, `wrong-type`, `unit-mismatch` for a bad form, columns or options
 * @throws NotEnoughDataError for no more rows, or respondents, than numbers to estimate, or an answer that nobody
 *   gave, unless `pool` is true; how many more it takes to know them well depends on the rows, as `intervals` and `flags` show
 * @example
 * ```ts
 * import { fitSatisfaction, predictSatisfaction } from 'overdeliver';
 *
 * // Minutes promised and taken, and the stars that came back.
 * const promised = Float64Array.from({ length: 60 }, (_, i) => 30 + (i % 4) * 10);
 * const actual = promised.map((minutes, i) => minutes * (0.7 + ((i * 7) % 13) / 20));
 * const stars = Array.from(actual, (minutes, i) => {
 *   const late = minutes / (promised[i] as number) - 1;
 *   return Math.max(1, Math.min(5, Math.round(4.2 - 6 * late - (i % 3) + 1)));
 * });
 * const fit = fitSatisfaction({ promised, actual, unit: 'minutes' }, stars, {
 *   form: {
 *     answers: { min: 1, max: 5 },
 *     dimensions: { time: { kind: 'time', unit: 'percent', terms: ['gain', 'loss'], value: 'identity' } },
 *   },
 *   id: 'ours/pizza-2026',
 *   setting: 'pizzas of two evenings',
 *   data: 'our own orders',
 *   licence: 'internal',
 * });
 * fit.recommended; // => 'linear'
 * const { model } = fit; // plain JSON, and goes wherever a default goes
 * predictSatisfaction({ promised: 60, actual: 50, unit: 'minutes' }, { model }).model.id;
 * // => 'ours/pizza-2026'
 * ```
 */
export function fitSatisfaction(
  columns: SatisfactionColumns,
  answers: ArrayLike<number>,
  options: SatisfactionFitOptions,
): SatisfactionFit {
  return door('fitSatisfaction', () => {
    const given = read(optionsSchema, options, 'options');
    const form = bareModel(given);
    const seen = readObservations(
      read(fieldsSchema, columns, 'columns'),
      read(answersSchema, answers, 'answers'),
      { ...form.model, partial: false },
      '',
      'options.form',
    );
    const fittable = pooled(seen, given);
    return fitModel(fittable.seen, fittable.form, given);
  });
}

const optionsSchema = once(() => z.strictObject(fitShape));
