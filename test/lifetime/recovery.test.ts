import { fitBgNbd, type ParameterSet } from 'overdeliver';
import { fitGammaGamma, fitRetention } from 'overdeliver/lifetime';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { simulateCohort, simulateHistories, simulateSpending } from './histories';

const options = { id: 'lifetime/test' };

/** Within 3 standard errors, and these within a share of the truth, so that wide ones do not pass. */
function expectNear(set: ParameterSet, truth: readonly number[], share: number) {
  expect(set.fit?.converged).toBe(true);
  Object.values(set.parameters).forEach(({ value, standardError }, i) => {
    const wanted = truth[i] as number;
    expect(Math.abs(value - wanted)).toBeLessThan(3 * (standardError as number));
    expect(standardError).toBeLessThan(share * wanted);
  });
}

describe('a fit finds what customers were simulated with', () => {
  it('BG/NBD', () => {
    const truth = [0.5, 6, 0.8, 2] as const;
    const customers = simulateHistories(uniforms(1), 4000, truth);
    expectNear(fitBgNbd(customers, options), truth, 0.35);
  });

  it('gamma-gamma', () => {
    const truth = [6, 4, 16] as const;
    const customers = simulateSpending(uniforms(2), 3000, truth);
    expectNear(fitGammaGamma(customers, options), truth, 0.35);
  });

  it('sBG', () => {
    const truth = [0.7, 3.8] as const;
    const draw = uniforms(3);
    const cohorts = [8, 5, 3].map((renewals) => simulateCohort(draw, 3000, renewals, truth));
    expectNear(fitRetention(cohorts, options), truth, 0.15);
  });
});
