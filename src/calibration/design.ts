import { cholesky } from '../numerics/cholesky';
import { amountsOf } from '../satisfaction/contributions';
import type { SatisfactionDimension, SatisfactionForm } from '../satisfaction/model';
import {
  coefficientNames,
  kernelDimension,
  type ModelNumbers,
  termNames,
} from '../satisfaction/model-numbers';
import type { Design } from './kernel-likelihood';
import type { Observations } from './observations';

/** A design whose columns have standard deviation 1, and how to go back. */
export interface ScaledDesign extends Design {
  readonly names: readonly string[];
  /** What each parameter is multiplied with on the scale of the columns as given. */
  readonly scale: Float64Array;
  /** A term that cannot be told from the others: the same in every row, or made up of them; null without one. */
  readonly redundant: { readonly name: string; readonly isConstant: boolean } | null;
}

/** The columns that a form's coefficients are multiplied with. */
export function designOf(
  { layout, answer }: Observations,
  form: SatisfactionForm,
  numbers: ModelNumbers,
  share: (name: string) => number,
): ScaledDesign {
  const { rows } = layout;
  const names = coefficientNames(form);
  const columns = [
    ...layout.dimensions.flatMap((one) => {
      const dimension = form.dimensions[one.name] as SatisfactionDimension;
      const kernel = kernelDimension(one.name, dimension, numbers, 1);
      return termNames
        .filter((term) => dimension.terms.includes(term))
        .map((term) => amountsOf(kernel, one, term, share(one.name)));
    }),
    ...layout.covariates.map(({ isLog, numbers: x }) => (isLog ? x.map(Math.log) : x)),
  ];
  const terms = names.length;
  const thresholds = form.answers.max - form.answers.min;
  const z = new Float64Array(rows * terms);
  const scale = new Float64Array(thresholds + terms).fill(1);
  const cross = new Float64Array(terms * terms);
  let flat = -1;
  const centred = columns.map((column, j) => {
    const mean = column.reduce((sum, x) => sum + x, 0) / rows;
    const sd = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / rows);
    if (!(sd > 1e-12 * Math.abs(mean)) && flat === -1) flat = j;
    scale[thresholds + j] = 1 / sd;
    for (let row = 0; row < rows; row++) z[row * terms + j] = (column[row] as number) / sd;
    return column.map((x) => (x - mean) / sd);
  });
  centred.forEach((one, j) => {
    for (let i = 0; i <= j; i++) {
      const other = centred[i] as Float64Array;
      cross[j * terms + i] = one.reduce((sum, x, row) => sum + x * (other[row] as number), 0);
    }
  });
  const made = flat === -1 ? cholesky(cross, terms, 1e-10) : flat;
  const redundant = made === -1 ? null : { name: names[made] as string, isConstant: flat !== -1 };
  return { z, terms, answer, thresholds, names, scale, redundant };
}
