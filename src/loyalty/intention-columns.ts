import * as z from 'zod/mini';
import { numbersOf } from '../core/numbers-of';
import { type Outcome, outcomes } from '../core/outcome';
import { checkLength } from '../expectation/column-checks';
import { stageNames } from '../expectation/stages';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { anySchema, typedColumn } from '../input/schemas';
import { outcomeSchema, stageSchema } from './customer-schemas';
import { type Intention, type IntentionParameter, surveyIntentions } from './intention-model';
import { type IntentionWeights, intentionRows } from './intention-rows';
import type { IntentionOptions } from './intentions';

/** Customers after an experience, by column, all of one length. */
export interface IntentionColumns {
  /** 0 to 100, NaN where a row has none. */
  readonly satisfaction: Float64Array;
  /** One outcome for all rows, or each row's place in `outcomes`: 0 below, 1 met, 2 exceeded. */
  readonly outcome: Outcome | Uint8Array;
  /** One stage for all rows, or each row's place in `stageNames`: 1 first-use, 2 long-term. */
  readonly stage: 'first-use' | 'long-term' | Uint8Array;
}

/** Intentions by column; a row without a satisfaction holds NaN, and its status is 1. */
export interface IntentionTable {
  readonly repurchase: Float64Array;
  readonly recommend: Float64Array;
  readonly complain: Float64Array;
  /** 0: predicted. 1: no satisfaction. */
  readonly status: Uint8Array;
  readonly model: { readonly id: string; readonly setting: string };
}

/**
 * Predicts what many customers intend, with the same arithmetic as {@link predictIntentions} and the same bits in
 * every row.
 *
 * @throws InvalidInputError `out-of-range` for a number off its range, with its row in the path,
 *   `length-mismatch` for columns of different lengths, `missing`, `wrong-type` or `unknown-name` for anything else
 * @example
 * ```ts
 * import { predictIntentionColumns } from 'overdeliver/loyalty';
 *
 * const { repurchase, recommend } = predictIntentionColumns({
 *   satisfaction: Float64Array.of(80, 50),
 *   outcome: Uint8Array.of(1, 0),
 *   stage: 'long-term',
 * });
 * repurchase[0]; // => 0.838
 * recommend[1]; // => 0.344
 * ```
 */
export function predictIntentionColumns(
  columns: IntentionColumns,
  options: IntentionOptions = {},
): IntentionTable {
  return door('predictIntentionColumns', () => {
    const { satisfaction, outcome, stage } = read(columnsSchema, columns);
    read(optionsSchema, options, 'options');
    const numbers = numbersOf(options.model, surveyIntentions, 'options.model');
    const model = options.model === undefined ? surveyIntentions : options.model;
    const rows = satisfaction.length;
    const places = <Name extends string>(
      path: string,
      given: Name | Uint8Array,
      names: readonly Name[],
    ) => {
      if (typeof given === 'string') return new Uint8Array(rows).fill(names.indexOf(given));
      checkLength(path, given, rows, 'satisfaction');
      return given;
    };
    const judged = places('outcome', outcome, outcomes);
    const at = places('stage', stage, stageNames);
    const out = {
      repurchase: new Float64Array(rows),
      recommend: new Float64Array(rows),
      complain: new Float64Array(rows),
    };
    const status = new Uint8Array(rows);
    const weights = {
      repurchase: weightsOf('repurchase', numbers),
      recommend: weightsOf('recommend', numbers),
      complain: weightsOf('complain', numbers),
    };
    const row = intentionRows(weights, satisfaction, judged, at, out, status);
    if (row !== -1) {
      const s = satisfaction[row] as number;
      if (s < 0 || s > 100) refuse(`satisfaction[${row}]`, s, 'a level from 0 to 100, or NaN');
      const place = judged[row] as number;
      if (place > 2) {
        refuse(`outcome[${row}]`, place, '0 (below), 1 (met) or 2 (exceeded)', 'unknown-name');
      }
      refuse(`stage[${row}]`, at[row], '1 (first-use) or 2 (long-term)', 'unknown-name');
    }
    return { ...out, status, model: { id: model.id, setting: model.setting } };
  });
}

function weightsOf(
  intention: Intention,
  numbers: Readonly<Record<IntentionParameter, number>>,
): IntentionWeights {
  return {
    base: numbers[`${intention}.base`],
    satisfaction: numbers[`${intention}.satisfaction`],
    below: numbers[`${intention}.below`],
    exceeded: numbers[`${intention}.exceeded`],
    longTerm: numbers[`${intention}.longTerm`],
  };
}

const columnsSchema = z.strictObject({
  satisfaction: typedColumn(Float64Array, 'a Float64Array'),
  outcome: z.union([outcomeSchema, typedColumn(Uint8Array, 'a Uint8Array')]),
  stage: z.union([stageSchema, typedColumn(Uint8Array, 'a Uint8Array')]),
});
const optionsSchema = z.strictObject({ model: anySchema });
