import {
  explainSatisfaction,
  marketplaceSatisfaction,
  predictSatisfaction,
  type SatisfactionModel,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

describe('the likeliest outcome', () => {
  const of = (worse: number, better: number) => {
    const quantile = (p: number) => (p < 0.5 ? better : worse);
    const { outcome, outcomes } = predictSatisfaction({
      promised: 10,
      actual: { quantile },
      unit: 'days',
    });
    expect(Object.values(outcomes).sort()).toEqual([0, 0.5, 0.5]);
    return outcome;
  };

  it('of two as likely is the worse one', () => {
    expect(of(12, 10)).toBe('below');
    expect(of(12, 8)).toBe('below');
    expect(of(10, 8)).toBe('met');
  });

  it('is judged by a share of the promise', () => {
    const outcome = (promised: number, actual: number) =>
      predictSatisfaction({ promised, actual, unit: 'days' }).outcome;
    expect([outcome(40, 36), outcome(40, 37)]).toEqual(['exceeded', 'met']);
  });
});

describe('what may happen', () => {
  it('may end at the end of the scale', () => {
    const perceived = { mean: 100, sd: 10 };
    const normal = predictSatisfaction({ expected: 70, perceived });
    // The lower half of a normal: its mean lies .79788 standard deviations below the top.
    expect(normal.gaps.level?.gap).toBeCloseTo(30 - 7.9788, 2);
    const quantile = () => 100;
    const top = predictSatisfaction({ expected: 70, perceived: { quantile } });
    expect(top.score).toBeCloseTo(predictSatisfaction({ expected: 70, perceived: 100 }).score, 9);
  });

  it('counts beside what is known, in any order', () => {
    const quantile = (p: number) => 50 + 40 * p;
    const time = { promised: 60, actual: 60, unit: 'minutes' } as const;
    const service = { expected: 70, perceived: { quantile } };
    const one = predictSatisfaction({ dimensions: { time, service } });
    // Even from 50 to 90: 65 and less is noticed as worse, 75 and more as better.
    expect(one.outcomes).toEqual({ below: 0.375, met: 0.25, exceeded: 0.375 });
    expect(predictSatisfaction({ dimensions: { service, time } }).outcomes).toEqual(one.outcomes);
  });
});

describe('a bill', () => {
  const number = (value: number) =>
    ({ value, unit: '', range: [-9, 9], status: 'assumed', source: 'test' }) as const;
  const model: SatisfactionModel = {
    version: 1,
    id: 'test/far',
    setting: 'a test',
    answers: { min: 1, max: 2 },
    dimensions: {
      bill: { kind: 'cost', unit: 'EUR', terms: ['gap', 'broken'], value: 'identity' },
    },
    parameters: {
      'threshold.1': number(0),
      'bill.gap': number(2),
      'bill.broken': number(1),
    },
  };
  const bill = (promised: number, actual: number) => ({ promised, actual, currency: 'EUR' });

  it('is explained by what its coefficients are multiplied with', () => {
    const { contributions } = explainSatisfaction(bill(10, 12), { model });
    // 2 for each of 2 above the estimate, and 1 is taken away since it was broken.
    expect(contributions.map(({ term, amount, utility }) => [term, amount, utility])).toEqual([
      ['bill.gap', -2, -4],
      ['bill.broken', 1, -1],
    ]);
  });

  it('beyond points that a number holds is refused', () => {
    const wrong = refusal(() =>
      explainSatisfaction(bill(1, 0.8e308), { model, reference: bill(0.8e308, 1) }),
    );
    expect(wrong).toMatchObject({
      path: 'options.reference',
      expected: 'a reference within finite points of the experience',
    });
  });
});

it('a customer that is named as reference is given', () => {
  const late = { promised: 10, actual: 12, unit: 'days' } as const;
  const { reference } = explainSatisfaction(late, { reference: { ...late, actual: 8 } });
  expect(reference.name).toBe('given');
  expect(reference.score).toBe(predictSatisfaction({ ...late, actual: 8 }).score);
  expect(explainSatisfaction(late).reference.name).toBe('kept');
  expect(explainSatisfaction(late, { model: marketplaceSatisfaction, reference: 'kept' })).toEqual(
    explainSatisfaction(late),
  );
});
