import type { BusinessCalendar } from '../calendar/calendar';
import { unitMs } from '../core/time-units';
import { type CommonDurations, noCommonDurations } from './common-durations';
import type { Pool } from './effects';
import { type Groups, noGroups } from './groups';
import { busyPlaces, type Load, noLoad } from './load';
import { type Memories, type Memory, newMemories } from './memories';
import type { OpenClock } from './open-clock';
import { noOrders, type Order, type Orders } from './orders';
import type { PromiserNumbers } from './parameters';
import { noPool, noSums, type PoolSums } from './pool';
import { addName, noSlopes, type Slopes } from './slopes';
import type { LiveUnit } from './units';
import { noVisits, type Visits } from './visits';

/** A sum that is forgotten by the clock. */
interface Faded {
  weight: number;
  sum: number;
  clock: number;
}

/** Effects that are pooled, and the sums that are under way towards the next pool. */
export interface Pooled {
  pool: Pool;
  readonly sums: PoolSums;
}

/** Turns a quote into what is told, such as `toMultipleOf(5)`: never less than the quote. */
export type LiveRounding = (quote: number, easier: 'up') => number;

/** What never changes. */
export interface Settings {
  readonly unit: LiveUnit;
  readonly keepRate: number;
  /** How many recent orders a promise at the keep rate rests on, at the least. */
  readonly least: number;
  /** The caller's first guess, in `unit`. */
  readonly typical: number;
  readonly parameters: string;
  readonly numbers: PromiserNumbers;
  readonly clock: OpenClock;
  readonly calendar: BusinessCalendar | null;
  /** Turns a quote in `unit` into what is told. */
  readonly round: LiveRounding | null;
  /** How late an event may come, in milliseconds. */
  readonly lateness: number;
}

/** All that a promiser knows; its buffers are its own. Times in milliseconds, durations in open time. */
export interface State {
  readonly settings: Settings;
  /** The time of the last event; events that come late leave it where it is. */
  now: number;
  /** Half-lives gone by. */
  clock: number;
  /** The clock that all weights are relative to. */
  base: number;
  /** The open time when an order last started. */
  lastStart: number;
  /** What all estimates are scaled by. */
  scale: number;
  /** What the first to finish took, as multiples of their estimates. */
  readonly first: number[];
  finished: number;
  /** The weight of finished orders. */
  finishWeight: number;
  /** How many orders must be remembered for the wanted certainty, as of the last look. */
  needed: number;
  /** Where the cursor is that looks at orders under way, and what came by since the evidence was last looked at. */
  cursor: number;
  seen: number;
  looked: number;
  /** The mean duration, which time is measured by. */
  readonly duration: Faded;
  /**
   * The common level of log durations beyond their estimates, and what it was when enough had been seen (NaN before):
   * the grid holds durations from there on, and quotes follow what the level does since.
   */
  readonly level: Faded;
  levelFrom: number;
  /** Of how many ended orders (`weight`) how many finished (`sum`). */
  readonly ends: Faded;
  readonly memories: Memories;
  readonly load: Load;
  readonly slopes: Slopes;
  readonly common: CommonDurations;
  readonly groups: Groups;
  readonly hours: Visits;
  readonly days: Visits;
  readonly busy: Visits;
  readonly pooledGroups: Pooled;
  readonly pooledHours: Pooled;
  readonly pooledDays: Pooled;
  readonly pooledBusy: Pooled;
  readonly orders: Orders;
  readonly lost: Map<string, Order>;
}

export function newState(settings: Settings, scale = 1): State {
  const { guessPriorSize } = settings.numbers;
  const guess = settings.typical * unitMs[settings.unit] * scale;
  const pooled = (): Pooled => ({ pool: noPool(settings.numbers), sums: noSums() });
  const slopes = noSlopes();
  addName(slopes, 'surge', 0);
  return {
    settings,
    now: -Infinity,
    clock: 0,
    base: 0,
    lastStart: Number.NaN,
    scale,
    first: [],
    finished: 0,
    finishWeight: 0,
    needed: 0,
    cursor: 0,
    seen: 0,
    looked: 0,
    duration: { weight: guessPriorSize, sum: guessPriorSize * guess, clock: 0 },
    level: { weight: guessPriorSize, sum: 0, clock: 0 },
    levelFrom: Number.NaN,
    ends: { weight: 0, sum: 0, clock: 0 },
    memories: newMemories(settings.numbers),
    load: noLoad(),
    slopes,
    common: noCommonDurations(),
    groups: noGroups(),
    hours: noVisits(24),
    days: noVisits(7),
    busy: noVisits(busyPlaces),
    pooledGroups: pooled(),
    pooledHours: pooled(),
    pooledDays: pooled(),
    pooledBusy: pooled(),
    orders: noOrders(),
    lost: new Map(),
  };
}

/** Forgets by the clock, then adds. */
export function addFaded(faded: Faded, clock: number, halfLives: number, x: number, weight = 1) {
  const keep = 2 ** ((faded.clock - clock) / halfLives);
  faded.weight = faded.weight * keep + weight;
  faded.sum = faded.sum * keep + x;
  faded.clock = clock;
}

/** The mean duration of late, in milliseconds. */
export function meanDurationOf({ duration }: State): number {
  return duration.sum / duration.weight;
}

/** The weight in a memory of an order that started at a clock, relative to the base. */
export const weightAt = ({ base }: State, clock: number, { pace }: Memory): number =>
  Math.exp((clock - base) * pace * Math.LN2);

/** How log durations go beyond their estimates lately. */
export function levelOf({ level }: State): number {
  return level.sum / level.weight;
}

/** What deviations are stretched around: the level when enough had been seen, which the grids hold; 0 before. */
export const centreOf = ({ levelFrom }: State): number => (Number.isNaN(levelFrom) ? 0 : levelFrom);

/** How far that has moved since enough had been seen. */
export function driftOf(state: State): number {
  return Number.isNaN(state.levelFrom) ? 0 : levelOf(state) - state.levelFrom;
}
