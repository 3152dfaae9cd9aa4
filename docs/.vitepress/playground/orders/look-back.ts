import { byMonth, byWeek } from 'overdeliver';
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
import type { NextPolicy, PolicyName } from './policy-names';
import { featuresOf, type OrdersSettings } from './settings';

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
  /** Numbers that are known of an order as it starts, with their medians: your own estimate, and by column. */
  readonly known: readonly Known[];
}

interface Known {
  readonly name: string;
  readonly isEstimate: boolean;
  readonly median: number;
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
    known: knownIn(orders, settings),
  };
}

function knownIn(orders: readonly Order[], settings: OrdersSettings): readonly Known[] {
  const knownAs = (
    name: string,
    isEstimate: boolean,
    of: (order: Order) => number | null | undefined,
  ) => {
    const values = orders.flatMap((order) => of(order) ?? []).sort((a, b) => a - b);
    const median = values[Math.floor(values.length / 2)];
    return median === undefined ? [] : [{ name, isEstimate, median }];
  };
  return [
    ...knownAs(settings.estimate, true, ({ estimate }) => estimate),
    ...featuresOf(settings).flatMap((name) =>
      knownAs(name, false, ({ features }) => features?.[name]),
    ),
  ];
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
export function policiesOf({
  unit,
  promised,
}: Facts): Readonly<
  Record<NextPolicy, PromisePolicy> & Partial<Record<PolicyName, PromisePolicy>>
> {
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
