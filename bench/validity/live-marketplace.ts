import { byMonth, type EstimatorModel, estimateWith, fitEstimator } from 'overdeliver';
import {
  type BacktestOrder,
  backtestPromises,
  type PolicyReport,
  type PromisePolicy,
  promisesAsMade,
  quotesFromHistory,
  quotesFromPromiser,
  type StartedOrder,
} from 'overdeliver/backtest';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { marketplaceOrders, type PastOrder, timeOf } from './data';
import { kaplanMeier, naiveAci, orElse, type PartScore, periodically, scoreIn } from './policies';

/**
 * The marketplace's deliveries, rolling forward in one pass: each order is promised by what was known at its
 * purchase. Durations are fractions of days; the marketplace's own promise holds to the end of its day.
 * Scored by purchase, delivered orders only. Parameters were chosen on what was due before 2017-09, and so was the
 * power of the promise: it is padded more than it informs, and .6 had the least loss there of .3 to 1.
 */

const day = 86_400_000;
const periods = ['2017-06', '2017-09'] as const;
const targets = [0.8, 0.9, 0.95];
/** Promised before there is anything to go by, in days. */
const first = 30;

/** The order as a row of a backtest. */
function rowOf(order: PastOrder): BacktestOrder {
  const { id, group, started, ended, how, fields } = order;
  const { price, items, freight } = known(order);
  return {
    id,
    group,
    started,
    finished: how === 'finished' ? ended : null,
    cancelled: how === 'cancelled' ? ended : null,
    due: fields.promised_date ? timeOf(fields.promised_date) + day : null,
    features: { price, items, freight },
  };
}

type Ask = NonNullable<Parameters<typeof quotesFromPromiser>[0]>['ask'];
/** One promiser at .9, asked for each target. */
const ours = (ask: Ask) => quotesFromPromiser({ typical: 10, keepRate: 0.9, ask });
const groupOf = ({ group }: StartedOrder) => group ?? '';
const byState = ours((order) => ({ group: groupOf(order) }));
const withEstimate = (estimate: (order: StartedOrder) => number) =>
  ours((order) => ({ group: groupOf(order), estimate: estimate(order) }));
const shown = ({ promise }: StartedOrder) => promise as number;

/** What is known of an order at its purchase. */
function known({ fields, started, group }: PastOrder) {
  const log = (text: string | undefined) => Math.log(Math.max(1, Number(text) || 1));
  return {
    freight: log(fields.freight),
    price: log(fields.price),
    items: Number(fields.items) || 1,
    weekday: String(new Date(started).getUTCDay()),
    state: group,
  };
}

/** Estimates by our estimator, fitted anew each week on what was bought in 180 days up to 30 days ago and has arrived. */
function estimatesOf(orders: readonly PastOrder[]): (id: string) => number {
  const byId = new Map(orders.map((order) => [order.id, order]));
  const fits = new Map<number, EstimatorModel | null>();
  const fitAt = (now: number): EstimatorModel | null => {
    const past = orders.filter(
      ({ started, ended }) =>
        ended <= now && started > now - 180 * day && started <= now - 30 * day,
    );
    if (past.length < 300) return null;
    const rows = past.map(known);
    const column = <Name extends keyof (typeof rows)[number]>(name: Name) =>
      rows.map((one) => one[name]);
    const columns = {
      freight: column('freight'),
      price: column('price'),
      items: column('items'),
      weekday: column('weekday'),
      state: column('state'),
    };
    const actuals = past.map(({ started, ended }) => (ended - started) / day);
    return fitEstimator({ actuals, columns }, { unit: 'days', fitShare: 1 }).model;
  };
  return (id) => {
    const order = byId.get(id) as PastOrder;
    const week = Math.floor(order.started / (7 * day));
    if (!fits.has(week)) fits.set(week, fitAt(7 * day * week));
    const model = fits.get(week);
    return model ? estimateWith(model, known(order)).estimate : 10;
  };
}

