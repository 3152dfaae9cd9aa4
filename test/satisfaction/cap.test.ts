import { predictSatisfaction } from 'overdeliver';
import { inEnglish } from 'overdeliver/english';
import { expect, it } from 'vitest';

const late = (actual: number) => predictSatisfaction({ promised: 40, actual, unit: 'minutes' });
const codes = (actual: number) => late(actual).warnings.map(({ code }) => code);

it('a loss beyond what the model tells apart is warned of, since its score falls no further', () => {
  expect(late(60).score).toBe(late(1000).score);
  expect(codes(48)).toEqual(['not-fitted']);
  expect(codes(60)).toEqual(['not-fitted', 'beyond-cap']);
  expect(codes(10)).toEqual(['not-fitted']);
  const warning = late(60).warnings.find(({ code }) => code === 'beyond-cap');
  expect(warning).toEqual({
    code: 'beyond-cap',
    detail: { dimension: 'time', gap: -50, cap: 20, unit: 'percent' },
  });
});

it('not where it is the cap up to rounding, in any unit', () => {
  const cases = [
    [18, 21.6, 'minutes'],
    [0.3, 0.36, 'hours'],
    [10, 12, 'minutes'],
  ] as const;
  for (const [promised, actual, unit] of cases) {
    const { warnings } = predictSatisfaction({ promised, actual, unit });
    expect(warnings.map(({ code }) => code)).toEqual(['not-fitted']);
  }
});

it('a bill too', () => {
  const { warnings } = predictSatisfaction({ promised: 100, actual: 200, currency: 'EUR' });
  expect(warnings).toContainEqual({
    code: 'beyond-cap',
    detail: { dimension: 'cost', gap: -100, cap: 20, unit: 'percent' },
  });
});

it('not where the duration itself counts on', () => {
  const days = (actual: number) => predictSatisfaction({ promised: 10, actual, unit: 'days' });
  expect(days(30).score).toBeLessThan(days(20).score);
  expect(days(30).warnings.map(({ code }) => code)).not.toContain('beyond-cap');
});

it('in words', () => {
  const detail = { dimension: 'time', gap: -50, cap: 20, unit: 'percent' };
  expect(inEnglish({ code: 'beyond-cap', detail })).toContain('the score is too high');
});
