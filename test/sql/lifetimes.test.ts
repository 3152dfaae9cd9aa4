import { lifetimeValue } from 'overdeliver';
import {
  cdnowOrderValues,
  cdnowPurchases,
  expectedOrderValue,
  forecastPurchases,
  probabilityAlive,
} from 'overdeliver/lifetime';
import { type LifetimeRows, lifetimeSql } from 'overdeliver/sql';
import { describe, expect, it } from 'vitest';
import { answered, inSqlite, type Row } from './one-row';

const columns = { frequency: 'x', recency: 'last', age: 'age' } as const;
const orders = {
  ...{ model: cdnowOrderValues, column: 'mean' },
  ...{ marginRate: 0.3, discountRate: 0.02 },
} as const;
const asked = (row: Row, options: Partial<LifetimeRows>) =>
  answered(lifetimeSql(cdnowPurchases, { ...inSqlite, columns, periods: 3, ...options }).text, row);

const buyers = [
  { x: 0, last: 0, age: 38, mean: null },
  { x: 2, last: 30.4, age: 38.9, mean: 22.4 },
  { x: 26, last: 30.9, age: 31, mean: 41 },
  { x: 1, last: 20, age: 20, mean: 1e-15 },
] as const;

describe('lifetimes on SQLite', () => {
  it.each([
    [buyers[0], { periods: 3, length: 13 }],
    [buyers[1], { periods: 3, length: 13 }],
    [buyers[2], { periods: 1, length: 39 }],
    [buyers[3], { periods: 4, length: 0.5 }],
  ])('of %j in %j are those of TypeScript', async (buyer, ahead) => {
    const history = { frequency: buyer.x, recency: buyer.last, age: buyer.age };
    const { probability } = probabilityAlive(cdnowPurchases, history);
    const { purchases } = forecastPurchases(cdnowPurchases, history, ahead);
    const spent = buyer.mean === null ? null : { frequency: buyer.x, value: buyer.mean };
    const order = expectedOrderValue(cdnowOrderValues, spent).value as number;
    const answer = await asked(buyer, { ...ahead, orders });
    expect(answer).toMatchObject({ status: 'ok', input: null });
    expect(answer.alive).toBeCloseTo(probability, 13);
    expect(answer.order_value).toBeCloseTo(order, 10);
    const own = lifetimeValue(purchases, { margin: 0.3 * order, discountRate: 0.02 });
    expect(answer.purchases).toBeCloseTo(own.purchases, 11);
    expect(answer.value).toBeCloseTo(own.value, 10);
  });

  it('have purchases of the same number without what orders are worth', async () => {
    const { mean: _, ...buyer } = buyers[1];
    const { purchases } = await asked(buyers[1], { orders });
    expect(purchases).toBeGreaterThan(0);
    expect(await asked(buyer, {})).toMatchObject({ purchases, status: 'ok' });
  });

  it.each<[string, Row, string, string | null]>([
    ['no frequency', { x: null }, 'missing', 'x'],
    ['no recency', { last: null }, 'missing', 'last'],
    ['no age', { age: null }, 'missing', 'age'],
    ['half a purchase', { x: 0.5 }, 'out-of-range', 'x'],
    ['a recency below 0', { last: -1 }, 'out-of-range', 'last'],
    ['an age beyond 1e15', { age: 1.1e15 }, 'out-of-range', 'age'],
    ['a recency beyond the age', { last: 39 }, 'out-of-range', 'last'],
    ['a recency of single buyers', { x: 0 }, 'out-of-range', 'last'],
    ['no mean of those who came again', { mean: null }, 'missing', 'mean'],
    ['a mean of 0', { mean: 0 }, 'out-of-range', 'mean'],
    ['a mean beyond 1e15', { mean: 1.1e15 }, 'out-of-range', 'mean'],
  ])('are none with %s', async (_, change, status, input) => {
    const answer = await asked({ ...buyers[1], ...change }, { orders });
    const none = { alive: null, purchases: null, order_value: null, value: null };
    expect(answer).toEqual({ ...none, status, input });
  });

  // cdnow's alpha is 4.41, so that ages of 38.9 reach 43,300 weeks ahead.
  it.each([
    [43_200, 'ok'],
    [43_400, 'out-of-range'],
  ])('reach a thousand times alpha + age: %s weeks are %s', async (weeks, status) => {
    const ahead = { periods: 2, length: weeks / 2 };
    expect(await asked(buyers[1], ahead)).toMatchObject({ status, input: null });
  });
});
