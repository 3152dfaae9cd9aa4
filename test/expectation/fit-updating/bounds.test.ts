import type { UpdatingHistory } from 'overdeliver/expectation';
import { expectationDefaults, fitUpdating } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { given } from '../given';
import { names } from './world';

const day = 86_400_000;

/** Ten customers, each of whom met one thing after some days, and said then what they expect. */
const told = (
  reported: (seen: number, i: number) => number,
  { days = (i: number) => 5 + ((i * 17) % 40), variance = (i: number) => 80 + 20 * i } = {},
): UpdatingHistory[] =>
  Array.from({ length: 10 }, (_, i) => {
    const perceived = 20 + ((i * 37) % 70);
    return {
      start: given({ predicted: { mean: 60, variance: variance(i) } }),
      from: 0,
      path: [
        {
          at: days(i) * day,
          event: { kind: 'experience', perceived },
          reported: { predicted: reported(perceived, i) },
        },
      ],
    };
  });
const flagsOf = ({ flags }: ReturnType<typeof fitUpdating>) =>
  flags.map(({ code, detail }) => [code, detail.parameter]);
const numberOf = ({ numbers }: ReturnType<typeof fitUpdating>, wanted: string) =>
  numbers.find(({ name }) => name === wanted);
const none = { standardError: null, interval: null };

describe('numbers at an end of their range', () => {
  it('of customers whom nothing moves are said to lie there', () => {
    const fit = fitUpdating(
      told((_, i) => 60 + ((i * 7) % 5) - 2),
      names,
    );
    expect(numberOf(fit, 'experienceSd')).toEqual({ name: 'experienceSd', value: 100, ...none });
    expect(flagsOf(fit)).toContainEqual(['at-boundary', 'experienceSd']);
    expect(fit.parameters.parameters.experienceSd).not.toHaveProperty('standardError');
    expect(fit.parameters.parameters.experienceSd).toMatchObject({ value: 100, status: 'fitted' });
  });

  it('of customers who believe all they see, too', () => {
    const fit = fitUpdating(
      told((seen, i) => seen + ((i * 7) % 5) - 2),
      names,
    );
    expect(flagsOf(fit).some(([code]) => code === 'at-boundary' || code === 'not-told-apart')).toBe(
      true,
    );
    // They move all the way, up to half a percent.
    const { experienceSd } = fit.parameters.parameters;
    expect(experienceSd.value).toBeLessThan(3);
  });
});

describe('a number that the reports leave open', () => {
  const reported = (seen: number, i: number) => 60 + 0.4 * (seen - 60) + ((i * 7) % 5) - 2;

  it('keeps the value it had where no time passes', () => {
    const fit = fitUpdating(told(reported, { days: () => 0 }), names);
    const { driftVariancePerDay } = expectationDefaults.parameters;
    expect(numberOf(fit, 'driftVariancePerDay')).toEqual({
      name: 'driftVariancePerDay',
      value: driftVariancePerDay.value,
      ...none,
    });
    expect(fit.parameters.parameters.driftVariancePerDay).toEqual(driftVariancePerDay);
    expect(flagsOf(fit)).toContainEqual(['not-told-apart', 'driftVariancePerDay']);
    expect(fit.parameters.fit?.converged).toBe(true);
  });
});

/** Five customers whom the same sd and drift explain to a point: a likelihood that is steep along both. */
const steep = [
  { mean: 42, variance: 60, days: 27, perceived: 14, predicted: 31 },
  { mean: 53, variance: 100, days: 4, perceived: 54, predicted: 53 },
  { mean: 75, variance: 140, days: 21, perceived: 20, predicted: 52 },
  { mean: 48, variance: 180, days: 5, perceived: 99, predicted: 71 },
  { mean: 46, variance: 220, days: 5, perceived: 93, predicted: 69 },
].map(({ mean, variance, days, perceived, predicted }): UpdatingHistory => {
  const event = { kind: 'experience', perceived } as const;
  return {
    start: given({ predicted: { mean, variance } }),
    from: 0,
    path: [{ at: days * day, event, reported: { predicted } }],
  };
});

it('a steep summit is found, with errors', () => {
  const fit = fitUpdating(steep, names);
  expect(flagsOf(fit).map(([code]) => code)).toEqual([
    'unseen-events',
    'one-report-each',
    'few-customers',
    'few-reports',
  ]);
  // By a search on a grid, made ever finer around the best.
  const { experienceSd, driftVariancePerDay } = fit.parameters.parameters;
  expect(experienceSd.value).toBeCloseTo(15.71396, 3);
  expect(driftVariancePerDay.value).toBeCloseTo(2.64452, 3);
  expect(fit.parameters.fit?.logLikelihood).toBeCloseTo(-6.4278954683, 8);
  expect(fit.parameters.fit?.converged).toBe(true);
  expect(experienceSd.standardError).toBeGreaterThan(0);
});

/** Seven customers who say once what they predict and desire; at the likeliest half-life the third meets just what she desires. */
const bending = [
  { mean: 66, variance: 60, days: 28, perceived: 80, reported: { predicted: 76, desired: 90 } },
  { mean: 61, variance: 100, days: 23, perceived: 46, reported: { predicted: 51, desired: 67 } },
  { mean: 62, variance: 140, days: 3, perceived: 77, reported: { predicted: 63, desired: 70 } },
  { mean: 54, variance: 180, days: 3, perceived: 85, reported: { predicted: 70, desired: 98 } },
  { mean: 74, variance: 220, days: 21, perceived: 52, reported: { predicted: 68, desired: 81 } },
  { mean: 53, variance: 260, days: 26, perceived: 90, reported: { predicted: 69, desired: 88 } },
  { mean: 43, variance: 300, days: 26, perceived: 93, reported: { predicted: 67, desired: 92 } },
].map(({ mean, variance, days, perceived, reported }): UpdatingHistory => {
  const event = { kind: 'experience', perceived } as const;
  return {
    start: given({ predicted: { mean, variance }, desired: 85 }),
    from: 0,
    path: [{ at: days * day, event, reported }],
  };
});

it('where a likelihood has a kink and no summit there are no errors', () => {
  const fit = fitUpdating(bending, names);
  const halfLife = numberOf(fit, 'desiredHalfLifeDays');
  // What is left of 23 points above 62 after three days is 15.
  expect(62 + 23 * 0.5 ** (3 / (halfLife?.value as number))).toBeCloseTo(77, 1);
  expect(halfLife).toMatchObject(none);
  expect(fit.parameters.fit?.converged).toBe(false);
  expect(fit.flags.filter(({ code }) => code === 'not-converged')).toEqual([
    { code: 'not-converged', detail: { register: 'desired' } },
  ]);
  expect(numberOf(fit, 'experienceSd')?.standardError).toBeGreaterThan(0);
});

it('an interval wider than the range ends with it, at 0 where the low end stands for nothing', () => {
  const fit = fitUpdating(bending, { ...names, confidence: 1 - 1e-15 });
  expect(numberOf(fit, 'driftVariancePerDay')?.interval).toEqual({ low: 0, high: 1000 });
  const { interval } = numberOf(fit, 'experienceSd') ?? {};
  expect(interval?.low).toBeGreaterThan(0.1);
  expect(interval?.high).toBe(100);
});
