import * as z from 'zod/mini';
import { type ScaleWarning, scaleWarnings } from '../core/other-scale';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { IntentionColumns } from './customer';
import { intentionColumnsSchema, intentionModelSchema } from './input';
import { perIntention } from './intention';
import type { surveyIntentions } from './intention-model';
import { intentionRows } from './intention-rows';

/** Intentions by column; a row without a satisfaction holds NaN, and its status is 1. */
export interface IntentionTable {
  /** 0 to 1, as all three. */
  readonly repurchase: Float64Array;
  /** The chance that each would recommend, 0 to 1. */
  readonly recommend: Float64Array;
  /** The chance that each would complain, 0 to 1. */
  readonly complain: Float64Array;
  /** 0: predicted. 1: no satisfaction. */
  readonly status: Uint8Array;
  /** The set that predicted them. */
  readonly model: { readonly id: string; readonly setting: string };
  /** `another-scale` where the satisfactions seem to be no percentages. Rows outside the data of the set are not named. */
  readonly warnings: readonly ScaleWarning[];
}

/**
 * Predicts what many customers intend, with the same arithmetic as {@link predictIntention} and the same bits in
 * every row.
 *
 * @param options `parameters`, the numbers by which it predicts; `surveyIntentions` unless given
 * @throws InvalidInputError `out-of-range` for a number off its range, with its row in the path,
 *   `length-mismatch` for columns of different lengths, `missing`, `wrong-type` or `unknown-name` for anything else
 * @example
 * ```ts
 * import { predictIntentions } from 'overdeliver/loyalty';
 *
 * const { repurchase, recommend } = predictIntentions({
 *   satisfaction: Float64Array.of(80, 50),
 *   outcome: Uint8Array.of(1, 0),
 *   stage: 'long-term',
 * });
 * repurchase[0]; // => 0.838
 * recommend[1]; // => 0.344
 * ```
 */
export function predictIntentions(
  columns: IntentionColumns,
  options: { readonly parameters?: typeof surveyIntentions | undefined } = {},
): IntentionTable {
  return door('predictIntentions', () => {
    const given = read(intentionColumnsSchema, columns);
    const { set, numbers } = read(optionsSchema, options, 'options').parameters;
    const weights = perIntention((intention) => ({
      base: numbers[`${intention}.base`],
      satisfaction: numbers[`${intention}.satisfaction`],
      below: numbers[`${intention}.below`],
      exceeded: numbers[`${intention}.exceeded`],
      longTerm: numbers[`${intention}.longTerm`],
    }));
    return {
      ...intentionRows(weights, given),
      model: { id: set.id, setting: set.setting },
      warnings: scaleWarnings({ satisfaction: given.satisfaction }),
    };
  });
}

const optionsSchema = once(() => z.strictObject({ parameters: intentionModelSchema }));
