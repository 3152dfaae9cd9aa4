import { factorCholesky } from '../../numerics/cholesky';
import type { Design } from './design';

/** The normal equations of a design, its groups eliminated. */
export interface NormalEquations {
  /** The factor of what is left of the matrix of the numbered terms. */
  readonly factor: Float64Array;
  /** How many of its rows were factored; the next one depends on them. */
  readonly factored: number;
  /** The sums of each numbered term over each group, group by group. */
  readonly cross: Float64Array;
  /** The rows of each group, and the shrinkage. */
  readonly counts: Float64Array;
}

/**
 * The matrix `X'X + penalty`, factored. The groups' own block is diagonal, so they are eliminated first:
 * thousands of stores take memory for stores times the other terms, not for stores squared.
 */
export function normalEquations(
  design: Design,
  shrinkage: number,
  tolerance: number,
): NormalEquations {
  const { n, groups, groupOf, fixed, terms, x, at, look } = design;
  const factor = new Float64Array(terms * terms);
  const cross = new Float64Array(groups * terms);
  const counts = new Float64Array(groups).fill(shrinkage);
  for (let j = fixed; j < terms; j++) factor[j * terms + j] = shrinkage;
  for (let i = 0; i < n; i++) {
    look(i);
    const group = groupOf[i];
    if (group !== undefined) {
      (counts[group] as number) += 1;
      for (let a = 0; a < x.length; a++) {
        (cross[group * terms + (at[a] as number)] as number) += x[a] as number;
      }
    }
    for (let a = 0; a < x.length; a++) {
      const value = x[a] as number;
      const row = (at[a] as number) * terms;
      // The numeric columns stand at their own numbers.
      const direct = Math.min(a + 1, fixed);
      for (let b = 0; b < direct; b++) (factor[row + b] as number) += value * (x[b] as number);
      for (let b = direct; b <= a; b++) {
        (factor[row + (at[b] as number)] as number) += value * (x[b] as number);
      }
    }
  }
  for (let g = 0; g < groups; g++) {
    const sums = cross.subarray(g * terms, (g + 1) * terms);
    for (let a = 0; a < terms; a++) {
      const share = (sums[a] as number) / (counts[g] as number);
      if (share === 0) continue;
      for (let b = 0; b <= a; b++) (factor[a * terms + b] as number) -= share * (sums[b] as number);
    }
  }
  return { factor, factored: factorCholesky(factor, terms, tolerance), cross, counts };
}
