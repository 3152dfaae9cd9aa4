import { type EstimatorModel, estimateWith, fitEstimator, livePromiser } from 'overdeliver';
import { type Bench, type Row, row } from '../report';
import { uniforms } from '../uniforms';
import { completedOnly, kaplanMeier, naiveAci } from './baselines';
import { marketplaceOrders, type PastOrder, timeOf } from './data';
import { type Ask, type Promises, replay, targets } from './replay';
import { type Score, scoreOf } from './score';

/**
 * The marketplace's deliveries, rolling forward in one pass: each order is promised by what was known at its
 * purchase. Durations are fractions of days; the marketplace's own promise holds to the end of its day.
 * Scored by purchase, delivered orders only. Parameters were chosen on what was due before 2017-09, and so was the
 * power of the promise: it is padded more than it informs, and .6 had the least loss there of .3 to 1.
 */

const day = 86_400_000;
const periods = ['2017-06', '2017-09'] as const;
const setting = { first: 30 * day, every: day };

const shown = ({ fields, started }: PastOrder) => timeOf(fields.promised_date) + day - started;
const byState = ({ group }: PastOrder): Ask => ({ group });

/** What is known of an order at its purchase, as logarithms but for the count of items. */
const withFeatures = (order: PastOrder): Ask => {
  const { price, items, freight } = known(order);
  return { ...byState(order), features: { price, items, freight } };
};

/** Rolls the promiser over orders; where it promises nothing, 30 days count. */
function ours(
  orders: readonly PastOrder[],
  ask: (order: PastOrder) => Ask,
  asked?: readonly number[],
): Promises {
  const promiser = livePromiser({ unit: 'days', keepRate: 0.9, typical: 10 });
  const promises = replay(promiser, orders, ask, day, asked);
  return promises.map((ones) => ones.map((one) => (Number.isNaN(one) ? setting.first : one)));
}

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
function estimatesOf(orders: readonly PastOrder[]): (order: PastOrder) => number {
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
  return (order) => {
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

function rowsFor(
  name: string,
  scores: (target: number, from: string) => Score,
  own: (target: number, from: string) => Score,
  best: (target: number, from: string) => number,
): Row[] {
  return targets.flatMap((target) =>
    periods.flatMap((from) => {
      const score = scores(target, from);
      const theirs = own(target, from);
      const figures: Readonly<Record<string, number>> = {
        kept: score.kept,
        'mean quote, days': score.mean / day,
        "mean quote / the marketplace's": score.mean / theirs.mean,
        'worst month': score.worstMonth,
        'pinball loss, days': score.pinball / day,
        "pinball loss / the marketplace's": score.pinball / theirs.pinball,
        "pinball loss / the best baseline's": score.pinball / best(target, from),
      };
      return Object.entries(figures).map(([metric, value]) =>
        row('live', `marketplace from ${from}, ${target}: ${name}`, metric, value),
      );
    }),
  );
}

export const liveMarketplace: Bench = {
  room: 'live',
  run() {
    const data = marketplaceOrders();
    if (data === null) return [];
    const { delivered, others } = data;
    const score = (orders: readonly PastOrder[], promises: Promises) => (p: number, from: string) =>
      scoreOf(
        orders,
        promises.map((ones) => ones[targets.indexOf(p as (typeof targets)[number])] as number),
        p,
        timeOf(`${from}-01`),
      );
    const of = (promises: Promises) => score(delivered, promises);
    const own = of(delivered.map((order) => targets.map(() => shown(order))));
    const baselines: Readonly<Record<string, ReturnType<typeof of>>> = {
      "the marketplace's own": own,
      'all past, by state': of(completedOnly(delivered, setting)),
      'completed in 60 days, by state': of(completedOnly(delivered, setting, 60 * day)),
      'the same + naive ACI': of(naiveAci(delivered, setting, 60 * day)),
      'Kaplan-Meier, 60 days': of(kaplanMeier(delivered, setting, 60 * day)),
      'Kaplan-Meier, recency-weighted': of(kaplanMeier(delivered, setting, 150 * day, 15 * day)),
    };
    const best = (p: number, from: string) =>
      Math.min(...Object.values(baselines).map((scores) => scores(p, from).pinball));
    const mixed = withOthers(delivered, others, 0.03);
    const estimator = estimatesOf(delivered);
    const estimate = (order: PastOrder) => shown(order) / day;
    const methods: Readonly<Record<string, ReturnType<typeof of>>> = {
      ...baselines,
      'ours, groups only': of(ours(delivered, byState)),
      'ours, price, items and freight as features': of(ours(delivered, withFeatures)),
      'ours, groups only, asked for .01 less': of(
        ours(
          delivered,
          byState,
          targets.map((p) => p - 0.01),
        ),
      ),
      'ours, promise as estimate': of(
        ours(delivered, (order) => ({ ...byState(order), estimate: estimate(order) })),
      ),
      'ours, promise ^ .6 as estimate': of(
        ours(delivered, (order) => ({ ...byState(order), estimate: estimate(order) ** 0.6 })),
      ),
      'ours, estimator': of(
        ours(delivered, (order) => ({ ...byState(order), estimate: estimator(order) })),
      ),
      'ours, groups only, 3% undelivered': score(mixed, ours(mixed, byState)),
    };
    return Object.entries(methods).flatMap(([name, scores]) => rowsFor(name, scores, own, best));
  },
};
