import { lifetimeValue } from 'overdeliver';
import {
  cdnowOrderValues,
  cdnowPurchases,
  expectedOrderValue,
  forecastPurchases,
  probabilityAlive,
} from 'overdeliver/lifetime';
import { lifetimeSql } from 'overdeliver/sql';
import { beforeAll, describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { engines } from './engines';
import { apart, byId, hostileColumn, rows, worst } from './hostile';

const random = uniforms(51);
const off = [Number.NaN, Infinity, -1, 0.5, 1e16, 1e300, -0, Number.MAX_VALUE];
const age = hostileColumn(random, () => Math.floor(random() * 80), off, 0.03);
const frequency = hostileColumn(random, () => Math.floor(random() ** 3 * 30), off, 0.03);
const table = {
  id: Float64Array.from({ length: rows }, (_, i) => i),
  age,
  frequency,
  recency: age.map((weeks, i) =>
    frequency[i] === 0 ? (random() < 0.97 ? 0 : 1) : weeks * (random() < 0.97 ? random() : 1.5),
  ),
  mean: hostileColumn(random, () => 5 + random() * 90, off, 0.03),
};
const columns = { frequency: 'frequency', recency: 'recency', age: 'age' };
const engineers = engines.filter(({ dialect }) => dialect !== 'clickhouse');

describe.each(engineers)('$dialect', (engine) => {
  beforeAll(() => engine.load('buyers', table));

  it('tells what customers will buy and are worth as TypeScript does', async () => {
    const query = lifetimeSql(cdnowPurchases, {
      dialect: engine.dialect,
      from: 'buyers',
      keep: ['id'],
      columns,
      periods: 3,
      length: 13,
      orders: { model: cdnowOrderValues, column: 'mean', marginRate: 0.3, discountRate: 0.02 },
    });
    const answer = byId(await engine.ask(query.text));
    const { judged, refused } = apart(answer('status'), ['ok']);
    const history = (at: number) => ({
      frequency: table.frequency[at] as number,
      recency: table.recency[at] as number,
      age: table.age[at] as number,
    });
    const alive = judged.map((at) => probabilityAlive(cdnowPurchases, history(at)).probability);
    expect(worst(answer('alive'), judged, Float64Array.from(alive), 1e-290)).toBeLessThan(1e-12);
    const some = judged.filter((_, i) => i % 20 === 0);
    const own = some.map((at) => {
      const { purchases } = forecastPurchases(cdnowPurchases, history(at), {
        periods: 3,
        length: 13,
      });
      const spent = { frequency: table.frequency[at] as number, value: table.mean[at] as number };
      const order = expectedOrderValue(cdnowOrderValues, spent.frequency === 0 ? null : spent);
      const margin = 0.3 * (order.value as number);
      return lifetimeValue(purchases, { margin, discountRate: 0.02 });
    });
    const of = (name: 'purchases' | 'value') => Float64Array.from(own, (each) => each[name]);
    expect(worst(answer('purchases'), some, of('purchases'), 1e-290)).toBeLessThan(1e-12);
    expect(worst(answer('value'), some, of('value'), 1e-290)).toBeLessThan(1e-12);
    for (const at of refused.slice(0, 300)) {
      expect(() => {
        probabilityAlive(cdnowPurchases, history(at));
        const value = table.mean[at] as number;
        expectedOrderValue(cdnowOrderValues, { frequency: table.frequency[at] as number, value });
      }).toThrow();
    }
  });
});
