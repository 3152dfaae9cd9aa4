import { liveThrough } from '../worlds/live-through';
import type { World } from '../worlds/world';
import { bestOf } from './worlds-best';
import { cellsBy, cellsOf } from './worlds-cells';
import { type Promised, scoredOf } from './worlds-scored';

/** A cell with fewer orders tells more of chance: .04 is 4 standard errors of 1,000 orders at .9, 2.3 of 300. */
const enough = 1000;

type Figure = readonly [metric: string, value: number];

/** What a promiser is held to in a world, and what explains it. */
export interface Judgement {
  readonly held: readonly Figure[];
  readonly shown: readonly Figure[];
}

/** Lives through a world from a seed on, once or as often as the world asks; all lives are judged together. */
export function judge(world: World, seed: number): Judgement {
  const { keepRate, exact, blind, shown, lives = 1 } = world;
  const few = Math.ceil(3 / (1 - keepRate) - 1e-9);
  const totals = { refused: 0, nulls: 0, astray: 0 };
  const scored: Promised[] = [];
  for (let life = 0; life < lives; life++) {
    const orders = world.orders(seed + life);
    const lived = liveThrough(world, orders);
    totals.refused += lived.refused;
    totals.astray += lived.astray;
    const known = (i: number) => (lived.finished[i] as number) >= few;
    totals.nulls += lived.dues.filter((due, i) => Number.isNaN(due) && known(i)).length;
    // From ten times as many on, so that the first guess is not scored.
    for (const one of scoredOf(world, orders, lived, 10 * few)) scored.push(one);
  }
  const off = (rate: number) => offBy(world, rate);
  const best = bestOf(world, scored);
  const cells = cellsOf(world, scored).filter(([, own]) => own.length >= enough);
  const worst = (dueOf: DueOf) => Math.max(0, ...cells.map(([, own]) => off(keptOf(own, dueOf))));
  const held: Figure[] = [
    ['events refused', totals.refused],
    ['null promises', totals.nulls],
    ['snapshots astray', totals.astray],
    ['kept, off by', off(keptOf(scored, ours))],
    ["pinball loss / the best simple method's", best.ratio],
  ];
  if (!blind) held.push(['kept in the worst cell, off by', worst(ours)]);
  if (exact !== undefined) {
    const near = scored.filter(({ due, order }) => isNear(due - order.started, exact));
    held.push(['share of exact promises', near.length / scored.length]);
  }
  const far = cells.filter(([, own]) => off(keptOf(own, ours)) > 0.04);
  return {
    held,
    shown: [
      ['kept', keptOf(scored, ours)],
      [`kept: ${best.name}`, keptOf(scored, best.dueOf)],
      [`kept in the worst cell, off by: ${best.name}`, worst(best.dueOf)],
      ...[...far, ...(shown ? cellsBy(shown, scored) : [])].map(
        ([name, own]): Figure => [`kept, ${name}`, keptOf(own, ours)],
      ),
    ],
  };
}

type DueOf = (one: Promised) => number;
const ours: DueOf = ({ due }) => due;

const isNear = (promise: number, exact: number) => Math.abs(promise / exact - 1) <= 0.01;

function keptOf(of: readonly Promised[], dueOf: DueOf): number {
  return of.filter((one) => one.order.ended <= dueOf(one)).length / of.length;
}

/** How far a rate is from the wanted one; where durations are atoms, more than asked for may be right. */
function offBy({ keepRate, exact }: World, rate: number): number {
  return exact === undefined ? Math.abs(rate - keepRate) : Math.max(0, keepRate - rate);
}
