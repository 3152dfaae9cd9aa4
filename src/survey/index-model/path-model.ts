import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import type { Correlations } from './correlations';
import type { Structure } from './structure';

/** A path model as fitted to correlations. */
export interface PathModel {
  /** By item: what it is multiplied with in its construct, both standardised. */
  readonly weights: Float64Array;
  /** By item: its correlation with its construct. */
  readonly loadings: Float64Array;
  /** By path. */
  readonly coefficients: Float64Array;
  /** By construct; null where nothing leads into it. */
  readonly r2: readonly (number | null)[];
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Partial least squares by mode A and path weighting (Wold 1982; Lohmoeller 1989): a construct is a weighted sum of its items;
 * beside it stands what its neighbours say of it, those that lead into it by their regression, those that it leads to by
 * their correlation; each item's weight is its correlation with that. Null where constructs that lead into one cannot be told apart.
 */
export function pathModelOf(
  { matrix, deviations }: Correlations,
  { constructs, items, paths, into }: Structure,
): PathModel | null {
  const size = Math.sqrt(matrix.length);
  const count = constructs.length;
  /** Correlations of items with constructs, by construct and item. */
  let seen: readonly Float64Array[] = [];
  let between = new Float64Array();
  let weights = scaled(new Float64Array(size).fill(1), matrix, items);
  const look = () => {
    seen = items.map((own) => {
      const column = new Float64Array(size);
      for (const k of own) {
        for (let i = 0; i < size; i++) {
          column[i] =
            (column[i] as number) + (weights[k] as number) * (matrix[i * size + k] as number);
        }
      }
      return column;
    });
    between = Float64Array.from({ length: count * count }, (_, cell) => {
      const [a, b] = [Math.floor(cell / count), cell % count];
      return (items[a] as readonly number[]).reduce(
        (sum, k) => sum + (weights[k] as number) * (seen[b]?.[k] as number),
        0,
      );
    });
  };
  look();
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < 500) {
    iterations++;
    const next = new Float64Array(size);
    for (let construct = 0; construct < count; construct++) {
      const from = into[construct] as readonly number[];
      const led = regression(between, count, from, construct);
      if (led === null) return null;
      const to = paths.filter(([start]) => start === construct).map(([, end]) => end);
      const near = [
        ...from.map((other, i) => [other, led[i] as number] as const),
        ...to.map((other) => [other, between[construct * count + other] as number] as const),
      ];
      for (const k of items[construct] as readonly number[]) {
        next[k] = near.reduce((sum, [other, by]) => sum + by * (seen[other]?.[k] as number), 0);
      }
    }
    const settled = oriented(scaled(next, matrix, items), deviations, items);
    const moved = settled.reduce(
      (most, w, k) => Math.max(most, Math.abs(w - (weights[k] as number))),
      0,
    );
    weights = settled;
    converged = moved < 1e-12;
    look();
  }
  const loadings = new Float64Array(size);
  items.forEach((own, construct) => {
    for (const k of own) loadings[k] = seen[construct]?.[k] as number;
  });
  const led = into.map((from, construct) => regression(between, count, from, construct));
  const coefficients = Float64Array.from(
    paths,
    ([from, to]) => led[to]?.[(into[to] as readonly number[]).indexOf(from)] ?? Number.NaN,
  );
  if (coefficients.some(Number.isNaN)) return null;
  const r2 = into.map((from, construct) =>
    from.length === 0
      ? null
      : from.reduce(
          (sum, other, i) =>
            sum + (led[construct]?.[i] as number) * (between[construct * count + other] as number),
          0,
        ),
  );
  return { weights, loadings, coefficients, r2, iterations, converged };
}

/** Weights that give each construct a variance of 1. */
function scaled(
  weights: Float64Array,
  matrix: Float64Array,
  items: Structure['items'],
): Float64Array {
  const size = weights.length;
  const result = new Float64Array(size);
  for (const own of items) {
    let variance = 0;
    for (const i of own) {
      for (const j of own) {
        variance +=
          (weights[i] as number) * (weights[j] as number) * (matrix[i * size + j] as number);
      }
    }
    for (const i of own) result[i] = (weights[i] as number) / Math.sqrt(variance);
  }
  return result;
}

/** Turns constructs round that would fall where all their items rise: their sign is free, and their levels rise with these. */
function oriented(
  weights: Float64Array,
  deviations: Float64Array,
  items: Structure['items'],
): Float64Array {
  const result = weights.slice();
  for (const own of items) {
    const rise = own.reduce(
      (sum, k) => sum + (weights[k] as number) / (deviations[k] as number),
      0,
    );
    if (rise < 0) for (const k of own) result[k] = -(weights[k] as number);
  }
  return result;
}

/** The coefficients of one construct on others, by correlations; null where those cannot be told apart. */
function regression(
  between: Float64Array,
  count: number,
  from: readonly number[],
  to: number,
): Float64Array | null {
  const matrix = Float64Array.from({ length: from.length ** 2 }, (_, cell) => {
    const [a, b] = [from[Math.floor(cell / from.length)], from[cell % from.length]];
    return between[(a as number) * count + (b as number)] as number;
  });
  const slope = Float64Array.from(from, (other) => between[to * count + other] as number);
  // What others make up, to rounding, has no path of its own.
  if (factorCholesky(matrix, from.length, 1e-9) < from.length) return null;
  solveLower(matrix, from.length, slope);
  solveUpper(matrix, from.length, slope);
  return slope;
}
