import { cdnowPurchases } from 'overdeliver/lifetime';
import { lifetimeSql } from 'overdeliver/sql';
import { expect, it } from 'vitest';

it('a recency that is the age up to rounding is one, as in TypeScript', () => {
  const columns = { frequency: 'f', recency: 'r', age: 'a' };
  const options = { dialect: 'duckdb', from: 'customers', columns, periods: 1 } as const;
  const { text } = lifetimeSql(cdnowPurchases, options);
  expect(text).toContain('od_recency > od_age * 1.000000000001e0');
});
