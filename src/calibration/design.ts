import { cholesky } from '../numerics/cholesky';
import { amountsOf } from '../satisfaction/contributions';
import type { SatisfactionForm, SatisfactionTerm } from '../satisfaction/model';
import {
  coefficientNames,
  kernelDimension,
  type ModelNumbers,
} from '../satisfaction/model-numbers';
import type { Design } from './kernel-likelihood';
import type { Observations } from './observations';

/** A design whose columns have mean 0 and standard deviation 1, and how to go back. */
export interface ScaledDesign extends Design {
  readonly names: readonly string[];
  readonly centre: readonly number[];
  readonly spread: readonly number[];
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
  const columns = names.map((name) => {
    const [first, term] = name.split(/\.(?=[^.]*$)/) as [string, SatisfactionTerm];
    const one = layout.dimensions.find((dimension) => dimension.name === first);
    if (one !== undefined) {
      const kernel = kernelDimension(first, form.dimensions[first] ?? one.dimension, numbers, 1);
      return amountsOf(kernel, one, term, share(first));
    }
    const covariate = layout.covariates.find((known) => name === `covariates.${known.name}`);
    const { isLog = false, numbers: given = new Float64Array(rows) } = covariate ?? {};
    return isLog ? given.map((x) => Math.log(x)) : given;
  });
  const terms = names.length;
  const z = new Float64Array(rows * terms);
  const centre: number[] = [];
  const spread: number[] = [];
  columns.forEach((column, j) => {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += (column[row] as number) / rows;
    let squares = 0;
    for (let row = 0; row < rows; row++) squares += ((column[row] as number) - mean) ** 2;
    const sd = Math.sqrt(squares / rows);
    centre.push(mean);
    spread.push(sd);
    for (let row = 0; row < rows; row++) {
      z[row * terms + j] = ((column[row] as number) - mean) / sd;
    }
  });
  const flat = spread.findIndex((sd, j) => !(sd > 1e-12 * Math.abs(centre[j] as number)));
  const design = { z, terms, answer, thresholds: form.answers.max - form.answers.min };
  const made = flat === -1 ? dependent(design, rows) : flat;
  const redundant = made === -1 ? null : { name: names[made] as string, isConstant: flat !== -1 };
  return { ...design, names, centre, spread, redundant };
}

/** The first column that the ones before it make up; -1 without one. */
function dependent({ z, terms }: Design, rows: number): number {
  const cross = new Float64Array(terms * terms);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < terms; j++) {
      const x = z[row * terms + j] as number;
      for (let i = 0; i <= j; i++) {
        const cell = j * terms + i;
        cross[cell] = (cross[cell] as number) + x * (z[row * terms + i] as number);
      }
    }
  }
  return cholesky(cross, terms, 1e-10);
}

/** Parameters and their covariance on the scale of the columns as given. */
export function unscale(
  { centre, spread, thresholds, terms }: ScaledDesign,
  at: Float64Array,
  covariance: Float64Array,
): { readonly at: Float64Array; readonly covariance: Float64Array } {
  const size = thresholds + terms;
  // Row i of the matrix holds what parameter i is made of.
  const back = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    back[i * size + i] = i < thresholds ? 1 : 1 / (spread[i - thresholds] as number);
    for (let j = 0; i < thresholds && j < terms; j++) {
      back[i * size + thresholds + j] = (centre[j] as number) / (spread[j] as number);
    }
  }
  const half = times(back, covariance, size, false);
  const whole = times(half, back, size, true);
  const moved = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      moved[i] = (moved[i] as number) + (back[i * size + j] as number) * (at[j] as number);
    }
  }
  return { at: moved, covariance: whole };
}

/** a b, or a b' where b is turned. */
export function times(
  a: Float64Array,
  b: Float64Array,
  size: number,
  turned: boolean,
): Float64Array {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) {
        sum += (a[i * size + k] as number) * (b[turned ? j * size + k : k * size + j] as number);
      }
      product[i * size + j] = sum;
    }
  }
  return product;
}
