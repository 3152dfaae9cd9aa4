import { byMonth } from 'overdeliver';
import {
  type BacktestOrder,
  backtestPromises,
  backtestSteps,
  eventsFromOrders,
  guessOrderColumns,
  ordersFromRows,
  orderTextForms,
  type PromisePolicy,
  promiseFrontier,
  promisesAsMade,
  quoteNext,
  quotesFromEstimator,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';
import { uniforms } from '../../uniforms';
import { dayMs, firstMs, type GrowthCase, listOf, normalOf } from './case';

const unit = 'days' as const;

/** Orders of twenty groups, so many a day, that take about ten days. */
function ordersOf(n: number, aDay: number): BacktestOrder[] {
  const next = uniforms(n);
  return listOf(n, (i) => {
    const started = firstMs + Math.floor((i * dayMs) / aDay);
    const finished = started + Math.ceil(10 * dayMs * Math.exp(0.4 * normalOf(next)));
    const features = { items: 1 + Math.floor(5 * next()) };
    return { id: `o-${i}`, started, finished, group: `g${i % 20}`, features, promise: 15 };
  });
}

const looked = (of: string, policy: PromisePolicy, n: number): GrowthCase => ({
  of: [of, 'backtestPromises'],
  by: 'orders, 24 a day',
  n,
  make: (count) => {
    const orders = ordersOf(count, 24);
    const options = { unit, keepRate: 0.9, by: byMonth('UTC'), policies: { one: policy } };
    return () => backtestPromises(orders, options);
  },
});

const textsOf = (n: number) =>
  listOf(n, (i) => ({
    no: `0${i}`,
    ordered: `${String(1 + (i % 28)).padStart(2, '0')}.03.2026 18:40`,
    delivered: `${String(1 + (i % 28)).padStart(2, '0')}.04.2026 9:05`,
    km: '2,5',
    area: i % 3 ? 'north' : 'south',
  }));
const columns = { id: 'no', started: 'ordered', finished: 'delivered', group: 'area' };

export const backtestCases: readonly GrowthCase[] = [
  looked('promisesAsMade', promisesAsMade(), 1000),
  looked('quotesFromHistory', quotesFromHistory({ groups: true }), 1000),
  looked('quotesFromPromiser', quotesFromPromiser({ typical: 10 }), 1000),
  looked('quotesFromEstimator', quotesFromEstimator({ days: 60, lagDays: 3, everyDays: 7 }), 1500),
  {
    of: ['quotesFromHistory', 'backtestPromises'],
    by: 'orders within sixty days',
    n: 1000,
    make: (n) => {
      const orders = ordersOf(n, n / 60);
      const policies = { one: quotesFromHistory() };
      return () => backtestPromises(orders, { unit, keepRate: 0.9, by: byMonth('UTC'), policies });
    },
  },
  {
    of: ['backtestSteps'],
    by: 'orders, 24 a day',
    n: 1000,
    make: (n) => {
      const orders = ordersOf(n, 24);
      const policies = { one: quotesFromHistory() };
      return () => {
        const steps = backtestSteps(orders, { unit, keepRate: 0.9, by: byMonth('UTC'), policies });
        for (;;) {
          const { done, value } = steps.next();
          if (done) return value;
        }
      };
    },
  },
  {
    of: ['promiseFrontier'],
    by: 'orders, 24 a day',
    n: 500,
    make: (n) => {
      const orders = ordersOf(n, 24);
      return () => promiseFrontier(orders, quotesFromHistory(), [0.5, 0.8, 0.9], { unit });
    },
  },
  {
    of: ['quoteNext'],
    by: 'orders, 24 a day',
    n: 1000,
    make: (n) => {
      const orders = ordersOf(n, 24);
      const next = { id: 'next', started: new Date('2100-01-01T00:00:00Z') };
      return () => quoteNext(orders, quotesFromHistory(), next, { unit, keepRate: 0.9 });
    },
  },
  {
    of: ['promiseFrontier'],
    by: 'keep rates',
    n: 4,
    make: (n) => {
      const orders = ordersOf(500, 24);
      const keepRates = listOf(n, (i) => (i + 1) / (n + 1));
      return () => promiseFrontier(orders, quotesFromHistory(), keepRates, { unit });
    },
  },
  {
    of: ['guessOrderColumns'],
    by: 'rows',
    n: 500,
    make: (n) => {
      const rows = textsOf(n);
      return () => guessOrderColumns(rows);
    },
  },
  {
    of: ['orderTextForms'],
    by: 'rows',
    n: 500,
    make: (n) => {
      const rows = textsOf(n);
      return () => orderTextForms(rows, columns, ['km']);
    },
  },
  {
    of: ['eventsFromOrders'],
    by: 'orders',
    n: 2000,
    make: (n) => {
      const orders = ordersOf(n, 24);
      return () => eventsFromOrders(orders, { unit });
    },
  },
  {
    of: ['ordersFromRows'],
    by: 'rows',
    n: 500,
    make: (n) => {
      const rows = textsOf(n);
      const options = { columns, zone: 'Europe/Berlin', dateOrder: 'day-first' } as const;
      return () => ordersFromRows(rows, { ...options, features: ['km'], decimalComma: true });
    },
  },
];
