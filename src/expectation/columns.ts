import { type ScaleWarning, scaleWarnings } from '../core/other-scale';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { type ColumnRule, checkLength, checkRows, columnRules } from './column-checks';
import { type Factor, type PredictedFactor, predictedFactors } from './factors';
import { firstAbove } from './first-outside';
import {
  type FactorColumn,
  type FormingColumns,
  factorColumn,
  formRows,
  notYet,
} from './form-rows';
import { emptyRows } from './formation';
import { weightingSchema } from './input';
import { expectationColumnsSchema } from './input-columns';
import type { LearntWeights } from './learnt-weights';
import { levelOfPrice } from './level-of-price';
import type { ExpectationNumbers } from './parameters';
import { positionalWeights } from './positional-weights';
import type { ExpectationColumns, SignalColumns } from './signal-columns';
import { type Stage, stageNames, stages } from './stages';
import type { WeightingOptions } from './weighting';

/** Expectations by column; a row without an answer holds NaN, and its status says why. */
export interface ExpectationTable {
  /** What each row's customer thinks will happen, 0 to 100. */
  readonly predictedMean: Float64Array;
  /** How unsure each is of it, in points squared. */
  readonly predictedVariance: Float64Array;
  /** What each hopes for, 0 to 100. */
  readonly desired: Float64Array;
  /** The least each puts up with, 0 to 100. */
  readonly adequate: Float64Array;
  /**
   * 0: formed. 1: no signal with a weight above 0 informs the predicted level. 2: a signal that takes a use, such as a first
   * impression, of someone who has never used; see `notYet` of `stages`. Statuses may be added.
   */
  readonly status: Uint8Array;
  /** The id of the parameter set. */
  readonly parameters: string;
  /** `another-scale` for a column of levels that seem to be no percentages. */
  readonly warnings: readonly ScaleWarning[];
}

/**
 * Forms the expectations of many customers from columns, with the same arithmetic as
 * {@link formExpectation} and the same bits in every row.
 *
 * @param columns stages and levels by column
 * @param options weighting method, an order of your own, parameters
 * @throws InvalidInputError `out-of-range` for a level, reliability or spread off its range, with its
 *   row in the path; `length-mismatch` for columns of different lengths; `unknown-name` for a factor or
 *   stage that does not exist; `missing` without any column
 * @example
 * ```ts
 * import { formExpectations } from 'overdeliver/expectation';
 *
 * const table = formExpectations({
 *   stage: 'never-used',
 *   signals: {
 *     wordOfMouth: Float64Array.of(80, Number.NaN),
 *     advertising: Float64Array.of(80, Number.NaN),
 *   },
 * });
 * table.predictedMean[0]; // => 80
 * table.status[1]; // => 1
 * ```
 */
export function formExpectations(
  columns: ExpectationColumns,
  options: WeightingOptions = {},
): ExpectationTable {
  return door('formExpectations', () => {
    const weighting = read(weightingSchema, options, 'options');
    const { stage, signals } = read(expectationColumnsSchema, columns);
    const { numbers, set } = weighting.parameters;
    const rules = columnRules(signals);
    const rows = (rules[0] as ColumnRule).numbers.length;
    const weights = stageNames.map((name) => positionalWeights(name, weighting));
    // The price becomes a level before anything else is done, so its rules come first.
    if (signals.price)
      checkRows(
        rules.filter(({ path }) => path.startsWith('signals.price')),
        0,
        rows,
      );
    const column = (factor: Factor, stageWeights = noWeights) =>
      columnOf(factor, signals, numbers, stageWeights);
    const forming: FormingColumns = {
      stage: stageColumn(stage, rows, (rules[0] as ColumnRule).path),
      ranked: [
        ...predictedFactors.flatMap((factor, place) => {
          const byStage = Float64Array.from(weights, (weight, at) =>
            isNotYet(factor, at) ? notYet : (weight[place] as number),
          );
          return column(factor, byStage) ?? [];
        }),
        ...baseColumn(weighting.parameters.learnt, rows),
      ],
      competitor: column('competitorOffer'),
      needs: column('personalNeeds'),
      role: column('rolePerception'),
    };
    const out = emptyRows(rows);
    // Levels are checked as rows are formed; only where it is not sure are they looked at again.
    const trustRules = rules.filter(({ beside }) => beside !== null);
    for (let start = 0; start < rows; start += block) {
      const end = Math.min(start + block, rows);
      checkRows(trustRules, start, end);
      if (!formRows(forming, numbers, out, start, end)) checkRows(rules, start, end);
    }
    return {
      predictedMean: out.mean,
      predictedVariance: out.variance,
      desired: out.desired,
      adequate: out.adequate,
      status: out.status,
      parameters: set.id,
      warnings: scaleWarnings(levelsIn(rules)),
    };
  });
}

/** The columns of levels, by where they stand; reliabilities stand beside them, and other numbers go further. */
const levelsIn = (rules: readonly ColumnRule[]): Readonly<Record<string, Float64Array>> =>
  Object.fromEntries(
    rules.filter(({ max }) => max === 100).map(({ path, numbers }) => [path, numbers]),
  );

const isNotYet = (factor: PredictedFactor, at: number) =>
  stages[stageNames[at] as Stage].notYet.includes(factor);

/** The base that was learnt, which every row has; none without one. */
function baseColumn(learnt: LearntWeights | null, rows: number): FactorColumn[] {
  if (learnt === null) return [];
  const level = new Float64Array(rows).fill(learnt.baseLevel);
  return [factorColumn(level, null, null, learnt.base)];
}

/** A column of so many rows takes 128 kB, so that all of them stay in the cache. */
const block = 16_384;
const noWeights: Float64Array = new Float64Array(0);

/** A factor's column as forming takes it; null when it is not given. */
function columnOf(
  factor: Factor,
  signals: SignalColumns,
  numbers: ExpectationNumbers,
  weights: Float64Array,
): FactorColumn | null {
  if (factor === 'price') {
    const { price } = signals;
    if (price === undefined) return null;
    const level = Float64Array.from(price.amount, (amount, row) =>
      Number.isNaN(amount) ? amount : levelOfPrice(amount, price.reference[row] as number, numbers),
    );
    return factorColumn(level, price.reliability ?? null, price.sd ?? null, weights);
  }
  const column = signals[factor];
  if (column === undefined) return null;
  if (column instanceof Float64Array) return factorColumn(column, null, null, weights);
  const sd = 'sd' in column ? column.sd : undefined;
  return factorColumn(column.level, column.reliability ?? null, sd ?? null, weights);
}

/** A stage for every row, as its place in {@link stageNames}. */
function stageColumn(stage: Stage | Uint8Array, rows: number, model: string): Uint8Array {
  if (!(stage instanceof Uint8Array)) {
    return new Uint8Array(rows).fill(stageNames.indexOf(stage));
  }
  checkLength('stage', stage, rows, model);
  const row = firstAbove(stage, stageNames.length - 1);
  if (row === -1) return stage;
  const expected = '0 (never-used), 1 (first-use) or 2 (long-term)';
  return refuse(`stage[${row}]`, stage[row], expected, 'unknown-name');
}
