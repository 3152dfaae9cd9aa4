import {
  cdnowOrderValues,
  cdnowPurchases,
  highEndRetention,
  type PurchaseHistory,
  type PurchaseRow,
} from 'overdeliver/lifetime';
import type * as room from '../../src/lifetime/index';
import type { Random } from '../random';
import { parameters } from './pieces';
import type { Recipes } from './recipe';

const purchases = (r: Random) => parameters(r, 'cdnowPurchases', cdnowPurchases);
const values = (r: Random) => parameters(r, 'cdnowOrderValues', cdnowOrderValues);
const retention = (r: Random) => parameters(r, 'highEndRetention', highEndRetention);

function history(r: Random): PurchaseHistory {
  const age = r.real(1, 60);
  return r.flip(0.3)
    ? { frequency: 0, recency: 0, age }
    : { frequency: r.int(1, 9), recency: r.real(0.1, 1) * age, age };
}

const purchase = (r: Random, withValue: boolean): PurchaseRow => ({
  customer: r.pick(['Ada', 'Bo', 'Cem']),
  at: new Date(r.int(1.6e12, 1.9e12)),
  ...(withValue ? { value: r.real(0, 90) } : {}),
});

const names = (r: Random) => ({
  id: 'lifetime/fuzz',
  ...r.some({ data: 'ours', licence: 'internal', setting: 'our shop' }),
});

export const lifetime: Recipes<typeof room> = {
  purchaseHistorySchema: (r) => [history(r)],
  customerSpendingSchema: (r) => [{ frequency: r.int(1, 9), value: r.real(1, 90) }],
  probabilityAlive: (r) => [purchases(r), history(r)],
  chancesOfPurchases: (r) => [
    purchases(r),
    r.flip(0.2) ? null : history(r),
    r.real(0, 60),
    r.some({ upTo: r.int(0, 9) }),
  ],
  purchaseSchema: (r) => [purchase(r, r.flip())],
  purchaseHistories: (r) => {
    const withValues = r.flip();
    const log = r.list(r.int(1, 12), () => purchase(r, withValues));
    const unit = r.pick(['days', 'weeks'] as const);
    return [log, { asOf: new Date(2e12), unit, ...r.some({ zone: 'Pacific/Apia' }) }];
  },
  fitBgNbd: (r) => {
    const rows = r.list(r.int(6, 14), () => history(r));
    const column = (name: keyof PurchaseHistory) => rows.map((row) => row[name]);
    return [
      { frequency: column('frequency'), recency: column('recency'), age: column('age') },
      names(r),
    ];
  },
  fitGammaGamma: (r) => {
    const rows = r.int(6, 14);
    return [
      { frequency: r.list(rows, () => r.int(1, 9)), value: r.list(rows, () => r.real(1, 90)) },
      names(r),
    ];
  },
  fitRetention: (r) => [
    r.list(r.int(1, 3), () => {
      let left = r.int(100, 1000);
      return r.list(r.int(3, 8), () => {
        left = Math.round(left * r.real(0.6, 0.98));
        return left;
      });
    }),
    names(r),
  ],
  expectedOrderValue: (r) => [
    values(r),
    r.flip(0.2) ? null : { frequency: r.int(1, 9), value: r.real(1, 90) },
  ],
  valueOfOutcomes: (r) => {
    const one = () => ({
      purchases: r.list(r.int(1, 6), () => r.real(0, 1)),
      margin: r.real(1, 50),
      ...r.some({ referrals: r.real(-1, 1) }),
    });
    return [
      { below: one(), met: one(), exceeded: one() },
      { discountRate: r.real(0, 0.2), referralValue: r.real(0, 50) },
    ];
  },
  expectedPurchases: (r) => [purchases(r), r.flip(0.2) ? null : history(r), r.real(0, 90)],
  forecastPurchases: (r) => [
    purchases(r),
    r.flip(0.2) ? null : history(r),
    { periods: r.int(1, 12), ...r.some({ length: r.real(0.5, 13) }) },
  ],
  repurchases: (r) => [r.real(0, 1), r.int(1, 24)],
  forecastRetention: (r) => [
    retention(r),
    { periods: r.int(1, 24), ...r.some({ renewals: r.int(0, 9) }) },
  ],
  lifetimeValue: (r) => [
    r.list(r.int(1, 9), () => r.real(0, 1)),
    { margin: r.real(1, 90), discountRate: r.real(0, 0.3) },
  ],
};
