import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import type { Cell } from './cells';
import type { FitLayout } from './layout';
import { dot, errorsOf, halfSquares, priorOf, type Squares } from './least-squares';

/** Where the squares are least. */
export interface Minimum {
  readonly at: Float64Array;
  readonly converged: boolean;
}

const mostSteps = 200;

/** Squared errors and what the default adds to them. */
export function squaresAt(
  cells: readonly Cell[],
  strength: number,
  at: Float64Array,
  layout: FitLayout,
): Squares {
  const errors = errorsOf(cells, at, layout);
  const prior = priorOf(strength, at, layout);
  return {
    value: errors.value + prior.value,
    slope: errors.slope.map((x, i) => x + (prior.slope[i] as number)),
    bend: errors.bend.map((x, i) => x + (prior.bend[i] as number)),
  };
}

/**
 * Gauss-Newton steps, projected onto weights of at least 0 and a base level on the scale (Bertsekas 1982, SIAM Journal on
 * Control and Optimization 20, 10.1137/0320018): numbers that press against their bound stay there, the others take the step,
 * halved until it helps.
 */
export function minimise(
  cells: readonly Cell[],
  strength: number,
  start: Float64Array,
  layout: FitLayout,
): Minimum {
  let at: Float64Array = start.slice();
  let now = squaresAt(cells, strength, at, layout);
  for (let step = 0; step < mostSteps; step++) {
    const free = freeOf(at, now.slope);
    const by = newtonStep(now, free);
    let share = 1;
    let next = moved(at, by, share, layout);
    const valueAt = () => halfSquares(cells, next, layout) + priorOf(strength, next, layout).value;
    let value = valueAt();
    const isLess = () => value <= now.value + 1e-4 * dot(now.slope, difference(next, at));
    while (!isLess() && share > 1e-12) {
      share /= 4;
      next = moved(at, by, share, layout);
      value = valueAt();
    }
    const gained = now.value - value;
    // What is left of the squares after rounding is no gain.
    if (!(gained > 1e-12 * now.value)) {
      const left = -dot(now.slope, by);
      return { at: gained >= 0 ? next : at, converged: left <= 1e-8 * now.value };
    }
    at = next;
    now = squaresAt(cells, strength, at, layout);
  }
  return { at, converged: false };
}

/** The numbers that do not press against a bound: the base level against 0 or 100, a weight against 0. */
export function freeOf(at: Float64Array, slope: Float64Array): readonly number[] {
  return [...at.keys()].filter((i) => {
    const x = at[i] as number;
    const down = slope[i] as number;
    return !((x <= 0 && down >= 0) || (i === 0 && x >= 100 && down <= 0));
  });
}

function newtonStep({ slope, bend }: Squares, free: readonly number[]): Float64Array {
  const { length: count } = free;
  const size = slope.length;
  const matrix = new Float64Array(count * count);
  const most = free.reduce((max, i) => Math.max(max, bend[i * size + i] as number), 0);
  free.forEach((i, a) => {
    free.forEach((j, b) => {
      matrix[a * count + b] = bend[i * size + j] as number;
    });
    // A trace of each, since all multiples of a stage's weights do alike, and a base without weight says nothing.
    matrix[a * count + a] = (matrix[a * count + a] as number) * (1 + 1e-9) + 1e-9 * most + 1e-300;
  });
  const step = Float64Array.from(free, (i) => -(slope[i] as number));
  factorCholesky(matrix, count, 0);
  solveLower(matrix, count, step);
  solveUpper(matrix, count, step);
  const by = new Float64Array(size);
  free.forEach((i, a) => {
    by[i] = step[a] as number;
  });
  return by;
}

/** A step on, cut at the bounds, each group's weights brought back to a sum of 1. */
function moved(
  at: Float64Array,
  by: Float64Array,
  share: number,
  { groups }: FitLayout,
): Float64Array {
  const next = at.map((x, i) => Math.max(0, x + share * (by[i] as number)));
  next[0] = Math.min(100, next[0] as number);
  for (const { at: first, factors } of groups) {
    const weights = next.subarray(first, first + factors.length + 1);
    const sum = weights.reduce((total, w) => total + w, 0);
    if (sum > 0)
      next.set(
        weights.map((w) => w / sum),
        first,
      );
  }
  return next;
}

const difference = (a: Float64Array, b: Float64Array) => a.map((x, i) => x - (b[i] as number));
