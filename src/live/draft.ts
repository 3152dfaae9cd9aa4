import { rounded } from '../core/rounded';
import { lastTime, unitMs } from '../core/time-units';
import { justBelow } from '../numerics/nearly';
import { stretched } from './ages';
import { toCommonDuration } from './common-durations';
import { offsetFrom, stretchOf } from './effects';
import { guessedRatio, recentOrders, seenAt, standIn } from './evidence';
import { type Group, groupNamed } from './groups';
import { busyOf, hourOfWeek, surgeOf, type Window, windowAt } from './load';
import { bestOf, type Memory } from './memories';
import { column } from './orders';
import { type Features, featuresIn, shiftOf } from './slopes';
import { centreOf, driftOf, levelOf, meanDurationOf, type State } from './state';

/** What is asked for, as read. */
export interface Ask {
  readonly group: string;
  readonly estimate: number;
  readonly keepRate: number;
  readonly features: Features | null;
}

/**
 * What is worked out for an order that would start now, and what one that starts needs to be remembered by. Durations in
 * milliseconds of open time; those in logarithms are beyond the order's estimate.
 */
export interface Draft {
  readonly ask: Ask;
  readonly wall: number;
  readonly open: number;
  readonly window: Window;
  readonly group: Group | undefined;
  /** The columns of such an order, until the next draft. */
  readonly numbers: Float64Array;
  /** The memory that is gone by, how many orders it rests on, and whether they are too few, or do not tell. */
  readonly memory: Memory;
  readonly n: number;
  readonly guessed: boolean;
  readonly hidden: boolean;
  /** In logarithms: how all go lately, what this one goes beyond that, the two as the memory has them, and the median. */
  readonly level: number;
  readonly location: number;
  readonly base: number;
  readonly middle: number;
  /** In logarithms: what a surge adds, and the features. */
  readonly surgeShift: number;
  readonly featureShift: number;
  /** The promise before it is rounded; NaN for none. */
  readonly whole: number;
  /** What is told, in the promiser's unit, and when that falls due; null where there is nothing to tell. */
  readonly told: number | null;
  readonly due: number | null;
}

/**
 * Works out an order that would start now. Its log duration is taken as
 * `log estimate + drift + offset of its group, its hour and weekday + slopes * numbers + centre + stretch of its group *
 * (z - centre)`, with z distributed as recent orders have it, at the level that was found first.
 */
export function draftOrder(state: State, wall: number, ask: Ask): Draft {
  const { settings, memories, pooledGroups, pooledHours, pooledDays, pooledBusy, slopes } = state;
  const { numbers, unit, clock } = settings;
  const { keepRate, features } = ask;
  const length = unitMs[unit];
  // Before the first order, questions may lie any time apart.
  if (state.now === -Infinity) clock.restart();
  const open = clock.openAt(wall);
  const window = windowAt(state.load, wall, meanDurationOf(state), clock);
  const surge = surgeOf(window, numbers);
  const cell = hourOfWeek(clock.localAt(wall));
  const group = groupNamed(state.groups, ask.group);
  const effect = group?.effect;
  const level = levelOf(state);
  const drift = driftOf(state);
  // The level is common to all, so that groups, hours and weekdays are told apart from their mean.
  const groupOffset = offsetFrom(effect, pooledGroups.pool);
  const hourOffset = offsetFrom(state.hours.effects[cell % 24], pooledHours.pool);
  const dayOffset = offsetFrom(state.days.effects[Math.floor(cell / 24)], pooledDays.pool);
  const busy = busyOf(window);
  const busyOffset = offsetFrom(state.busy.effects[busy], pooledBusy.pool);
  const surgeShift = shiftOf(slopes, 0, surge, numbers);
  let featureShift = 0;
  if (features !== null) {
    const row = featuresIn(slopes, features);
    for (let i = 0; i < row.length; i++) {
      featureShift += shiftOf(slopes, i + 1, row[i] as number, numbers);
    }
  }
  const slopeShift = surgeShift + featureShift;
  const stretch = stretchOf(effect, pooledGroups.pool, numbers.spreadPriorSize);
  const centre = centreOf(state);
  const estimate = ask.estimate * length * state.scale;
  // In logarithms beyond the estimate. The grids hold deviations from this, and the quick one from the drift too; the
  // guess is one from the level.
  const location = groupOffset + hourOffset + dayOffset + busyOffset + slopeShift;
  const n = recentOrders(state);
  const guessed = n < settings.least;
  const memory = bestOf(memories, numbers);
  const base = memory.drifts ? location + drift : location;
  const z = guessed ? Number.NaN : seenAt(state, memory, keepRate);
  const hidden = !guessed && Number.isNaN(z);
  const logPromise =
    guessed || hidden
      ? standIn(
          state,
          memory,
          keepRate,
          location + level + stretch * guessedRatio(state, keepRate),
          base,
          stretch,
        )
      : base + stretched(z, stretch, centre);
  const middle = guessed ? location + level : base + stretched(memory.median, stretch, centre);
  const exact = estimate * Math.exp(logPromise);
  // Its last bits are not a millisecond more.
  const whole = Math.ceil(
    justBelow(guessed ? exact : toCommonDuration(state.common, exact, numbers)),
  );
  const exactly = whole / length;
  const told = Number.isNaN(whole) ? exactly : rounded(exactly, 'up', settings.round);
  const at = clock.wallAt(open + told * length, wall);
  const known = Number.isFinite(told) && Math.abs(at) <= lastTime;
  // Once the caller's rounding has been asked, which may ask for a quote itself.
  const { draft } = state.orders;
  draft[column.start] = wall;
  draft[column.openStart] = open;
  draft[column.logEstimate] = Math.log(estimate);
  draft[column.drift] = drift;
  draft[column.groupOffset] = groupOffset;
  draft[column.isNew] = group === undefined || group.effect.weight === 0 ? 1 : 0;
  draft[column.hourOffset] = hourOffset;
  draft[column.dayOffset] = dayOffset;
  draft[column.busyOffset] = busyOffset;
  draft[column.slopeShift] = slopeShift;
  draft[column.stretch] = stretch;
  draft[column.cell] = cell;
  draft[column.busy] = busy;
  draft[column.surge] = surge;
  draft[column.quickQuote] = guessed
    ? Number.NaN
    : estimate * Math.exp(location + drift + stretched(memories.quick.atKeepRate, stretch, centre));
  draft[column.longQuote] = guessed
    ? Number.NaN
    : estimate * Math.exp(location + stretched(memories.long.atKeepRate, stretch, centre));
  draft[column.promised] = known ? told * length : Number.NaN;
  return {
    ask,
    wall,
    open,
    window,
    group,
    numbers: draft,
    memory,
    n,
    guessed,
    hidden,
    level,
    location,
    base,
    middle,
    surgeShift,
    featureShift,
    whole,
    told: known ? told : null,
    due: known ? Math.trunc(at) : null,
  };
}
