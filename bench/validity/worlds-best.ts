import type { World } from '../worlds/world';
import { type Promised, timeOf } from './worlds-scored';

/** The simple method with the least pinball loss in a world, and our loss as a multiple of its. */
export interface Best {
  readonly name: string;
  readonly dueOf: (one: Promised) => number;
  readonly ratio: number;
}

/** Losses are of time as it counts; no promise counts as twice the first guess. */
export function bestOf(world: World, scored: readonly Promised[]): Best {
  const { keepRate } = world;
  const { at } = timeOf(world);
  const ends = scored.map(({ order }) => at(order.ended));
  const loss = (dueOf: (one: Promised) => number) =>
    scored.reduce((sum, one, i) => {
      const over = (ends[i] as number) - at(dueOf(one));
      return sum + (over > 0 ? keepRate * over : (keepRate - 1) * over);
    }, 0);
  const losses = (scored[0]?.names ?? []).map((name) => {
    const dueOf = ({ simple }: Promised) => simple(name);
    return { name, dueOf, least: loss(dueOf) };
  });
  const best = losses.reduce((a, b) => (b.least < a.least ? b : a));
  const ours = loss(({ due, guessed }) => (Number.isNaN(due) ? guessed : due));
  return { ...best, ratio: ours === best.least ? 1 : ours / best.least };
}
