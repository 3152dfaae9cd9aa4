import { refuse } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import { chooseForms } from './choose-forms';
import { designOf } from './design';
import { type Effects, fitEffects, repeatedBy, total } from './effects';
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
  let fitted = fitForms(y, columns, [], shrinkage);
  if (curves && n >= numbers.curveRows && columns.numeric.length > 0) {
    const forms = formsOf(fitted, columns, numbers);
    if (forms.some((form) => form !== straight)) fitted = fitForms(y, columns, forms, shrinkage);
  }
  const { terms, found, equations } = fitted;
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

interface Fitted {
  readonly terms: Terms;
  readonly equations: NormalEquations;
  readonly found: Effects;
}

/** A fit with numbers of these forms, straight lines where there is none. */
function fitForms(
  y: Float64Array,
  columns: Columns,
  forms: readonly Form[],
  shrinkage: number,
): Fitted {
  const numeric = columns.numeric.map((column, c) => {
    const form = forms[c] ?? straight;
    return { ...column, form, lines: linesOf(column.values, form) ?? [] };
  });
  const terms = { ...columns, numeric };
  const lines = numeric.flatMap((column) => column.lines);
  const design = designOf(y.length, lines, [...columns.categorical, ...columns.crossed]);
  const equations = normalEquations(productsOf(design), { slopes: 0, effects: shrinkage });
  if (equations.factored < design.terms) refuseRepeated(equations, columns.numeric);
  return { terms, equations, found: fitEffects(y, equations) };
}

function refuseRepeated(equations: NormalEquations, numeric: readonly NumericColumn[]): never {
  const { name, values } = numeric[equations.factored - 1] as NumericColumn;
  const others = repeatedBy(equations).map((j) => numeric[j]?.name);
  const expected = `numbers that do not follow from those of ${others.join(', ')}; leave the column out`;
  return refuse(`history.columns.${name}`, values, expected, 'ambiguous');
}

/** The forms that suit what a fit of straight lines leaves once its categories are taken away, by some of its rows. */
function formsOf({ found, equations }: Fitted, columns: Columns, numbers: FittedNumbers) {
  const { fixed, x, look, n } = equations.design;
  const every = Math.ceil(n / numbers.curveSample);
  const rows = Uint32Array.from({ length: Math.floor(n / every) }, (_, i) => i * every);
  const y = Float64Array.from(rows, (row) => {
    look(row);
    let rest = found.residuals[row] as number;
    for (let a = 1; a < fixed; a++) rest += (x[a] as number) * (found.fixed.values[a] as number);
    return rest;
  });
  const values = columns.numeric.map((column) =>
    Float64Array.from(rows, (row) => column.values[row] as number),
  );
  return chooseForms(y, values, numbers.curveErrors);
}