/** As many others as make a share of the whole, drawn with a seed; half of the cancelled ones say so after 5 days. */
function withOthers(
  delivered: readonly PastOrder[],
  others: readonly PastOrder[],
  share: number,
): PastOrder[] {
  const next = uniforms(7);
  const drawn = others
    .map((order) => ({ order, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, Math.round((share * delivered.length) / (1 - share)))
    .map(({ order }): PastOrder => {
      const cancelled = /cancel|unavail/.test(order.fields.status ?? '');
      if (!cancelled || next() < 0.5) return order;
      return { ...order, how: 'cancelled', ended: order.started + 5 * day };
    });
  return [...delivered, ...drawn].sort((a, b) => a.started - b.started);
}

/** A policy that promises nothing to the orders that came to nothing, so that they are learnt from and not scored. */
const onlyTo =
  (isWanted: (order: StartedOrder) => boolean, policy: PromisePolicy): PromisePolicy =>
  (setting) => {
    const run = policy(setting);
    const quote = (order: StartedOrder) => {
      const quoted = run.quote(order);
      return isWanted(order) ? quoted : null;
    };
    return { ...run, quote };
  };

const learntDaily = (policy: PromisePolicy) => periodically(day, policy);
const baselines: Readonly<Record<string, PromisePolicy>> = {
  "the marketplace's own": promisesAsMade(),
  'all past, by state': learntDaily(quotesFromHistory()),
  'completed in 60 days, by state': learntDaily(quotesFromHistory({ days: 60 })),
  'the same + naive ACI': naiveAci(day, 60 * day),
  'Kaplan-Meier, 60 days': kaplanMeier(day, 60 * day),
  'Kaplan-Meier, recency-weighted': kaplanMeier(day, 150 * day, 15 * day),
};
const askedForLess: PromisePolicy = (setting) =>
  byState({ ...setting, keepRate: setting.keepRate - 0.01 });

function rowsFor(
  name: string,
  target: number,
  score: (from: string) => PartScore,
  theirs: (from: string) => PartScore,
  best: (from: string) => number,
): Row[] {
  return periods.flatMap((from) => {
    const { kept, mean, worst, pinball } = score(from);
    const figures: Readonly<Record<string, number>> = {
      kept,
      'mean quote, days': mean,
      "mean quote / the marketplace's": mean / theirs(from).mean,
      'worst month': worst,
      'pinball loss, days': pinball,
      "pinball loss / the marketplace's": pinball / theirs(from).pinball,
      "pinball loss / the best baseline's": pinball / best(from),
    };
    return Object.entries(figures).map(([metric, value]) =>
      row('live', `marketplace from ${from}, ${target}: ${name}`, metric, value),
    );
  });
}

export const liveMarketplace: Bench = {
  room: 'live',
  run() {
    const data = marketplaceOrders();
    if (data === null) return [];
    const { delivered, others } = data;
    const estimator = estimatesOf(delivered);
    const mixed = withOthers(delivered, others, 0.03);
    const came = new Set(delivered.map(({ id }) => id));
    const methods: Readonly<Record<string, PromisePolicy>> = {
      ...baselines,
      'ours, groups only': byState,
      'ours, price, items and freight as features': ours((order) => ({
        group: groupOf(order),
        features: order.features ?? {},
      })),
      'ours, groups only, asked for .01 less': askedForLess,
      'ours, promise as estimate': withEstimate(shown),
      'ours, promise ^ .6 as estimate': withEstimate((order) => shown(order) ** 0.6),
      'ours, estimator': withEstimate(({ id }) => estimator(id)),
    };
    const run = (
      orders: readonly PastOrder[],
      keepRate: number,
      policies: Readonly<Record<string, PromisePolicy>>,
    ): Readonly<Record<string, PolicyReport>> =>
      backtestPromises(orders.map(rowOf), {
        unit: 'days',
        keepRate,
        from: '2017-06-01T00:00:00Z',
        // Every order counts, whatever was promised.
        asOf: '2100-01-01T00:00:00Z',
        by: byMonth('UTC'),
        policies,
      }).policies;
    const guessing = Object.entries(methods).map(([name, policy]) => [name, orElse(first, policy)]);
    const others3 = onlyTo(({ id }) => came.has(id), orElse(first, byState));
    return targets.flatMap((target) => {
      const reports: Readonly<Record<string, PolicyReport>> = {
        ...run(delivered, target, Object.fromEntries(guessing)),
        ...run(mixed, target, { 'ours, groups only, 3% undelivered': others3 }),
      };
      const scores = (name: string) => (from: string) =>
        scoreIn(reports[name] as PolicyReport, (month) => month >= from);
      const theirs = scores("the marketplace's own");
      const best = (from: string) =>
        Math.min(...Object.keys(baselines).map((name) => scores(name)(from).pinball));
      return Object.keys(reports).flatMap((name) =>
        rowsFor(name, target, scores(name), theirs, best),
      );
    });
  },
};
