import { fitSatisfaction, marketplaceSatisfaction, type Parameter } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { levels, orders } from './fixtures';
import { basketForm, levelColumns, levelForm, names, orderColumns } from './given';

const fits = [
  {
    name: 'levels',
    given: levels,
    fit: fitSatisfaction(levelColumns, levels.answers, { ...names, form: levelForm }),
  },
  {
    name: 'orders with covariates',
    given: orders,
    fit: fitSatisfaction(orderColumns, orders.answers, { ...names, form: basketForm }),
  },
];

describe.each(fits)('a fit of $name', ({ given, fit }) => {
  const { parameters } = fit.model;
  it('has the coefficients, standard errors and likelihood of other software', () => {
    for (const [name, [value, error]] of Object.entries(given.exact.parameters)) {
      const { value: ours, standardError } = parameters[name] as Parameter;
      expect(Math.abs(ours / (value as number) - 1), name).toBeLessThan(1e-8);
      expect(Math.abs((standardError as number) / (error as number) - 1), name).toBeLessThan(1e-8);
    }
    expect(fit.model.fit?.logLikelihood).toBeCloseTo(given.exact.logLikelihood, 8);
    expect(fit.inSample.logLoss).toBeCloseTo(given.exact.logLoss, 10);
    expect(fit.inSample.rps).toBeCloseTo(given.exact.rps, 10);
  });

  // Its optimiser stops earlier, and its derivatives are numerical.
  it('agrees with statsmodels', () => {
    expect(fit.model.fit?.logLikelihood).toBeCloseTo(given.statsmodels.logLikelihood, 6);
    for (const [name, value] of Object.entries(given.statsmodels.parameters)) {
      expect(parameters[name]?.value, name).toBeCloseTo(value, 3);
    }
    for (const [name, error] of Object.entries(given.statsmodels.standardErrors)) {
      expect(parameters[name]?.standardError, name).toBeCloseTo(error, 3);
    }
  });
});
