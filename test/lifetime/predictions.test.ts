import fc from 'fast-check';
import { adjustParameters, expectedPurchases, probabilityAlive } from 'overdeliver';
import {
  cdnowOrderValues,
  cdnowPurchases,
  expectedOrderValue,
  forecastPurchases,
  forecastRetention,
  highEndRetention,
} from 'overdeliver/lifetime';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { holds } from '../core/seeded';

const positive = fc.double({ min: 0.01, max: 50, noNaN: true });
const time = fc.double({ min: 0, max: 100, noNaN: true }).map((t) => (t < 1e-9 ? 0 : t));
const model = fc
  .record({ r: positive, alpha: positive, a: positive, b: positive })
  .map((numbers) => adjustParameters(cdnowPurchases, 'lifetime/test', numbers));
const history = fc
  .record({
    frequency: fc.integer({ min: 0, max: 60 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    age: time,
  })
  .map(({ frequency, share, age }) => ({
    frequency,
    recency: frequency === 0 ? 0 : share * age,
    age,
  }));
const assumed = { code: 'alive-by-assumption', path: 'customer.frequency' };

describe('probabilityAlive', () => {
  it('is a probability: 1 for single buyers alone, with a warning', () => {
    holds(
      fc.property(model, history, (set, customer) => {
        const result = probabilityAlive(set, customer);
        expect(result.probability).toBeGreaterThanOrEqual(0);
        expect(result.probability).toBeLessThanOrEqual(1);
        const single = customer.frequency === 0;
        expect(result.warnings).toEqual(single ? [assumed] : []);
        if (single) expect(result.probability).toBe(1);
        expectSurvivesJson(result);
      }),
    );
  });

  it('is the higher the later the last purchase was, and falls with silence', () => {
    holds(
      fc.property(model, history, time, (set, customer, more) => {
        fc.pre(customer.frequency > 0);
        const { probability } = probabilityAlive(set, customer);
        const later = { ...customer, recency: (customer.recency + customer.age) / 2 };
        const silent = { ...customer, age: customer.age + more };
        expect(probabilityAlive(set, later).probability).toBeGreaterThanOrEqual(probability);
        expect(probabilityAlive(set, silent).probability).toBeLessThanOrEqual(probability);
      }),
    );
  });

  it('survives a thousand purchases and a long silence', () => {
    const gone = { frequency: 1000, recency: 10, age: 1000 };
    expect(probabilityAlive(cdnowPurchases, gone).probability).toBe(0);
    expectSurvivesJson(expectedPurchases(cdnowPurchases, gone, 100));
  });

  it('names the model', () => {
    const { id, setting } = cdnowPurchases;
    expect(probabilityAlive(cdnowPurchases, { frequency: 1, recency: 1, age: 2 }).model).toEqual({
      id,
      setting,
    });
  });
});

describe('expectedPurchases', () => {
  it('is what the living would buy times P(alive), from 0 on and rising', () => {
    holds(
      fc.property(model, fc.option(history), time, time, (set, customer, t, more) => {
        const result = expectedPurchases(set, customer, t);
        const { purchases, alive, ifAlive } = result;
        expect(purchases).toBe(alive * ifAlive);
        expect(alive).toBe(customer === null ? 1 : probabilityAlive(set, customer).probability);
        expect(purchases).toBeGreaterThanOrEqual(0);
        const later = expectedPurchases(set, customer, t + more).purchases;
        expect(later).toBeGreaterThanOrEqual(purchases * (1 - 1e-12));
        expect(result.warnings).toEqual(customer?.frequency === 0 ? [assumed] : []);
        expectSurvivesJson(result);
      }),
    );
  });

  it('is nothing in no time, and at most what someone who never goes buys', () => {
    holds(
      fc.property(model, time, (set, t) => {
        const { r, alpha } = set.parameters;
        expect(expectedPurchases(set, null, 0).purchases).toBe(0);
        const faithful = (r.value * t) / alpha.value;
        expect(expectedPurchases(set, null, t).purchases).toBeLessThanOrEqual(
          faithful * (1 + 1e-12),
        );
      }),
    );
  });
});

// Fader et al. 2005, eq. 9, by mpmath 1.2.1 to 40 digits
it.each([
  [0.0001, 5.49675220830885e-6],
  [0.001, 5.496580665731833e-5],
])('golden: a new customer in a time of %d, in which hardly any buys', (t, wanted) => {
  const numbers = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 };
  const set = adjustParameters(cdnowPurchases, 'lifetime/test', numbers);
  const { purchases } = expectedPurchases(set, null, t);
  expect(Math.abs(purchases / wanted - 1)).toBeLessThan(1e-12);
});

describe('forecastPurchases', () => {
  it('adds up to the expected purchases', () => {
    holds(
      fc.property(
        model,
        fc.option(history),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (set, customer, periods, length) => {
          const forecast = forecastPurchases(set, customer, { periods, length });
          const sum = forecast.purchases.reduce((total, within) => total + within, 0);
          const { purchases, warnings } = expectedPurchases(set, customer, periods * length);
          expect(forecast.purchases).toHaveLength(periods);
          expect(Math.abs(sum - purchases)).toBeLessThan(1e-9 * (1 + purchases));
          expect(forecast.warnings).toEqual(warnings);
          expectSurvivesJson(forecast);
        },
      ),
    );
  });

  it.each([
    [null, 1],
    [{ frequency: 2, recency: 30.43, age: 38.86 }, 1],
    [{ frequency: 60, recency: 300, age: 310 }, 7],
  ])('reaches as far, of many periods, as one alone does (%j)', (customer, length) => {
    const { purchases } = forecastPurchases(cdnowPurchases, customer, { periods: 2000, length });
    let sum = 0;
    for (const [i, within] of purchases.entries()) {
      sum += within;
      if (i % 37 > 0) continue;
      const upTo = expectedPurchases(cdnowPurchases, customer, (i + 1) * length).purchases;
      expect(Math.abs(sum / upTo - 1)).toBeLessThan(1e-12);
      expect(within).toBeGreaterThan(0);
    }
  });

  it.each([
    [null, 120],
    [null, 25],
    [{ frequency: 20, recency: 30, age: 39 }, 90],
    [{ frequency: 2000, recency: 38, age: 39 }, 30],
  ])('reaches as far in each of some periods (%j)', (customer, periods) => {
    const { purchases } = forecastPurchases(cdnowPurchases, customer, { periods, length: 2 });
    expect(purchases).toHaveLength(periods);
    let sum = 0;
    for (const [i, within] of purchases.entries()) {
      sum += within;
      if (i % 8 > 0) continue;
      const upTo = expectedPurchases(cdnowPurchases, customer, (i + 1) * 2).purchases;
      expect(Math.abs(sum / upTo - 1)).toBeLessThan(1e-12);
    }
  });

  it('takes periods of length 1 unless told otherwise', () => {
    const given = forecastPurchases(cdnowPurchases, null, { periods: 4, length: 1 });
    expect(forecastPurchases(cdnowPurchases, null, { periods: 4 })).toEqual(given);
    expect(forecastPurchases(cdnowPurchases, null, { periods: 4, length: undefined })).toEqual(
      given,
    );
  });
});

describe('expectedOrderValue', () => {
  const values = fc.record({ p: positive, q: positive, gamma: positive });
  const spending = fc.record({
    frequency: fc.integer({ min: 1, max: 60 }),
    value: fc.double({ min: 0.01, max: 1000, noNaN: true }),
  });

  it("lies between the customer's own mean and that of all, as their weights say", () => {
    holds(
      fc.property(values, spending, (numbers, customer) => {
        const set = adjustParameters(cdnowOrderValues, 'lifetime/test', numbers);
        const result = expectedOrderValue(set, customer);
        const { value, ownWeight, meanOfAll } = result;
        expectSurvivesJson(result);
        if (meanOfAll === null) return;
        const own = ownWeight as number;
        const mixed = own * customer.value + (1 - own) * meanOfAll;
        expect(Math.abs((value as number) - mixed)).toBeLessThan(1e-9 * mixed);
        expect(own).toBeGreaterThan(0);
        expect(own).toBeLessThan(1);
        const often = { ...customer, frequency: customer.frequency + 1 };
        expect(expectedOrderValue(set, often).ownWeight).toBeGreaterThan(own);
      }),
    );
  });

  it('is that of all for a new customer', () => {
    const { value, ownWeight, meanOfAll } = expectedOrderValue(cdnowOrderValues, null);
    expect(value).toBeCloseTo((6.25 * 15.44) / 2.74, 12);
    expect({ value: meanOfAll, ownWeight }).toEqual({ value, ownWeight: 0 });
  });

  it('is null where the mean is infinite', () => {
    const heavy = (q: number) => adjustParameters(cdnowOrderValues, 'lifetime/test', { p: 0.5, q });
    const none = { value: null, ownWeight: null, meanOfAll: null };
    expect(expectedOrderValue(heavy(1), null)).toMatchObject(none);
    expect(expectedOrderValue(heavy(0.5), { frequency: 1, value: 9 })).toMatchObject(none);
    // p (gamma + m) / (p + q - 1) = .5 * 24.44 / .1
    const { value, meanOfAll } = expectedOrderValue(heavy(0.6), { frequency: 1, value: 9 });
    expect(value).toBeCloseTo(122.2, 9);
    expect(meanOfAll).toBeNull();
  });
});

describe('forecastRetention', () => {
  const set = fc
    .record({ a: positive, b: positive })
    .map((numbers) => adjustParameters(highEndRetention, 'lifetime/test', numbers));

  it('has survival that falls and retention that rises, the one the product of the other', () => {
    holds(
      fc.property(set, fc.integer({ min: 0, max: 40 }), (sbg, renewals) => {
        const result = forecastRetention(sbg, { periods: 20, renewals });
        const { survival, retention } = result;
        expect(survival).toHaveLength(20);
        expectSurvivesJson(result);
        let product = 1;
        retention.forEach((rate, t) => {
          product *= rate;
          expect(survival[t]).toBeCloseTo(product, 14);
          expect(rate).toBeGreaterThan(retention[t - 1] ?? 0);
          expect(rate).toBeLessThan(1);
        });
      }),
    );
  });

  it('goes on where those with renewals behind them are', () => {
    const whole = forecastRetention(highEndRetention, { periods: 10 });
    const rest = forecastRetention(highEndRetention, { periods: 6, renewals: 4 });
    expect(rest.retention).toEqual(whole.retention.slice(4));
    rest.survival.forEach((share, t) => {
      const shares = (whole.survival[t + 4] as number) / (whole.survival[3] as number);
      expect(share).toBeCloseTo(shares, 14);
    });
    expect(forecastRetention(highEndRetention, { periods: 10, renewals: 0 })).toEqual(whole);
  });
});
