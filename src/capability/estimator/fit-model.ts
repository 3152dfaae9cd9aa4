import { limits } from '../../input/limits';
import { refuse } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import { take } from '../../numerics/places-that';
import { chooseForms } from './choose-forms';
import { type Codes, designOf, type Line, standardise } from './design';
import { fitEffects, repeatedBy, total } from './effects';
import type { EstimatorModel } from './estimator-model';
import type { CategoryColumn, CrossedColumn, NumericColumn } from './fitted-columns';
import { type Form, linesOf, straight } from './forms';
import { logLinearOf, type Terms } from './log-linear';
import { type NormalEquations, normalEquations, productsOf } from './normal-equations';
import type { FittedNumbers } from './parameters';
import { fitSpread } from './spread';

/** The columns of the rows that are fitted on. */
export interface Columns {
  readonly numeric: readonly NumericColumn[];
  readonly categorical: readonly CategoryColumn[];
  readonly crossed: readonly CrossedColumn[];
}

/** A model, and how many spreads the rows it was fitted on are off, as far as rows to come would be. */
export interface FittedModel {
  readonly model: EstimatorModel;
  readonly scores: Float64Array;
}

/** The model of columns that were read; refuses a numeric one that others add up to. */
export function fitModel(
  logs: Float64Array,
  columns: Columns,
  unit: string,
  numbers: FittedNumbers,
  curves: boolean,
): FittedModel {
  const n = logs.length;
  const { shrinkage } = numbers;
  // From the mean on, so that rounding is small beside what varies.
  const mean = total(logs) / n;
  const y = logs.map((log) => log - mean);
  const curved = curves && n >= numbers.curveRows && columns.numeric.length > 0;
  const forms = curved ? formsOf(y, columns, numbers) : [];
  const { terms, equations } = equationsOf(columns, forms, n, shrinkage);
  if (equations.factored < equations.design.terms) refuseRepeated(terms, equations);
  const found = fitEffects(y, equations);
  const { effects, logSpreads, mean: spreadMean } = fitSpread(found, equations, mean, numbers);
  const wider = Math.sqrt((n + found.size) / (n - found.size));
  const squares = y.reduce((sum, log) => sum + log * log, 0);
  return {
    model: {
      kind: 'log-linear',
      version: 2,
      unit,
      n,
      shrinkage,
      ...logLinearOf(terms, found, mean),
      spread: logLinearOf(terms, effects, spreadMean),
      residualSd: found.residualSd,
      // The mean of equal logarithms may be off them by rounding, so that their squares need not be 0.
      r2: logs.every((log) => compare(log, logs[0] as number, 1) === 0)
        ? null
        : 1 - found.residualSquares / squares,
    },
    scores: found.residuals.map(
      (residual, i) => (wider * residual) / Math.exp(logSpreads[i] as number),
    ),
  };
}

/** The normal equations of a fit with numbers of these forms, straight lines where there is none. */
function equationsOf(
  columns: Columns,
  forms: readonly Form[],
  n: number,
  shrinkage: number,
): { readonly terms: Terms; readonly equations: NormalEquations } {
  const numeric = columns.numeric.map((column, c) => {
    const form = forms[c] ?? straight;
    return { ...column, form, lines: linesOf(column.values, form) ?? [] };
  });
  const lines = numeric.flatMap((column) => column.lines);
  const design = designOf(n, lines, [...columns.categorical, ...columns.crossed]);
  if (design.terms > limits.terms) refuseTerms(design.terms);
  const equations = normalEquations(productsOf(design), { slopes: 0, effects: shrinkage });
  return { terms: { ...columns, numeric }, equations };
}

function refuseTerms(terms: number): never {
  const expected = `at most ${limits.terms} lines and categories beside those of the widest column, and these make ${terms}; put rare \
categories together, or leave a column out`;
  return refuse('history.columns', terms, expected, 'out-of-range');
}

function refuseRepeated({ numeric }: Terms, equations: NormalEquations): never {
  const owners = numeric.flatMap((column) => column.lines.map(() => column));
  const { name, values } = owners[equations.factored - 1] as NumericColumn;
  const others = new Set(repeatedBy(equations).map((j) => owners[j]?.name));
  const expected = `numbers that do not follow from those of ${[...others].join(', ')}; leave the column out`;
  return refuse(`history.columns.${name}`, values, expected, 'ambiguous');
}

/** The forms that suit what a fit of straight lines to some of the rows leaves once its categories are taken away. */
function formsOf(y: Float64Array, columns: Columns, numbers: FittedNumbers): readonly Form[] {
  const every = Math.ceil(y.length / numbers.curveSample);
  const count = Math.floor(y.length / every);
  const rows = Uint32Array.from({ length: count }, (_, i) => i * every);
  const numeric = columns.numeric.map((column) => ({
    ...column,
    values: take(column.values, rows),
  }));
  // What does not vary among some of the rows stays straight.
  const varying = numeric.filter(({ values }) => linesOf(values, straight) !== null);
  const some = {
    numeric: varying,
    categorical: columns.categorical.map((column) => codedAt(column, rows)),
    crossed: columns.crossed.map((column) => codedAt(column, rows)),
  };
  const { equations } = equationsOf(some, [], count, numbers.shrinkage);
  const { residuals, fixed } = fitEffects(take(y, rows), equations);
  // The residuals of the categories alone, those of the lines added again.
  const rest = residuals.slice();
  varying.forEach(({ values }, a) => {
    const [line] = linesOf(values, straight) as readonly [Line];
    const column = standardise(line, 0, count, new Float64Array(count));
    const slope = fixed.values[a + 1] as number;
    for (let i = 0; i < count; i++) (rest[i] as number) += slope * (column[i] as number);
  });
  const forms = chooseForms(
    rest,
    varying.map(({ values }) => values),
    numbers,
  );
  return numeric.map((column) => forms[varying.indexOf(column)] ?? straight);
}

const codedAt = <Column extends Codes>(column: Column, rows: Uint32Array): Column => ({
  ...column,
  codes: take(column.codes, rows),
});
