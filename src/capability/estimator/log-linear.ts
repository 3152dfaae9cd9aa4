import { refuse } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import { fitEffects, type Solved, total } from './effects';
import type { EstimatorModel } from './estimator-model';
import type { CategoryColumn, NumericColumn } from './fitted-columns';

/** The model of columns that were read; refuses a numeric one that others add up to. */
export function fitLogLinear(
  logs: Float64Array,
  columns: readonly (NumericColumn | CategoryColumn)[],
  unit: string,
  shrinkage: number,
): EstimatorModel {
  const numeric = columns.filter((column) => 'standard' in column);
  const categorical = columns.filter((column) => 'codes' in column);
  const n = logs.length;
  // From the mean on, so that rounding is small beside what varies.
  const mean = total(logs) / n;
  const y = logs.map((log) => log - mean);
  const standard = numeric.map((column) => column.standard);
  const found = fitEffects(y, standard, categorical, shrinkage);
  if ('repeats' in found) {
    const { name } = numeric[found.column] as NumericColumn;
    const others = found.repeats.map((j) => numeric[j]?.name).join(', ');
    const expected = `numbers that do not follow from those of ${others}; leave the column out`;
    return refuse(`history.columns.${name}`, standard[found.column], expected, 'ambiguous');
  }
  const { fixed, effects, residualSd, residualSquares } = found;
  const squares = total(y.map((log) => log * log));
  const coefficient = ({ values, errors }: Solved, j: number, unitOf = 1) => ({
    value: (values[j] as number) / unitOf,
    standardError: (errors[j] as number) / unitOf,
  });
  const intercept = coefficient(fixed, 0);
  return {
    kind: 'log-linear',
    version: 1,
    unit,
    n,
    shrinkage,
    intercept: { ...intercept, value: intercept.value + mean },
    numeric: Object.fromEntries(
      numeric.map(({ name, sd, mean, range }, j) => [
        name,
        { ...coefficient(fixed, j + 1, sd), mean, range },
      ]),
    ),
    categorical: Object.fromEntries(
      categorical.map(({ name, names, counts }, c) => [
        name,
        Object.fromEntries(
          names.map((category, j) => [
            category,
            { ...coefficient(effects[c] as Solved, j), n: counts[j] as number },
          ]),
        ),
      ]),
    ),
    residualSd,
    // The mean of equal logarithms may be off them by rounding, so that their squares need not be 0.
    r2: logs.every((log) => compare(log, logs[0] as number, 1) === 0)
      ? null
      : 1 - residualSquares / squares,
  };
}
