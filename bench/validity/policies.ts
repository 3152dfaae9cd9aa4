import type { PolicyReport, PromisePolicy, StartedOrder } from 'overdeliver/backtest';

/** What else one might do, in simple form, as policies of a backtest; times in milliseconds. */

const day = 86_400_000;
const lengths = { minutes: 60_000, hours: 3_600_000, days: day };

/** The same policy, with a first guess where it has no promise. */
export const orElse =
  (first: number, policy: PromisePolicy): PromisePolicy =>
  (setting) => {
    const run = policy(setting);
    return { ...run, quote: (order) => run.quote(order) ?? first };
  };

/** The same policy, which looks at the past again at the first order of every period alone. */
export const periodically =
  (every: number, policy: PromisePolicy): PromisePolicy =>
  (setting) => {
    const run = policy(setting);
    let held: Parameters<NonNullable<typeof run.end>>[] = [];
    const isNew = newPeriod(every);
    let looked = new Date(0);
    return {
      quote(order) {
        if (isNew(order)) {
          looked = order.started;
          for (const [ended, end] of held) run.end?.(ended, end);
          held = [];
        }
        return run.quote({ ...order, started: looked });
      },
      end: (order, end) => held.push([order, end]),
    };
  };

/** Whether an order is the first one of a period. */
function newPeriod(every: number): (order: StartedOrder) => boolean {
  let period = Number.NaN;
  return ({ started }) => {
    const now = Math.floor(started.getTime() / every);
    const isNew = now !== period;
    period = now;
    return isNew;
  };
}

/** An order that was seen: durations in the unit. */
interface Seen {
  readonly started: number;
  readonly group: string;
  /** Infinity while it is under way. */
  ended: number;
  took: number;
}

const ascending = (a: number, b: number) => a - b;

/** The durations, sorted, of what finished within a window before now, by group and of all. */
function completed(seen: readonly Seen[], now: number, window: number) {
  const groups = new Map<string, number[]>();
  const all: number[] = [];
  for (const { ended, took, group } of seen) {
    if (ended >= now || ended <= now - window) continue;
    const durations = groups.get(group) ?? [];
    groups.set(group, durations);
    durations.push(took);
    all.push(took);
  }
  for (const durations of groups.values()) durations.sort(ascending);
  return { groups, all: all.sort(ascending) };
}

/** Remembers orders from their start on, those that started or ended too long ago no longer. */
function memory(window: number) {
  let seen: Seen[] = [];
  const underWay = new Map<StartedOrder, Seen>();
  return {
    start(order: StartedOrder) {
      const started = order.started.getTime();
      const one = { started, group: order.group ?? '', ended: Infinity, took: Number.NaN };
      seen.push(one);
      underWay.set(order, one);
    },
    end(order: StartedOrder, at: Date, took: number) {
      const one = underWay.get(order);
      underWay.delete(order);
      if (one) Object.assign(one, { ended: at.getTime(), took });
    },
    at(now: number): readonly Seen[] {
      seen = seen.filter(({ started, ended }) => Math.max(started, ended) > now - window);
      return seen;
    },
  };
}

/**
 * The quantile of what finished within a window, looked at anew in every period, with the level moved at every finished
 * order by whether its promise was kept.
 */
export function naiveAci(every: number, window: number, step = 0.005): PromisePolicy {
  return ({ keepRate }) => {
    const orders = memory(window);
    const promised = new Map<StartedOrder, number | null>();
    const isNew = newPeriod(every);
    let { groups, all } = completed([], 0, window);
    let miss = 1 - keepRate;
    return {
      quote(order) {
        const now = order.started.getTime();
        if (isNew(order)) ({ groups, all } = completed(orders.at(now), now, window));
        const own = groups.get(order.group ?? '') ?? [];
        const sorted = own.length >= 9 ? own : all;
        const rank = Math.ceil((sorted.length + 1) * (1 - miss) - 1e-9);
        return sorted[Math.max(1, Math.min(sorted.length, rank)) - 1] ?? null;
      },
      start(order, quote) {
        orders.start(order);
        promised.set(order, quote);
      },
      end(order, { at, took }) {
        orders.end(order, at, took);
        const broken = took > (promised.get(order) ?? Infinity);
        promised.delete(order);
        miss += step * (1 - keepRate - (broken ? 1 : 0));
      },
    };
  };
}

