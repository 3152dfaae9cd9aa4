import {
  permuteExpectations,
  type SatisfactionColumns,
  type SatisfactionForm,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { names } from './given';

describe('the terms of a control', () => {
  const levels = (n: number, equal?: number) => ({
    expected: Float64Array.from({ length: n }, (_, i) => equal ?? 40 + ((i * 7) % 40)),
    perceived: Float64Array.from({ length: n }, (_, i) => 30 + ((i * 11) % 60)),
  });
  const answers = Array.from({ length: 40 }, (_, i) => 1 + ((i * 3 + (i >> 2)) % 2));
  const level = (...terms: SatisfactionForm['dimensions'][string]['terms']) =>
    ({ kind: 'level', unit: 'points', terms, value: 'identity' }) as const;
  const several = (dimensions: SatisfactionForm['dimensions'], columns: object, change = {}) =>
    permuteExpectations({ dimensions: columns } as SatisfactionColumns, answers, {
      ...names,
      form: { answers: { min: 1, max: 2 }, dimensions, ...change },
      seed: 1,
      shuffles: 20,
    });
  const given = { food: levels(40), 'no.gain': levels(40, 60) };

  it('are those of gaps, whatever a dimension is called', () => {
    const dimensions = { 'no.gain': level('performance', 'broken') };
    const found = several(dimensions, { 'no.gain': levels(40) });
    expect(found.map(({ term }) => term)).toEqual(['no.gain.broken']);
  });

  it('are refused where one dimension of several has equal expectations, unless no gap of it counts', () => {
    const refused = refusal(() => several({ food: level('gap'), 'no.gain': level('gap') }, given));
    expect(refused).toMatchObject({
      function: 'permuteExpectations',
      code: 'ambiguous',
      path: 'columns.dimensions.no.gain.expected',
    });
    const found = several({ food: level('gap'), 'no.gain': level('performance') }, given);
    expect(found.map(({ term }) => term)).toEqual(['food.gap']);
  });

  it('need every dimension, also of a form that may leave some out', () => {
    const dimensions = { food: level('gap'), 'no.gain': level('gap') };
    const refused = refusal(() => several(dimensions, { food: levels(40) }, { partial: true }));
    expect(refused).toMatchObject({ code: 'missing', path: 'columns.dimensions.no.gain' });
  });

  it('need a respondent for every row where respondents are named', () => {
    const call = () =>
      permuteExpectations(levels(40), answers, {
        ...names,
        form: { answers: { min: 1, max: 2 }, dimensions: { level: level('gap') } },
        seed: 1,
        respondent: [1, 2],
      });
    expect(refusal(call)).toMatchObject({ code: 'length-mismatch', path: 'options.respondent' });
  });
});
