import { dayMs } from '../core/kernel-wall';
import { countDuration } from './common-durations';
import { newGroup, removeGroup } from './groups';
import { learnEffect } from './kernel-effects';
import {
  binOf,
  endOtherwiseAt,
  enter,
  finishAt,
  logAgeOfShare,
  look,
  lowest,
  move,
  rescale,
} from './kernel-incidence';
import { arrive } from './kernel-load';
import { countIn, noSums, pooled } from './kernel-pool';
import { drawSlopes, learnSlopes } from './kernel-slopes';
import { learnVisit, type Visits } from './kernel-visits';
import { bothOf, isSlower, type Memory, score, watch } from './memories';
import * as order from './orders';
import { type Draft, finishing } from './quote';
import { addFaded, levelOf, type Pooled, type State, typicalOf, weightAt } from './state';

/** Orders under way are looked at so many at an event; more where time has passed without one. */
const visits = 6;
const mostVisits = 48;

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
  // An order that is told of late leaves the load as it is.
  if (draft.window.wall === draft.wall) arrive(state.load, draft.window, n, settings.clock.openAt);
  const group = draft.group ?? newGroup(groups, groupName, state.clock);
  group.underWay++;
  const numbers = new Float64Array(order.fields);
  numbers[order.start] = draft.wall;
  numbers[order.openStart] = draft.open;
  numbers[order.logEstimate] = draft.logEstimate;
  numbers[order.drift] = draft.drift;
  numbers[order.groupOffset] = draft.groupOffset;
  numbers[order.hourOffset] = draft.hourOffset;
  numbers[order.dayOffset] = draft.dayOffset;
  numbers[order.slopeShift] = draft.slopeShift;
  numbers[order.stretch] = draft.stretch;
  numbers[order.cell] = draft.cell;
  numbers[order.surge] = draft.surge;
  numbers[order.clock] = state.clock;
  numbers[order.promised] = draft.promised;
  numbers[order.lostAt] = Number.NaN;
  for (const [i, memory] of bothOf(state.memories).entries()) {
    numbers[order.quotes[i] as number] = draft.quotes[i] as number;
    enter(memory.grid, weightAt(state, state.clock, memory));
  }
  order.addOrder(state.orders, { id, group, features, numbers });
  advance(state, draft.wall);
}

/** How many orders it takes to lose half the weight, at the least. */
function memoryOf({ settings, needed, memories }: State): number {
  const { minOrders, maxOrders } = settings.numbers;
  if (isSlower(memories)) return minOrders;
  // Weights that halve every so many orders are worth 2 / ln 2 times as many equal ones.
  return Math.max(minOrders, Math.min(maxOrders, (needed * Math.LN2) / 2));
}

/** An order leaves: finished, or otherwise ended or lost. Returns its numbers. */
export function end(
  state: State,
  id: string,
  at: number,
  how: 'finished' | 'cancelled' | 'lost',
): Float64Array {
  const { orders, lost } = state;
  const late = lost.get(id);
  const row = late === undefined ? (order.rowOf(orders, id) as number) : -1;
  const one = late ?? order.orderAt(orders, row);
  const open = state.settings.clock.openAt(at);
  if (how === 'lost') {
    if (!late) lose(state, row, open);
  } else {
    if (late) lost.delete(id);
    else order.removeOrder(orders, row);
    one.group.underWay--;
    if (how === 'finished') finish(state, one, open);
    else if (!late) endOtherwise(state, one, open);
  }
  advance(state, at);
  return one.numbers;
}

/** By how much the log age of an order exceeds what was expected of it, but for the drift. */
function beyondAt(numbers: Float64Array, row: number, open: number): number {
  const age = open - (numbers[row + order.openStart] as number);
  const expected =
    (numbers[row + order.logEstimate] as number) +
    (numbers[row + order.groupOffset] as number) +
    (numbers[row + order.hourOffset] as number) +
    (numbers[row + order.dayOffset] as number) +
    (numbers[row + order.slopeShift] as number);
  return Math.log(age) - expected;
}

/** The same, standardised as a memory has it. */
function logAgeOf(numbers: Float64Array, row: number, beyond: number, { drifts }: Memory): number {
  const drift = drifts ? (numbers[row + order.drift] as number) : 0;
  const z = (beyond - drift) / (numbers[row + order.stretch] as number);
  return z > lowest ? z : lowest;
}

