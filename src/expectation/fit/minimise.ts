import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import type { Cell } from './cells';
import { addPrior, priorValue } from './default-prior';
import { heldSums, holdSlopes } from './held-sums';
import type { FitLayout } from './layout';
import { dot, errorsOf, halfSquares, type Squares } from './least-squares';

/** Where the squares are least. */
export interface Minimum {
  readonly at: Float64Array;
  readonly converged: boolean;
}

/** A fit that takes more is said not to have converged. */
const mostSteps = 200;
/** Of the way to a bound at which some row is left without any weight: there it has no mean, next to it it has. */
const nearly = 1 - 1e-6;

/** Numbers that are held at their bounds and would turn back are let go once: more often would take time, and a later step does it. */
const mostRounds = 2;

/** Squared errors and what the default adds to them. */
export function squaresAt(
  cells: readonly Cell[],
  strength: number,
  at: Float64Array,
  layout: FitLayout,
): Squares {
  return addPrior(errorsOf(cells, at, layout), strength, at, layout);
}

/** Adds in place: a fit takes thousands of such sums. */
function add(to: Float64Array, some: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + (some[i] as number);
}

/**
 * Newton steps among weights of at least 0 and a base level on the scale (an active set; Nocedal & Wright 2006, 16.5):
 * numbers that press against their bound stay there, what a step would take beyond its bound goes to it, the first to meet it
 * first, and the others take the step that is best then, shortened until it helps.
 */
export function minimise(
  cells: readonly Cell[],
  strength: number,
  start: Float64Array,
  layout: FitLayout,
): Minimum {
  // What sums of squares as large are off by: where answers hardly differ, more than what is left of them.
  const rounding = cells.reduce((sum, { sums }) => sum + 1e-16 * (sums.at(-1) as number), 0);
  const valueAt = (x: Float64Array) =>
    halfSquares(cells, x, layout) + priorValue(strength, x, layout);
  let at = start;
  let now = squaresAt(cells, strength, at, layout);
  for (let step = 0; step < mostSteps; step++) {
    const free = freeOf(at, now.slope);
    const by = stepWithin(now, at, free, layout);
    const left = -dot(now.slope, by);
    let share = 1;
    let next = moved(at, by, share, layout);
    let value = valueAt(next);
    while (!isLess(value, next, now, at) && left > rounding && share > 1e-12) {
      share = share === 1 && value === Infinity ? nearly : share / 2;
      next = moved(at, by, share, layout);
      value = valueAt(next);
    }
    const gained = now.value - value;
    // What is left of the squares after rounding is no gain.
    if (!(gained > 1e-12 * now.value + rounding)) {
      return { at: gained >= 0 ? next : at, converged: left <= 1e-8 * now.value + rounding };
    }
    at = next;
    now = squaresAt(cells, strength, at, layout);
  }
  return { at, converged: false };
}

/** Whether squares fall as a step promises, at least by a little of it (Armijo's rule). */
const isLess = (value: number, next: Float64Array, now: Squares, at: Float64Array): boolean =>
  value <= now.value + 1e-4 * alongSlope(now.slope, at, next);

/** The numbers that do not press against a bound: the base level against 0 or 100, a weight against 0. */
export function freeOf(at: Float64Array, slope: Float64Array): readonly number[] {
  return [...at.keys()].filter((i) => {
    const x = at[i] as number;
    const down = slope[i] as number;
    return !((x <= 0 && down >= 0) || (i === 0 && x >= 100 && down <= 0));
  });
}

/** A Newton step, of which no number leaves its bounds; of Gauss-Newton where the squares bend down. */
function stepWithin(
  { slope, bend, curving }: Squares,
  at: Float64Array,
  free: readonly number[],
  layout: FitLayout,
): Float64Array {
  const whole = heldSums(bend, at, layout);
  add(whole, curving);
  holdSlopes(whole, slope, layout);
  // One for all that are solved: to make it anew each time would take as long as to solve.
  const factor = new Float64Array(whole.length);
  let gauss: Float64Array | undefined;
  let matrix = whole;
  const by = new Float64Array(at.length);
  let open = free;
  for (let round = 0; round < mostRounds; round++) {
    while (open.length > 0) {
      matrix = whole;
      if (!solve(whole, slope, open, by, factor)) {
        gauss ??= heldSums(bend, at, layout);
        matrix = gauss;
        solve(gauss, slope, open, by, factor);
      }
      const held = open.filter((i) => roomOf(at[i] as number, by[i] as number, i) < 1);
      if (held.length === 0) break;
      for (const i of held) by[i] = ((by[i] as number) < 0 ? 0 : 100) - (at[i] as number);
      open = open.filter((i) => !held.includes(i));
    }
    const back = free.filter((i) => !open.includes(i) && turnsBack(i, slope, matrix, at, by));
    if (back.length === 0) break;
    open = free.filter((i) => open.includes(i) || back.includes(i));
  }
  return by;
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

/** The share of its step that a number takes to its bound. */
function roomOf(at: number, by: number, i: number): number {
  if (by < 0) return at / -by;
  return i === 0 && by > 0 ? (100 - at) / by : Infinity;
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

/** A step on, cut at the bounds, each group's weights brought back to a sum of 1. */
function moved(
  at: Float64Array,
  by: Float64Array,
  share: number,
  { groups }: FitLayout,
): Float64Array {
  const next = new Float64Array(at.length);
  for (let i = 0; i < next.length; i++) {
    next[i] = Math.max(0, (at[i] as number) + share * (by[i] as number));
  }
  next[0] = Math.min(100, next[0] as number);
  for (const { at: first, factors } of groups) {
    const end = first + factors.length;
    let sum = 0;
    for (let i = first; i <= end; i++) sum += next[i] as number;
    if (sum > 0) for (let i = first; i <= end; i++) next[i] = (next[i] as number) / sum;
  }
  return next;
}

/** What a move gains where the slope goes on. */
function alongSlope(slope: Float64Array, from: Float64Array, to: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < slope.length; i++) {
    sum += (slope[i] as number) * ((to[i] as number) - (from[i] as number));
  }
  return sum;
}
