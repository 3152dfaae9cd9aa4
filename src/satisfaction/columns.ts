import * as z from 'zod/mini';
import type { ScaleWarning } from '../core/other-scale';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { SatisfactionColumns } from './experience';
import { fieldsSchema, modelFor } from './input';
import { readColumns } from './input-columns';
import { modelSchema } from './input-model';
import { levelWarnings } from './level-warnings';
import type { SatisfactionModel } from './model';
import { scoreLayout } from './score';
import { type ModelWarning, modelWarnings } from './warnings';

/** Predictions by column; a row without an answer holds NaN, and its status says why. */
export interface SatisfactionTable {
  /** The expected answer on 0 to 100. */
  readonly score: Float64Array;
  /** On the scale of log odds, the one on which the model's thresholds lie. */
  readonly utility: Float64Array;
  /** 0: predicted. 1: a number is lacking. 2: still waits within the promise, with nothing to judge yet. */
  readonly status: Uint8Array;
  /** The model that predicted them. */
  readonly model: { readonly id: string; readonly setting: string };
  /**
   * What to know of the model, and `another-scale` for a column of levels that seem to be no percentages. Rows outside the data
   * that it was fitted on are not named.
   */
  readonly warnings: readonly (ModelWarning | ScaleWarning)[];
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
    const given = read(fieldsSchema, columns);
    const compiled = modelFor(given, read(optionsSchema, options, 'options').model);
    const { model } = compiled;
    const layout = readColumns(given, model);
    const { utility, status, score } = scoreLayout(layout, compiled);
    return {
      score,
      utility,
      status,
      model: { id: model.id, setting: model.setting },
      warnings: [...modelWarnings(model), ...levelWarnings(layout)],
    };
  });
}

const optionsSchema = once(() => z.strictObject({ model: z.optional(modelSchema) }));
