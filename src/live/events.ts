import { advance } from './advance';
import { finish } from './finish';
import { newGroup } from './groups';
import { enter } from './incidence';
import { endOtherwise, leave, lose } from './leave';
import { arrive } from './load';
import { isSlower } from './memories';
import * as order from './orders';
import type { Draft } from './quote';
import { type State, typicalOf, weightAt } from './state';

/** An order starts on a quote. */
export function start(
  state: State,
  id: string,
  groupName: string,
  features: readonly number[] | null,
  draft: Draft,
): void {
  const { settings, groups } = state;
  const n = settings.numbers;
  const { halfLife } = n;
  const gap = Number.isNaN(state.lastStart) ? 0 : Math.max(0, draft.open - state.lastStart);
  state.clock += Math.min(gap / (halfLife * typicalOf(state)), 1 / memoryOf(state));
  state.lastStart = Math.max(
    draft.open,
    Number.isNaN(state.lastStart) ? -Infinity : state.lastStart,
  );
  // An order that is told of late, or comes while closed, says nothing of how busy it is.
  if (draft.window.wall === draft.wall && settings.clock.isOpen(draft.wall))
    arrive(state.load, draft.window, n, settings.clock);
  const group = draft.group ?? newGroup(groups, groupName, state.clock);
  group.underWay++;
  const row = order.addOrder(state.orders, id, group, features);
  const numbers = order.numbersAt(state.orders, row);
  const at = order.offsetAt(row);
  numbers[at + order.start] = draft.wall;
  numbers[at + order.openStart] = draft.open;
  numbers[at + order.logEstimate] = draft.logEstimate;
  numbers[at + order.drift] = draft.drift;
  numbers[at + order.groupOffset] = draft.groupOffset;
  numbers[at + order.hourOffset] = draft.hourOffset;
  numbers[at + order.dayOffset] = draft.dayOffset;
  numbers[at + order.busyOffset] = draft.busyOffset;
  numbers[at + order.slopeShift] = draft.slopeShift;
  numbers[at + order.stretch] = draft.stretch;
  numbers[at + order.cell] = draft.cell;
  numbers[at + order.busy] = draft.busy;
  numbers[at + order.surge] = draft.surge;
  numbers[at + order.clock] = state.clock;
  numbers[at + order.quickBin] = 0;
  numbers[at + order.longBin] = 0;
  numbers[at + order.quickQuote] = draft.quick;
  numbers[at + order.longQuote] = draft.long;
  numbers[at + order.promised] = draft.promised;
  numbers[at + order.lostAt] = Number.NaN;
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

/** An order leaves: finished, or otherwise ended or lost. One that was lost before is given, one under way by its row. */
export function end(
  state: State,
  one: order.Order | number,
  at: number,
  how: 'finished' | 'cancelled' | 'lost',
): void {
  const { orders, lost } = state;
  const open = state.settings.clock.openAt(at);
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
