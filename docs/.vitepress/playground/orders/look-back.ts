import {
  byMonth,
  byWeek,
  capabilityAsOf,
  type PromisePlan,
  planPromise,
  toMultipleOf,
} from 'overdeliver';
import {
  type BacktestOptions,
  type BacktestOrder,
  type PromisePolicy,
  promisesAsMade,
  quotesFromEstimator,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import { estimatorOptions } from './estimator-options';
import { multipleFor } from './multiple';
import type { OrdersSettings } from './settings';

/** An order as `ordersFromRows` gives it. */
export type Order = BacktestOrder & { readonly started: Date };

export type Unit = 'minutes' | 'hours' | 'days';
const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
const dayMs = unitMs.days;

/** What is found out about orders before they are looked back at. */
export interface Facts {
  readonly unit: Unit;
  readonly by: 'month' | 'week';
  /** From when on policies are scored: a fifth of the orders come before, from which they learn. */
  readonly from: string;
  /** Whether any order was promised anything. */
  readonly promised: boolean;
  /** Groups, the most frequent first. */
  readonly groups: readonly string[];
}

export function factsOf(orders: readonly Order[], settings: OrdersSettings): Facts {
  const starts = Float64Array.from(orders, ({ started }) => started.getTime()).sort();
  const [first = 0, last = 0] = [starts.at(0), starts.at(-1)];
  const fifth = starts[Math.floor(starts.length / 5)] ?? 0;
  const counts = new Map<string, number>();
  for (const { group } of orders) if (group) counts.set(group, (counts.get(group) ?? 0) + 1);
  return {
    unit: settings.unit === '' ? unitFor(orders) : (settings.unit as Unit),
    // With fewer than ten months, weeks tell more.
    by:
      settings.by === ''
        ? last - first > 300 * dayMs
          ? 'month'
          : 'week'
        : (settings.by as 'week'),
    from: new Date(Math.floor(fifth / dayMs) * dayMs).toISOString(),
    promised: orders.some(({ promise, due }) => (promise ?? due ?? null) !== null),
    groups: [...counts].sort(([, a], [, b]) => b - a).map(([group]) => group),
  };
}

/** The unit in which the median order is a number that people say. */
function unitFor(orders: readonly Order[]): Unit {
  const took = orders
    .flatMap(({ started, finished }) =>
      finished instanceof Date ? [finished.getTime() - started.getTime()] : [],
    )
    .sort((a, b) => a - b);
  const median = took[Math.floor(took.length / 2)] ?? dayMs;
  return median < 3 * unitMs.hours ? 'minutes' : median < 2 * dayMs ? 'hours' : 'days';
}

/** What is compared: your own promises only where there are any. */
export function policiesOf({ unit, promised }: Facts): Readonly<Record<string, PromisePolicy>> {
  return {
    ...(promised && { yours: promisesAsMade() }),
    rolling: quotesFromHistory({ days: 60 }),
    live: quotesFromPromiser(),
    estimator: quotesFromEstimator(estimatorOptions(unit)),
  };
}

export function backtestOptionsOf(facts: Facts, settings: OrdersSettings): BacktestOptions {
  const zone = settings.zone === '' ? 'UTC' : settings.zone;
  return {
    unit: facts.unit,
    keepRate: settings.keepRate,
    from: facts.from,
    by: facts.by === 'month' ? byMonth(zone) : byWeek(zone),
    policies: policiesOf(facts),
  };
}

/** The keep rates of the frontier. */
export const frontierRates = [0.5, 0.7, 0.8, 0.9, 0.95] as const;

/** Those of the last days, of one group if said, which say what to promise next. */
export function recentOrders(
  orders: readonly Order[],
  settings: OrdersSettings,
  asOf: string,
): readonly Order[] {
  const since = Date.parse(asOf) - settings.days * dayMs;
  return orders.filter(
    ({ started, group }) =>
      started.getTime() >= since && (settings.forGroup === '' || group === settings.forGroup),
  );
}

export function planNext(
  orders: readonly Order[],
  settings: OrdersSettings,
  { unit }: Facts,
  asOf: string,
): PromisePlan {
  const capability = capabilityAsOf(recentOrders(orders, settings, asOf), { asOf, unit });
  const { keepRate } = settings;
  const multipleOf = multipleFor(settings, unit);
  return planPromise(capability, {
    keepRate,
    round: multipleOf > 0 ? toMultipleOf(multipleOf) : undefined,
  });
}
