import { arrive } from './arrive';
import { ask } from './ask';
import type { WorldRead } from './compile-world';
import { begin, type Customers } from './customers';
import { periodOf } from './offers';
import type { NamedPolicy } from './policy';
import type { Work } from './progress';
import { passed, reputationOf } from './reputation';
import { type Scene, sceneOf } from './scene';
import { type Tally, tallied } from './tally';
import { countNow, periodsOf, pointsOf } from './timeline';

/** What came of one policy in one replication. */
export interface Played {
  readonly tally: Tally;
  /** The customers by stage and the word of mouth, at each point of time. */
  readonly timeline: readonly (readonly number[])[];
}

/** Plays a world once under a policy: period by period, customer by customer, `batch` of them between two yields. */
export function* play(
  world: WorldRead,
  policy: NamedPolicy,
  key: number,
  customers: Customers,
  batch: number,
): Work<Played> {
  const { days, numbers } = world;
  begin(customers, world, key);
  let reputation = reputationOf(customers.n, numbers);
  const scene = sceneOf(world, key, customers, periodOf(world, policy, 0, reputation.level));
  const points = new Set(pointsOf(world));
  const timeline: (readonly number[])[] = [];
  for (let p = 1; p <= periodsOf(world); p++) {
    const end = Math.min(days, p * numbers.periodDays);
    for (let from = 0; from < customers.n; from += batch) {
      const to = Math.min(customers.n, from + batch);
      for (let c = from; c < to; c++) live(scene, c, end);
      yield to - from;
    }
    reputation = passed(reputation, toldIn(scene.tally), numbers);
    if (points.has(p)) timeline.push(countNow(customers, reputation.level));
    if (end < days) scene.period = periodOf(world, policy, end, reputation.level);
  }
  // Orders placed in time are followed to their end, or the slow ones would be missing.
  for (let c = 0; c < customers.n; c++) if (customers.waits[c] === 1) arrive(scene, c);
  return { tally: scene.tally, timeline };
}

/** What happens to a customer before the period ends. */
function live(scene: Scene, c: number, end: number): void {
  const { next, waits } = scene.customers;
  while ((next[c] as number) < end) {
    if (waits[c] === 1) arrive(scene, c);
    else ask(scene, c);
  }
}

/** What was told since the period began, counted anew from here on. */
function toldIn(tally: Tally) {
  const told = { heard: tally[tallied.heard] as number, levels: tally[tallied.levels] as number };
  tally[tallied.heard] = 0;
  tally[tallied.levels] = 0;
  return told;
}
