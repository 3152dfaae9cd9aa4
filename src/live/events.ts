import { dayMs } from '../core/kernel-wall';
import { countDuration, pickCommon } from './common-durations';
import { type Group, newGroup, removeGroup } from './groups';
import { learnEffect } from './kernel-effects';
import {
  binOf,
  endOtherwiseAt,
  enter,
  finishAt,
  logAgeOfShare,
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
import { type Draft, finishing, lookAt } from './quote';
import { addFaded, levelOf, type Pooled, type State, typicalOf, weightAt } from './state';

/**
 * Few orders under way are seen all at once, before the evidence is looked at, so that their ages are of one time. Of more,
 * so many are seen at each event (more where time has passed without one), so that none holds up an event.
 */
const few = 2000;
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
  numbers[at + order.slopeShift] = draft.slopeShift;
  numbers[at + order.stretch] = draft.stretch;
  numbers[at + order.cell] = draft.cell;
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
  const { minOrders, maxOrders } = settings.numbers;
  // With room for those under way, at least as many as a promise at the keep rate rests on.
  const least = Math.max(minOrders, settings.least);
  if (isSlower(memories)) return least;
  // Weights that halve every so many orders are worth 2 / ln 2 times as many equal ones.
  return Math.max(least, Math.min(maxOrders, (needed * Math.LN2) / 2));
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

/** An order leaves its group; a group that has taught nothing goes with it. */
function leave({ groups }: State, group: Group): void {
  group.underWay--;
  if (group.underWay === 0 && group.effect.weight === 0) removeGroup(groups, group);
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

function finish(
  state: State,
  numbers: Float64Array,
  row: number,
  group: Group,
  features: readonly number[] | null,
  open: number,
): void {
  const { memories, clock, settings } = state;
  const { quick, long } = memories;
  const n = settings.numbers;
  const beyond = beyondAt(numbers, row, open);
  finishIn(state, numbers, row, beyond, quick, order.quickBin);
  finishIn(state, numbers, row, beyond, long, order.longBin);
  const lostAt = numbers[row + order.lostAt] as number;
  if (!Number.isNaN(lostAt)) {
    addFaded(state.ends, clock, n.slowHalfLives, 0, -(2 ** ((lostAt - clock) / n.slowHalfLives)));
  }
  state.finishWeight += weightAt(state, numbers[row + order.clock] as number, quick);
  state.finished++;
  addFaded(state.ends, clock, n.slowHalfLives, 1);
  const duration = open - (numbers[row + order.openStart] as number);
  addFaded(state.typical, clock, n.slowHalfLives, duration);
  countDuration(state.common, duration);
  const quickQuote = numbers[row + order.quickQuote] as number;
  const longQuote = numbers[row + order.longQuote] as number;
  score(memories, quickQuote, longQuote, duration, settings.keepRate);
  // Ages of nothing are taken for the least.
  const least = lowest * (numbers[row + order.stretch] as number);
  const exact = Math.max(beyond - (numbers[row + order.drift] as number), least);
  learn(state, numbers, row, group, features, exact);
}

function finishIn(
  state: State,
  numbers: Float64Array,
  row: number,
  beyond: number,
  memory: Memory,
  place: number,
): void {
  const { grid } = memory;
  const weight = weightAt(state, numbers[row + order.clock] as number, memory);
  const from = numbers[row + place] as number;
  // It may have been counted as an end of another kind.
  if (!Number.isNaN(numbers[row + order.lostAt] as number)) endOtherwiseAt(grid, from, -weight);
  const z = logAgeOf(numbers, row, beyond, memory);
  const bin = binOf(z);
  if (memory === state.memories.long) watch(state.memories, from, bin, true);
  move(grid, from, bin, weight);
  finishAt(grid, bin, z, weight);
}

/** How far beyond what is usual a deviation is learnt from: further out lie other causes. */
const furthest = 3;

/** Half the weight of an hour of the day, and of a weekday, is lost after so many visits of it. */
const visitsOfHour = 28;
const visitsOfDay = 13;

/** Everything that shifts log durations learns from what the others leave. */
function learn(
  state: State,
  numbers: Float64Array,
  row: number,
  group: Group,
  features: readonly number[] | null,
  exact: number,
): void {
  const { clock, pooledGroups, hours, days, slopes } = state;
  const n = state.settings.numbers;
  const level = levelOf(state);
  const limit = Math.max(1, furthest * Math.sqrt(pooledGroups.pool.variance));
  const beyond = exact + (numbers[row + order.drift] as number) - level;
  const left = Math.max(-limit, Math.min(limit, beyond));
  addFaded(state.level, clock, n.levelHalfLives, level + left);
  const ownOfGroup = left + (numbers[row + order.groupOffset] as number);
  learnEffect(group.effect, ownOfGroup, clock, n.groupHalfLives, n.groupOrders);
  poolGroups(state);
  // What is learnt slowly would not forget the first guess's errors.
  if (state.finished < 4 * n.minOrders) return;
  if (Number.isNaN(state.levelFrom)) state.levelFrom = levelOf(state);
  const cell = numbers[row + order.cell] as number;
  const local = state.settings.clock.localAt(numbers[row + order.start] as number);
  const day = Math.floor(local / dayMs);
  const ownOfHour = left + (numbers[row + order.hourOffset] as number);
  learnVisit(hours, cell % 24, day, ownOfHour, visitsOfHour);
  // Weeks begin on Mondays; 1970 began on a Thursday.
  const week = Math.floor((day + 3) / 7);
  const ownOfDay = left + (numbers[row + order.dayOffset] as number);
  learnVisit(days, Math.floor(cell / 24), week, ownOfDay, visitsOfDay);
  const ownOfSlopes = left + (numbers[row + order.slopeShift] as number);
  learnSlopes(
    slopes,
    numbers[row + order.surge] as number,
    features,
    ownOfSlopes,
    1 - 1 / n.slowOrders,
  );
  if (state.finished % 32 !== 0) return;
  drawSlopes(slopes, n, Math.max(1, state.load.window.recent));
  poolAll(state.pooledHours, hours, state);
  poolAll(state.pooledDays, days, state);
}

/**
 * Groups are taken to differ by at least this share of the variance within them, so that with a hundred orders of its
 * own a group counts as much as all others do, however alike groups have been so far.
 */
const leastBetweenGroups = 1 / 100;

/** Pools a few groups at each finish, and forgets those that hardly weigh. */
function poolGroups(state: State): void {
  const { groups, pooledGroups: pooledOnes, clock, settings } = state;
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
}

function poolAll(pooledOnes: Pooled, { effects }: Visits, { settings }: State): void {
  const sums = noSums();
  for (const effect of effects) countIn(sums, effect, pooledOnes.pool);
  const { guessSpread } = settings.numbers;
  pooledOnes.pool = pooled(sums, pooledOnes.pool, { guessWorth: 1, guessSpread }, 1e-9);
}

function endOtherwise(state: State, numbers: Float64Array, row: number, open: number): void {
  const { quick, long } = state.memories;
  const beyond = beyondAt(numbers, row, open);
  const endIn = (memory: Memory, place: number) => {
    const weight = weightAt(state, numbers[row + order.clock] as number, memory);
    const bin = binOf(logAgeOf(numbers, row, beyond, memory));
    move(memory.grid, numbers[row + place] as number, bin, weight);
    numbers[row + place] = bin;
    endOtherwiseAt(memory.grid, bin, weight);
  };
  endIn(quick, order.quickBin);
  endIn(long, order.longBin);
  addFaded(state.ends, state.clock, state.settings.numbers.slowHalfLives, 0);
}

function lose(state: State, row: number, open: number): void {
  const one = order.orderAt(state.orders, row);
  endOtherwise(state, one.numbers, 0, open);
  one.numbers[order.lostAt] = state.clock;
  order.removeOrder(state.orders, row);
  state.lost.set(one.id, one);
}

/** Time moves on to an event: orders under way are seen, some get lost, evidence is looked at now and then. */
function advance(state: State, at: number): void {
  const { orders, settings, lost, clock } = state;
  if (at > state.now) state.now = at;
  const open = settings.clock.openAt(state.now);
  if (clock - state.base > 200) rebase(state);
  let pruned = 0;
  for (const [id, { numbers, group }] of lost) {
    const gone = clock - (numbers[order.lostAt] as number);
    if (gone <= settings.numbers.slowHalfLives || pruned++ === 8) break;
    leave(state, group);
    lost.delete(id);
  }
  const typical = typicalOf(state);
  // Time enough for orders to have grown older by an eighth.
  const behind = 8 * (open - state.looked) > typical;
  if (orders.size <= few) {
    state.seen += 8;
    if (state.seen < orders.size && !behind) return;
    sweep(state, orders.size, open, typical);
  } else {
    sweep(state, behind ? mostVisits : visits, open, typical);
    if (state.seen < orders.size && !(behind && state.seen >= few)) return;
  }
  state.seen = 0;
  state.looked = open;
  pickCommon(state.common);
  lookAt(state, state.memories.quick);
  lookAt(state, state.memories.long);
  state.needed = neededOrders(state);
  settings.clock.forget(state.now - settings.lateness);
}

/** Sees so many orders under way, from the cursor on and round. */
function sweep(state: State, count: number, open: number, typical: number): void {
  const { orders } = state;
  for (let i = 0; i < count && orders.size > 0; i++) {
    if (state.cursor >= orders.size) state.cursor = 0;
    state.seen++;
    if (!see(state, state.cursor, open, typical)) state.cursor++;
  }
}

/** Sees how old an order is by now; true when it counts as lost from now on. */
function see(state: State, row: number, open: number, typical: number): boolean {
  const numbers = order.numbersAt(state.orders, row);
  const at = order.offsetAt(row);
  const beyond = beyondAt(numbers, at, open);
  const { quick, long } = state.memories;
  seeIn(state, numbers, at, beyond, quick, order.quickBin);
  seeIn(state, numbers, at, beyond, long, order.longBin);
  const quoted = (numbers[at + order.promised] as number) || 0;
  const age = open - (numbers[at + order.openStart] as number);
  if (!(age > state.settings.numbers.lostAfter * Math.max(quoted, typical))) return false;
  // While all get slower none is lost for that; where tails are heavy some that finished took longer yet.
  if (isSlower(state.memories)) return false;
  if (logAgeOf(numbers, at, beyond, long) < long.longest + Math.log(2)) return false;
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
  const bin = binOf(logAgeOf(numbers, row, beyond, memory));
  const from = numbers[row + place] as number;
  if (!(bin > from)) return;
  if (memory === state.memories.long) watch(state.memories, from, bin, false);
  move(memory.grid, from, bin, weightAt(state, numbers[row + order.clock] as number, memory));
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
