import { fitSatisfaction, isOverdeliverError, type SatisfactionFitOptions } from 'overdeliver';
import type { NotEnoughDataError } from 'overdeliver/core';
import { mixedSatisfaction } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { levels, orders } from './fixtures';
import { basketForm, levelColumns, levelForm, names, orderColumns } from './given';

const options: SatisfactionFitOptions = { ...names, form: levelForm };
const { answers } = levels;
const changed = (column: Float64Array, at: Readonly<Record<number, number>>) =>
  column.map((x, row) => at[row] ?? x);
const refused = (columns: unknown, given: unknown = answers, change: object = {}) =>
  refusal(() => fitSatisfaction(columns as never, given as never, { ...options, ...change }));

it('a form that does not judge what the columns hold is refused where it stands', () => {
  const { expected: promised, perceived: actual } = levelColumns;
  expect(refused({ promised, actual, unit: 'days' })).toMatchObject({
    code: 'unit-mismatch',
    path: 'options.form.dimensions',
  });
});

describe('rows are refused', () => {
  const { expected, perceived } = levelColumns;

  it.each([
    [{ 3: 101 }, 'columns.perceived[3]', 'a level from 0 to 100, or NaN for none'],
    [{ 7: -1 }, 'columns.perceived[7]', 'a level from 0 to 100, or NaN for none'],
    [{ 5: Number.NaN }, 'columns.perceived[5]', /take out 5$/],
    [{ 5: Number.NaN, 9: Number.NaN }, 'columns.perceived[5]', /take out 5, 9$/],
    [
      Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((row) => [row, Number.NaN])),
      'columns.perceived[1]',
      /take out 1, 2, 3, 4, 5 and 2 more$/,
    ],
  ])('%o', (at, path, text) => {
    const wrong = refused({ expected, perceived: changed(perceived, at) });
    expect(wrong).toMatchObject({ function: 'fitSatisfaction', code: 'out-of-range', path });
    expect(wrong.expected).toMatch(text);
  });

  it('by the expectation that is lacking', () => {
    const wrong = refused({ expected: changed(expected, { 2: Number.NaN }), perceived });
    expect(wrong.path).toBe('columns.expected[2]');
  });

  it('that lack a covariate, or still wait for what is not overdue', () => {
    const { dimensions, covariates } = orderColumns;
    const orderly = (columns: unknown) =>
      refusal(() =>
        fitSatisfaction(columns as never, orders.answers, { ...names, form: basketForm }),
      );
    const items = changed(covariates.items, { 4: Number.NaN });
    expect(orderly({ dimensions, covariates: { ...covariates, items } })).toMatchObject({
      code: 'out-of-range',
      path: 'columns.covariates.items[4]',
    });
    const price = changed(covariates.price, { 6: 0 });
    expect(orderly({ dimensions, covariates: { ...covariates, price } }).path).toBe(
      'columns.covariates.price[6]',
    );
    const { time } = dimensions;
    const early = time.actual.findIndex((days, row) => days < (time.promised[row] as number));
    const stillWaiting = time.stillWaiting.map((waits, row) => (row === early ? 1 : waits));
    expect(orderly({ dimensions: { time: { ...time, stillWaiting } }, covariates }).path).toBe(
      `columns.dimensions.time.stillWaiting[${early}]`,
    );
    expect(orderly({ dimensions }).path).toBe('columns.covariates.items');
  });

  it.each([
    [[...answers.slice(1), 6], 'answers[119]', 'a whole number from 1 to 5'],
    [[...answers.slice(1), 2.5], 'answers[119]', 'a whole number from 1 to 5'],
    [
      [...answers.slice(1), Number.NaN],
      'answers[119]',
      'a whole number from 1 to 5; completeRows leaves such rows out',
    ],
  ])('for an answer off its scale', (given, path, expected) => {
    expect(refused(levelColumns, given)).toMatchObject({ code: 'out-of-range', path, expected });
  });

  it('for answers of another length, or none', () => {
    expect(refused(levelColumns, answers.slice(1))).toMatchObject({
      code: 'length-mismatch',
      path: 'answers',
      value: 119,
    });
    expect(refused(levelColumns, null)).toMatchObject({ code: 'wrong-type', path: 'answers' });
  });
});