function finish(state: State, one: order.Order, open: number): void {
  const { memories, clock, settings } = state;
  const n = settings.numbers;
  const { numbers } = one;
  const lostAt = numbers[order.lostAt] as number;
  const beyond = beyondAt(numbers, 0, open);
  for (const [i, memory] of bothOf(memories).entries()) {
    const { grid } = memory;
    const weight = weightAt(state, numbers[order.clock] as number, memory);
    const from = numbers[order.bins[i] as number] as number;
    // It may have been counted as an end of another kind.
    if (!Number.isNaN(lostAt)) endOtherwiseAt(grid, from, -weight);
    const z = logAgeOf(numbers, 0, beyond, memory);
    const bin = binOf(z);
    if (!memory.drifts) watch(memories, from, bin, true);
    move(grid, from, bin, weight);
    finishAt(grid, bin, z, weight);
  }
  if (!Number.isNaN(lostAt)) {
    addFaded(state.ends, clock, n.slowHalfLives, 0, -(2 ** ((lostAt - clock) / n.slowHalfLives)));
  }
  state.finishWeight += weightAt(state, numbers[order.clock] as number, memories.quick);
  state.finished++;
  addFaded(state.ends, clock, n.slowHalfLives, 1);
  const duration = open - (numbers[order.openStart] as number);
  addFaded(state.typical, clock, n.slowHalfLives, duration);
  countDuration(state.common, duration);
  const [quick, long] = order.quotes;
  score(memories, [numbers[quick] as number, numbers[long] as number], duration, settings.keepRate);
  // Ages of nothing are taken for the least.
  const least = lowest * (numbers[order.stretch] as number);
  learn(state, one, Math.max(beyond - (numbers[order.drift] as number), least));
}

/** How far beyond what is usual a deviation is learnt from: further out lie other causes. */
const furthest = 3;

/** Half the weight of an hour of the day, and of a weekday, is lost after so many visits of it. */
const visitsOfHour = 28;
const visitsOfDay = 13;

/** Everything that shifts log durations learns from what the others leave. */
function learn(state: State, one: order.Order, exact: number): void {
  const { clock, pooledGroups, hours, days, slopes } = state;
  const n = state.settings.numbers;
  const { numbers } = one;
  const beyond = exact + (numbers[order.drift] as number);
  const limit = Math.max(1, furthest * Math.sqrt(pooledGroups.pool.variance));
  const left = Math.max(-limit, Math.min(limit, beyond - levelOf(state)));
  const own = (column: number) => left + (numbers[column] as number);
  addFaded(state.level, clock, n.levelHalfLives, levelOf(state) + left);
  learnEffect(one.group.effect, own(order.groupOffset), clock, {
    halfLives: n.groupHalfLives,
    orders: n.groupOrders,
  });
  // What is learnt slowly would not forget the first guess's errors.
  if (state.finished < 4 * n.minOrders) {
    poolGroups(state);
    return;
  }
  if (Number.isNaN(state.levelFrom)) state.levelFrom = levelOf(state);
  const cell = numbers[order.cell] as number;
  const day = Math.floor((numbers[order.start] as number) / dayMs);
  learnVisit(hours, cell % 24, day, own(order.hourOffset), visitsOfHour);
  // Weeks begin on Mondays; 1970 began on a Thursday.
  const week = Math.floor((day + 3) / 7);
  learnVisit(days, Math.floor(cell / 24), week, own(order.dayOffset), visitsOfDay);
  const seen = [numbers[order.surge] as number, ...(one.features ?? [])];
  learnSlopes(slopes, seen, own(order.slopeShift), 1 - 1 / n.slowOrders);
  if (state.finished % 32 === 0) drawSlopes(slopes, n, Math.max(1, state.load.window.recent));
  poolGroups(state);
}

/**
 * Groups are taken to differ by at least this share of the variance within them, so that with a hundred orders of its
 * own a group counts as much as all others do, however alike groups have been so far.
 */
const leastBetweenGroups = 1 / 100;

