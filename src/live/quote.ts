import { refuse } from '../core/refuse';
import { samplesForRank } from '../numerics/conformal-rank';
import { justBelow } from '../numerics/nearly';
import { toCommonDuration } from './common-durations';
import { type Group, groupNamed } from './groups';
import { offsetFrom, stretchOf } from './kernel-effects';
import { bins, logAgeOfShare, longestOf, look } from './kernel-incidence';
import { hourOfWeek, surgeOf, type Window, windowAt } from './kernel-load';
import { shiftOf } from './kernel-slopes';
import { bestOf, type Memory } from './memories';
import {
  driftOf,
  type LiveRounding,
  levelOf,
  type Settings,
  type State,
  typicalOf,
  weightAt,
} from './state';
import { unitLengths } from './units';

/** What to tell the customer now; with a promise, it is a plan for `reviewPromise`. */
export type LiveQuote = LiveQuoteOf<number> | LiveQuoteOf<null>;

/** A quote with a promise, or with none. Quantities are in the promiser's unit. */
export interface LiveQuoteOf<Promised extends number | null> {
  /**
   * What to promise, up to whole milliseconds, as rounded. Where no recent order was seen for so long it rests on the
   * guess and the longest seen, and `reason` says so; beyond the promiser's own keep rate it is then null.
   */
  readonly promise: Promised;
  /** When the promise falls due; null without one. */
  readonly due: Promised extends number ? Date : null;
  /** What will typically be delivered, the median; null when it is not identified. */
  readonly typical: number | null;
  readonly unit: string;
  readonly keepRate: number;
  /** What the promise rests on: as many recent orders, if the next one is like them. Kinds may be added. */
  readonly guarantee: { readonly kind: 'recent-orders'; readonly n: number } | null;
  /**
   * Why there is no guarantee: `too-few-orders` have finished lately, so that the quote rests on the first
   * guess, or is not as sure as asked; `not-identified`: no recent order was seen for so long, see `unidentified`.
   */
  readonly reason: 'too-few-orders' | 'not-identified' | null;
  /** Where recent orders do not tell: what they do tell, and what would help. Else null. */
  readonly unidentified: Unidentified | null;
  /** What to know of the promise. Codes may be added. */
  readonly warnings: readonly QuoteWarning[];
  /** What the promise is made of: factors whose product it is. */
  readonly factors: {
    /** The order's own estimate, or the first guess. */
    readonly estimate: number;
    /** How long orders take beyond their estimates lately, those of its group in particular. */
    readonly group: number;
    /** The hour of the day and the weekday, by UTC. */
    readonly time: number;
    /** More or fewer orders than usual at this hour of the week. */
    readonly surge: number;
    /** Its features. */
    readonly features: number;
    /** What keeps the promise at the keep rate; null without one. */
    readonly margin: number | null;
    /** What rounding adds; null without a promise, or for one of no time. */
    readonly rounding: number | null;
  };
}

/** What is known where the wanted promise is not: it is at least so long. */
export interface Unidentified {
  /** The longest promise that recent orders vouch for, */
  readonly atLeast: number;
  /** and the share of them that would keep it, below the keep rate. */
  readonly chance: number;
  /**
   * What would help: `lower-keep-rate`: ask for at most `chance`. `end-orders`: orders under way hide how long
   * they take, so tell of those that finished, were cancelled or lost. Codes may be added.
   */
  readonly help: readonly ('lower-keep-rate' | 'end-orders')[];
}

/** A warning of a quote, as a code with its figures. */
export interface QuoteWarning {
  /**
   * `short-memory`: durations scatter so much that a promise as sure as wanted rests on more orders (`needed`) than
   * are remembered (`available`): raise `maxOrders`, or expect quotes to swing.
   */
  readonly code: 'short-memory';
  readonly detail: { readonly needed: number; readonly available: number };
}

/** What is asked for, as read. */
export interface Ask {
  readonly group: string;
  readonly estimate: number;
  readonly keepRate: number;
  readonly features: readonly number[] | null;
}

/** A quote with what an order started on it needs to be remembered by. Durations in milliseconds of open time. */
export interface Draft {
  readonly wall: number;
  readonly open: number;
  readonly logEstimate: number;
  readonly drift: number;
  readonly groupOffset: number;
  readonly hourOffset: number;
  readonly dayOffset: number;
  readonly surge: number;
  readonly slopeShift: number;
  readonly stretch: number;
  readonly cell: number;
  readonly window: Window;
  readonly group: Group | undefined;
  /** What each memory would promise at the promiser's own keep rate; NaN for none, as below. */
  readonly quick: number;
  readonly long: number;
  readonly promised: number;
  readonly quote: LiveQuote;
}

