import { expectedPurchases, probabilityAlive } from 'overdeliver';
import {
  cdnowOrderValues,
  cdnowPurchases,
  expectedOrderValue,
  fitRetention,
  forecastRetention,
  highEndRetention,
} from 'overdeliver/lifetime';
import { describe, expect, it } from 'vitest';

const history = { frequency: 2, recency: 30.43, age: 38.86 };

describe('golden: sBG (Fader & Hardie 2007, High End)', () => {
  const cohort = [1000, 869, 743, 653, 593, 551, 517, 491];
  const model = fitRetention([cohort], { id: 'lifetime/test' });

  it('parameters and log likelihood', () => {
    expect(model.parameters.a.value).toBeCloseTo(0.668, 3);
    expect(model.parameters.b.value).toBeCloseTo(3.806, 3);
    expect(model.fit).toMatchObject({ n: 1000, converged: true });
    expect(model.fit?.logLikelihood).toBeCloseTo(-1611.158, 3);
  });

  it.each([[model], [highEndRetention]])('the forecast of years 8 to 12', (set) => {
    const { survival } = forecastRetention(set, { periods: 12 });
    const rounded = survival.slice(7).map((share) => Number(share.toFixed(3)));
    expect(rounded).toEqual([0.46, 0.436, 0.414, 0.395, 0.378]);
  });
});

describe('golden: BG/NBD (Fader, Hardie & Lee 2005, CDNOW)', () => {
  it('E[Y(39)] and P(alive) of customer 1', () => {
    expect(expectedPurchases(cdnowPurchases, history, 39).purchases).toBeCloseTo(1.2259, 4);
    expect(probabilityAlive(cdnowPurchases, history).probability).toBeCloseTo(0.7266, 4);
  });

  it.each([
    [1, 0.0532],
    [3, 0.1506],
    [32, 1.0437],
    [78, 1.858],
  ])('E[X(%d)] is %d', (t, expected) => {
    // The published parameters have four digits.
    const { purchases } = expectedPurchases(cdnowPurchases, null, t);
    expect(Math.abs(purchases - expected)).toBeLessThan(1e-4);
  });
});

it('golden: gamma-gamma (Fader & Hardie 2013)', () => {
  const { value } = expectedOrderValue(cdnowOrderValues, { frequency: 2, value: 22.35 });
  expect(value).toBeCloseTo(24.6637, 4);
});
