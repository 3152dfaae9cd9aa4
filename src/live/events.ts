import { type Pending, settle, watch } from './kernel-correction';
import { expose, look, placeOf, rescale } from './kernel-decayed-grid';
import { learnGroup, newGroup, pooled } from './kernel-group-effects';
import { arrive, learnSlope } from './kernel-surge';
import * as order from './orders';
import type { Draft } from './quote';
import { addFaded, type State, typicalOf } from './state';

/** An order starts on a quote. */
export function start(state: State, id: string, at: number, group: string, draft: Draft): void {
  const { settings, orders, correction, surge } = state;
  const { halfLife, minOrders, correctionStep } = settings.numbers;
  const typical = typicalOf(state);
  const gap = surge.rate > 0 ? at - surge.last : 0;
  state.clock += Math.min(gap / (halfLife * typical), 1 / minOrders);
  arrive(surge, at, typical, settings.numbers);
  let pending: Pending | null = null;
  if (correctionStep > 0 && draft.quote.promise !== null) {
    pending = { due: at + draft.promised, allowed: 1 - draft.quote.keepRate, state: 'open' };
    watch(correction.pending, pending);
  }
  const row = order.addOrder(orders, id, group, pending);
  const { logEstimate, surgeShift, offset, location, stretch, promised } = draft;
  const weight = 2 ** (state.clock - state.base);
  // In the order of the columns; nothing of it has been seen, and it is not lost.
  const fields = [at, logEstimate, draft.surge, surgeShift, offset, location, stretch, weight];
  orders.numbers.set([...fields, 0, promised, Number.NaN], row);
  advance(state, at);
}

/** An order leaves: finished, or otherwise ended (`kept` false) or lost. Returns its numbers. */
export function end(
  state: State,
  id: string,
  at: number,
  how: 'finished' | 'cancelled' | 'lost',
): Float64Array {
  const { orders, lost } = state;
  const late = lost.get(id);
  const row = orders.rows.get(id) as number;
  const group = late?.group ?? (orders.groups[row] as string);
  const pending = late ? late.pending : (orders.pending[row] as Pending | null);
  const numbers =
    late?.numbers ?? orders.numbers.slice(row * order.fields, (row + 1) * order.fields);
  if (how === 'lost') {
    if (!late) lose(state, row, at);
  } else {
    if (!late) order.removeOrder(orders, row);
    lost.delete(id);
    if (how === 'finished') finish(state, numbers, group, at);
    else if (!late) endOtherwise(state, numbers, at);
    if (pending !== null && (how === 'cancelled' || at <= pending.due)) {
      pending.state = how === 'cancelled' ? 'withdrawn' : 'kept';
    }
  }
  advance(state, at);
  return numbers;
}

function finish(state: State, numbers: Float64Array, groupName: string, at: number): void {
  const { grid, clock, groups, settings } = state;
  const n = settings.numbers;
  const weight = numbers[order.weight] as number;
  const lostAt = numbers[order.lostAt] as number;
  if (!Number.isNaN(lostAt)) {
    // It was counted as an end of another kind.
    const bin = Math.floor(numbers[order.place] as number);
    grid.others[bin] = Math.max(0, (grid.others[bin] as number) - weight);
    addFaded(state.ends, clock, n.slowHalfLives, 0, -(2 ** ((lostAt - clock) / n.slowHalfLives)));
  }
  const bin = Math.floor(see(state, numbers, 0, at));
  grid.finishes[bin] = (grid.finishes[bin] as number) + weight;
  state.finishWeight += weight;
  state.finished++;
  addFaded(state.ends, clock, n.slowHalfLives, 1);
  const duration = at - (numbers[order.start] as number);
  addFaded(state.typical, clock, n.slowHalfLives, duration);
  const ratio = Math.log(duration) - (numbers[order.logEstimate] as number);
  learnSlope(
    state.surge,
    numbers[order.surge] as number,
    ratio - (numbers[order.offset] as number),
  );
  let group = groups.get(groupName);
  if (group === undefined) {
    group = newGroup(clock);
    groups.set(groupName, group);
  }
  learnGroup(group, ratio - (numbers[order.surgeShift] as number), clock, n);
  // Pooling goes over all groups, so that it is done now and then once there is much to pool.
  if (state.finished < 32 || state.finished % Math.max(32, groups.size) === 0) {
    state.pool = pooled(groups, clock, n);
  }
}

function endOtherwise(state: State, numbers: Float64Array, at: number): void {
  const bin = Math.floor(see(state, numbers, 0, at));
  state.grid.others[bin] = (state.grid.others[bin] as number) + (numbers[order.weight] as number);
  addFaded(state.ends, state.clock, state.settings.numbers.slowHalfLives, 0);
}

function lose(state: State, row: number, at: number): void {
  const { orders, lost } = state;
  const id = orders.ids[row] as string;
  const group = orders.groups[row] as string;
  const pending = orders.pending[row] as Pending | null;
  const numbers = orders.numbers.slice(row * order.fields, (row + 1) * order.fields);
  endOtherwise(state, numbers, at);
  numbers[order.lostAt] = state.clock;
  order.removeOrder(orders, row);
  lost.set(id, { group, pending, numbers });
}

/** Adds what was seen of an order since it was last looked at; returns its place on the grid. */
function see({ grid }: State, numbers: Float64Array, row: number, at: number): number {
  const from = numbers[row + order.place] as number;
  const age = at - (numbers[row + order.start] as number);
  const location = numbers[row + order.location] as number;
  const to = placeOf((Math.log(age) - location) / (numbers[row + order.stretch] as number));
  if (!(to > from)) return from;
  expose(grid.exposure, from, to, numbers[row + order.weight] as number);
  numbers[row + order.place] = to;
  return to;
}

/** Time moves on to an event: promises fall due, evidence is looked at, orders get lost. */
function advance(state: State, at: number): void {
  const { orders, settings, correction, lost, clock } = state;
  const { correctionStep, correctionBound, lostAfter, slowHalfLives } = settings.numbers;
  state.now = at;
  state.since++;
  settle(correction, at, correctionStep, correctionBound);
  if (clock - state.base > 60) rebase(state);
  // After an eighth of as many events as orders are under way: eight visits an event, however many there are.
  const typical = typicalOf(state);
  if (8 * state.since < orders.ids.length && 8 * (at - state.looked) < typical) return;
  state.since = 0;
  state.looked = at;
  for (let i = orders.ids.length - 1; i >= 0; i--) {
    const { numbers } = orders;
    const row = i * order.fields;
    see(state, numbers, row, at);
    const quoted = (numbers[row + order.promised] as number) || 0;
    const age = at - (numbers[row + order.start] as number);
    if (age > lostAfter * Math.max(quoted, typical)) lose(state, i, at);
  }
  for (const [id, { numbers }] of lost) {
    if (clock - (numbers[order.lostAt] as number) <= slowHalfLives) break;
    lost.delete(id);
  }
  look(state.grid);
}

/** Divides all weights by what a new order weighs. */
function rebase(state: State): void {
  const factor = 2 ** (state.base - state.clock);
  rescale(state.grid, factor);
  state.finishWeight *= factor;
  const { numbers, ids } = state.orders;
  for (let i = 0; i < ids.length; i++) {
    const at = i * order.fields + order.weight;
    numbers[at] = (numbers[at] as number) * factor;
  }
  for (const { numbers } of state.lost.values()) {
    numbers[order.weight] = (numbers[order.weight] as number) * factor;
  }
  state.base = state.clock;
}
