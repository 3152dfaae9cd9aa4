import type { Correction, Pending } from './kernel-correction';
import { emptyGrid, type Grid } from './kernel-decayed-grid';
import { type Group, noPool, type Pool } from './kernel-group-effects';
import { noSurge, type Surge } from './kernel-surge';
import { noOrders, type Orders } from './orders';
import type { PromiserNumbers } from './parameters';
import { type LiveUnit, unitLengths } from './units';

/** A sum that is forgotten by the clock. */
interface Faded {
  weight: number;
  sum: number;
  clock: number;
}

/** An order that counts as lost, and may still finish. */
interface LostOrder {
  readonly group: string;
  readonly pending: Pending | null;
  readonly numbers: Float64Array;
}

/** What never changes. */
export interface Settings {
  readonly unit: LiveUnit;
  readonly keepRate: number;
  /** The caller's first guess, in `unit`. */
  readonly typical: number;
  readonly parameters: string;
  readonly numbers: PromiserNumbers;
}

/** All that a promiser knows; its buffers are its own. Times in milliseconds. */
export interface State {
  readonly settings: Settings;
  /** The time of the last event. */
  now: number;
  /** Half-lives gone by. */
  clock: number;
  /** The clock that all weights are relative to. */
  base: number;
  finished: number;
  /** Events since the evidence was last looked at, and when that was. */
  since: number;
  looked: number;
  /** The weight of finished orders. */
  finishWeight: number;
  /** The mean duration, which time is measured by. */
  readonly typical: Faded;
  /** Of how many ended orders (`weight`) how many finished (`sum`). */
  readonly ends: Faded;
  readonly grid: Grid;
  readonly surge: Surge;
  readonly groups: Map<string, Group>;
  pool: Pool;
  readonly correction: Correction;
  readonly orders: Orders;
  readonly lost: Map<string, LostOrder>;
}

export function newState(settings: Settings): State {
  const { guessWorth } = settings.numbers;
  const guess = settings.typical * unitLengths[settings.unit];
  return {
    settings,
    now: -Infinity,
    clock: 0,
    base: 0,
    finished: 0,
    since: 0,
    looked: 0,
    finishWeight: 0,
    typical: { weight: guessWorth, sum: guessWorth * guess, clock: 0 },
    ends: { weight: 0, sum: 0, clock: 0 },
    grid: emptyGrid(),
    surge: noSurge(),
    groups: new Map(),
    pool: noPool(settings.numbers),
    correction: { share: 0, pending: [] },
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

/** The typical duration, in milliseconds. */
export function typicalOf({ typical }: State): number {
  return typical.sum / typical.weight;
}
