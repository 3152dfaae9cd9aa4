import {
  capabilityFromSamples,
  explainSatisfaction,
  predictSatisfaction,
  surveySatisfaction,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const level = (mean: number, sd: number) => ({ expected: 70, perceived: { mean, sd } });

describe('what is perceived may be uncertain', () => {
  // P(N(72, 8) >= 75), P(N(72, 8) <= 65), by hand from the normal distribution, cut at 100.
  it('and the outcome then has chances', () => {
    const { outcome, outcomes } = predictSatisfaction(level(72, 8));
    expect(outcomes.exceeded).toBeCloseTo(0.3538, 2);
    expect(outcomes.below).toBeCloseTo(0.1908, 2);
    expect(outcomes.below + outcomes.met + outcomes.exceeded).toBeCloseTo(1, 12);
    expect(outcome).toBe('met');
  });

  it('comes to the certain case as the spread goes to nothing', () => {
    const certain = explainSatisfaction({ expected: 70, perceived: 80 });
    const nearly = explainSatisfaction(level(80, 1e-9));
    expect(nearly.prediction.score).toBeCloseTo(certain.prediction.score, 6);
    expect(nearly.utility).toBeCloseTo(certain.utility, 6);
    expect(nearly.prediction.gaps.level?.gap).toBeCloseTo(10, 6);
  });

  it('contributions still add up, and answers to 1', () => {
    const { prediction, utility, contributions } = explainSatisfaction(level(90, 15));
    expect(contributions.reduce((sum, part) => sum + part.utility, 0)).toBe(utility);
    expect(prediction.answers.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    // Levels end at 100, so that the mean perceived lies below 90.
    expect(prediction.gaps.level?.gap).toBeLessThan(20);
  });

  it('a level that is surely above the scale is none', () => {
    expect(refusal(() => predictSatisfaction(level(101, 5)))).toMatchObject({
      code: 'out-of-range',
      path: 'perceived.mean',
    });
    expect(refusal(() => predictSatisfaction(level(70, 0)))).toMatchObject({
      code: 'out-of-range',
      path: 'perceived.sd',
    });
  });
});

describe('a promise may be judged by a capability', () => {
  const days = [6, 7, 7, 8, 8, 8, 9, 9, 10, 12];
  const actual = capabilityFromSamples(days, { unit: 'days' });

  it('with the mean over what may happen', () => {
    const { score, outcomes } = predictSatisfaction({ promised: 9, actual, unit: 'days' });
    const each = days.map((actual) => predictSatisfaction({ promised: 9, actual, unit: 'days' }));
    const mean = each.reduce((sum, one) => sum + one.score, 0) / days.length;
    expect(score).toBeGreaterThan(mean - 3);
    expect(score).toBeLessThan(mean + 3);
    expect(outcomes.below).toBeCloseTo(0.2, 1);
  });

  it('in its own unit only', () => {
    const minutes = capabilityFromSamples(days, { unit: 'minutes' });
    const wrong = { promised: 9, actual: minutes, unit: 'days' } as const;
    expect(refusal(() => predictSatisfaction(wrong))).toMatchObject({
      code: 'unit-mismatch',
      path: 'actual.unit',
      value: 'minutes',
    });
  });

  it.each([Number.NaN, -1, Infinity, 'soon'])('whose quantiles are no %s', (at) => {
    const wrong = { promised: 9, actual: { quantile: () => at as number }, unit: 'days' } as const;
    expect(refusal(() => predictSatisfaction(wrong)).path).toMatch(/^actual\.quantile\(/);
  });

  it('and not by one who still waits, since the time is then known', () => {
    const wrong = { promised: 9, actual, unit: 'days', stillWaiting: true } as const;
    expect(refusal(() => predictSatisfaction(wrong))).toMatchObject({
      code: 'out-of-range',
      path: 'actual',
    });
  });
});

it('several uncertain amounts are independent', () => {
  const chance = (quantile: (p: number) => number, promised: number) =>
    predictSatisfaction({ promised, actual: { quantile }, currency: 'EUR' }).outcomes.below;
  const even = (p: number) => 50 + 100 * p;
  expect(chance(even, 120)).toBeCloseTo(0.3, 2);
  const dimensions = {
    time: { promised: 100, actual: { quantile: even }, unit: 'minutes' },
    cost: { promised: 120, actual: { quantile: even }, currency: 'EUR' },
    service: { expected: 50, perceived: { quantile: (p: number) => 100 * p } },
  } as const;
  const { outcomes } = predictSatisfaction({ dimensions });
  expect(outcomes.below).toBeCloseTo(1 - 0.5 * 0.7 * 0.55, 1);
  expect(surveySatisfaction.version).toBe(1);
});
