import { type Height, maximise } from '../../numerics/maximise';
import { openPlaces, submatrix } from '../../numerics/submatrix';
import { isAgainst, type Walls } from '../../numerics/walls';
import type { Losses } from './losses';

/** What is to be learnt. */
export interface Problem {
  readonly losses: Losses;
  /** The numbers that are kept where no row tells. */
  readonly usual: Float64Array;
  readonly walls: Walls;
}

/** Numbers that lose least. */
export interface Estimate {
  /** All of them. */
  readonly at: Float64Array;
  /** Those that were learnt. */
  readonly free: readonly number[];
  /** Those that no row moves, and those that others make up. */
  readonly unseen: readonly number[];
  readonly open: readonly number[];
  /** Those learnt that would go on beyond their range. */
  readonly bound: readonly number[];
  readonly converged: boolean;
}

/** The loss of rows with its derivatives, the bend as a lower triangle. */
export function lossOf({ add }: Losses, rows: ArrayLike<number>, at: Float64Array) {
  const slope = new Float64Array(at.length);
  const bend = new Float64Array(at.length ** 2);
  let loss = 0;
  for (let i = 0; i < rows.length; i++) loss += add(rows[i] as number, at, slope, bend);
  return { loss, slope, bend };
}

/**
 * The numbers of least loss within their ranges. Those that the rows leave open, before or at the end, keep their
 * usual values, and the others are sought anew.
 */
export function estimate(problem: Problem, rows: ArrayLike<number>, start: Float64Array): Estimate {
  const { losses, usual, walls } = problem;
  const unseen: number[] = [];
  const open: number[] = [];
  let at = start;
  let free: readonly number[] = [...start.keys()];
  let converged = true;
  for (let isFound = false; ; isFound = true) {
    const { slope, bend } = lossOf(losses, rows, at);
    const left = openPlaces(submatrix(bend, free, at.length), free.length);
    if (isFound && left.length === 0) {
      const bound = free.filter((i) => isAgainst(walls, at[i] as number, i, -(slope[i] as number)));
      return { at, free, unseen, open, bound, converged };
    }
    const kept = left.map((place) => free[place] as number);
    for (const i of kept) (bend[i * at.length + i] === 0 ? unseen : open).push(i);
    at = at.map((x, i) => (kept.includes(i) ? (usual[i] as number) : x));
    free = free.filter((i) => !kept.includes(i));
    ({ at, converged } = soughtAmong(problem, rows, at, free));
  }
}

/** The least loss by some numbers, the others held. */
function soughtAmong(
  { losses, walls }: Problem,
  rows: ArrayLike<number>,
  start: Float64Array,
  free: readonly number[],
): { readonly at: Float64Array; readonly converged: boolean } {
  const whole = (some: readonly number[]) => filled(start, free, some);
  const found = maximise(
    (some) => heightOf(losses, rows, whole(some), free),
    free.map((i) => start[i] as number),
    {
      low: free.map((i) => walls.low[i] as number),
      high: free.map((i) => walls.high[i] as number),
    },
  );
  return { at: whole(found.at), converged: found.settled };
}

/** Numbers that grow for ever where nothing holds them, as those do that part the answers without a fault. */
export function runningAway(
  { losses }: Problem,
  rows: ArrayLike<number>,
  { at, free }: Estimate,
): readonly number[] {
  const { runaway } = maximise(
    (some) => heightOf(losses, rows, filled(at, free, some), free),
    free.map((i) => at[i] as number),
  );
  const way = runaway ?? [];
  const most = Math.max(0, ...way.map(Math.abs));
  return free.filter((_, i) => Math.abs(way[i] ?? 0) > 1e-3 * most);
}

function filled(at: Float64Array, free: readonly number[], some: readonly number[]): Float64Array {
  const all = at.slice();
  free.forEach((i, place) => {
    all[i] = some[place] as number;
  });
  return all;
}

function heightOf(
  losses: Losses,
  rows: ArrayLike<number>,
  at: Float64Array,
  free: readonly number[],
): Height {
  const { loss, slope, bend } = lossOf(losses, rows, at);
  return {
    value: -loss,
    gradient: free.map((i) => -(slope[i] as number)),
    hessian: submatrix(bend, free, at.length).map((x) => -x),
  };
}
