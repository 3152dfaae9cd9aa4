import { fitSatisfaction, marketplaceSatisfaction, type SatisfactionFitOptions } from 'overdeliver';
import {
  calibrationCurve,
  type SatisfactionForm,
  scoreSatisfaction,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { levels, orders } from './fixtures';
import { levelColumns, levelForm, names, orderColumns } from './given';

const options: SatisfactionFitOptions = { ...names, form: levelForm, folds: 0 };
const { answers } = levels;
const fitted = (change: object, given: unknown = answers, columns: object = levelColumns) =>
  fitSatisfaction(columns as never, given as never, { ...options, ...change });
const refused = (change: object, given: unknown = answers, columns: object = levelColumns) =>
  refusal(() => fitted(change, given, columns));

describe('the folds of a comparison', () => {
  // The best answer but once, so that nothing is compared.
  const once = answers.map((answer, row) => (row === 0 ? 5 : Math.min(answer, 4)));

  it.each([2, 100])('may be %d', (folds) => {
    const detail = { answer: 5, given: 1 };
    expect(fitted({ folds }, once).flags).toEqual([{ code: 'not-compared', detail }]);
  });

  it.each([-1, 1, 101, 2.5])('are not %d', (folds) => {
    expect(refused({ folds })).toMatchObject({
      code: 'out-of-range',
      path: 'options.folds',
      expected: '0 for none, 2 to 100, or a fold for every row',
    });
  });

  // Few, and with two gaps, of which a gain and a loss make each other up: so two forms are compared.
  const some = answers.slice(0, 45).map((answer) => Math.min(answer, 4));
  const columns = {
    expected: new Float64Array(45).fill(60),
    perceived: Float64Array.from(some, (_, row) => (row % 4 === 0 ? 50 : 70)),
  };
  const { level } = levelForm.dimensions;
  const form = {
    answers: { min: 1, max: 4 },
    dimensions: { level: { ...level, terms: ['gap'] } },
  };
  const compared = (folds: number | Uint8Array | undefined, respondent?: readonly number[]) =>
    fitted({ form, folds, respondent }, some, columns).comparison;

  it('are five, dealt to each answer in turn, unless told', () => {
    const dealt = Uint8Array.from(some, (answer, row) => {
      const before = some.slice(0, row).filter((other) => other === answer).length;
      return (answer - 1 + before) % 5;
    });
    expect(compared(undefined)).toHaveLength(2);
    expect(compared(5)).toEqual(compared(undefined));
    expect(compared(dealt)).toEqual(compared(undefined));
  });

  it('keep the rows of a respondent together, dealt in turn', () => {
    const respondent = some.map((_, row) => Math.floor(row / 3));
    const own = compared(
      Uint8Array.from(respondent, (who) => who % 4),
      respondent,
    );
    expect(own).toHaveLength(2);
    expect(compared(4, respondent)).toEqual(own);
    expect(compared(4)).not.toEqual(own);
  });
});

describe('answers', () => {
  it('may be numbered from below 0 on', () => {
    const { model, inSample } = fitted({});
    const low = fitted(
      { form: { ...levelForm, answers: { min: -3, max: 1 } } },
      answers.map((answer) => answer - 4),
    );
    expect(low.inSample).toEqual(inSample);
    expect(low.model.parameters).toEqual(model.parameters);
    const never = answers.map((answer) => (answer === 2 ? 1 : answer) - 4);
    const form = { ...levelForm, answers: { min: -3, max: 1 } };
    expect(fitted({ form, pool: true }, never).flags).toEqual([
      { code: 'pooled', detail: { answer: -2, as: -3 } },
    ]);
  });

  it('are pooled in their order, whoever says so', () => {
    const never = answers.map((answer) => (answer === 1 || answer === 4 ? 3 : answer));
    const { model } = fitted({ form: { ...levelForm, pooled: [4] }, pool: true }, never);
    expect(model.pooled).toEqual([1, 4]);
    expect(fitted({ pool: true }).model).not.toHaveProperty('pooled');
    const alike = refused({ pool: true }, new Array(120).fill(3));
    expect(alike.expected).toBe('at least 2 for answers that differ');
  });

  it('are missing, or one of them is', () => {
    expect(refusal(() => fitSatisfaction(levelColumns, undefined as never, options))).toMatchObject(
      { code: 'missing', path: 'answers' },
    );
    for (const none of [null, undefined]) {
      const { expected, path } = refused({}, [...answers.slice(1), none]);
      expect(path).toBe('answers[119]');
      expect(expected).toBe('a whole number from 1 to 5; completeRows leaves such rows out');
    }
  });
});

describe('rows', () => {
  it('that lack something are named, five of them', () => {
    const lacking = (n: number) => ({
      ...levelColumns,
      perceived: levelColumns.perceived.map((x, row) => (row < n ? Number.NaN : x)),
    });
    expect(refused({}, answers, lacking(5)).expected).toMatch(/take out 0, 1, 2, 3, 4$/);
    expect(refused({}, answers, lacking(6)).expected).toMatch(/2, 3, 4 and 1 more$/);
  });

  it('in which somebody waits for what is not overdue are told by the time that is waited for', () => {
    const column = (x: number) => new Float64Array(30).fill(x);
    const time = { promised: column(10), unit: 'days' as const };
    const waits = Uint8Array.from({ length: 30 }, (_, row) => (row === 4 ? 1 : 0));
    const dimensions = {
      service: { expected: column(70), perceived: column(60) },
      parcel: { ...time, actual: column(12), stillWaiting: waits },
      refund: { ...time, actual: column(8), stillWaiting: waits },
    };
    const one = { kind: 'time', unit: 'days', terms: ['gap'], value: 'identity' } as const;
    const { level } = levelForm.dimensions;
    const form = {
      ...levelForm,
      dimensions: { service: level, parcel: one, refund: one },
    } as SatisfactionForm;
    expect(refused({ form }, answers.slice(0, 30), { dimensions })).toMatchObject({
      code: 'out-of-range',
      path: 'columns.dimensions.refund.stillWaiting[4]',
      value: 1,
    });
  });

  it('must be one at least to score, and one to each group of a curve', () => {
    const none = { expected: new Float64Array(0), perceived: new Float64Array(0) };
    const model = surveySatisfaction;
    expect(refusal(() => scoreSatisfaction(none, [], { model })).expected).toBe(
      'at least 1 for a score',
    );
    const few = {
      expected: levelColumns.expected.slice(0, 7),
      perceived: levelColumns.perceived.slice(0, 7),
    };
    const curve = (groups: number) =>
      calibrationCurve(few, answers.slice(0, 7), { model, upTo: 5, groups });
    expect(curve(7)).toHaveLength(7);
    expect(refusal(() => curve(8))).toMatchObject({
      path: 'columns',
      expected: 'at least 8 for a row to each group',
    });
  });

  it('are cut into ten groups unless told', () => {
    const of = { model: surveySatisfaction, upTo: 5 };
    const curve = calibrationCurve(levelColumns, answers, of);
    expect(curve).toEqual(calibrationCurve(levelColumns, answers, { ...of, groups: 10 }));
    expect(curve.reduce((sum, { n }) => sum + n, 0)).toBe(120);
  });

  it('have a best answer that counts as bad, but not the best of all', () => {
    const { time } = orderColumns.dimensions;
    const curve = (upTo: number) =>
      calibrationCurve(time, orders.answers, { model: marketplaceSatisfaction, upTo });
    expect(refusal(() => curve(5)).expected).toBe('a whole number from 1 to 4');
    expect(curve(4).length).toBeGreaterThan(0);
  });
});
