import fc from 'fast-check';
import { customerEffortScore, customerSatisfactionScore } from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const scale = { min: 1, max: 5 };
const few = { leastAnswers: 2 };

// scipy.stats.binomtest(8, 10).proportion_ci(method='wilson')
it('gives the share of 4 and 5 with the interval of Wilson, and the mean level', () => {
  const found = customerSatisfactionScore([5, 5, 4, 4, 4, 3, 5, 4, 2, 4, null], scale);
  expect(found).toMatchObject({ n: 10, missing: 1, satisfied: 8, share: 0.8 });
  expect([found.low, found.high].map((x) => +(x as number).toFixed(4))).toEqual([0.4902, 0.9433]);
  expect(found.level).toMatchObject({ n: 10, mean: 75 });
});

// numpy's std with ddof 1, and scipy.stats.t.ppf.
it.each([
  [[1, 2, 1, 1, 3, 2, 5, 1, 2, 2], 'lower', [75, 31.18047822, 52.69482957, 97.30517043]],
  [
    [5, 4, 4, 2, 5, 3, 3, 1, 5, 4, 4],
    'higher',
    [65.90909091, 32.15728392, 44.30553362, 87.5126482],
  ],
] as const)(
  'gives the mean level of %j with the interval of Student',
  (answers, better, wanted) => {
    const { mean, sd, low, high } = customerEffortScore(answers, scale, { better }).level;
    expect([mean, sd, low, high].map((x) => +(x as number).toFixed(8))).toEqual(wanted);
  },
);

it('counts answers of a scale as long as any', () => {
  const answers = Array.from({ length: 200_000 }, (_, i) => 5 * i);
  const found = customerSatisfactionScore(answers, { min: -0.5, max: 1e6 });
  expect([found.n, found.satisfied]).toEqual([200_000, 50_000]);
  const ends = [...Array(10).fill(1e308), -1e308];
  const { level } = customerSatisfactionScore(ends, { min: -1e308, max: 1e308 });
  expect([level.n, level.mean]).toEqual([11, expect.closeTo(1000 / 11, 10)]);
});

it('has the mean level of answers far apart, whoever answers first', () => {
  const answers = [9e9, 5e9, 5e9, 5e9, 5e9, 5e9, 8e9];
  const levelOf = (all: readonly number[]) =>
    customerSatisfactionScore(all, { min: 0, max: 1e10 }, few).level;
  expect(levelOf(answers).mean).toBeCloseTo(60, 12);
  expect(levelOf(answers)).toEqual(levelOf([...answers].reverse()));
});

it('counts from another level when told', () => {
  const at = (satisfiedLevel: number) =>
    customerSatisfactionScore([5, 4, 3, 2, 1], scale, { ...few, satisfiedLevel }).satisfied;
  expect([0, 50, 75, 76, 100].map(at)).toEqual([5, 3, 2, 1, 1]);
});

it('takes effort for the opposite of ease', () => {
  const answers = [1, 2, 1, 3, 5];
  const ease = customerEffortScore(answers, scale, { ...few, better: 'lower' });
  const turned = answers.map((answer) => 6 - answer);
  expect(ease).toEqual(customerEffortScore(turned, scale, few));
  expect(ease).toEqual(customerSatisfactionScore(turned, scale, few));
});

it.each([
  [[6], scale, 'out-of-range', 'answers[0]'],
  [[2.5], scale, 'out-of-range', 'answers[0]'],
  [[3], { min: 5, max: 1 }, 'out-of-range', 'scale'],
  [[3], scale, 'not-enough-data', 'answers'],
])('refuses %j on %o', (answers, on, code, path) => {
  expect(refusal(() => customerSatisfactionScore(answers, on))).toMatchObject({
    function: 'customerSatisfactionScore',
    code,
    path,
  });
  expect(refusal(() => customerEffortScore(answers, on))).toMatchObject({
    function: 'customerEffortScore',
    code,
    path,
  });
});

describe('over any answers', () => {
  it('stays on scale, in any order; more respondents never widen an interval', () => {
    const any = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 40 });
    holds(
      fc.property(any, fc.integer({ min: 2, max: 6 }), (all, times) => {
        const once = customerSatisfactionScore(all, scale, few);
        expect(customerSatisfactionScore([...all].reverse(), scale, few)).toEqual(once);
        const more = customerSatisfactionScore(Array(times).fill(all).flat(), scale, few);
        for (const part of [(s: typeof once) => s, (s: typeof once) => s.level]) {
          const width = (s: typeof once) => (part(s).high as number) - (part(s).low as number);
          expect(width(more)).toBeLessThanOrEqual(width(once) + 1e-9);
        }
        expect(once.level.low).toBeGreaterThanOrEqual(0);
        expect(once.level.high).toBeLessThanOrEqual(100);
      }),
    );
  });
});
