import { solveLower, solveUpper } from '../../numerics/cholesky';
import { type NormalEquations, ownTerms } from './normal-equations';
import { residualsOf, sums, type Vector } from './over-rows';

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

function solve(y: Float64Array, equations: NormalEquations): Vector & { residuals: Float64Array } {
  const { design, shrinkage } = equations;
  const { fixed } = design;
  const { slopes, effects } = shrinkage;
  const found = step(equations, sums(design, y));
  // What is shrunk throughout needs no last digits.
  if (slopes > 0) return { ...found, residuals: residualsOf(design, y, found) };
  const { values, groupValues } = found;
  const left = sums(design, y, found);
  // Once more on what is left over, which takes away the rounding of the first time.
  for (let j = fixed; j < values.length; j++) {
    (left.values[j] as number) -= effects * (values[j] as number);
  }
  for (let g = 0; g < groupValues.length; g++) {
    (left.groupValues[g] as number) -= effects * (groupValues[g] as number);
  }
  const more = step(equations, left);
  for (let j = 0; j < values.length; j++) (values[j] as number) += more.values[j] as number;
  for (let g = 0; g < groupValues.length; g++) {
    (groupValues[g] as number) += more.groupValues[g] as number;
  }
  return { ...found, residuals: residualsOf(design, y, found) };
}

/** Solves the normal equations. */
function step(equations: NormalEquations, { values, groupValues }: Vector): Vector {
  const { design, shrinkage, factor, cross, counts } = equations;
  const { terms, groups } = design;
  const found = { values: values.slice(), groupValues: new Float64Array(groups) };
  const countOf = (g: number) => (counts[g] as number) + shrinkage.effects;
  for (let g = 0; g < groups; g++) {
    const share = (groupValues[g] as number) / countOf(g);
    for (let a = 0; a < terms; a++) {
      (found.values[a] as number) -= share * (cross[g * terms + a] as number);
    }
  }
  solveLower(factor, terms, found.values);
  solveUpper(factor, terms, found.values);
  for (let g = 0; g < groups; g++) {
    let sum = groupValues[g] as number;
    for (let a = 0; a < terms; a++) {
      sum -= (cross[g * terms + a] as number) * (found.values[a] as number);
    }
    found.groupValues[g] = sum / countOf(g);
  }
  return found;
}

/** The diagonal of the inverse of the whole matrix. */
function spread({ design, shrinkage, factor, cross, counts }: NormalEquations) {
  const { terms, groups } = design;
  const squares = (b: Float64Array) => b.reduce((sum, value) => sum + value * value, 0);
  // The columns of the factor's inverse, of which a group adds up those of the few terms that it has to do with.
  const inverse = Array.from({ length: terms }, (_, j) => {
    const unit = new Float64Array(terms);
    unit[j] = 1;
    solveLower(factor, terms, unit, j);
    return unit;
  });
  const own = new Int32Array(terms);
  const groupVariances = Float64Array.from({ length: groups }, (_, g) => {
    const count = (counts[g] as number) + shrinkage.effects;
    const sums = cross.subarray(g * terms, (g + 1) * terms);
    const solved = new Float64Array(terms);
    const size = ownTerms(sums, own);
    for (let i = 0; i < size; i++) {
      const a = own[i] as number;
      const sum = sums[a] as number;
      const column = inverse[a] as Float64Array;
      for (let b = a; b < terms; b++) (solved[b] as number) += sum * (column[b] as number);
    }
    return 1 / count + squares(solved) / (count * count);
  });
  return { variances: Float64Array.from(inverse, squares), groupVariances };
}

/** Which lines the next one repeats: those with a weight in the combination that gives it. */
export function repeatedBy({ design, factor, factored }: NormalEquations): readonly number[] {
  const { terms } = design;
  const weights = factor.slice(factored * terms, factored * terms + factored);
  solveUpper(factor, terms, weights);
  // But for rounding, as the intercept's is, since lines count from their means on.
  const lines = Array.from(weights.keys()).filter((j) => Math.abs(weights[j] as number) > 1e-6);
  return lines.map((j) => j - 1);
}

export function total(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