const middle = (sorted: readonly number[]) => {
  const half = sorted.length >> 1;
  return ((sorted[half] as number) + (sorted[(sorted.length - 1) >> 1] as number)) / 2;
};

/**
 * Kaplan-Meier over orders started within a window, those under way as censored, durations divided by the median of their
 * group over 60 days, shrunken towards that of all; weights may halve with time. Looked at anew in every period.
 */
export function kaplanMeier(every: number, window: number, halfLife = Infinity): PromisePolicy {
  return ({ unit, keepRate }) => {
    const orders = memory(Math.max(window, 60 * day));
    const isNew = newPeriod(every);
    let quoteOf: ((group: string) => number) | null = null;
    const look = (now: number): typeof quoteOf => {
      const seen = orders.at(now);
      const { groups, all } = completed(seen, now, 60 * day);
      if (all.length === 0) return null;
      const common = middle(all);
      const scales = new Map(
        [...groups].map(([group, own]) => [
          group,
          (own.length * middle(own) + 10 * common) / (own.length + 10),
        ]),
      );
      const scale = (group: string) => scales.get(group) ?? common;
      const entries = seen
        .filter(({ started }) => started < now && now - started <= window)
        .map(({ started, ended, group }) => ({
          ratio: (Math.min(ended, now) - started) / lengths[unit] / scale(group),
          weight: 2 ** ((started - now) / halfLife),
          seen: ended < now,
        }))
        .sort((a, b) => a.ratio - b.ratio || Number(b.seen) - Number(a.seen));
      const ratio = quantileOf(entries, keepRate);
      return (group) => ratio * scale(group);
    };
    return {
      quote(order) {
        if (isNew(order)) quoteOf = look(order.started.getTime());
        return quoteOf?.(order.group ?? '') ?? null;
      },
      start: orders.start,
      end: (order, { at, took }) => orders.end(order, at, took),
    };
  };
}

/** A quantile of a Kaplan-Meier curve; its end where it does not fall that low. */
function quantileOf(
  entries: readonly { readonly ratio: number; readonly weight: number; readonly seen: boolean }[],
  p: number,
): number {
  let atRisk = entries.reduce((sum, { weight }) => sum + weight, 0);
  let survival = 1;
  for (const { ratio, weight, seen } of entries) {
    if (seen) survival *= 1 - weight / atRisk;
    atRisk -= weight;
    if (survival <= 1 - p + 1e-12) return ratio;
  }
  return entries.at(-1)?.ratio ?? 1;
}

/** How the promises of a policy did in some periods of its report, where all orders finished. */
export function scoreIn(report: PolicyReport, isWanted: (period: string) => boolean) {
  const parts = report.periods.filter(({ period, kept }) => isWanted(period) && kept.n > 0);
  const n = parts.reduce((sum, { kept }) => sum + kept.n, 0);
  const mean = (of: (part: (typeof parts)[number]) => number | null) =>
    parts.reduce((sum, part) => sum + part.kept.n * (of(part) as number), 0) / n;
  const rates = parts.filter(({ kept }) => kept.n > 100).map(({ kept }) => kept.share as number);
  return {
    n,
    kept: mean(({ kept }) => kept.share),
    mean: mean(({ quote }) => quote.mean),
    pinball: mean(({ pinball }) => pinball),
    /** The least share kept in a period with more than 100 orders. */
    worst: Math.min(...rates),
  };
}

export type PartScore = ReturnType<typeof scoreIn>;
