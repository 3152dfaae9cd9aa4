import { dot } from '../../numerics/dot';
import { addPrior, priorValue } from './default-prior';
import type { FitLayout } from './layout';
import { addErrors, halfSquares, noSquares, type Squares } from './least-squares';
import type { Part } from './parts';
import { stepper } from './step-within';

/** Where the squares are least. */
export interface Minimum {
  readonly at: Float64Array;
  readonly converged: boolean;
}

/** A fit that takes more is said not to have converged. */
const mostSteps = 200;
/** Of the way to a bound at which some row is left without any weight: there it has no mean, next to it it has. */
const nearly = 1 - 1e-6;

/** Squared errors and what the default adds to them, in room that was made for others if there is any. */
export function squaresAt(
  parts: readonly Part[],
  strength: number,
  at: Float64Array,
  layout: FitLayout,
  room = noSquares(layout.size),
): Squares {
  room.value = 0;
  room.slope.fill(0);
  room.bend.fill(0);
  room.curving.fill(0);
  return addPrior(addErrors(room, parts, at), strength, at, layout);
}

/**
 * Newton steps among weights of at least 0 and a base level on the scale (an active set; Nocedal & Wright 2006, 16.5), each
 * shortened until it helps. Numbers that press against their bound stay there.
 */
export function minimise(
  parts: readonly Part[],
  strength: number,
  start: Float64Array,
  layout: FitLayout,
): Minimum {
  // What sums of squares as large are off by: where answers hardly differ, more than what is left of them.
  const rounding = parts.reduce((sum, { sums }) => sum + 1e-16 * (sums.at(-1) as number), 0);
  const valueAt = (x: Float64Array) => halfSquares(parts, x) + priorValue(strength, x, layout);
  let at = start;
  const stepWithin = stepper(layout);
  // One for all steps, filled anew at each.
  const now = squaresAt(parts, strength, at, layout);
  for (let step = 0; step < mostSteps; step++) {
    const free = freeOf(at, now.slope);
    const by = stepWithin(now, at, free);
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
    squaresAt(parts, strength, at, layout, now);
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
