import { unitLengths } from '../worlds/live-through';
import type { World, WorldOrder } from '../worlds/world';
import { type Seen, simpleForecasts } from './worlds-baselines';

/** The simple method with the least pinball loss in a world, and our loss as a multiple of its. */
export interface Best {
  readonly name: string;
  readonly dues: Float64Array;
  readonly ratio: number;
}

/**
 * Losses count open time where a calendar is given, which the simple methods know then too; where orders come with
 * estimates, they forecast ratios to them.
 */
export function bestSimple(
  world: World,
  orders: readonly WorldOrder[],
  scored: readonly number[],
  dues: Float64Array,
): Best {
  const { keepRate, calendar, openings } = world;
  const told = calendar && openings;
  const clock = told ? told.openAt : (instant: number) => instant;
  const instant = told ? told.instantAt : (time: number) => time;
  const typical = world.typical * unitLengths[world.unit];
  const guess = orders[0]?.estimate === undefined ? 2 * typical : 2;
  const seen = orders.map((order): Seen => {
    const { group, started, ended, how, estimate = 1 } = order;
    const start = clock(started);
    const age = (now: number) => (clock(now) - start) / estimate;
    return { group, started, ended, finished: how === 'finished', took: age(ended), age };
  });
  const loss = (due: (i: number) => number) =>
    scored.reduce((sum, i) => {
      const over = clock((orders[i] as WorldOrder).ended) - clock(due(i));
      return sum + (over > 0 ? keepRate * over : (keepRate - 1) * over);
    }, 0);
  const dueBy = (promises: Float64Array) =>
    Float64Array.from(orders, ({ started, estimate = 1 }, i) =>
      // To the millisecond, as ours.
      Math.ceil(instant(clock(started) + (promises[i] as number) * estimate) - 1e-3),
    );
  let best = { name: '', dues, least: Infinity };
  for (const [name, promises] of simpleForecasts(seen, { keepRate, first: guess, typical })) {
    const theirs = dueBy(promises);
    const least = loss((i) => theirs[i] as number);
    if (least < best.least) best = { name, dues: theirs, least };
  }
  // No promise counts as twice the first guess.
  const fallback = dueBy(new Float64Array(orders.length).fill(guess));
  const ours = loss((i) => (Number.isNaN(dues[i]) ? fallback : dues)[i] as number);
  return { ...best, ratio: ours === best.least ? 1 : ours / best.least };
}
