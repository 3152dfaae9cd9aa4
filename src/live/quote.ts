import { rounded } from '../core/rounded';
import { unitMs } from '../core/time-units';
import { samplesForRank } from '../numerics/conformal-rank';
import { justBelow } from '../numerics/nearly';
import { toCommonDuration } from './common-durations';
import { offsetFrom, stretchOf } from './effects';
import { guessedRatio, recentOrders, seenAt, standIn, warningsOf, whatIsKnown } from './evidence';
import { type Group, groupNamed, unseenGroup } from './groups';
import type { LiveQuote } from './live-quote';
import { busyOf, hourOfWeek, surgeOf, type Window, windowAt } from './load';
import { bestOf } from './memories';
import { column } from './orders';
import { type Features, featuresIn, shiftOf } from './slopes';
import { driftOf, levelOf, meanDurationOf, type Settings, type State } from './state';
import { unitOf } from './units';

/** What is asked for, as read. */
export interface Ask {
  readonly group: string;
  readonly estimate: number;
  readonly keepRate: number;
  readonly features: Features | null;
}

/** A quote with what an order started on it needs to be remembered by. Durations in milliseconds of open time. */
export interface Draft {
  readonly wall: number;
  readonly open: number;
  readonly window: Window;
  readonly group: Group | undefined;
  /** The columns of such an order, until the next quote. */
  readonly numbers: Float64Array;
  readonly quote: LiveQuote;
}

/**
 * The quote for an order that would start now. Its log duration is taken as
 * `log estimate + drift + offset of its group, its hour and weekday + slopes * numbers + stretch of its group * z`,
 * with z distributed as recent orders have it, at the level that was found first.
 */
export function draftQuote(state: State, wall: number, ask: Ask): Draft {
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
  const { effect } = group ?? unknown;
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
  const estimate = ask.estimate * length;
  // In logarithms beyond the estimate. The grids hold deviations from this, and the quick one from the drift too; the
  // guess is one from the level.
  const location = groupOffset + hourOffset + dayOffset + busyOffset + slopeShift;
  const n = recentOrders(state);
  const guessed = n < settings.least;
  const best = bestOf(memories, numbers);
  const base = best.drifts ? location + drift : location;
  const z = guessed ? Number.NaN : seenAt(state, best, keepRate);
  const hidden = !guessed && Number.isNaN(z);
  const logPromise =
    guessed || hidden
      ? standIn(
          state,
          best,
          keepRate,
          location + level + stretch * guessedRatio(state, keepRate),
          base,
          stretch,
        )
      : base + stretch * z;
  const middle = guessed ? location + level : base + stretch * best.median;
  const exact = estimate * Math.exp(logPromise);
  // Its last bits are not a millisecond more.
  const whole = Math.ceil(
    justBelow(guessed ? exact : toCommonDuration(state.common, exact, numbers)),
  );
  const exactly = whole / length;
  const told = Number.isNaN(whole) ? exactly : rounded(exactly, 'up', settings.round);
  const due = new Date(clock.wallAt(open + told * length, wall));
  const known = Number.isFinite(told) && !Number.isNaN(due.getTime());
  const sure = known && !hidden && n >= leastFor(settings, keepRate);
  const usual = estimate * Math.exp(location + level);
  const guarantee = sure ? ({ kind: 'recent-orders', n: Math.floor(n) } as const) : null;
  let warnings = guessed ? noWarnings : warningsOf(state, best, n);
  if ((known ? due.getTime() : wall) > clock.knownUntil)
    warnings = [holidaysUnknown(settings), ...warnings];
  if (group === undefined) warnings = [...unseenGroup(state.groups, ask.group), ...warnings];
  // Written out, since spreads of objects took three quarters of a quote. `known` decides all that the union tells apart.
  const quote = {
    promise: known ? told : null,
    due: known ? due : null,
    typical: Number.isNaN(middle) ? null : ask.estimate * Math.exp(middle),
    unit: unitOf(settings),
    keepRate,
    unidentified: hidden ? whatIsKnown(state, best, base, stretch, ask.estimate) : null,
    warnings,
    guarantee,
    reason: sure ? null : hidden ? 'not-identified' : 'too-few-orders',
    factors: {
      estimate: ask.estimate,
      group: Math.exp(level + groupOffset),
      time: Math.exp(hourOffset + dayOffset),
      surge: Math.exp(surgeShift + busyOffset),
      features: featureShift === 0 ? 1 : Math.exp(featureShift),
      margin: known ? whole / usual : null,
      rounding: known ? (whole > 0 ? (told * length) / whole : 1) : null,
    },
  } as LiveQuote;
  // Once the caller's rounding has been asked, which may ask for a quote itself.
  const { draft } = state.orders;
  draft[column.start] = wall;
  draft[column.openStart] = open;
  draft[column.logEstimate] = Math.log(estimate);
  draft[column.drift] = drift;
  draft[column.groupOffset] = groupOffset;
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
    : estimate * Math.exp(location + drift + stretch * memories.quick.atKeepRate);
  draft[column.longQuote] = guessed
    ? Number.NaN
    : estimate * Math.exp(location + stretch * memories.long.atKeepRate);
  draft[column.promised] = known ? told * length : Number.NaN;
  return { wall, open, window, group, numbers: draft, quote };
}

const unknown: { readonly effect: undefined } = { effect: undefined };
const noWarnings: LiveQuote['warnings'] = [];

const holidaysUnknown = ({ calendar }: Settings): LiveQuote['warnings'][number] => ({
  code: 'holidays-unknown',
  detail: { knownUntil: calendar?.knownUntil as string },
});

/** How many recent orders a promise rests on, at the least. */
const leastFor = ({ keepRate, least }: Settings, asked: number): number =>
  asked === keepRate ? least : samplesForRank(asked);