describe('too little is refused, with counts', () => {
  const few = (n: number) => ({
    expected: levelColumns.expected.slice(0, n),
    perceived: levelColumns.perceived.slice(0, n),
  });
  const lacking = (call: () => unknown) => {
    try {
      call();
    } catch (error) {
      if (isOverdeliverError(error)) return error as NotEnoughDataError;
    }
    throw new Error('nothing was refused');
  };

  it('none, nor a dimension', () => {
    const form = { ...levelForm, dimensions: {} };
    const wrong = refusal(() => fitSatisfaction({ dimensions: {} }, [], { ...options, form }));
    expect(wrong).toMatchObject({ code: 'missing', path: 'options.form.dimensions' });
    expect(wrong.expected).toBe('a dimension at least');
  });

  it('fewer rows than numbers to estimate', () => {
    const error = lacking(() => fitSatisfaction(few(7), answers.slice(0, 7), options));
    expect(error).toMatchObject({ code: 'not-enough-data', path: 'columns' });
    expect([error.needed, error.available]).toEqual([8, 7]);
    expect(error.expected).toBe('at least 8 for 7 numbers, and far more to know them well');
  });

  it('no more respondents than numbers to estimate', () => {
    const by = (n: number) => answers.map((_, row) => row % n);
    const error = lacking(() =>
      fitSatisfaction(levelColumns, answers, { ...options, respondent: by(7) }),
    );
    expect(error).toMatchObject({ code: 'not-enough-data', path: 'options.respondent' });
    expect([error.needed, error.available]).toEqual([8, 7]);
    expect(fitSatisfaction(levelColumns, answers, { ...options, respondent: by(8) }).flags).toEqual(
      [],
    );
  });

  it.each([
    [answers.map((answer) => (answer === 3 ? 4 : answer)), 'the answer 3, which nobody gave'],
    [answers.map(() => 2), 'the answer 1, which nobody gave'],
    [answers.map((answer) => Math.min(answer, 4)), 'the answer 5, which nobody gave'],
  ])('an answer that nobody gave', (given, text) => {
    const error = lacking(() => fitSatisfaction(levelColumns, given, options));
    expect(error).toMatchObject({ code: 'not-enough-data', path: 'answers', available: 0 });
    expect(error.expected).toContain(text);
  });
});

