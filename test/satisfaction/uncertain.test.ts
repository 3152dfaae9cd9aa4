import {
  capabilityFromSamples,
  explainSatisfaction,
  predictSatisfaction,
  type SatisfactionModel,
} from 'overdeliver';
import { surveySatisfaction } from 'overdeliver/satisfaction';
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

describe('a wide spread', () => {
  const perceived = (mean: number, sd: number) => explainSatisfaction(level(mean, sd)).prediction;

  // Mean of N(50, 40) cut to [0, 100] by symmetry; of N(20, 50) by hand: 20 + 50 (phi(-.4) - phi(1.6)) / (F(1.6) - F(-.4)).
  it.each([
    [50, 40, 50],
    [20, 50, 20 + (50 * (0.3682701 - 0.1109208)) / (0.9452007 - 0.3445783)],
  ])('N(%d, %d) is cut to the scale', (mean, sd, cut) => {
    expect(70 + (perceived(mean, sd).gaps.level?.gap as number)).toBeCloseTo(cut, 2);
  });

  // So wide that each level is as likely as any other: 65 points are 5 below, 75 are 5 above.
  it.each([3e4, 1e6, 1e12, 1e300])('of %d is even over the scale', (sd) => {
    const { outcomes, gaps } = perceived(50, sd);
    expect(gaps.level?.gap).toBeCloseTo(-20, 5);
    expect(outcomes.below).toBeCloseTo(0.65, 3);
    expect(outcomes.exceeded).toBeCloseTo(0.25, 3);
  });

  it('leaves all cases to the other amounts', () => {
    const quantile = (p: number) => 50 + 100 * p;
    const below = (sd: number) =>
      predictSatisfaction({
        dimensions: {
          time: { promised: 100, actual: { quantile }, unit: 'minutes' },
          service: { expected: 0, perceived: { mean: 50, sd } },
        },
      }).outcomes.below;
    expect(below(1)).toBe(0.5);
    expect(below(3e4)).toBe(0.5);
  });

  it('of a time is half a normal one', () => {
    const actual = { mean: 10, sd: 1e9 };
    const { outcomes } = predictSatisfaction({ promised: 1e9, actual, unit: 'days' });
    // P(|N(0, 1)| > 1).
    expect(outcomes.below).toBeCloseTo(0.3173, 3);
  });
});

it('two dozen uncertain amounts are independent too', () => {
  const names = Array.from({ length: 24 }, (_, i) => `quality${i}`);
  const { level: dimension } = surveySatisfaction.dimensions;
  const model = {
    ...surveySatisfaction,
    id: 'ours/many',
    dimensions: Object.fromEntries(names.map((name) => [name, { ...dimension, terms: [] }])),
    parameters: Object.fromEntries(
      Object.entries(surveySatisfaction.parameters).filter(([name]) => /^threshold/.test(name)),
    ),
  } as SatisfactionModel;
  const drawn = names.map((): number[] => []);
  const dimensions = names.map((name, i) => {
    const quantile = (p: number) => {
      drawn[i]?.push(p);
      return 100 * p;
    };
    return [name, { expected: 50, perceived: { quantile } }];
  });
  predictSatisfaction({ dimensions: Object.fromEntries(dimensions) }, { model });
  // Of uniform numbers: the mean of (p - 1/2) (q - 1/2), times 12, is their correlation.
  drawn.forEach((one, i) => {
    expect(one).toHaveLength(1000);
    drawn.slice(0, i).forEach((other, j) => {
      const products = one.map((p, row) => (p - 0.5) * ((other[row] as number) - 0.5));
      const mean = products.reduce((sum, product) => sum + product, 0) / 1000;
      expect(Math.abs(12 * mean), `${names[i]} and ${names[j]}`).toBeLessThan(0.15);
    });
  });
});
