import { fitSatisfaction, type SatisfactionModel } from 'overdeliver';
import type { SatisfactionColumns, SatisfactionForm } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { levels, orders } from './fixtures';
import { basketForm, levelColumns, levelForm, names, orderColumns } from './given';

const { time } = orderColumns.dimensions;
const fitted = (columns: SatisfactionColumns, form: SatisfactionForm, answers = orders.answers) =>
  fitSatisfaction(columns, answers, { ...names, form, folds: 0 }).model;

/** What its parameters are measured in, thresholds aside. */
function unitsOf({ parameters }: SatisfactionModel) {
  const coefficients = Object.entries(parameters).filter(([name]) => !/^threshold/.test(name));
  return Object.fromEntries(coefficients.map(([name, { unit }]) => [name, unit]));
}
const form = (
  one: Omit<SatisfactionForm['dimensions'][string], 'value'>,
  value: 'identity' | 'power' = 'identity',
) => ({
  answers: { min: 1, max: 4 },
  dimensions: { one: { ...one, value } },
  ...(value === 'power' && { parameters: { 'one.exponent': 0.88 } }),
});

describe('a coefficient says what it counts', () => {
  it('of levels, orders and covariates', () => {
    expect(unitsOf(fitted(levelColumns, levelForm, levels.answers))).toEqual({
      'level.performance': 'log odds per point',
      'level.gain': 'log odds per point',
      'level.loss': 'log odds per point',
    });
    const { 'time.cap': _, ...units } = unitsOf(fitted(orderColumns, basketForm));
    expect(units).toEqual({
      'time.performance': 'log odds per log day',
      'time.gain': 'log odds per day',
      'time.loss': 'log odds per day',
      'time.stillWaiting': 'log odds',
      'covariates.items': 'log odds per unit of items',
      'covariates.price': 'log odds per log price',
    });
    const { parameters } = fitted(levelColumns, levelForm, levels.answers);
    expect(parameters['threshold.1']?.unit).toBe('log odds');
  });

  it.each([
    [
      { kind: 'time', unit: 'business-days', terms: ['performance'] },
      'log odds per log business-day',
    ],
    [{ kind: 'time', unit: 'percent', terms: ['gain'] }, 'log odds per percent of the promise'],
    [{ kind: 'time', unit: 'percent', terms: ['broken'] }, 'log odds'],
    [{ kind: 'cost', unit: 'EUR', terms: ['gap'] }, 'log odds per EUR'],
    [{ kind: 'cost', unit: 'EUR', terms: ['performance'] }, 'log odds per log EUR'],
  ] as const)('of %o', (one, named) => {
    const { promised, actual } = time;
    const unit = one.unit === 'business-days' ? one.unit : 'days';
    const columns: SatisfactionColumns =
      one.kind === 'cost' ? { promised, actual, currency: 'EUR' } : { promised, actual, unit };
    expect(unitsOf(fitted(columns, form(one)))).toEqual({ [`one.${one.terms[0]}`]: named });
  });

  it('of a gap that counts by its value, which has a unit of its own', () => {
    const powers = { kind: 'time', unit: 'days', terms: ['gap', 'performance'] } as const;
    const { 'one.exponent': _, ...units } = unitsOf(fitted(time, form(powers, 'power')));
    expect(units).toEqual({
      'one.gap': 'log odds per unit of value',
      'one.performance': 'log odds per log day',
    });
  });
});
