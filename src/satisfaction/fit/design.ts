import { factorCholesky } from '../../numerics/cholesky';
import { type CompiledModel, dimensionUtility, sharedUtilities } from '../compile';
import { amountsOf } from '../contributions';
import type { SatisfactionDimension, SatisfactionForm } from '../model';
import { coefficientNames, termNames } from '../parameter-names';
import { toldApart } from '../pooled';
import type { Estimate } from './estimate';
import type { Design } from './likelihood';
import type { Observations } from './observations';
import { quadratic } from './quadratic';

/** A design whose columns have mean 0 and standard deviation 1, and how to go back. */
export interface ScaledDesign extends Design {
  readonly names: readonly string[];
  /** What each parameter is multiplied with on the scale of the columns as given. */
  readonly scale: Float64Array;
  /** How many of its standard deviations each column's mean lies above 0. */
  readonly centre: Float64Array;
  /** A term that cannot be told from the others, and why; null without one. */
  readonly redundant: { readonly name: string; readonly why: string } | null;
}

/** The columns that a form's coefficients are multiplied with; shapes and shares are those of the model. */
export function designOf(
  { layout, answer }: Observations,
  form: SatisfactionForm,
  model: CompiledModel,
): ScaledDesign {
  const { rows } = layout;
  const names = coefficientNames(form);
  const utilities = sharedUtilities(model, layout.dimensions);
  const columns = [
    ...layout.dimensions.flatMap((one, d) => {
      const dimension = form.dimensions[one.name] as SatisfactionDimension;
      const alone = dimensionUtility(one.name, dimension, model.numbers);
      const share = utilities[d]?.share as number;
      return termNames
        .filter((term) => dimension.terms.includes(term))
        .map((term) => amountsOf(alone, one, term, share));
    }),
    ...layout.covariates.map(({ isLog, numbers: x }) => (isLog ? x.map(Math.log) : x)),
  ];
  const terms = names.length;
  const thresholds = toldApart(form).length - 1;
  const z = new Float64Array(rows * terms);
  const scale = new Float64Array(thresholds + terms).fill(1);
  const cross = new Float64Array(terms * terms);
  let redundant: ScaledDesign['redundant'] = null;
  const centre = new Float64Array(terms);
  columns.forEach((column, j) => {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += (column[row] as number) / rows;
    let squares = 0;
    for (let row = 0; row < rows; row++) squares += ((column[row] as number) - mean) ** 2;
    const sd = Math.sqrt(squares / rows);
    const most = column.reduce((size, x) => Math.max(size, Math.abs(x)), 0);
    const name = names[j] as string;
    // Squares beyond would be infinite, or 0.
    if (most > 1e100 || (most > 0 && most < 1e-100)) {
      redundant ??= {
        name,
        why: 'its numbers need another unit, in which they lie within 1e-100 and 1e100',
      };
    } else if (!(sd > 1e-12 * Math.abs(mean))) {
      redundant ??= { name, why: 'it is the same in every row' };
    }
    scale[thresholds + j] = 1 / sd;
    centre[j] = mean / sd;
    for (let row = 0; row < rows; row++) z[row * terms + j] = ((column[row] as number) - mean) / sd;
  });
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < terms; j++) {
      for (let i = 0; i <= j; i++) {
        const cell = j * terms + i;
        const product = (z[row * terms + j] as number) * (z[row * terms + i] as number);
        cross[cell] = (cross[cell] as number) + product;
      }
    }
  }
  // What others make up, to rounding, has no weight of its own.
  const made = redundant === null ? factorCholesky(cross, terms, 1e-10) : terms;
  if (made < terms) redundant = { name: names[made] as string, why: madeUp };
  return { z, terms, answer, thresholds, names, scale, centre, redundant };
}

const madeUp = 'the others make it up, as where all rows expected the same';

/** A parameter on the scale of the columns as given: a threshold moves by what the means add to the utility. */
export function asGiven(
  { thresholds, scale, centre }: ScaledDesign,
  { at, runaway }: Estimate,
  covariance: Float64Array,
  i: number,
) {
  const by = at.map((_, k) => {
    if (k === i) return 1;
    return i < thresholds && k >= thresholds ? (centre[k - thresholds] as number) : 0;
  });
  const sum = (of: ArrayLike<number>) =>
    by.reduce((total, share, k) => total + share * (of[k] as number), 0);
  const back = scale[i] as number;
  return {
    value: back * sum(at),
    standardError: back * Math.sqrt(quadratic(by, by, covariance, at.length)),
    // A share of the way along which it runs away; less is rounding.
    isRunaway: runaway !== null && Math.abs(sum(runaway)) > 1e-3,
  };
}
