import { solveLower, solveUpper } from '../../numerics/cholesky';
import type { NormalEquations } from './normal-equations';

/** Numbers and their standard errors. */
export interface Solved {
  readonly values: Float64Array;
  readonly errors: Float64Array;
}

export interface Effects {
  /** The intercept, then a slope for each line. */
  readonly fixed: Solved;
  /** For each column of categories, an effect for each of them. */
  readonly effects: readonly Solved[];
  readonly residuals: Float64Array;
  readonly residualSd: number;
  readonly residualSquares: number;
  /** How many terms it counts as: a shrunk one is less than one. */
  readonly size: number;
}

/**
 * Least squares of y on lines (centred, of like spread) and on categories whose effects are
 * shrunk: `min |y - b0 - X b - Z u|^2 + shrinkage |u|^2`, the best linear unbiased prediction where effects
 * vary at random, with a variance of 1 / shrinkage of the residual's (Henderson 1975). The effects of a
 * column add up to 0. Slopes may be shrunk likewise.
 *
 * Standard errors are `s sqrt diag((X'X + penalty)^-1)`, with s^2 the residual squares by n less the
 * effective number of terms; without shrinkage they are those of ordinary least squares.
 */
export function fitEffects(y: Float64Array, equations: NormalEquations): Effects {
  const { widest, groups, fixed, starts, terms, n } = equations.design;
  const { slopes, effects: shrinkage } = equations.shrinkage;
  const { values, groupValues, residuals } = solve(y, equations);
  const { variances, groupVariances } = spread(equations);
  const penalised =
    slopes * total(variances.subarray(1, fixed)) +
    shrinkage * (total(variances.subarray(fixed)) + total(groupVariances));
  const size = terms + groups - penalised;
  const residualSquares = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  const residualSd = Math.sqrt(residualSquares / (n - size));
  const errors = (of: Float64Array) => of.map((variance) => residualSd * Math.sqrt(variance));
  const part = (from: number, to: number): Solved => ({
    values: values.slice(from, to),
    errors: errors(variances.subarray(from, to)),
  });
  const effects = starts.slice(1).map((end, c) => part(starts[c] as number, end));
  if (widest >= 0) {
    effects.splice(widest, 0, { values: groupValues, errors: errors(groupVariances) });
  }
  return { fixed: part(0, fixed), effects, residuals, residualSd, residualSquares, size };
}

function solve(y: Float64Array, equations: NormalEquations) {
  const { design, shrinkage, factor, cross, counts } = equations;
  const { n, groups, groupOf, fixed, terms, x, at, look } = design;
  const { slopes, effects } = shrinkage;
  const values = new Float64Array(terms);
  const groupValues = new Float64Array(groups);
  const residuals = Float64Array.from(y);
  // Twice: the second round takes away the rounding of the first.
  for (let round = 0; round < 2; round++) {
    const step = values.map((value, j) => (j === 0 ? 0 : -(j < fixed ? slopes : effects) * value));
    const rest = groupValues.map((value) => -effects * value);
    for (let i = 0; i < n; i++) {
      look(i);
      const residual = residuals[i] as number;
      if (groups > 0) (rest[groupOf[i] as number] as number) += residual;
      for (let a = 0; a < x.length; a++) {
        (step[at[a] as number] as number) += (x[a] as number) * residual;
      }
    }
    for (let g = 0; g < groups; g++) {
      const share = (rest[g] as number) / ((counts[g] as number) + effects);
      for (let a = 0; a < terms; a++) {
        (step[a] as number) -= share * (cross[g * terms + a] as number);
      }
    }
    solveLower(factor, terms, step);
    solveUpper(factor, terms, step);
    for (let a = 0; a < terms; a++) (values[a] as number) += step[a] as number;
    for (let g = 0; g < groups; g++) {
      let sum = rest[g] as number;
      for (let a = 0; a < terms; a++) sum -= (cross[g * terms + a] as number) * (step[a] as number);
      (groupValues[g] as number) += sum / ((counts[g] as number) + effects);
    }
    for (let i = 0; i < n; i++) {
      look(i);
      let fitted = groups > 0 ? (groupValues[groupOf[i] as number] as number) : 0;
      for (let a = 0; a < x.length; a++) {
        fitted += (x[a] as number) * (values[at[a] as number] as number);
      }
      residuals[i] = (y[i] as number) - fitted;
    }
  }
  return { values, groupValues, residuals };
}

/** The diagonal of the inverse of the whole matrix. */
function spread({ design, shrinkage, factor, cross, counts }: NormalEquations) {
  const { terms, groups } = design;
  const squares = (b: Float64Array) => {
    solveLower(factor, terms, b);
    return b.reduce((sum, value) => sum + value * value, 0);
  };
  const variances = Float64Array.from({ length: terms }, (_, j) => {
    const unit = new Float64Array(terms);
    unit[j] = 1;
    return squares(unit);
  });
  const groupVariances = Float64Array.from({ length: groups }, (_, g) => {
    const count = (counts[g] as number) + shrinkage.effects;
    return 1 / count + squares(cross.slice(g * terms, (g + 1) * terms)) / (count * count);
  });
  return { variances, groupVariances };
}

/** Which lines the next one repeats: those with a weight in the combination that gives it. */
export function repeatedBy({ design, factor, factored }: NormalEquations): readonly number[] {
  const { terms } = design;
  const weights = factor.slice(factored * terms, factored * terms + factored);
  solveUpper(factor, terms, weights);
  const lines = Array.from(weights.keys()).filter((j) => j > 0);
  return lines.filter((j) => Math.abs(weights[j] as number) > 1e-6).map((j) => j - 1);
}

export function total(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
