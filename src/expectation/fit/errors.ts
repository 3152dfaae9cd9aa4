import { factorCholesky, invertCholesky } from '../../numerics/cholesky';
import { sandwich } from '../../numerics/clustered';
import { openPlaces, submatrix } from '../../numerics/submatrix';
import type { Cell, FitRow } from './cells';
import { priorOf } from './default-prior';
import { pinned } from './held-sums';
import type { FitLayout } from './layout';
import { addErrors, noSquares, type Squares } from './least-squares';
import { freeOf, squaresAt } from './minimise';
import { coefficientOf, partOf, partsOf, setDerivatives } from './parts';

/** How sure the numbers of a fit are. */
export interface FitErrors {
  /** By number; NaN on a boundary, and of a base level that has no weight. */
  readonly standardErrors: Float64Array;
  /** For weights on the boundary: the standard error each would have were it free to fall below 0. */
  readonly boundaryErrors: Float64Array;
  /** Numbers that the rows leave open: the default alone decides them. */
  readonly open: readonly number[];
}

interface Fitted {
  readonly rows: readonly FitRow[];
  readonly clusters: readonly (readonly number[])[];
  readonly cells: readonly Cell[];
}

/**
 * Standard errors with the numbers on a boundary held there: `M (S + s^2 P) M`, where M is the inverse of the curvature of
 * the rows and the prior, S the squared slopes summed by cluster (Liang & Zeger 1986, Biometrika 73, 10.1093/biomet/73.1.13)
 * and P the prior's curvature. The prior's part stands for what shrinking may be off by (Wahba 1983, Journal of the Royal
 * Statistical Society B 45, 10.1111/j.2517-6161.1983.tb01239.x).
 */
export function errorsAt(
  given: Fitted,
  at: Float64Array,
  strength: number,
  layout: FitLayout,
): FitErrors {
  const hasBase = layout.groups.some((group) => (at[group.at] as number) > 0);
  const parts = partsOf(given.cells, layout);
  const { slope } = squaresAt(parts, strength, at, layout);
  const all = [...at.keys()].filter((i) => i > 0 || hasBase);
  const free = freeOf(at, slope).filter((i) => (i === 0 ? hasBase : (at[i] as number) > 0));
  const errors = addErrors(noSquares(layout.size), parts, at);
  const open = openPlaces(submatrix(pinned(errors.bend, layout), all, layout.size), all.length);
  return {
    standardErrors: errorsAmong(free, given, errors, at, strength, layout),
    boundaryErrors: errorsAmong(all, given, errors, at, strength, layout),
    open: open.map((i) => all[i] as number),
  };
}

/** Standard errors of some numbers, the others held; NaN for those. */
function errorsAmong(
  free: readonly number[],
  { rows, clusters }: Fitted,
  errors: Squares,
  at: Float64Array,
  strength: number,
  layout: FitLayout,
): Float64Array {
  const { size } = layout;
  const count = free.length;
  const prior = priorOf(strength, at, layout);
  const variance = (2 * errors.value) / Math.max(1, rows.length - count);
  // Weights are known up to a common factor; their sum of 1 settles it.
  const drawn = submatrix(prior.bend, free, size);
  const both = submatrix(pinned(errors.bend, layout), free, size).map(
    (x, i) => x + (drawn[i] as number),
  );
  const result = new Float64Array(size).fill(Number.NaN);
  if (factorCholesky(both, count, 1e-13) < count) return result;
  const middle = drawn.map((x) => variance * x);
  const few = clusters.length / (clusters.length - 1);
  for (const cluster of clusters) {
    const sum = new Float64Array(size);
    for (const i of cluster) addSlope(rows[i] as FitRow, at, layout, sum);
    const own = free.map((i) => sum[i] as number);
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) {
        const product = few * (own[a] as number) * (own[b] as number);
        middle[a * count + b] = (middle[a * count + b] as number) + product;
      }
    }
  }
  const covariance = sandwich(invertCholesky(both, count), middle);
  free.forEach((i, a) => {
    result[i] = Math.sqrt(Math.max(0, covariance[a * count + a] as number));
  });
  return result;
}

/** Adds a row's slope of half its squared error. */
function addSlope(row: FitRow, at: Float64Array, layout: FitLayout, sum: Float64Array): void {
  const part = partOf(row, layout);
  setDerivatives(part, at);
  const { mean, numbers, own, share } = part;
  const point = [1, ...row.levels];
  const expected = point.reduce((total, x, k) => total + x * (mean[k] as number), 0);
  const off = expected - row.expected;
  numbers.forEach((number, n) => {
    const by = (own[n] as number) * (point[coefficientOf(n)] as number);
    sum[number] = (sum[number] as number) + off * (by - (share[n] as number) * expected);
  });
}