/**
 * The quote for an order that would start now. Its log duration is taken as
 * `log estimate + drift + offset of its group, its hour and weekday + slopes * numbers + stretch of its group * z`,
 * with z distributed as recent orders have it, at the level that was found first.
 */
export function draftQuote(fn: string, state: State, wall: number, ask: Ask): Draft {
  const { settings, memories, pooledGroups, pooledHours, pooledDays, slopes } = state;
  const { numbers, unit, clock } = settings;
  const { keepRate, features } = ask;
  const length = unitLengths[unit];
  const open = clock.openAt(wall);
  const window = windowAt(state.load, wall, typicalOf(state), clock.openAt);
  const surge = surgeOf(window, numbers);
  const cell = hourOfWeek(wall);
  const group = groupNamed(state.groups, ask.group);
  const { effect } = group ?? unknown;
  const level = levelOf(state);
  const drift = driftOf(state);
  // The level is common to all, so that groups, hours and weekdays are told apart from their mean.
  const groupOffset = offsetFrom(effect, pooledGroups.pool);
  const hourOffset = offsetFrom(state.hours.effects[cell % 24], pooledHours.pool);
  const dayOffset = offsetFrom(state.days.effects[Math.floor(cell / 24)], pooledDays.pool);
  const surgeShift = shiftOf(slopes, 0, surge);
  let featureShift = 0;
  if (features !== null) {
    for (let i = 0; i < features.length; i++) {
      featureShift += shiftOf(slopes, i + 1, features[i] as number);
    }
  }
  const slopeShift = surgeShift + featureShift;
  const stretch = stretchOf(effect, pooledGroups.pool, numbers.spreadWorth);
  const estimate = ask.estimate * length;
  // In logarithms beyond the estimate. The grids hold deviations from this, and the quick one from the drift too; the
  // guess is one from the level.
  const location = groupOffset + hourOffset + dayOffset + slopeShift;
  const n = recentOrders(state);
  const guessed = n < settings.least;
  const best = bestOf(memories);
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
  const whole = Math.ceil(justBelow(guessed ? exact : toCommonDuration(state.common, exact)));
  const told =
    settings.round === null || Number.isNaN(whole)
      ? whole / length
      : rounded(fn, settings.round, whole / length);
  const due = new Date(clock.wallAt(open + told * length, wall));
  const known = Number.isFinite(told) && !Number.isNaN(due.getTime());
  const sure = known && !hidden && n >= leastFor(settings, keepRate);
  const usual = estimate * Math.exp(location + level);
  const quote = {
    promise: known ? told : null,
    due: known ? due : null,
    typical: Number.isNaN(middle) ? null : ask.estimate * Math.exp(middle),
    unit,
    keepRate,
    guarantee: sure ? { kind: 'recent-orders', n: Math.floor(n) } : null,
    reason: sure ? null : hidden ? 'not-identified' : 'too-few-orders',
    unidentified: hidden ? whatIsKnown(state, best, base, stretch, ask.estimate) : null,
    warnings: guessed ? noWarnings : warningsOf(state, best, n),
    factors: {
      estimate: ask.estimate,
      group: Math.exp(level + groupOffset),
      time: Math.exp(hourOffset + dayOffset),
      surge: Math.exp(surgeShift),
      features: featureShift === 0 ? 1 : Math.exp(featureShift),
      margin: known ? whole / usual : null,
      rounding: known && whole > 0 ? (told * length) / whole : null,
    },
    // Both are there or neither is.
  } as LiveQuote;
  return {
    wall,
    open,
    logEstimate: Math.log(estimate),
    drift,
    groupOffset,
    hourOffset,
    dayOffset,
    surge,
    slopeShift,
    stretch,
    cell,
    window,
    group,
    quick: guessed
      ? Number.NaN
      : estimate * Math.exp(location + drift + stretch * memories.quick.atKeepRate),
    long: guessed ? Number.NaN : estimate * Math.exp(location + stretch * memories.long.atKeepRate),
    promised: known ? told * length : Number.NaN,
    quote,
  };
}

const unknown: { readonly effect: undefined } = { effect: undefined };
const noWarnings: readonly QuoteWarning[] = [];

/** How many recent orders a promise rests on, at the least. */
const leastFor = ({ keepRate, least }: Settings, asked: number): number =>
  asked === keepRate ? least : samplesForRank(asked);

