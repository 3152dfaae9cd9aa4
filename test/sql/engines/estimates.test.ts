import { calibrateEstimates, fitEstimator, planPromise } from 'overdeliver';
import { estimateColumns } from 'overdeliver/capability';
import { estimatesSql } from 'overdeliver/sql';
import { beforeAll, describe, expect, it } from 'vitest';
import { uniforms } from '../../../src/numerics/uniforms';
import { engines } from './engines';
import { apart, byId, hostileAmounts, hostileNames, rows, rowsOf, worst } from './hostile';

const stores = ['north', "king's", 'back\\slash', 'ünder', '', '" or 1 = 1 --', '1'];

const days = ['mon', 'fri', 'sun'];

const table = {
  id: Float64Array.from({ length: rows }, (_, i) => i),
  km: hostileAmounts(41),
  load: hostileAmounts(42, 0.02),
  store: hostileNames(43, [...stores, 'never seen']),
  day: hostileNames(45, days),
};

/** A model of made-up orders. */
function fitted() {
  const random = uniforms(44);
  const n = 2000;
  const km = Array.from({ length: n }, () => 0.5 + random() * 20);
  const load = Array.from({ length: n }, () => Math.floor(random() * 9));
  const store = Array.from({ length: n }, (_, i) => stores[i % stores.length] as string);
  const day = Array.from({ length: n }, (_, i) => days[Math.floor(i / 7) % 3] as string);
  const actuals = km.map((x, i) => {
    const wide = day[i] === 'fri' ? 0.8 : 0.2;
    return Math.exp(2 + Math.sqrt(x) / 3 + 0.02 * (load[i] as number) + (random() - 0.5) * wide);
  });
  return fitEstimator(
    { actuals, columns: { km, load, store, day } },
    { unit: 'minutes', interactions: { storeDay: ['store', 'day'] } },
  );
}

const { model, heldOut } = fitted();
const arrival = calibrateEstimates(heldOut, { unit: 'minutes' });
const few = {
  estimates: heldOut.estimates.slice(0, 12),
  spreads: heldOut.spreads.slice(0, 12),
  actuals: heldOut.actuals.slice(0, 12),
};
const { spreads: _, ...alike } = few;
const finished = Array.from(few.actuals, (_, i) => i !== 5);
const calibrations = {
  'of few orders': calibrateEstimates(few, { unit: 'minutes' }),
  'without spreads': calibrateEstimates(alike, { unit: 'minutes' }),
  'of orders of which some are under way': calibrateEstimates(few, { unit: 'minutes', finished }),
  'where higher is better': calibrateEstimates(few, { unit: 'minutes', better: 'higher' }),
};
const columns = { km: 'km', load: 'load', store: 'store', day: 'day' };

describe.each(engines)('$dialect', (engine) => {
  beforeAll(() => engine.load('routes', table));

  it('estimates and quotes as TypeScript does', async () => {
    const query = estimatesSql(model, {
      dialect: engine.dialect,
      from: 'routes',
      keep: ['id'],
      columns,
      quote: { calibration: arrival, keepRate: 0.9 },
    });
    const answer = byId(await engine.ask(query.text));
    const { judged, refused } = apart(answer('status'), ['ok']);
    const at = (places: readonly number[]) => ({
      km: rowsOf(table.km, places),
      load: rowsOf(table.load, places),
      store: places.map((place) => table.store[place] as string),
      day: places.map((place) => table.day[place] as string),
    });
    const own = estimateColumns(model, at(judged));
    expect(worst(answer('estimate'), judged, own.estimates)).toBeLessThan(1e-13);
    expect(worst(answer('spread'), judged, own.spreads)).toBeLessThan(1e-13);
    const some = judged.filter((_, i) => i % 50 === 0);
    const quotes = own.estimates
      .filter((_, i) => i % 50 === 0)
      .map((estimate, k) => {
        const spread = own.spreads[50 * k] as number;
        return planPromise(arrival({ estimate, spread }), { keepRate: 0.9 }).promise;
      });
    expect(worst(answer('quote'), some, quotes)).toBeLessThan(1e-13);
    expect(worst(answer('unseen'), judged, Float64Array.from(own.unseen))).toBe(0);
    for (const place of refused.slice(0, 300)) {
      expect(() => estimateColumns(model, at([place]))).toThrow();
    }
  });

  it.each(Object.entries(calibrations))('quotes what is planned %s', async (_, calibration) => {
    const query = estimatesSql(model, {
      dialect: engine.dialect,
      from: { text: 'SELECT * FROM routes WHERE id < 2000' },
      columns,
      quote: { calibration, keepRate: 0.85 },
    });
    const { status, estimate, spread, quote } = await engine.ask(query.text);
    const judged = Array.from((status ?? []).keys()).filter((row) => status?.[row] === 'ok');
    expect(judged.length).toBeGreaterThan(1000);
    const planned = judged.map((row) => {
      const known = { estimate: Number(estimate?.[row]), spread: Number(spread?.[row]) };
      return planPromise(calibration(known), { keepRate: 0.85 }).promise;
    });
    expect(worst(quote ?? [], judged, Float64Array.from(planned))).toBeLessThan(1e-13);
  });
});
