import {
  adjustParameters,
  expectedPurchases,
  fitBgNbd,
  lifetimeValue,
  type ParameterSet,
  probabilityAlive,
} from 'overdeliver';
import {
  cdnowPurchases,
  fitGammaGamma,
  fitRetention,
  forecastRetention,
  highEndRetention,
} from 'overdeliver/lifetime';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../numerics/relative-error';
import {
  bgNbdFit,
  customers,
  gammaGammaFit,
  highEndFit,
  purchasesOfCustomers,
  purchasesOfNewCustomers,
  residualLifetimes,
  spending,
  twoCohortsFit,
} from './fixtures';

const modelOf = (r: number, alpha: number, a: number, b: number) =>
  adjustParameters(cdnowPurchases, 'lifetime/test', { r, alpha, a, b });
const column = (rows: readonly (readonly number[])[], i: number) =>
  Float64Array.from(rows, (row) => row[i] as number);

type Row = [number, number, number, number, number, number];

describe('predictions are those of the papers to 1e-12', () => {
  it.each(purchasesOfNewCustomers)('new: r %d, alpha %d, a %d, b %d, t %d', (...row) => {
    const [r, alpha, a, b, t, wanted] = row as unknown as Row;
    const { purchases } = expectedPurchases(modelOf(r, alpha, a, b), null, t);
    expect(relativeError(purchases, wanted)).toBeLessThan(1e-12);
  });

  it.each(purchasesOfCustomers)('known: %d, %d, %d, %d; %d, %d, %d, t %d', (...row) => {
    const [r, alpha, a, b, frequency, recency] = row as unknown as Row;
    const [age, t, alive, wanted] = row.slice(6) as [number, number, number, number];
    const model = modelOf(r, alpha, a, b);
    const history = { frequency, recency, age };
    const { purchases } = expectedPurchases(model, history, t);
    expect(relativeError(purchases, wanted)).toBeLessThan(1e-11);
    const { probability } = probabilityAlive(model, history);
    expect(relativeError(probability, alive)).toBeLessThan(1e-11);
  });

  it.each(residualLifetimes)('a %d, b %d after %d renewals, discounted by %d', (...row) => {
    const [a, b, renewals, discountRate, wanted] = row as unknown as Row;
    const model = adjustParameters(highEndRetention, 'lifetime/test', { a, b });
    const { survival } = forecastRetention(model, { periods: 1000, renewals });
    const { value, discountedPurchases } = lifetimeValue(survival, { margin: 2, discountRate });
    expect(relativeError(discountedPurchases, wanted)).toBeLessThan(1e-12);
    expect(relativeError(value, 2 * wanted)).toBeLessThan(1e-12);
  });
});

describe('fits are those of the papers', () => {
  interface Wanted {
    readonly values: readonly number[];
    readonly standardErrors: readonly number[];
    readonly logLikelihood: number;
  }
  const expectFit = (set: ParameterSet, wanted: Wanted) => {
    expect(set.fit?.converged).toBe(true);
    expect(relativeError(set.fit?.logLikelihood as number, wanted.logLikelihood)).toBeLessThan(
      1e-12,
    );
    Object.values(set.parameters).forEach(({ value, standardError, status }, i) => {
      expect(relativeError(value, wanted.values[i] as number)).toBeLessThan(1e-6);
      // Second differences in double precision.
      const error = wanted.standardErrors[i] as number;
      expect(relativeError(standardError as number, error)).toBeLessThan(1e-5);
      expect(status).toBe('fitted');
    });
  };
  const options = { id: 'lifetime/test' };

  it('BG/NBD', () => {
    const [frequency, recency, age] = [0, 1, 2].map((i) => column(customers, i));
    const columns = { frequency, recency, age } as Parameters<typeof fitBgNbd>[0];
    expectFit(fitBgNbd(columns, options), bgNbdFit);
  });

  it('gamma-gamma', () => {
    const columns = { frequency: column(spending, 0), value: column(spending, 1) };
    expectFit(fitGammaGamma(columns, options), gammaGammaFit);
  });

  it('sBG, of one cohort and of two', () => {
    const first = [1000, 869, 743, 653, 593, 551, 517, 491];
    expectFit(fitRetention([first], options), highEndFit);
    expectFit(fitRetention([first, [400, 331, 297, 270]], options), twoCohortsFit);
  });
});
