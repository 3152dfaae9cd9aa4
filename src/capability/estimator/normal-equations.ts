import { factorCholesky } from '../../numerics/cholesky';
import { blockRows, type Design, dot } from './design';

/** The sums of products of a design, over its rows. */
export interface Products {
  readonly design: Design;
  /** Of the numbered terms with each other: the lower triangle, row by row. */
  readonly matrix: Float64Array;
  /** The sums of each numbered term over each group, group by group. */
  readonly cross: Float64Array;
  /** The rows of each group. */
  readonly counts: Float64Array;
}

/** How many rows' worth of evidence against it a slope, and the effect of a category, has to overcome. */
export interface Shrinkage {
  readonly slopes: number;
  readonly effects: number;
}

/** The normal equations of a design, its groups eliminated. */
export interface NormalEquations extends Products {
  readonly shrinkage: Shrinkage;
  /** The factor of what is left of the matrix of the numbered terms. */
  readonly factor: Float64Array;
  /** How many of its rows were factored; the next one depends on them. */
  readonly factored: number;
}

/** A term of whose variance no more than this share is its own has no slope of its own. */
const ownShare = 1e-10;

export function productsOf(design: Design): Products {
  const { n, groups, groupOf, fixed, others, starts, terms, x, look } = design;
  const matrix = new Float64Array(terms * terms);
  const cross = new Float64Array(groups * terms);
  const counts = new Float64Array(groups);
  for (let from = 0; from < n; from += blockRows) {
    const count = look(from);
    for (let a = 0; a < fixed; a++) {
      const line = x[a] as Float64Array;
      for (let b = 0; b <= a; b++) {
        (matrix[a * terms + b] as number) += dot(line, x[b] as Float64Array, count);
      }
      if (groups > 0) addTo(cross, groupOf, terms, a, line, from, count);
      others.forEach((codes, c) => {
        addTo(matrix, codes, terms, (starts[c] as number) * terms + a, line, from, count);
      });
    }
  }
  // Categories count as 1 where they are.
  for (let i = 0; groups > 0 && i < n; i++) (counts[groupOf[i] as number] as number) += 1;
  others.forEach((codes, c) => {
    const start = starts[c] as number;
    for (let i = 0; i < n; i++) {
      const term = start + (codes[i] as number);
      (cross[(groupOf[i] as number) * terms + term] as number) += 1;
      (matrix[term * terms + term] as number) += 1;
    }
    others.slice(0, c).forEach((before, d) => {
      const first = starts[d] as number;
      for (let i = 0; i < n; i++) {
        const row = (start + (codes[i] as number)) * terms;
        (matrix[row + first + (before[i] as number)] as number) += 1;
      }
    });
  });
  return { design, matrix, cross, counts };
}

/** Adds what a line counts for in some rows to the sums of their categories, each `width` further on. */
function addTo(
  sums: Float64Array,
  codes: Int32Array,
  width: number,
  place: number,
  line: Float64Array,
  from: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    (sums[(codes[from + i] as number) * width + place] as number) += line[i] as number;
  }
}

/** Finds the terms that a group has to do with, ascending: of other columns' categories it has seen few. */
export function ownTerms(sums: Float64Array, own: Int32Array): number {
  let size = 0;
  for (let a = 0; a < sums.length; a++) if (sums[a] !== 0) own[size++] = a;
  return size;
}

/**
 * The matrix `X'X + penalty`, factored. The groups' own block is diagonal, so they are eliminated first:
 * thousands of stores take memory for stores times the other terms, not for stores squared.
 */
export function normalEquations(products: Products, shrinkage: Shrinkage): NormalEquations {
  const { design, cross, counts } = products;
  const { groups, fixed, terms } = design;
  const factor = products.matrix.slice();
  for (let j = 1; j < terms; j++) {
    (factor[j * terms + j] as number) += j < fixed ? shrinkage.slopes : shrinkage.effects;
  }
  const own = new Int32Array(terms);
  for (let g = 0; g < groups; g++) {
    const sums = cross.subarray(g * terms, (g + 1) * terms);
    const count = (counts[g] as number) + shrinkage.effects;
    const size = ownTerms(sums, own);
    for (let i = 0; i < size; i++) {
      const a = own[i] as number;
      const share = (sums[a] as number) / count;
      for (let k = 0; k <= i; k++) {
        const b = own[k] as number;
        (factor[a * terms + b] as number) -= share * (sums[b] as number);
      }
    }
  }
  return { ...products, shrinkage, factor, factored: factorCholesky(factor, terms, ownShare) };
}