/** Pools a few groups at each finish, and forgets those that hardly weigh; hours and weekdays now and then. */
function poolGroups(state: State): void {
  const { groups, pooledGroups: pooledOnes, clock, settings, finished } = state;
  const n = settings.numbers;
  for (let i = 0; i < 4; i++) {
    const { sums } = pooledOnes;
    const group = groups.list[sums.at];
    if (group === undefined) {
      pooledOnes.pool = pooled(sums, pooledOnes.pool, n, leastBetweenGroups);
      Object.assign(sums, noSums());
      break;
    }
    const { effect } = group;
    const left = effect.weight * 2 ** ((effect.clock - clock) / n.groupHalfLives);
    if (group.underWay === 0 && left < 0.001) removeGroup(groups, group);
    else countIn(sums, effect, pooledOnes.pool);
  }
  if (finished % 32 !== 0) return;
  poolAll(state.pooledHours, state.hours, state);
  poolAll(state.pooledDays, state.days, state);
}

function poolAll(pooledOnes: Pooled, { effects }: Visits, { settings }: State): void {
  const sums = noSums();
  for (const effect of effects) countIn(sums, effect, pooledOnes.pool);
  const { guessSpread } = settings.numbers;
  pooledOnes.pool = pooled(sums, pooledOnes.pool, { guessWorth: 1, guessSpread }, 1e-9);
}

function endOtherwise(state: State, { numbers }: order.Order, open: number): void {
  const beyond = beyondAt(numbers, 0, open);
  for (const [i, memory] of bothOf(state.memories).entries()) {
    const weight = weightAt(state, numbers[order.clock] as number, memory);
    const place = order.bins[i] as number;
    const bin = binOf(logAgeOf(numbers, 0, beyond, memory));
    move(memory.grid, numbers[place] as number, bin, weight);
    numbers[place] = bin;
    endOtherwiseAt(memory.grid, bin, weight);
  }
  addFaded(state.ends, state.clock, state.settings.numbers.slowHalfLives, 0);
}

function lose(state: State, row: number, open: number): void {
  const one = order.orderAt(state.orders, row);
  endOtherwise(state, one, open);
  one.numbers[order.lostAt] = state.clock;
  order.removeOrder(state.orders, row);
  state.lost.set(one.id, one);
}

/** Time moves on to an event: a few orders under way are seen, some get lost, evidence is looked at. */
function advance(state: State, at: number): void {
  const { orders, settings, lost, clock } = state;
  const { slowHalfLives } = settings.numbers;
  if (at > state.now) state.now = at;
  const open = settings.clock.openAt(state.now);
  if (clock - state.base > 200) rebase(state);
  const typical = typicalOf(state);
  const behind = 8 * (open - state.looked) > typical;
  const wanted = Math.min(orders.size, behind ? mostVisits : visits);
  for (let i = 0; i < wanted && orders.size > 0; i++) {
    if (state.cursor >= orders.size) state.cursor = 0;
    state.seen++;
    if (!see(state, state.cursor, open, typical)) state.cursor++;
  }
  let pruned = 0;
  for (const [id, { numbers, group }] of lost) {
    if (clock - (numbers[order.lostAt] as number) <= slowHalfLives || pruned++ === 8) break;
    group.underWay--;
    lost.delete(id);
  }
  if (state.seen < orders.size && !(behind && state.seen >= 8 * mostVisits)) return;
  state.seen = 0;
  state.looked = open;
  for (const { grid } of bothOf(state.memories)) look(grid);
  state.needed = neededOrders(state);
  settings.clock.forget(state.now - settings.lateness);
}

/** Sees how old an order is by now; true when it counts as lost from now on. */
function see(state: State, row: number, open: number, typical: number): boolean {
  const numbers = order.numbersAt(state.orders, row);
  const at = order.offsetAt(row);
  const beyond = beyondAt(numbers, at, open);
  for (const [i, memory] of bothOf(state.memories).entries()) {
    const place = at + (order.bins[i] as number);
    const bin = binOf(logAgeOf(numbers, at, beyond, memory));
    const from = numbers[place] as number;
    if (!(bin > from)) continue;
    if (!memory.drifts) watch(state.memories, from, bin, false);
    move(memory.grid, from, bin, weightAt(state, numbers[at + order.clock] as number, memory));
    numbers[place] = bin;
  }
  const quoted = (numbers[at + order.promised] as number) || 0;
  const age = open - (numbers[at + order.openStart] as number);
  if (!(age > state.settings.numbers.lostAfter * Math.max(quoted, typical))) return false;
  lose(state, row, open);
  return true;
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
