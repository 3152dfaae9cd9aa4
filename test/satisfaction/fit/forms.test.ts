import { fitSatisfaction, type SatisfactionFitOptions } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { levels, orders } from './fixtures';
import { basketForm, levelColumns, levelForm, names, orderColumns } from './given';

const options: SatisfactionFitOptions = { ...names, form: levelForm, folds: 0 };
const { answers } = levels;
const fitted = (change: object, given: unknown = answers, columns: object = levelColumns) =>
  fitSatisfaction(columns as never, given as never, { ...options, ...change });
const refused = (change: object, given: unknown = answers, columns: object = levelColumns) =>
  refusal(() => fitted(change, given, columns));

describe('a covariate', () => {
  const withItems = (items: (x: number) => number) => ({
    ...orderColumns,
    covariates: { ...orderColumns.covariates, items: orderColumns.covariates.items.map(items) },
  });
  const of = (items: (x: number) => number) =>
    fitted({ form: basketForm }, orders.answers, withItems(items)).flags;
  const wrong = (items: (x: number) => number) =>
    refused({ form: basketForm }, orders.answers, withItems(items));

  it('may be as large as 1e100, and as small as 1e-100', () => {
    expect(of((x) => (x === 3 ? 1e100 : x * 3e99))).toEqual([]);
    expect(wrong((x) => (x === 3 ? 1.01e100 : x * 3e99)).expected).toContain('another unit');
    expect(of((x) => (x === 3 ? 1e-100 : x * 3e-101))).toEqual([]);
    expect(wrong((x) => (x === 3 ? 0.99e-100 : x * 3e-101)).expected).toContain('another unit');
  });

  it.each([
    ['is the same in every row', () => 5],
    ['differs by rounding alone', (x: number) => 1e6 + 1e-7 * x],
  ])('that %s tells nothing', (_, items) => {
    expect(wrong(items)).toMatchObject({ code: 'ambiguous', value: 'covariates.items' });
    expect(wrong(items).expected).toContain('the same in every row');
  });

  it('has its unit anew where it is fitted anew', () => {
    const { model } = fitted({ form: basketForm }, orders.answers, orderColumns);
    const items = { ...model.parameters['covariates.items'], unit: 'per dozen' };
    const form = {
      ...model,
      id: 'ours/before',
      parameters: { ...model.parameters, 'covariates.items': items },
    };
    const again = fitted({ form }, orders.answers, orderColumns);
    expect(again.model.parameters).toEqual(model.parameters);
  });
});

describe('a form', () => {
  it('says whether dimensions may be left out, and so does its model', () => {
    expect(fitted({ form: { ...levelForm, partial: true } }).model.partial).toBe(true);
    expect(fitted({}).model).not.toHaveProperty('partial');
    expect(fitted({}).model).not.toHaveProperty('separated');
  });

  it.each([
    [{ id: 5 }, 'wrong-type', 'options.form.id'],
    [{ parameters: 5 }, 'wrong-type', 'options.form.parameters'],
  ])('is refused with %o', (change, code, path) => {
    expect(refused({ form: { ...levelForm, ...change } })).toMatchObject({ code, path });
  });

  it('is compared as given where its dimensions count gaps in several ways', () => {
    const { level } = levelForm.dimensions;
    const form = {
      ...levelForm,
      dimensions: {
        food: { ...level, terms: ['gap'] },
        service: { ...level, terms: ['gain', 'loss'] },
      },
    };
    const service = {
      expected: levelColumns.perceived,
      perceived: levelColumns.expected.map((x, row) => (x * (row % 4)) / 3),
    };
    const { comparison } = fitted({ form, folds: 2 }, answers, {
      dimensions: { food: levelColumns, service },
    });
    expect(comparison.map((one) => [one.form, one.coefficients])).toContainEqual(['given', 3]);
  });
});
