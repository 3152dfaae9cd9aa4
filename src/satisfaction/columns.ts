import * as z from 'zod/mini';
import { door } from '../input/door';
import { read } from '../input/read';
import { anySchema, objectSchema } from '../input/schemas';
import type { SatisfactionColumns } from './experience-columns';
import { addLaidOut, addLaidOutCovariate, type Layout, layOut } from './layout';
import type { SatisfactionModel } from './model';
import { modelFor } from './model-for';
import { kernelDimension, numbersOfModel, sharesOf, thresholdsOf } from './model-numbers';
import { scoreRows } from './ordinal';
import type { KernelDimension } from './utility';

/** Predictions by column; a row without an answer holds NaN, and its status says why. */
export interface SatisfactionTable {
  /** The expected answer on 0 to 100. */
  readonly score: Float64Array;
  /** On the scale of log odds, the one on which the model's thresholds lie. */
  readonly utility: Float64Array;
  /** 0: predicted. 1: a number is lacking. 2: still waits within the promise, with nothing to judge yet. */
  readonly status: Uint8Array;
  readonly model: { readonly id: string; readonly setting: string };
}

/**
 * Predicts how satisfied many customers will be, with the same arithmetic as {@link predictSatisfaction} and the
 * same bits in every row.
 *
 * @param columns what they went through, in the shape of an experience with a column for each number
 * @param options the model
 * @throws InvalidInputError `out-of-range` for a number off its range, with its row in the path;
 *   `length-mismatch` for columns of different lengths; `missing`, `unknown-name`, `unit-mismatch` and
 *   `ambiguous` as {@link predictSatisfaction} does
 * @example
 * ```ts
 * import { predictSatisfactions } from 'overdeliver/satisfaction';
 *
 * const { score, status } = predictSatisfactions({
 *   promised: Float64Array.of(10, 10, 10),
 *   actual: Float64Array.of(8, 12, Number.NaN),
 *   stillWaiting: Uint8Array.of(0, 1, 0),
 *   unit: 'days',
 * });
 * score[0]; // => 83.0
 * score[1]; // => 23.7
 * status[2]; // => 1
 * ```
 */
export function predictSatisfactions(
  columns: SatisfactionColumns,
  options: { readonly model?: SatisfactionModel | undefined } = {},
): SatisfactionTable {
  return door('predictSatisfactions', () => {
    const given = read(objectSchema, columns);
    read(optionsSchema, options, 'options');
    const model = modelFor(given, options);
    const layout = layOut(columns, model);
    const { utility, status, score } = scoreLayout(layout, model);
    return { score, utility, status, model: { id: model.id, setting: model.setting } };
  });
}

const optionsSchema = z.strictObject({ model: anySchema });
const block = 16_384;

/** The utilities and scores of columns that were laid out. */
export function scoreLayout(
  { rows, dimensions, covariates }: Layout,
  model: SatisfactionModel,
): Omit<SatisfactionTable, 'model'> {
  const numbers = numbersOfModel(model);
  const share = sharesOf(dimensions, numbers);
  const kernels = dimensions.map(({ name, dimension }) =>
    kernelDimension(name, dimension, numbers, share(name)),
  );
  const thresholds = thresholdsOf(model);
  const utility = new Float64Array(rows);
  const score = new Float64Array(rows);
  const status = new Uint8Array(rows);
  for (let start = 0; start < rows; start += block) {
    const end = Math.min(start + block, rows);
    dimensions.forEach((one, d) => {
      addLaidOut(one, kernels[d] as KernelDimension, utility, status, start, end);
    });
    for (const one of covariates) {
      const weight = numbers[`covariates.${one.name}`] as number;
      addLaidOutCovariate(one, weight, utility, status, start, end);
    }
    scoreRows(utility, thresholds, score, start, end);
  }
  return { score, utility, status };
}
