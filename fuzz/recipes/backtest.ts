import { byDay, byMonth } from 'overdeliver';
import {
  backtestDefaults,
  type PromisePolicy,
  promisesAsMade,
  quotesFromEstimator,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import type * as room from '../../src/backtest/index';
import type { Random } from '../random';
import { made, named } from '../show';
import { date, later, parameters, share, zone } from './pieces';
import type { Recipes, ReturnedRecipes } from './recipe';

const units = ['minutes', 'hours', 'days'] as const;

const history = (r: Random) => r.some({ days: r.real(0.5, 90), groups: r.flip() });
const promiser = (r: Random) => r.some({ typical: r.real(0.5, 60), keepRate: share(r) });
const estimator = (r: Random) => ({
  days: r.real(20, 60),
  lagDays: r.real(0, 9),
  everyDays: r.real(1, 9),
  ...r.some({ shrinkage: r.real(1, 50), fitShare: r.real(0.3, 0.9) }),
});

const always = (quote: number): PromisePolicy =>
  named(`() => ({ quote: () => ${quote} })`, () => ({ quote: () => quote }));

const policy = (r: Random): PromisePolicy =>
  r.pick([
    made(promisesAsMade),
    made(quotesFromHistory, history(r)),
    made(quotesFromPromiser, promiser(r)),
    made(quotesFromEstimator, estimator(r)),
    always(r.int(0, 9)),
  ]);

function order(r: Random, i: number) {
  const started = date(r, 0, 60);
  const ended = later(started, r.real(0, 200));
  return {
    id: `o-${i}`,
    started,
    ...r.pick([
      { finished: ended },
      { finished: ended },
      { cancelled: ended },
      { lost: ended },
      {},
    ]),
    ...r.some({
      group: r.pick(['north', 'south', null]),
      estimate: r.real(0.1, 20),
      features: { items: r.int(1, 9) },
    }),
    ...r.pick([{}, { promise: r.int(0, 9) }, { due: later(started, r.real(0, 99)) }]),
  };
}
const orders = (r: Random) => r.list(r.pick([1, 5, 30]), (i) => order(r, i));

const through = (r: Random) => ({
  unit: r.pick(units),
  ...r.some({
    from: date(r, 0, 30),
    asOf: date(r, 31, 90),
    confidence: share(r),
    parameters: parameters(r, 'backtestDefaults', backtestDefaults),
  }),
});

/** Rows as an export has them, now and then with a cell that cannot be read. */
const texts = (r: Random) =>
  r.list(r.pick([1, 5, 30]), (i) => ({
    no: r.pick([`${i}`, `0${i}`, '00340434161094042557']),
    ordered: r.pick([
      '05.03.2026 18:40',
      '25.03.2026',
      '5/3/26 6:40 PM',
      '2026-03-05T18:40:00Z',
      '31.12.24',
    ]),
    delivered: r.pick(['', '-', '26.03.2026 9:05', '2026-03-28 10:00', 'soon']),
    days: r.pick(['3,5', '1.250', '', '7', 'x']),
    km: r.pick(['1', '2,5', 3]),
    area: r.pick(['north', 'south', '']),
  }));
const columns = (r: Random) => ({
  started: 'ordered',
  ...r.some({ id: 'no', finished: 'delivered', promise: 'days', group: 'area' }),
});
const textOptions = (r: Random) => ({
  columns: columns(r),
  ...r.some({
    features: ['km'],
    zone: zone(r),
    dateOrder: r.pick(['day-first', 'month-first', 'year-first'] as const),
    yearsFrom: r.int(1900, 2100),
    decimalComma: r.flip(),
    missing: ['-'],
  }),
});

const options = (r: Random) => ({
  ...through(r),
  keepRate: share(r),
  by: r.pick([made(byMonth, zone(r)), made(byDay, zone(r))]),
  policies: { one: policy(r), other: policy(r) },
  ...r.some({ against: r.pick(['one', 'other'] as const), seed: r.int(0, 99) }),
});

const setting = (r: Random) => ({ unit: r.pick(units), keepRate: share(r) });

export const backtest: Recipes<typeof room> = {
  backtestOrderSchema: (r) => [JSON.parse(JSON.stringify(order(r, 1)))],
  backtestPromises: (r) => [orders(r), options(r)],
  backtestSteps: (r) => [orders(r), options(r)],
  eventsFromOrders: (r) => [orders(r), { unit: r.pick(units) }],
  guessOrderColumns: (r) => [texts(r)],
  orderTextForms: (r) => [texts(r), columns(r), r.pick([[], ['km']])],
  ordersFromRows: (r) => [texts(r), textOptions(r)],
  promiseFrontier: (r) => [orders(r), policy(r), r.list(r.int(1, 3), () => share(r)), through(r)],
  promisesAsMade: () => [],
  quoteNext: (r) => [
    orders(r),
    policy(r),
    { ...order(r, 99), started: date(r, 20, 90) },
    setting(r),
  ],
  quotesFromEstimator: (r) => [estimator(r)],
  quotesFromHistory: (r) => [history(r)],
  quotesFromPromiser: (r) => [promiser(r)],
};

export const backtestReturned: ReturnedRecipes<typeof room> = {
  promisesAsMade: (r) => [setting(r)],
  quotesFromEstimator: (r) => [setting(r)],
  quotesFromHistory: (r) => [setting(r)],
  quotesFromPromiser: (r) => [setting(r)],
};
