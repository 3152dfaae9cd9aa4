import { refuse } from '../input/refusal';
import { advance } from './advance';
import { type Ask, type Draft, draftOrder } from './draft';
import { newEffect } from './effects';
import { finish } from './finish';
import { addGroup } from './groups';
import { enter } from './incidence';
import { endOtherwise, leave, lose } from './leave';
import { arrive } from './load';
import { isSlower } from './memories';
import * as order from './orders';
import { column } from './orders';
import { takeUp } from './slopes';
import { meanDurationOf, type State, weightAt } from './state';

/** An order would start: what is worked out for it, unless one of its id is under way. */
export function draftStart(state: State, id: string, at: number, ask: Ask): Draft {
  const { orders, lost } = state;
  if (order.rowOf(orders, id) !== undefined || (lost.size > 0 && lost.has(id))) {
    refuse('event.id', id, 'an order that is not under way yet', 'duplicate-id');
  }
  return draftOrder(state, at, ask);
}

/** It starts. */
export function start(state: State, id: string, draft: Draft): void {
  const { settings, groups } = state;
  const { ask } = draft;
  const n = settings.numbers;
  const { halfLife } = n;
  const { lastStart } = state;
  const gap = Number.isNaN(lastStart) ? 0 : Math.max(0, draft.open - lastStart);
  state.clock += Math.min(gap / (halfLife * meanDurationOf(state)), 1 / memoryOf(state));
  state.lastStart = Number.isNaN(lastStart) ? draft.open : Math.max(draft.open, lastStart);
  // An order that is told of late, or comes while closed, says nothing of how busy it is.
  if (draft.window.wall === draft.wall && settings.clock.isOpen(draft.wall))
    arrive(state.load, draft.window, n, settings.clock);
  const group = draft.group ?? addGroup(groups, ask.group, newEffect(state.clock));
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

export type Ending = 'finished' | 'cancelled' | 'lost';

/** What became of an order, in milliseconds of open time; `promised` is NaN for nothing. */
export interface Ended {
  readonly took: number;
  readonly promised: number;
}

/** An order leaves: finished, or otherwise ended or lost. Null for one that is neither under way nor was lost lately. */
export function end(state: State, id: string, at: number, how: Ending): Ended | null {
  const { orders, lost, settings } = state;
  const one = order.rowOf(orders, id) ?? lost.get(id);
  if (one === undefined) return null;
  const isRow = typeof one === 'number';
  const numbers = isRow ? order.numbersAt(orders, one) : one.numbers;
  const from = isRow ? order.offsetAt(one) : 0;
  const startedAt = numbers[from + column.start] as number;
  if (at < startedAt) {
    const text = `a time not before its start at ${new Date(startedAt).toISOString()}`;
    refuse('event.at', new Date(at), text, 'date-order');
  }
  const openStart = numbers[from + column.openStart] as number;
  // One that started by other hours than those it ends by, before they changed, took no less than nothing.
  const open = Math.max(openStart, settings.clock.openAt(at));
  const promised = numbers[from + column.promised] as number;
  if (isRow) endUnderWay(state, one, open, how);
  else if (how !== 'lost') endLost(state, one, open, how);
  advance(state, at);
  return { took: open - openStart, promised };
}

function endUnderWay(state: State, row: number, open: number, how: Ending): void {
  const { orders } = state;
  if (how === 'lost') {
    lose(state, row, open);
    return;
  }
  const numbers = order.numbersAt(orders, row);
  const at = order.offsetAt(row);
  const group = order.groupAt(orders, row);
  if (how === 'finished') finish(state, numbers, at, group, order.featuresAt(orders, row), open);
  else endOtherwise(state, numbers, at, open);
  leave(state, group);
  order.removeOrder(orders, row);
}

/** One that was lost before ends after all. */
function endLost(
  state: State,
  { id, numbers, group, features }: order.Order,
  open: number,
  how: 'finished' | 'cancelled',
): void {
  state.lost.delete(id);
  if (how === 'finished') finish(state, numbers, 0, group, features, open);
  leave(state, group);
}
