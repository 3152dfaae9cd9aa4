import { type Height, maximise } from '../../numerics/maximise';
import { openPlaces, submatrix } from '../../numerics/submatrix';
import type { Walls } from '../../numerics/walls';
import type { Losses } from './losses';

/** What is to be learnt. */
export interface Problem {
  readonly losses: Losses;
  /** The numbers that are kept where no row tells. */
  readonly usual: Float64Array;
  readonly walls: Walls;
  /** Whether numbers may tell answers apart without a fault. */
  readonly canSeparate: boolean;
}

/** Numbers that lose least. */
export interface Estimate {
  /** All of them. */
  readonly at: Float64Array;
  /** Those that were learnt. */
  readonly free: readonly number[];
  /** Those that fewer than two customers move, and those that others make up. */
  readonly unseen: readonly number[];
  readonly open: readonly number[];
  /** Those learnt that end at an end of their range. */
  readonly bound: readonly number[];
  readonly converged: boolean;
}

/** The rows of each customer. */
export type Clusters = readonly (readonly number[])[];

/** The loss of customers with its derivatives, the bend as a lower triangle. */
export function lossOf({ add }: Losses, clusters: Clusters, at: Float64Array) {
  const slope = new Float64Array(at.length);
  const bend = new Float64Array(at.length ** 2);
  let loss = 0;
  for (const rows of clusters) for (const row of rows) loss += add(row, at, slope, bend);
  return { loss, slope, bend };
}

/** How many customers move each number. */
function moversOf(losses: Losses, clusters: Clusters, at: Float64Array): Uint32Array {
  const movers = new Uint32Array(at.length);
  for (const rows of clusters) {
    const { bend } = lossOf(losses, [rows], at);
    for (let i = 0; i < at.length; i++) {
      if (bend[i * (at.length + 1)] !== 0) movers[i] = (movers[i] as number) + 1;
    }
  }
  return movers;
}

/**
 * The numbers of least loss within their ranges. Those that the rows leave open, before or at the end, keep their
 * usual values, and the others are sought anew.
 */
export function estimate(problem: Problem, clusters: Clusters, start: Float64Array): Estimate {
  const { losses, usual, walls, canSeparate } = problem;
  const unseen: number[] = [];
  const open: number[] = [];
  let at = start;
  let free: readonly number[] = [...start.keys()];
  // Not known until they have been sought once.
  let converged: boolean | undefined;
  for (;;) {
    // Chances next to 0 and 1 would hide what moves them: it is judged where they are alike.
    const where = canSeparate ? new Float64Array(at.length) : at;
    const movers = moversOf(losses, clusters, where);
    const alone = free.filter((i) => (movers[i] as number) < 2);
    const others = free.filter((i) => !alone.includes(i));
    const left = openPlaces(
      submatrix(lossOf(losses, clusters, where).bend, others, at.length),
      others.length,
    );
    const madeUp = left.map((place) => others[place] as number);
    const kept = [...alone, ...madeUp];
    if (converged !== undefined && kept.length === 0) {
      const bound = free.filter((i) => at[i] === walls.low[i] || at[i] === walls.high[i]);
      return { at, free, unseen, open, bound, converged };
    }
    unseen.push(...alone);
    open.push(...madeUp);
    at = at.map((x, i) => (kept.includes(i) ? (usual[i] as number) : x));
    free = free.filter((i) => !kept.includes(i));
    ({ at, converged } = soughtAmong(problem, clusters, at, free));
  }
}

/** The least loss by some numbers, the others held. */
function soughtAmong(
  { losses, walls }: Problem,
  clusters: Clusters,
  start: Float64Array,
  free: readonly number[],
): { readonly at: Float64Array; readonly converged: boolean } {
  const whole = (some: readonly number[]) => filled(start, free, some);
  const found = maximise(
    (some) => heightOf(losses, clusters, whole(some), free),
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
  clusters: Clusters,
  { at, free }: Estimate,
): readonly number[] {
  const { runaway } = maximise(
    (some) => heightOf(losses, clusters, filled(at, free, some), free),
    free.map((i) => at[i] as number),
  );
  if (runaway === null) return [];
  const most = Math.max(...runaway.map(Math.abs));
  // A share of the most: less is rounding.
  return free.filter((_, i) => Math.abs(runaway[i] as number) > 1e-3 * most);
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
  clusters: Clusters,
  at: Float64Array,
  free: readonly number[],
): Height {
  const { loss, slope, bend } = lossOf(losses, clusters, at);
  return {
    value: -loss,
    gradient: free.map((i) => -(slope[i] as number)),
    hessian: submatrix(bend, free, at.length).map((x) => -x),
  };
}
