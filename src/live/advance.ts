import { beyondAt, logAgeOf } from './ages';
import { pickCommon } from './common-durations';
import { finishing, lookAt } from './evidence';
import { followGroup } from './follow-group';
import { binOf, logAgeOfShare, move, rescale } from './incidence';
import { leave, lose } from './leave';
import { bothOf, isSlower, type Memory, watch } from './memories';
import * as order from './orders';
import { column } from './orders';
import { centreOf, meanDurationOf, type State, weightAt } from './state';

/**
 * Few orders under way are seen all at once, before the evidence is looked at, so that their ages are of one time. Of more,
 * so many are seen at each event (more where time has passed without one), so that none holds up an event. These bound the
 * work, not the quotes: an order brings two events, so that at 6 an event each is seen twelve times while it is under way.
 */
const few = 2000;
/** At each event. */
const visits = 6;
/** Where time has passed without one. */
const mostVisits = 48;

/** Time moves on to an event: orders under way are seen, some get lost, evidence is looked at now and then. */
export function advance(state: State, at: number): void {
  const { orders, settings, lost, clock } = state;
  if (at > state.now) state.now = at;
  const open = settings.clock.openAt(state.now);
  // What an order weighs since the base is a power of 2, and stays a number.
  if (clock - state.base > 200) rebase(state);
  let pruned = 0;
  for (const [id, { numbers, group }] of lost) {
    const gone = clock - (numbers[column.lostAt] as number);
    if (gone <= settings.numbers.slowHalfLives || pruned++ === 8) break;
    leave(state, group);
    lost.delete(id);
  }
  const mean = meanDurationOf(state);
  // Time enough for orders to have grown older by an eighth.
  const behind = 8 * (open - state.looked) > mean;
  if (orders.size <= few) {
    state.seen += 8;
    if (state.seen < orders.size && !behind) return;
    sweep(state, orders.size, open, mean);
  } else {
    sweep(state, behind ? mostVisits : visits, open, mean);
    if (state.seen < orders.size && !(behind && state.seen >= few)) return;
  }
  state.seen = 0;
  state.looked = open;
  pickCommon(state.common, settings.numbers);
  lookAt(state, state.memories.quick);
  lookAt(state, state.memories.long);
  state.needed = neededOrders(state);
  settings.clock.forget(state.now - settings.lateness);
}

/** Sees so many orders under way, from the cursor on and round. */
function sweep(state: State, count: number, open: number, mean: number): void {
  const { orders } = state;
  for (let i = 0; i < count; i++) {
    if (state.cursor >= orders.size) state.cursor = 0;
    state.seen++;
    if (!see(state, state.cursor, open, mean)) state.cursor++;
  }
}

/** Sees how old an order is by now; true when it counts as lost from now on. */
function see(state: State, row: number, open: number, mean: number): boolean {
  const numbers = order.numbersAt(state.orders, row);
  const at = order.offsetAt(row);
  followGroup(state, numbers, at, order.groupAt(state.orders, row));
  const beyond = beyondAt(numbers, at, open);
  const { quick, long } = state.memories;
  seeIn(state, numbers, at, beyond, quick, column.quickBin);
  seeIn(state, numbers, at, beyond, long, column.longBin);
  const quoted = (numbers[at + column.promised] as number) || 0;
  const age = open - (numbers[at + column.openStart] as number);
  if (!(age > state.settings.numbers.lostAfter * Math.max(quoted, mean))) return false;
  // While all get slower none is lost for that; where tails are heavy some that finished took longer yet.
  if (isSlower(state.memories, state.settings.numbers)) return false;
  if (logAgeOf(numbers, at, beyond, long, centreOf(state)) < long.longest + Math.log(2))
    return false;
  lose(state, row, open);
  return true;
}

function seeIn(
  state: State,
  numbers: Float64Array,
  row: number,
  beyond: number,
  memory: Memory,
  place: number,
): void {
  const bin = binOf(logAgeOf(numbers, row, beyond, memory, centreOf(state)));
  const from = numbers[row + place] as number;
  if (bin === from) return;
  if (memory === state.memories.long) {
    watch(state.memories, from, bin, false, state.settings.numbers);
  }
  move(memory.grid, from, bin, weightAt(state, numbers[row + column.clock] as number, memory));
  numbers[row + place] = bin;
}

/**
 * How many equally recent orders it takes for a quote at the keep rate that is as certain as wanted: the error of a
 * quantile is that of its rank times how far durations lie apart there.
 */
function neededOrders(state: State): number {
  const { keepRate: p, numbers } = state.settings;
  const { quick } = state.memories;
  const whole = finishing(state, quick);
  const half = (1 - p) / 2;
  const at = (share: number) => logAgeOfShare(quick.grid, share * whole);
  const [low, middle, high] = [at(p - half), at(p), at(p + half)];
  // Where the end of the tail was not seen, what lies before it must do.
  const apart = Number.isNaN(high) ? (middle - low) / half : (high - low) / (2 * half);
  return Number.isNaN(apart) ? 0 : (p * (1 - p) * apart * apart) / numbers.quoteError ** 2;
}

/** Divides all weights by what a new order weighs. */
function rebase(state: State): void {
  const factor = 2 ** (state.base - state.clock);
  for (const { grid, pace } of bothOf(state.memories)) rescale(grid, factor ** pace);
  state.finishWeight *= factor;
  state.base = state.clock;
}
