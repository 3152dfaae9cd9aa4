import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import { holdSlopes, holdSums } from './held-sums';
import type { FitLayout } from './layout';
import type { Squares } from './least-squares';

/**
 * Newton steps, of which no number leaves its bounds; of Gauss-Newton where the squares bend down. What a step takes beyond its bound
 * is held there, and the others take the step that is best then. Numbers that are held together may turn back without each
 * other: those are let go once more. To hold one after the other, as they meet their bounds, takes up to twice as long,
 * and ends no lower.
 */
export function stepper(layout: FitLayout) {
  const { size } = layout;
  // Made once for all steps: to make it anew each time would take as long as to solve.
  const gauss = new Float64Array(size * size);
  const whole = new Float64Array(size * size);
  const factor = new Float64Array(size * size);
  return (
    { slope, bend, curving }: Squares,
    at: Float64Array,
    free: readonly number[],
  ): Float64Array => {
    gauss.set(bend);
    holdSums(gauss, at, layout);
    whole.set(gauss);
    add(whole, curving);
    holdSlopes(whole, slope, layout);
    let matrix: Float64Array = whole;
    const by = new Float64Array(at.length);
    let open = free;
    for (const isLast of [false, true]) {
      while (open.length > 0) {
        matrix = whole;
        if (!solve(whole, slope, open, by, factor)) {
          matrix = gauss;
          solve(gauss, slope, open, by, factor);
        }
        const held = open.filter((i) => isBeyond(i, at, by));
        if (held.length === 0) break;
        for (const i of held) by[i] = ((by[i] as number) < 0 ? 0 : 100) - (at[i] as number);
        open = open.filter((i) => !held.includes(i));
      }
      if (isLast) break;
      const back = free.filter((i) => !open.includes(i) && turnsBack(i, slope, matrix, at, by));
      if (back.length === 0) break;
      open = free.filter((i) => open.includes(i) || back.includes(i));
    }
    return by;
  };
}

/** Whether a number that a step takes to its bound would go back from there, were it free. */
function turnsBack(
  i: number,
  slope: Float64Array,
  matrix: Float64Array,
  at: Float64Array,
  by: Float64Array,
): boolean {
  const row = i * slope.length;
  let down = slope[i] as number;
  for (let j = 0; j < by.length; j++) down += (matrix[row + j] as number) * (by[j] as number);
  return (at[i] as number) + (by[i] as number) > 0 ? down > 0 : down < 0;
}

/** Whether a step takes a number beyond its bound. */
function isBeyond(i: number, at: Float64Array, by: Float64Array): boolean {
  const reached = (at[i] as number) + (by[i] as number);
  return reached < 0 || (i === 0 && reached > 100);
}

/** Adds in place: a fit takes thousands of such sums. */
function add(to: Float64Array, some: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + (some[i] as number);
}

/** Solves for the steps of some numbers, given those of the others; false where the matrix bends down. */
function solve(
  matrix: Float64Array,
  slope: Float64Array,
  open: readonly number[],
  by: Float64Array,
  factor: Float64Array,
): boolean {
  const { length: count } = open;
  const size = slope.length;
  const step = new Float64Array(count);
  for (const i of open) by[i] = 0;
  for (let a = 0; a < count; a++) {
    const row = (open[a] as number) * size;
    let down = slope[open[a] as number] as number;
    for (let j = 0; j < size; j++) down += (matrix[row + j] as number) * (by[j] as number);
    step[a] = -down;
    // Of the triangle that is factored.
    for (let b = 0; b <= a; b++) {
      factor[a * count + b] = matrix[row + (open[b] as number)] as number;
    }
    // A trace, since a base without weight says nothing.
    factor[a * count + a] = (factor[a * count + a] as number) * (1 + 1e-9) + 1e-300;
  }
  if (factorCholesky(factor, count, 0) < count) return false;
  solveLower(factor, count, step);
  solveUpper(factor, count, step);
  open.forEach((i, a) => {
    by[i] = step[a] as number;
  });
  return true;
}
