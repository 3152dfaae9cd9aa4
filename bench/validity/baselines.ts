import type { PastOrder } from './data';
import { type Promises, targets } from './replay';

/**
 * What else one might do, in simple form. Each sees at the start of a day what has ended by then; times in
 * milliseconds. Before anything has ended, `first` is promised.
 */

const day = 86_400_000;

export interface Setting {
  /** Promised before there is anything to go by. */
  readonly first: number;
  /** How often the past is looked at again. */
  readonly every: number;
}

/** Calls `see` at the first order of every period, and answers by what it returned last. */
function periodic<Seen>(every: number, see: (now: number) => Seen): (order: PastOrder) => Seen {
  let period = Number.NaN;
  let seen: Seen;
  return ({ started }) => {
    const now = Math.floor(started / every);
    if (now !== period) {
      period = now;
      seen = see(started);
    }
    return seen;
  };
}

const ascending = (a: number, b: number) => a - b;
const byEnd = (orders: readonly PastOrder[]) =>
  orders.filter(({ how }) => how === 'finished').sort((a, b) => a.ended - b.ended);

interface Completed {
  readonly groups: ReadonlyMap<string, readonly number[]>;
  readonly all: readonly number[];
}

/** The durations, sorted, of what finished within a window before now. */
function completed(finished: readonly PastOrder[], now: number, window: number): Completed {
  const groups = new Map<string, number[]>();
  const all: number[] = [];
  for (const { ended, started, group } of finished) {
    if (ended > now) break;
    if (ended <= now - window) continue;
    const durations = groups.get(group) ?? [];
    groups.set(group, durations);
    durations.push(ended - started);
    all.push(ended - started);
  }
  for (const durations of groups.values()) durations.sort(ascending);
  return { groups, all: all.sort(ascending) };
}

/** The durations to go by: the group's own where there are enough, those of all otherwise. */
const enough = ({ groups, all }: Completed, group: string, least: number) => {
  const own = groups.get(group) ?? [];
  return own.length >= least ? own : all;
};

function ranked(sorted: readonly number[], p: number, first: number): number {
  const rank = Math.max(1, Math.min(sorted.length, Math.ceil((sorted.length + 1) * p - 1e-9)));
  return sorted[rank - 1] ?? first;
}

/** The quantile of all that finished within a window, by group. */
export function completedOnly(
  orders: readonly PastOrder[],
  { first, every }: Setting,
  window = Infinity,
): Promises {
  const finished = byEnd(orders);
  const seen = periodic(every, (now) => completed(finished, now, window));
  return orders.map((order) =>
    targets.map((p) => {
      const least = Math.max(9, Math.ceil(p / (1 - p) - 1e-9));
      return ranked(enough(seen(order), order.group, least), p, first);
    }),
  );
}

/** The same, with the level moved at every finished order by whether its promise was kept. */
export function naiveAci(
  orders: readonly PastOrder[],
  { first, every }: Setting,
  window: number,
  step = 0.005,
): Promises {
  const finished = byEnd(orders);
  const columns = targets.map((p) => {
    const promised = new Map<PastOrder, number>();
    const seen = periodic(every, (now) => completed(finished, now, window));
    let miss = 1 - p;
    let next = 0;
    return orders.map((order) => {
      for (
        let end = finished[next];
        end && end.ended <= order.started && promised.has(end);
        end = finished[++next]
      ) {
        const broken = end.ended - end.started > (promised.get(end) as number);
        miss += step * (1 - p - (broken ? 1 : 0));
      }
      const promise = ranked(enough(seen(order), order.group, 9), 1 - miss, first);
      promised.set(order, promise);
      return promise;
    });
  });
  return orders.map((_, i) => columns.map((column) => column[i] as number));
}

const middle = (sorted: readonly number[]) => {
  const half = sorted.length >> 1;
  return ((sorted[half] as number) + (sorted[(sorted.length - 1) >> 1] as number)) / 2;
};

/**
 * Kaplan-Meier over orders started within a window, those under way as censored, durations divided by the
 * median of their group over 60 days, shrunken towards that of all; weights may halve with time.
 */
export function kaplanMeier(
  orders: readonly PastOrder[],
  { first, every }: Setting,
  window: number,
  halfLife = Infinity,
): Promises {
  const finished = byEnd(orders);
  const seen = periodic(every, (now) => {
    const { groups, all } = completed(finished, now, 60 * day);
    const common = all.length > 0 ? middle(all) : first;
    const scaleOf = (group: string) => {
      const own = groups.get(group) ?? [];
      return own.length === 0
        ? common
        : (own.length * middle(own) + 10 * common) / (own.length + 10);
    };
    const scales = new Map([...groups.keys()].map((group) => [group, scaleOf(group)]));
    const scale = (group: string) => scales.get(group) ?? common;
    const entries = orders
      .filter(({ started }) => started < now && now - started <= window)
      .map(({ started, ended, group }) => ({
        ratio: (Math.min(ended, now) - started) / scale(group),
        weight: 2 ** ((started - now) / halfLife),
        seen: ended <= now,
      }))
      .sort((a, b) => a.ratio - b.ratio || Number(b.seen) - Number(a.seen));
    return { scale, ratios: all.length > 0 ? quantiles(entries) : targets.map(() => 1) };
  });
  return orders.map((order) => {
    const { scale, ratios } = seen(order);
    return ratios.map((ratio) => ratio * scale(order.group));
  });
}

/** The quantiles of a Kaplan-Meier curve; its end where it does not fall that low. */
function quantiles(
  entries: readonly { readonly ratio: number; readonly weight: number; readonly seen: boolean }[],
): readonly number[] {
  let atRisk = entries.reduce((sum, { weight }) => sum + weight, 0);
  let survival = 1;
  const found = targets.map(() => entries.at(-1)?.ratio ?? 1);
  let next = 0;
  for (const { ratio, weight, seen } of entries) {
    if (seen) survival *= 1 - weight / atRisk;
    atRisk -= weight;
    for (; next < targets.length && survival <= 1 - (targets[next] as number) + 1e-12; next++) {
      found[next] = ratio;
    }
  }
  return found;
}
