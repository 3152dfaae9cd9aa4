import { advance } from './advance';
import { finish } from './finish';
import { newGroup } from './groups';
import { enter } from './incidence';
import { endOtherwise, leave, lose } from './leave';
import { arrive } from './load';
import { isSlower } from './memories';
import * as order from './orders';
import { column } from './orders';
import type { Ask, Draft } from './quote';
import { takeUp } from './slopes';
import { meanDurationOf, type State, weightAt } from './state';

/** An order starts on a quote. */
export function start(state: State, id: string, ask: Ask, draft: Draft): void {
  const { settings, groups } = state;
  const n = settings.numbers;
  const { halfLife } = n;
  const { lastStart } = state;
  const gap = Number.isNaN(lastStart) ? 0 : Math.max(0, draft.open - lastStart);
  state.clock += Math.min(gap / (halfLife * meanDurationOf(state)), 1 / memoryOf(state));
  state.lastStart = Number.isNaN(lastStart) ? draft.open : Math.max(draft.open, lastStart);
  // An order that is told of late, or comes while closed, says nothing of how busy it is.
  if (draft.window.wall === draft.wall && settings.clock.isOpen(draft.wall))
    arrive(state.load, draft.window, n, settings.clock);
  const group = draft.group ?? newGroup(groups, ask.group, state.clock);
  group.underWay++;
  const { numbers } = draft;
  numbers[column.clock] = state.clock;
  numbers[column.quickBin] = 0;
  numbers[column.longBin] = 0;
  numbers[column.lostAt] = Number.NaN;
  const features = ask.features && takeUp(state.slopes, ask.features);
  order.addOrder(state.orders, id, group, features);
  const { quick, long } = state.memories;
  enter(quick.grid, weightAt(state, state.clock, quick));
  enter(long.grid, weightAt(state, state.clock, long));
  advance(state, draft.wall);
}

/** How many orders it takes to lose half the weight, at the least. */
function memoryOf({ settings, needed, memories }: State): number {
  const { numbers } = settings;
  // With room for those under way, at least as many as a promise at the keep rate rests on.
  const least = Math.max(numbers.minOrders, settings.least);
  if (isSlower(memories, numbers)) return least;
  // Weights that halve every so many orders are worth 2 / ln 2 times as many equal ones.
  return Math.max(least, Math.min(numbers.maxOrders, (needed * Math.LN2) / 2));
}

/** An order leaves: finished, or otherwise ended or lost, with the open time then. One that was lost before is given, one under way by its row. */
export function end(
  state: State,
  one: order.Order | number,
  at: number,
  open: number,
  how: 'finished' | 'cancelled' | 'lost',
): void {
  const { orders, lost } = state;
  if (typeof one === 'number') {
    const numbers = order.numbersAt(orders, one);
    const row = order.offsetAt(one);
    if (how === 'lost') lose(state, one, open);
    else {
      const group = order.groupAt(orders, one);
      if (how === 'finished') {
        finish(state, numbers, row, group, order.featuresAt(orders, one), open);
      } else endOtherwise(state, numbers, row, open);
      leave(state, group);
      order.removeOrder(orders, one);
    }
  } else if (how !== 'lost') {
    lost.delete(one.id);
    if (how === 'finished') finish(state, one.numbers, 0, one.group, one.features, open);
    leave(state, one.group);
  }
  advance(state, at);
}
