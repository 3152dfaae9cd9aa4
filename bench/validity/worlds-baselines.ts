import { orderStatistics } from './order-statistics';

/**
 * What else one might do in a world, in simple form: quantiles of what has finished, or Kaplan-Meier curves of
 * the last orders with those under way, over all orders or by group. Each order is promised by what was known at
 * its start.
 */

/** An order as these see it: what it took, in whatever is forecast, beside when. */
export interface Seen {
  readonly group: string;
  readonly started: number;
  readonly ended: number;
  readonly finished: boolean;
  /** What it took, or took until it ended otherwise; of what it is divided by when given an estimate. */
  readonly took: number;
  /** The same if it is still under way at an instant. */
  readonly age: (now: number) => number;
}

export interface Setting {
  readonly keepRate: number;
  /** Promised before there is anything to go by. */
  readonly first: number;
  /** The caller's guess of a duration, in milliseconds. */
  readonly typical: number;
}

type Forecasts = Float64Array;

/** How far back is looked: so many finished orders, or so long. */
interface Window {
  readonly orders?: number;
  readonly time?: number;
}

const needed = (keepRate: number) => Math.max(9, Math.ceil(keepRate / (1 - keepRate) - 1e-9));

/** Forecasts by one stream of orders; NaN where too few of them have finished. */
function recent(
  orders: readonly Seen[],
  { keepRate }: Setting,
  { orders: most = Infinity, time = Infinity }: Window,
): Forecasts {
  const finished = orders.filter((order) => order.finished).sort((a, b) => a.ended - b.ended);
  const known = orderStatistics(finished.map(({ took }) => took));
  let [first, next] = [0, 0];
  return Float64Array.from(orders, ({ started }) => {
    for (; next < finished.length && (finished[next] as Seen).ended <= started; next++) {
      known.add(next);
    }
    while (
      first < next &&
      (next - first > most || (finished[first] as Seen).ended <= started - time)
    ) {
      known.remove(first++);
    }
    const n = known.size();
    if (n < needed(keepRate)) return Number.NaN;
    return known.ranked(Math.min(n, Math.ceil((n + 1) * keepRate - 1e-9)));
  });
}

/** Kaplan-Meier over the last so many orders of a stream that started, looked at again after every twentieth of them. */
function kaplanMeier(orders: readonly Seen[], { keepRate }: Setting, most: number): Forecasts {
  const every = Math.max(1, Math.floor(most / 20));
  let forecast = Number.NaN;
  return Float64Array.from(orders, ({ started }, i) => {
    if (i % every > 0 && i > every) return forecast;
    const entries = orders.slice(Math.max(0, i - most), i).map((order) => {
      const seen = order.ended <= started;
      return { took: seen ? order.took : order.age(started), end: seen && order.finished };
    });
    entries.sort((a, b) => a.took - b.took || Number(b.end) - Number(a.end));
    const ends = entries.reduce((sum, { end }) => sum + Number(end), 0);
    forecast = ends < needed(keepRate) ? Number.NaN : fallenTo(entries, 1 - keepRate);
    return forecast;
  });
}

/** Where the curve has fallen to a share; its end where it does not fall that low. */
function fallenTo(entries: readonly { took: number; end: boolean }[], share: number): number {
  let survival = 1;
  for (const [i, { took, end }] of entries.entries()) {
    if (end) survival *= 1 - 1 / (entries.length - i);
    if (survival <= share + 1e-12) return took;
  }
  return entries.at(-1)?.took as number;
}

/** A method over the orders of each group by themselves; NaN where a group has too few. */
function byGroup(orders: readonly Seen[], method: (own: readonly Seen[]) => Forecasts): Forecasts {
  const places = new Map<string, number[]>();
  orders.forEach(({ group }, i) => {
    const own = places.get(group);
    if (own) own.push(i);
    else places.set(group, [i]);
  });
  const all = new Float64Array(orders.length);
  for (const own of places.values()) {
    method(own.map((i) => orders[i] as Seen)).forEach((forecast, at) => {
      all[own[at] as number] = forecast;
    });
  }
  return all;
}

/** What each simple method forecasts, by its name. */
export function simpleForecasts(
  orders: readonly Seen[],
  setting: Setting,
): ReadonlyMap<string, Forecasts> {
  const methods: Readonly<Record<string, (own: readonly Seen[]) => Forecasts>> = {
    'all past': (own) => recent(own, setting, {}),
    'last 200': (own) => recent(own, setting, { orders: 200 }),
    'last 1,000': (own) => recent(own, setting, { orders: 1000 }),
    'last 10 durations': (own) => recent(own, setting, { time: 10 * setting.typical }),
    'last 30 durations': (own) => recent(own, setting, { time: 30 * setting.typical }),
    'Kaplan-Meier of 200': (own) => kaplanMeier(own, setting, 200),
    'Kaplan-Meier of 1,000': (own) => kaplanMeier(own, setting, 1000),
  };
  const all = new Map<string, Forecasts>();
  const grouped = orders.some(({ group }) => group !== orders[0]?.group);
  for (const [name, method] of Object.entries(methods)) {
    const overall = method(orders).map((one) => (Number.isNaN(one) ? setting.first : one));
    all.set(name, overall);
    if (!grouped) continue;
    const own = byGroup(orders, method);
    all.set(
      `${name}, by group`,
      own.map((one, i) => (Number.isNaN(one) ? (overall[i] as number) : one)),
    );
  }
  return all;
}