describe('a form is refused', () => {
  const form = (change: object, parameters = {}) => ({
    form: {
      ...levelForm,
      parameters,
      dimensions: { level: { ...levelForm.dimensions.level, ...change } },
    },
  });

  const withNaN = Float64Array.from(answers, (_, row) => (row === 7 ? Number.NaN : row));

  it('whose terms make each other up, or never differ', () => {
    const both = refused(levelColumns, answers, form({ terms: ['gap', 'gain', 'loss'] }));
    expect(both).toMatchObject({ code: 'ambiguous', path: 'options.form', value: 'level.loss' });
    expect(both.expected).toContain('the others make it up');
    const better = { ...levelColumns, perceived: levelColumns.expected.map((e) => e / 2) };
    const flat = refused(better, answers, form({ terms: ['gain'] }));
    expect(flat).toMatchObject({ code: 'ambiguous', value: 'level.gain' });
    expect(flat.expected).toContain('the same in every row');
  });

  it.each([1e161, 1e-170])('with a covariate of numbers such as %d', (unit) => {
    const { items } = orderColumns.covariates;
    const covariates = { ...orderColumns.covariates, items: items.map((x) => x * unit) };
    const wrong = refusal(() =>
      fitSatisfaction({ ...orderColumns, covariates }, orders.answers, {
        ...names,
        form: basketForm,
      }),
    );
    expect(wrong).toMatchObject({
      code: 'ambiguous',
      path: 'options.form',
      value: 'covariates.items',
    });
    expect(wrong.expected).toContain('another unit');
  });

  it.each([
    [form({ value: 'capped' }), 'missing', 'options.form.parameters.level.cap'],
    [form({}, { 'level.cap': 3 }), 'unknown-name', 'options.form.parameters.level.cap'],
    [form({}, { 'level.gainn': 3 }), 'unknown-name', 'options.form.parameters.level.gainn'],
    [form({}, { 'levl.loss': 3 }), 'unknown-name', 'options.form.parameters.levl.loss'],
    [form({}, { 'threshold.99': 3 }), 'unknown-name', 'options.form.parameters.threshold.99'],
    [{ form: { ...levelForm, id: 'ours/test-1' } }, 'ambiguous', 'options.id'],
    [
      form({ value: 'power' }, { 'level.exponent': -1 }),
      'out-of-range',
      'options.form.parameters.level.exponent',
    ],
    [form({ terms: ['joy'] }), 'unknown-name', 'options.form.dimensions.level.terms[0]'],
    [form({ kind: 'time' }), 'unit-mismatch', 'options.form.dimensions.level.unit'],
    [
      { form: { ...levelForm, answers: { min: 5, max: 1 } } },
      'out-of-range',
      'options.form.answers',
    ],
    [{ form: { ...levelForm, dimensions: {} } }, 'missing', 'options.form.dimensions'],
    [{ form: 'satisfaction/index-survey-1' }, 'wrong-type', 'options.form'],
    [{ id: '' }, 'out-of-range', 'options.id'],
    [{ id: undefined }, 'missing', 'options.id'],
    [{ folds: 1 }, 'out-of-range', 'options.folds'],
    [{ folds: 'five' }, 'wrong-type', 'options.folds'],
    [{ folds: Uint8Array.of(1, 2) }, 'length-mismatch', 'options.folds'],
    [{ confidence: 1 }, 'out-of-range', 'options.confidence'],
    [{ respondent: [1, 2] }, 'length-mismatch', 'options.respondent'],
    [{ respondent: null }, 'wrong-type', 'options.respondent'],
    [{ respondent: { length: 120 } }, 'wrong-type', 'options.respondent[0]'],
    [{ respondent: withNaN }, 'out-of-range', 'options.respondent[7]'],
    [{ respondents: [1, 2] }, 'unknown-name', 'options.respondents'],
  ])('%o', (change, code, path) => {
    expect(refused(levelColumns, answers, change)).toMatchObject({ code, path });
  });

  it('not for a dimension that is named as a term is', () => {
    const named = {
      ...levelForm,
      dimensions: { 'threshold.gain': { ...levelForm.dimensions.level, value: 'capped' } },
      parameters: { 'threshold.gain.cap': 20 },
    } as never;
    const { model } = fitSatisfaction({ dimensions: { 'threshold.gain': levelColumns } }, answers, {
      ...names,
      form: named,
    });
    expect(model.parameters['threshold.gain.cap']?.value).toBe(20);
  });

  it('beside columns of other dimensions', () => {
    expect(refused(orderColumns)).toMatchObject({
      code: 'unknown-name',
      path: 'columns.dimensions.time',
    });
    const { time } = orderColumns.dimensions;
    expect(refused(time)).toMatchObject({ code: 'unit-mismatch' });
    const mixed = { form: mixedSatisfaction };
    const service = { dimensions: { service: levelColumns } };
    expect(refused(service, answers, mixed)).toMatchObject({
      code: 'missing',
      path: 'columns.dimensions.time',
    });
    expect(refused(null)).toMatchObject({ code: 'wrong-type', path: 'columns' });
  });
});
