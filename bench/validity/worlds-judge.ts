import type { Lived } from '../worlds/live-through';
import type { World, WorldOrder } from '../worlds/world';
import { bestSimple } from './worlds-best';
import { cellsBy, cellsOf } from './worlds-cells';

/** A cell with fewer orders tells more of chance: .04 is 4 standard errors of 1,000 orders at .9, 2.3 of 300. */
const enough = 1000;

export type Figure = readonly [metric: string, value: number];

/** What a promiser is held to in a world, and what explains it. */
export interface Judgement {
  readonly held: readonly Figure[];
  readonly shown: readonly Figure[];
}

export function judge(world: World, orders: readonly WorldOrder[], lived: Lived): Judgement {
  const { keepRate, exact, calendar, blind } = world;
  const { dues, finished, refused, astray } = lived;
  const few = Math.ceil(3 / (1 - keepRate) - 1e-9);
  const places = orders.map((_, i) => i);
  const nulls = places.filter((i) => Number.isNaN(dues[i]) && (finished[i] as number) >= few);
  // From ten times as many on, so that the first guess is not scored.
  const scored = places.filter(
    (i) => orders[i]?.how === 'finished' && (finished[i] as number) >= 10 * few,
  );
  const cells = cellsOf(world, orders, scored).filter(([, own]) => own.length >= enough);
  const rates = cells.map(([name, own]) => [name, keptOf(orders, dues, own)] as const);
  const worst = (all: readonly (readonly [string, number])[]) =>
    Math.max(...all.map(([, rate]) => offBy(world, rate)));
  const best = bestSimple(world, orders, scored, dues);
  const theirs = (own: readonly number[]) => keptOf(orders, best.dues, own);
  const kept = keptOf(orders, dues, scored);
  const held: Figure[] = [
    ['events refused', refused],
    ['null promises', nulls.length],
    ['snapshots astray', astray],
    ['kept, off by', offBy(world, kept)],
    ["pinball loss / the best simple method's", best.ratio],
  ];
  if (calendar !== undefined) held.push(['takes its calendar', Number(lived.takesCalendar)]);
  if (!blind) held.push(['kept in the worst cell, off by', worst(rates)]);
  if (exact !== undefined) {
    const near = scored.filter((i) => isNear((dues[i] as number) - startOf(orders, i), exact));
    held.push(['share of exact promises', near.length / scored.length]);
  }
  return {
    held,
    shown: [
      ['kept', kept],
      [`kept: ${best.name}`, theirs(scored)],
      [
        `kept in the worst cell, off by: ${best.name}`,
        worst(cells.map(([name, own]) => [name, theirs(own)])),
      ],
      ...rates
        .filter(([, rate]) => offBy(world, rate) > 0.04)
        .map(([name, rate]): Figure => [`kept, ${name}`, rate]),
      ...(world.shown ? cellsBy(world.shown, orders, scored) : []).map(
        ([name, own]): Figure => [`kept, ${name}`, keptOf(orders, dues, own)],
      ),
    ],
  };
}

const startOf = (orders: readonly WorldOrder[], i: number) => (orders[i] as WorldOrder).started;
const isNear = (promise: number, exact: number) => Math.abs(promise / exact - 1) <= 0.01;

function keptOf(orders: readonly WorldOrder[], dues: Float64Array, of: readonly number[]): number {
  return (
    of.filter((i) => (orders[i] as WorldOrder).ended <= (dues[i] as number)).length / of.length
  );
}

/** How far a rate is from the wanted one; where durations are atoms, more than asked for may be right. */
function offBy({ keepRate, exact }: World, rate: number): number {
  return exact === undefined ? Math.abs(rate - keepRate) : Math.max(0, keepRate - rate);
}
