import { dayMs } from '../core/time-units';
import { learnEffect, offsetFrom } from './effects';
import { type Group, removeGroup } from './groups';
import { column } from './orders';
import { countIn, leaveOut, noSums, pooled } from './pool';
import { drawSlopes, learnSlopes } from './slopes';
import { addFaded, levelOf, type Pooled, type State } from './state';
import { learnVisit, type Visits } from './visits';

/**
 * A factor of e, by which an order may always be off its level. Slower ones count for more where others scatter more; quicker
 * ones never do: they break no promise, and those that took next to nothing lie so far off in logarithms that they would
 * drown all others.
 */
const least = 1;

/** Everything that shifts log durations learns from what the others leave. */
export function learn(
  state: State,
  numbers: Float64Array,
  row: number,
  group: Group,
  features: readonly number[] | null,
  exact: number,
): void {
  const { clock, hours, days, busy, slopes } = state;
  const n = state.settings.numbers;
  const level = levelOf(state);
  const beyond = exact + (numbers[row + column.drift] as number) - level;
  const left = learnGroup(state, group, beyond + (numbers[row + column.groupOffset] as number));
  addFaded(state.level, clock, n.levelHalfLives, level + left);
  poolGroups(state);
  // What is learnt slowly would not forget the first guess's errors; after four half-lives a sixteenth of it is left.
  if (state.finished < 4 * n.minOrders) return;
  // Until four in five have finished, those that did are the quick ones.
  if (Number.isNaN(state.levelFrom) && state.finished >= 4 * state.orders.size) {
    state.levelFrom = levelOf(state);
  }
  // Until as many have finished as are under way, quick ones of one hour would be held against slow ones of another.
  if (state.finished < state.orders.size) return;
  const cell = numbers[row + column.cell] as number;
  const local = state.settings.clock.localAt(numbers[row + column.start] as number);
  const day = Math.floor(local / dayMs);
  const ownOfHour = left + (numbers[row + column.hourOffset] as number);
  learnVisit(hours, cell % 24, day, ownOfHour, n.hourVisits);
  // Weeks begin on Mondays; 1970 began on a Thursday.
  const week = Math.floor((day + 3) / 7);
  const ownOfDay = left + (numbers[row + column.dayOffset] as number);
  learnVisit(days, Math.floor(cell / 24), week, ownOfDay, n.dayVisits);
  const ownOfBusy = left + (numbers[row + column.busyOffset] as number);
  learnVisit(busy, numbers[row + column.busy] as number, day, ownOfBusy, n.hourVisits);
  const ownOfSlopes = left + (numbers[row + column.slopeShift] as number);
  learnSlopes(
    slopes,
    numbers[row + column.surge] as number,
    features,
    ownOfSlopes,
    1 - 1 / n.slowOrders,
    n,
  );
  // Drawing takes longer than gathering, and 32 orders hardly move what hundreds are needed for.
  if (state.finished % 32 !== 0) return;
  drawSlopes(slopes, n, Math.max(1, state.load.window.recent));
  poolAll(state.pooledHours, hours, state);
  poolAll(state.pooledDays, days, state);
  poolAll(state.pooledBusy, busy, state);
}

/**
 * A group learns how far an order went beyond the common level. What that leaves is for all else to learn: an order tells
 * nothing of the level that it tells of its group.
 */
function learnGroup({ clock, pooledGroups, settings }: State, group: Group, own: number): number {
  const n = settings.numbers;
  const { pool } = pooledGroups;
  const { effect } = group;
  // What is nearly constant may go wrong by a factor of e, or a change of the level would not be learnt.
  const limit = Math.max(least, n.outlierSpread * Math.sqrt(pool.variance));
  // Where little is known of a group, it may lie as far off as groups lie apart.
  const unsure = n.outlierSpread * Math.sqrt(pool.variance / (effect.weight + pool.priorSize));
  const expected = offsetFrom(effect, pool);
  const seen = expected + clipped(own - expected, least + unsure, limit + unsure);
  learnEffect(effect, seen + pool.origin, clock, n.groupHalfLives, n.groupOrders);
  return clipped(own - offsetFrom(effect, pool), least, limit);
}

const clipped = (x: number, down: number, up: number) => Math.max(-down, Math.min(up, x));

/**
 * Pools a few groups at each finish, so that nobody waits for thousands of them, and forgets those that weigh less than a
 * thousandth of an order.
 */
function poolGroups(state: State): void {
  const { groups, pooledGroups: pooledOnes, clock, settings } = state;
  const n = settings.numbers;
  // So many at each finish.
  for (let i = 0; i < 4; i++) {
    const { sums } = pooledOnes;
    const group = groups.list[sums.at];
    if (group === undefined) {
      pooledOnes.pool = pooled(sums, pooledOnes.pool, n, n.groupsApart);
      Object.assign(sums, noSums());
      break;
    }
    const { effect } = group;
    const left = effect.weight * 2 ** ((effect.clock - clock) / n.groupHalfLives);
    // A thousandth of an order.
    if (group.underWay === 0 && left < 0.001) {
      leaveOut(sums, effect);
      removeGroup(groups, group);
    } else countIn(sums, effect, pooledOnes.pool);
  }
}

function poolAll(pooledOnes: Pooled, { effects }: Visits, { settings }: State): void {
  const sums = noSums();
  for (const effect of effects) countIn(sums, effect, pooledOnes.pool);
  const { guessSpread } = settings.numbers;
  // Hours may all be alike: a billionth only keeps the prior size a number. A guess of one visit does the same for the variance.
  const pool = pooled(sums, pooledOnes.pool, { guessPriorSize: 1, guessSpread }, 1e-9);
  pooledOnes.pool = { ...pool, origin: pool.mean };
}
