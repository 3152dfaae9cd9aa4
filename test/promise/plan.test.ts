import fc from 'fast-check';
import { capabilityFromSamples, planPromise, toMultipleOf } from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { deepFreeze } from '../core/deep-freeze';
import { holds } from '../core/seeded';

const unit = 'minutes';
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
const of = (samples: readonly number[], better?: 'higher') =>
  capabilityFromSamples(samples, { unit, better, deviations: true });
/** The README's two dozen deliveries. */
const deliveries = [
  41, 38, 47, 52, 44, 36, 49, 45, 58, 43, 40, 46, 51, 39, 45, 48, 42, 55, 44, 37, 50, 46, 43, 61,
];

describe('planPromise', () => {
  it('promises 60 where 45 is typical', () => {
    const plan = planPromise(of(deliveries), { keepRate: 0.9, round: toMultipleOf(5) });
    expect(plan).toMatchObject({
      promise: 60,
      typical: 45,
      margin: 15,
      unit: 'minutes',
      keepRate: 0.9,
      missWhenBroken: 1,
      guarantee: { kind: 'finite-sample', rank: 23, n: 24 },
    });
    expect(plan.chance.estimate).toBe(23 / 25);
  });

  // scipy.stats.beta.ppf([.025, .975], rank, n + 1 - rank)
  it.each([
    [19, 0.9, 18, 0.7397193458047858, 0.9869878356282226],
    [99, 0.9, 90, 0.8344310242579897, 0.9504891277913371],
    [99, 0.55, 55, 0.45224142066424655, 0.6458633795772304],
    [9, 0.9, 9, 0.6637328831200571, 0.9971908632534008],
    [24, 0.9, 23, 0.7887983165430269, 0.9897436587187498],
    [1, 0.5, 1, 0.025, 0.975],
  ])('of %d samples at %d promises the %dth, kept by %d to %d', (n, keepRate, rank, low, high) => {
    const plan = planPromise(of(upTo(n)), { keepRate });
    expect(plan.promise).toBe(rank);
    expect(plan.guarantee).toEqual({ kind: 'finite-sample', rank, n });
    expect(plan.chance.estimate).toBe(rank / (n + 1));
    expect(Math.abs((plan.chance.low as number) - low)).toBeLessThan(0.005);
    expect(Math.abs((plan.chance.high as number) - high)).toBeLessThan(0.005);
  });

  it('judges the promise as rounded, not as planned', () => {
    // Planned 17, which 18 of 20 keep; 20 is kept by all.
    const plan = planPromise(of(upTo(20)), { keepRate: 0.8, round: toMultipleOf(10) });
    expect(plan.guarantee).toMatchObject({ rank: 17 });
    expect(plan.promise).toBe(20);
    expect(plan.chance.estimate).toBe(20 / 21);
    // scipy.stats.beta.ppf(.025, 20, 1)
    expect(plan.chance.low).toBeCloseTo(0.8315665290169146, 12);
    expect(plan.missWhenBroken).toBeNull();
  });

  it('counts all that a tie keeps', () => {
    const plan = planPromise(of([1, 2, 2, 2, 3, 9]), { keepRate: 0.3 });
    expect(plan).toMatchObject({ promise: 2, typical: 2, margin: 0, missWhenBroken: 4 });
    expect(plan.chance.estimate).toBe(4 / 7);
  });

  it('plans levels from above and rounds them down', () => {
    const points = upTo(19).map((k) => 59 + k);
    const plan = planPromise(of(points, 'higher'), { keepRate: 0.9, round: toMultipleOf(5) });
    expect(plan).toMatchObject({ promise: 60, typical: 69, margin: 9, missWhenBroken: null });
    const even = planPromise(of(points, 'higher'), { keepRate: 0.95, round: toMultipleOf(5) });
    expect(even.promise).toBe(60);
    expect(planPromise(of(points, 'higher'), { keepRate: 0.9 })).toMatchObject({
      promise: 61,
      missWhenBroken: 1,
      guarantee: { rank: 18 },
    });
  });

  it('has a margin below 0 when it promises better than typical', () => {
    expect(planPromise(of(upTo(19)), { keepRate: 0.25 })).toMatchObject({ promise: 5, margin: -5 });
  });

  it('takes a rounding given as undefined as absent', () => {
    const kitchen = of(deliveries);
    expect(planPromise(kitchen, { keepRate: 0.9, round: undefined })).toEqual(
      planPromise(kitchen, { keepRate: 0.9 }),
    );
  });
});

