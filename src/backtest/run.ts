import { unitMs } from '../core/time-units';
import { isPromise, notEnough, refuse, refusePromise } from '../input/refusal';
import type { LiveUnit } from '../live/units';
import { type Entrant, enter } from './entrant';
import type { ReadOrder } from './input-orders';
import type { OrdersInTime } from './input-time';
import type { PromisePolicy } from './policy';
import type { Progress } from './progress';
import { replay } from './replay';
import { type Scores, scoring } from './scores';

/** A policy that is to run, under its name and at its place in what was given. */
export interface Named {
  readonly name: string;
  readonly path: string;
  readonly policy: PromisePolicy;
  readonly keepRate: number;
}

export interface RunOptions {
  readonly unit: LiveUnit;
  readonly from: Date | undefined;
  readonly periodOf: (read: ReadOrder) => string;
  /** The place of the policy that others are compared with; -1 for none. */
  readonly against: number;
  readonly stepOrders: number;
}

/** Policies on their way through orders: goes on by a step, and tells how far it has come; `ended` is asked first. */
export interface Run {
  readonly step: () => Progress;
  readonly ended: () => boolean;
  /** What was counted. */
  readonly scores: Scores;
}

export function startRun(
  orders: OrdersInTime,
  policies: readonly Named[],
  { unit, from, periodOf, against, stepOrders }: RunOptions,
): Run {
  const length = unitMs[unit];
  const first = from?.getTime() ?? -Infinity;
  if (first > orders.asOf) {
    const text = `a date up to ${new Date(orders.asOf).toISOString()}, when orders were last known`;
    refuse('options.from', from, text, 'date-order');
  }
  const entrants = policies.map(
    ({ name, path, policy, keepRate }): Entrant =>
      enter(name, path, policy, Object.freeze({ unit, keepRate })),
  );
  const { scores, tell } = scoring(entrants, {
    from: first,
    asOf: orders.asOf,
    length,
    periodOf,
    against,
  });
  let done = 0;
  let ended = false;
  const goOn = replay(orders, entrants, length, (read, quotes) => {
    done++;
    tell(read, quotes);
  });
  return {
    step() {
      ended = !goOn(stepOrders);
      return { done, of: orders.of };
    },
    ended: () => ended,
    scores,
  };
}

/** Goes through all orders, and tells of each step. */
export function runThrough(
  run: Run,
  onProgress: ((progress: Progress) => unknown) | undefined,
): void {
  while (!run.ended()) {
    const progress = run.step();
    const answer = onProgress?.(progress);
    if (isPromise(answer)) refusePromise('options.onProgress', answer, 'a function that is done');
  }
}

/** Refuses a report on orders that tell nothing: some promise must have fallen due, kept or broken. */
export function checkCounted(
  { orders, entrants }: Scores,
  { unit, from, asOf }: Pick<RunOptions, 'unit' | 'from'> & { readonly asOf: number },
): void {
  const tallies = entrants.flatMap(({ periods }) => [...periods.values()]);
  if (tallies.some(({ quotes }) => quotes.n > 0)) return;
  const since = from === undefined ? '' : ` from ${from.toISOString()} on`;
  const held = `${orders} that started${since}, and no promise to them that fell due`;
  const later = tallies.some(({ counts }) => counts.pending > 0);
  const hint = later
    ? ` by ${new Date(asOf).toISOString()} (promises are in ${unit}, by options.unit; more do by a later options.asOf)`
    : tallies.length > 0 && tallies.every(({ counts }) => counts.none > 0 && counts.cancelled === 0)
      ? ' (every quote was null)'
      : '';
  const purpose = 'a look back: an order that was promised';
  notEnough('orders', { needed: 1, available: 0 }, purpose, `${held}${hint}`);
}
