import { calibrateEstimates, fitEstimator } from 'overdeliver';
import { estimateColumns } from 'overdeliver/capability';
import { estimatesSql } from 'overdeliver/sql';
import { beforeAll, describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { engines } from './engines';
import { apart, byId, hostileAmounts, hostileNames, rows, rowsOf, worst } from './hostile';

const stores = ['north', "king's", 'back\\slash', 'ünder', '', '" or 1 = 1 --', '1'];

const table = {
  id: Float64Array.from({ length: rows }, (_, i) => i),
  km: hostileAmounts(41),
  load: hostileAmounts(42, 0.02),
  store: hostileNames(43, [...stores, 'never seen']),
};

/** A model of made-up orders. */
function fitted() {
  const random = uniforms(44);
  const n = 2000;
  const km = Array.from({ length: n }, () => 0.5 + random() * 20);
  const load = Array.from({ length: n }, () => Math.floor(random() * 9));
  const store = Array.from({ length: n }, (_, i) => stores[i % stores.length] as string);
  const actuals = km.map((x, i) =>
    Math.exp(2 + 0.05 * x + 0.02 * (load[i] as number) + random() * 0.4),
  );
  return fitEstimator({ actuals, columns: { km, load, store } }, { unit: 'minutes' });
}

const { model, heldOut } = fitted();
const arrival = calibrateEstimates(heldOut, { unit: 'minutes' });
const columns = { km: 'km', load: 'load', store: 'store' };

describe.each(engines)('$dialect', (engine) => {
  beforeAll(() => engine.load('routes', table));

  it('estimates and quotes as TypeScript does', async () => {
    const query = estimatesSql(model, {
      dialect: engine.dialect,
      from: 'routes',
      keep: ['id'],
      columns,
      quote: { capability: arrival(1), keepRate: 0.9 },
    });
    const answer = byId(await engine.ask(query.text));
    const { judged, refused } = apart(answer('status'), ['ok']);
    const at = (places: readonly number[]) => ({
      km: rowsOf(table.km, places),
      load: rowsOf(table.load, places),
      store: places.map((place) => table.store[place] as string),
    });
    const own = estimateColumns(model, at(judged));
    expect(worst(answer('estimate'), judged, own.estimates)).toBeLessThan(1e-13);
    const quotes = own.estimates.map((estimate) => arrival(estimate).quantile(0.9));
    expect(worst(answer('quote'), judged, quotes)).toBeLessThan(1e-13);
    expect(worst(answer('unseen'), judged, Float64Array.from(own.unseen))).toBe(0);
    for (const place of refused.slice(0, 300)) {
      expect(() => estimateColumns(model, at([place]))).toThrow();
    }
  });
});