describe('a plan from any samples', () => {
  const samples = fc.array(fc.integer({ min: -60, max: 240 }), { minLength: 1, maxLength: 60 });
  const keepRate = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100);
  const enough = fc
    .tuple(samples, keepRate)
    .filter(([numbers, rate]) => rate <= numbers.length / (numbers.length + 1));

  it('is the least sample that its share of n + 1 keeps', () => {
    holds(
      fc.property(enough, ([numbers, rate]) => {
        const { promise, chance, missWhenBroken } = planPromise(of(numbers), { keepRate: rate });
        const kept = (t: number) => numbers.filter((sample) => sample <= t).length;
        expect(kept(promise) / (numbers.length + 1)).toBeGreaterThanOrEqual(rate);
        for (const less of numbers) {
          if (less < promise) expect(kept(less) / (numbers.length + 1)).toBeLessThan(rate);
        }
        expect(chance.estimate).toBe(kept(promise) / (numbers.length + 1));
        expect(chance.low).toBeLessThan(chance.estimate);
        expect(chance.high).toBeGreaterThan(chance.estimate);
        const missed = numbers.filter((sample) => sample > promise);
        const sum = missed.reduce((total, sample) => total + sample - promise, 0);
        if (missed.length === 0) expect(missWhenBroken).toBeNull();
        else expect(missWhenBroken).toBeCloseTo(sum / missed.length, 9);
      }),
    );
  });

  it('promises more time for a higher keep rate, never less', () => {
    holds(
      fc.property(enough, keepRate, ([numbers, rate], other) => {
        if (other > rate) return;
        const easier = planPromise(of(numbers), { keepRate: rate });
        const harder = planPromise(of(numbers), { keepRate: other });
        expect(harder.promise).toBeLessThanOrEqual(easier.promise);
        expect(harder.chance.low).toBeLessThanOrEqual(easier.chance.low as number);
        expect(harder.typical).toBe(easier.typical);
      }),
    );
  });

  it('follows the unit and the starting point: times c plus d', () => {
    const c = fc.integer({ min: 1, max: 50 });
    holds(
      fc.property(enough, c, fc.integer({ min: -99, max: 99 }), ([numbers, rate], times, plus) => {
        const plan = planPromise(of(numbers), { keepRate: rate });
        const moved = planPromise(of(numbers.map((sample) => sample * times + plus)), {
          keepRate: rate,
        });
        expect(moved.promise).toBe(plan.promise * times + plus);
        expect(moved.typical).toBe(plan.typical * times + plus);
        expect(moved.margin).toBe(plan.margin * times);
        expect(moved.chance).toEqual(plan.chance);
        expect(moved.guarantee).toEqual(plan.guarantee);
        if (plan.missWhenBroken === null) expect(moved.missWhenBroken).toBeNull();
        else expect(moved.missWhenBroken).toBeCloseTo(plan.missWhenBroken * times, 8);
      }),
    );
  });

  it('for levels mirrors that for times', () => {
    holds(
      fc.property(enough, ([numbers, rate]) => {
        const low = planPromise(of(numbers), { keepRate: rate });
        const mirrored = numbers.map((sample) => 0 - sample);
        const high = planPromise(of(mirrored, 'higher'), { keepRate: rate });
        expect(high).toEqual({
          ...low,
          better: 'higher',
          promise: 0 - low.promise,
          typical: 0 - low.typical,
        });
      }),
    );
  });

  it('is plain data, whatever the options, and leaves them alone', () => {
    const options = fc.record({ keepRate, step: fc.constantFrom(0.5, 1, 5, 7) });
    holds(
      fc.property(samples, options, (numbers, { keepRate: rate, step }) => {
        if (rate > numbers.length / (numbers.length + 1)) return;
        const given = deepFreeze({ keepRate: rate, round: toMultipleOf(step) });
        const plan = planPromise(Object.freeze(of(numbers)), given);
        expectSurvivesJson(plan);
      }),
    );
  });
});
