import { fitBgNbd } from 'overdeliver';
import {
  cdnowPurchases,
  chancesOfPurchases,
  fitGammaGamma,
  fitRetention,
  forecastPurchases,
  forecastRetention,
  highEndRetention,
  lifetimeValue,
  purchaseHistories,
  repurchases,
  valueOfOutcomes,
} from 'overdeliver/lifetime';
import { simulateHistories } from '../../../test/lifetime/histories';
import { uniforms } from '../../uniforms';
import { columnOf, dateOf, type GrowthCase, listOf } from './case';

const id = 'lifetime/growth';
const busy = { frequency: 20, recency: 30, age: 40 };

export const lifetimeCases: readonly GrowthCase[] = [
  {
    of: ['fitBgNbd'],
    by: 'customers',
    n: 500,
    rows: 'fit',
    make: (n) => {
      const customers = simulateHistories(uniforms(7), n, [0.2426, 4.4135, 0.7929, 2.4258]);
      return () => fitBgNbd(customers, { id });
    },
  },
  {
    of: ['fitGammaGamma'],
    by: 'customers',
    n: 1000,
    rows: 'fit',
    make: (n) => {
      const frequency = Float64Array.from({ length: n }, (_, i) => 1 + (i % 6));
      const customers = { frequency, value: columnOf(n, 30) };
      return () => fitGammaGamma(customers, { id });
    },
  },
  {
    of: ['fitRetention'],
    by: 'cohorts of eight periods',
    n: 250,
    make: (n) => {
      const cohorts = listOf(n, (i) => listOf(8, (k) => Math.round((1000 + i) * 0.8 ** k)));
      return () => fitRetention(cohorts, { id });
    },
  },
  {
    of: ['fitRetention'],
    by: 'periods of a cohort',
    n: 250,
    make: (n) => {
      const cohort = listOf(n, (k) => Math.round(1e9 / (1 + k)));
      return () => fitRetention([cohort], { id });
    },
  },
  {
    of: ['purchaseHistories'],
    by: 'purchases of a fifth as many customers',
    n: 2000,
    make: (n) => {
      const rows = listOf(n, (i) => ({ customer: `c${i % (n / 5)}`, at: dateOf(i % 900) }));
      return () => purchaseHistories(rows, { asOf: dateOf(901), unit: 'weeks' });
    },
  },
  {
    of: ['purchaseHistories'],
    by: 'purchases of one customer',
    n: 2000,
    make: (n) => {
      const rows = listOf(n, (i) => ({ customer: 'ada', at: dateOf(i % 9000) }));
      return () => purchaseHistories(rows, { asOf: dateOf(9001), unit: 'weeks' });
    },
  },
  {
    of: ['forecastPurchases'],
    by: 'periods of a new customer',
    n: 1250,
    make: (n) => () => forecastPurchases(cdnowPurchases, null, { periods: n }),
  },
  {
    of: ['forecastPurchases'],
    by: 'periods of a busy one',
    n: 1250,
    make: (n) => () => forecastPurchases(cdnowPurchases, busy, { periods: n }),
  },
  {
    of: ['chancesOfPurchases'],
    by: 'numbers of purchases',
    n: 20,
    make: (n) => () => chancesOfPurchases(cdnowPurchases, busy, 52, { upTo: n }),
  },
  {
    of: ['forecastRetention'],
    by: 'periods',
    n: 1250,
    make: (n) => () => forecastRetention(highEndRetention, { periods: n }),
  },
  {
    of: ['repurchases'],
    by: 'periods',
    n: 1250,
    make: (n) => () => repurchases(0.8, n),
  },
  {
    of: ['lifetimeValue'],
    by: 'periods',
    n: 40_000,
    make: (n) => {
      const purchases = columnOf(n, 0.4);
      return () => lifetimeValue(purchases, { margin: 20, discountRate: 0.01 });
    },
  },
  {
    of: ['valueOfOutcomes'],
    by: 'periods',
    n: 5000,
    make: (n) => {
      const one = { purchases: columnOf(n, 0.4), margin: 20 };
      const conduct = { below: one, met: one, exceeded: one };
      return () => valueOfOutcomes(conduct, { discountRate: 0.01 });
    },
  },
];