/** How many equally recent orders the finished ones are worth (Kish): weights that halve steadily count double. */
export function recentOrders({ finished, finishWeight, base, clock }: State): number {
  return Math.min(finished, 2 * finishWeight * 2 ** (base - clock));
}

/** Before enough has been seen: log-logistic around the guess and what is known of the group. */
function guessedRatio({ pooledGroups }: State, keepRate: number): number {
  // A logistic of scale 1 has a variance of pi^2 / 3.
  const { variance } = pooledGroups.pool;
  return (Math.sqrt(3 * variance) / Math.PI) * Math.log(keepRate / (1 - keepRate));
}

/**
 * Where recent orders do not tell, since their longest are still to come: the guess, with the level and the spread that
 * were learnt, or the longest that was seen. Not for more than the promiser's own keep rate, which nothing backs.
 */
function standIn(
  state: State,
  { grid }: Memory,
  keepRate: number,
  guess: number,
  base: number,
  stretch: number,
): number {
  if (recentOrders(state) < state.settings.least) return guess;
  if (keepRate > state.settings.keepRate) return Number.NaN;
  const seen = grid.incidence[bins] as number;
  return seen > 0 ? Math.max(guess, base + stretch * logAgeOfShare(grid, seen)) : guess;
}

/** The log age by which a new order has finished with a chance of a keep rate; as of the last look at the usual one. */
function seenAt(state: State, memory: Memory, keepRate: number): number {
  if (keepRate === state.settings.keepRate) return memory.atKeepRate;
  return logAgeOf(state, memory, asked(state, keepRate));
}

/** Looks at what a memory has: done now and then, and kept for the quotes until the next time. */
export function lookAt(state: State, memory: Memory): void {
  look(memory.grid);
  memory.atKeepRate = logAgeOf(state, memory, asked(state, state.settings.keepRate));
  memory.median = logAgeOf(state, memory, 0.5);
  // What weighs less than a thousandth of a new order is forgotten.
  memory.longest = longestOf(memory.grid, weightAt(state, state.clock, memory) / 1000);
}

/**
 * The share of orders to plan for. A new order is one more than the n seen, so its miss rate a is planned as
 * a^2 / (a + (1 - a) / n): nearly a - (1 - a) / n, as conformal ranks have it, and never below 0. n is all that ever
 * finished: forgetting would ask for a greater step, which neither the marketplace before 2017-09 nor food
 * deliveries bear out.
 */
function asked({ finished }: State, keepRate: number): number {
  const allowed = 1 - keepRate;
  return 1 - (allowed * allowed) / (allowed + (1 - allowed) / finished);
}

/** The share of all orders that will finish: those that did, and of the rest under way as many as usual. */
export function finishing({ ends }: State, { grid }: Memory): number {
  const share = ends.weight > 0 ? ends.sum / ends.weight : 1;
  return (grid.incidence[bins] as number) + grid.rest * share;
}

/** The log age, standardised, by which a share of the orders that finish have done so; NaN if not identified. */
function logAgeOf(state: State, memory: Memory, share: number): number {
  return logAgeOfShare(memory.grid, share * finishing(state, memory));
}

function whatIsKnown(
  state: State,
  memory: Memory,
  base: number,
  stretch: number,
  estimate: number,
): Unidentified {
  const { grid } = memory;
  const seen = grid.incidence[bins] as number;
  const help: Unidentified['help'][number][] = [];
  if (seen > 0) help.push('lower-keep-rate');
  if (state.orders.size > 0) help.push('end-orders');
  return {
    atLeast: seen > 0 ? estimate * Math.exp(base + stretch * logAgeOfShare(grid, seen)) : 0,
    chance: seen > 0 ? seen / finishing(state, memory) : 0,
    help,
  };
}

/** A memory is short where it makes quotes uncertain by over 1.4 times what is wanted. */
function warningsOf({ finished, needed }: State, { pace }: Memory, n: number): QuoteWarning[] {
  const available = Math.min(finished, n / pace);
  if (needed <= 2 * available) return [];
  const detail = { needed: Math.ceil(needed), available: Math.floor(available) };
  return [{ code: 'short-memory', detail }];
}

/** A quote as it is told: never one that is harder to keep. */
function rounded(fn: string, round: LiveRounding, quote: number): number {
  const told: unknown = round(quote, 'up');
  if (typeof told === 'number' && told >= justBelow(quote) && told < Infinity) return told;
  return refuse(fn, 'options.round', told, `a rounding up from ${quote}`);
}
