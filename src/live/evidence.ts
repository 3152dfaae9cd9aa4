import { stretched } from './ages';
import { bins, logAgeOfShare, longestOf, look } from './incidence';
import type { LiveQuote } from './live-quote';
import type { Memory } from './memories';
import { centreOf, type State, weightAt } from './state';

/** What the memories tell of the next order, and what they do not. */

/** How many equally recent orders the finished ones are worth (Kish): weights that halve steadily count double. */
export function recentOrders({ finished, finishWeight, base, clock }: State): number {
  return Math.min(finished, 2 * finishWeight * 2 ** (base - clock));
}

/** Before enough has been seen: log-logistic around the guess and what is known of the group. */
export function guessedRatio({ pooledGroups }: State, keepRate: number): number {
  // A logistic of scale 1 has a variance of pi^2 / 3.
  const { variance } = pooledGroups.pool;
  return (Math.sqrt(3 * variance) / Math.PI) * Math.log(keepRate / (1 - keepRate));
}

/**
 * Where recent orders do not tell, since their longest are still to come: the guess, with the level and the spread that
 * were learnt, or the longest that was seen. Not for more than the promiser's own keep rate, which nothing backs.
 */
export function standIn(
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
  return seen > 0
    ? Math.max(guess, base + stretched(logAgeOfShare(grid, seen), stretch, centreOf(state)))
    : guess;
}

/** The log age by which a new order has finished with a chance of a keep rate; as of the last look at the usual one. */
export function seenAt(state: State, memory: Memory, keepRate: number): number {
  if (keepRate === state.settings.keepRate) return memory.atKeepRate;
  return logAgeOf(state, memory, asked(state, keepRate));
}

/** Looks at what a memory has: done now and then, and kept for the quotes until the next time. */
export function lookAt(state: State, memory: Memory): void {
  // What weighs less than a thousandth of a new order is forgotten.
  const least = weightAt(state, state.clock, memory) / 1000;
  look(memory.grid, least);
  memory.atKeepRate = logAgeOf(state, memory, asked(state, state.settings.keepRate));
  memory.median = logAgeOf(state, memory, 0.5);
  memory.longest = longestOf(memory.grid, least);
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

/** The keep rate that asks for a share: what `asked` does, undone. */
function askable({ finished }: State, share: number): number {
  const missed = 1 - share;
  const half = (missed * (1 - 1 / finished)) / 2;
  return 1 - half - Math.sqrt(half * half + missed / finished);
}

export function whatIsKnown(
  state: State,
  memory: Memory,
  base: number,
  stretch: number,
  estimate: number,
): NonNullable<LiveQuote['unidentified']> {
  const { grid } = memory;
  const seen = grid.incidence[bins] as number;
  const help: ('lower-keep-rate' | 'end-orders')[] = [];
  if (seen > 0) help.push('lower-keep-rate');
  if (state.orders.size > 0) help.push('end-orders');
  return {
    atLeast:
      seen > 0
        ? estimate * Math.exp(base + stretched(logAgeOfShare(grid, seen), stretch, centreOf(state)))
        : 0,
    chance: seen > 0 ? askable(state, seen / finishing(state, memory)) : 0,
    help,
  };
}

/** A memory is short where it makes quotes uncertain by over 1.4 times what is wanted. */
export function warningsOf(
  { finished, needed }: State,
  { pace }: Memory,
  n: number,
): LiveQuote['warnings'] {
  const available = Math.min(finished, n / pace);
  if (needed <= 2 * available) return [];
  const detail = { needed: Math.ceil(needed), available: Math.floor(available) };
  return [{ code: 'short-memory', detail }];
}
