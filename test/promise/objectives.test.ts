import fc from 'fast-check';
import {
  type Capability,
  capabilityFromCensored,
  capabilityFromSamples,
  planPromise,
  planWindow,
  toMultipleOf,
} from 'overdeliver';
import {
  capabilityFromFamily,
  capabilityFromQuantiles,
  normal,
  scaleCapability,
} from 'overdeliver/capability';
import { planByTolerance, planSurprise, requiredImprovement } from 'overdeliver/promise';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { expectSurvivesJson } from '../capability/survives-json';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const unit = 'minutes';
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
const of = (samples: readonly number[], better?: 'higher') =>
  capabilityFromSamples(samples, { unit, better, deviations: true });
const normal45 = capabilityFromFamily(normal, { mean: 45, sd: 10 }, { unit });
const numbers = fc.array(fc.integer({ min: -60, max: 240 }), { minLength: 20, maxLength: 60 });
const better = fc.constantFrom(undefined, 'higher' as const);

describe('a tolerance limit', () => {
  // Wilks 1941; the 2nd to 5th largest for 95/95.
  it.each([
    [0.9, 29, 29],
    [0.95, 59, 59],
    [0.95, 93, 92],
    [0.95, 124, 122],
    [0.95, 153, 150],
    [0.95, 181, 177],
    [0.99, 299, 299],
  ])('at %d of %d samples is the %dth', (keepRate, n, rank) => {
    const plan = planByTolerance(of(upTo(n)), { keepRate, confidence: 0.95 });
    expect(plan.promise).toBe(rank);
    expect(plan.guarantee).toEqual({ kind: 'tolerance', rank, n, confidence: 0.95 });
    expect(plan.why[0]).toEqual({ code: 'tolerance', detail: { keepRate, confidence: 0.95 } });
  });

  it('says that 95/95 needs 59', () => {
    const call = () => planByTolerance(of(upTo(58)), { keepRate: 0.95, confidence: 0.95 });
    expect(call).toThrow(expect.objectContaining({ needed: 59, available: 58 }));
    expect(refusal(call).expected).toBe(
      'at least 59 for a promise that is kept 95% of the time, with a confidence of 95%',
    );
  });

  it('is kept with its confidence', () => {
    const uniform = uniforms(3);
    let held = 0;
    for (let repeat = 0; repeat < 1000; repeat++) {
      const samples = Array.from({ length: 93 }, () => uniform());
      if (planByTolerance(of(samples), { keepRate: 0.95, confidence: 0.95 }).promise >= 0.95)
        held++;
    }
    expect(Math.abs(held / 1000 - 0.95)).toBeLessThan(0.028);
  });

  it('needs observations to rank', () => {
    const call = () => planByTolerance(normal45, { keepRate: 0.9, confidence: 0.95 });
    expect(call).toThrow(expect.objectContaining({ needed: 29, available: 0 }));
    // Many are no more help where some are under way.
    const options = { unit, finished: upTo(100).map((i) => i < 100) };
    const flight = capabilityFromCensored(upTo(100), options);
    const limit = { keepRate: 0.9, confidence: 0.95 };
    expect(refusal(() => planByTolerance(flight, limit)).message).toContain(
      'capability holds no ranks, which samples have that are neither weighted nor under way',
    );
    const plan = planByTolerance(normal45, { keepRate: 0.9, confidence: 0.95, bestEffort: true });
    expect(plan.guarantee).toMatchObject({ kind: 'none', reason: 'no-ranks' });
  });

  it.each([0, 1, '0.9', null])('refuses a confidence of %o', (confidence) => {
    const options = { keepRate: 0.9, confidence } as never;
    expect(refusal(() => planByTolerance(normal45, options)).path).toBe('options.confidence');
  });
});

describe('best effort', () => {
  it('promises the observation easiest to keep, and says that it guarantees nothing', () => {
    const plan = planPromise(of([44, 51, 39]), { keepRate: 0.9, bestEffort: true });
    expect(plan).toMatchObject({ promise: 51, typical: 44, missWhenBroken: null });
    expect(plan.guarantee).toEqual({ kind: 'none', reason: 'too-few', n: 3, needed: 9 });
    expect(plan.chance.estimate).toBe(0.75);
    const levels = planPromise(of([44, 51, 39], 'higher'), { keepRate: 0.9, bestEffort: true });
    expect(levels.promise).toBe(39);
  });

  it('changes nothing where there are enough', () => {
    const enough = of(upTo(20));
    expect(planPromise(enough, { keepRate: 0.9, bestEffort: true })).toEqual(
      planPromise(enough, { keepRate: 0.9, bestEffort: false }),
    );
    expect(
      refusal(() => planPromise(enough, { keepRate: 0.9, bestEffort: 1 as never })),
    ).toMatchObject({
      code: 'wrong-type',
      path: 'options.bestEffort',
    });
  });
});

describe('a capability without ranks', () => {
  // scipy.stats.norm.ppf([.8, .9, .95, .99], 45, 10)
  it.each([
    [0.8, 53.416],
    [0.9, 57.816],
    [0.95, 61.449],
    [0.99, 68.263],
  ])('is quoted at %d by its quantile', (keepRate, quote) => {
    const plan = planPromise(normal45, { keepRate });
    expect(plan.promise).toBeCloseTo(quote, 3);
    expect(plan.chance.estimate).toBeCloseTo(keepRate, 9);
    expect(plan.chance).toMatchObject({ low: null, high: null });
    expect(plan.guarantee).toEqual({ kind: 'none', reason: 'no-ranks', n: 0, needed: null });
    expect(plan.why[1]).toEqual({ code: 'no-interval', detail: { source: 'normal' } });
    expect(plan.warnings).toEqual(normal45.warnings);
    expect(plan.missWhenBroken).toBeCloseTo(
      normal45.expectedOvershoot(plan.promise) / (1 - keepRate),
      6,
    );
    expectSurvivesJson(plan);
  });

  const flight = (weights?: number[]) =>
    capabilityFromCensored([38, 52, 41, 45, 47], { unit, weights, finished: [1, 0, 1, 1, 1] });

  it('gives no number that is not identified', () => {
    const plan = planPromise(flight(), { keepRate: 0.8 });
    expect(plan).toMatchObject({ promise: 47, typical: 45, missWhenBroken: null });
    expect(plan.why).toEqual([
      { code: 'keep-rate', detail: { keepRate: 0.8 } },
      { code: 'miss-not-identified', detail: { identified: flight().identified } },
    ]);
    expect(refusal(() => planPromise(flight(), { keepRate: 0.9 }))).toMatchObject({
      name: 'NotIdentifiedError',
      code: 'not-identified',
      function: 'planPromise',
      path: 'capability',
    });
    const tail = capabilityFromQuantiles(
      [
        { p: 0.8, value: 3 },
        { p: 0.95, value: 7 },
      ],
      { unit },
    );
    expect(refusal(() => planPromise(tail, { keepRate: 0.9 })).message).toContain('needs 0.5');
  });

  it('says that none broke it where that is known', () => {
    const sure = capabilityFromQuantiles(
      [
        { p: 0, value: 3 },
        { p: 1, value: 7 },
      ],
      { unit },
    );
    const plan = planPromise(sure, { keepRate: 0.9, round: toMultipleOf(10) });
    expect(plan).toMatchObject({ promise: 10, typical: 5, missWhenBroken: null });
    expect(plan.why[3]).toEqual({ code: 'none-broke', detail: {} });
  });
});

describe('planSurprise', () => {
  it('betters the promise by the amount, as often as asked', () => {
    const plan = planSurprise(of(upTo(19)), { by: 10, probability: 0.9 });
    expect(plan).toMatchObject({
      promise: 28,
      keepRate: 0.9,
      guarantee: { kind: 'finite-sample', rank: 18 },
    });
    expect(plan.surprise).toMatchObject({ by: 10, chance: { estimate: 0.9 } });
    expect(plan.chance.estimate).toBe(0.95);
    expect(plan.why[0]).toEqual({ code: 'surprise', detail: { by: 10, probability: 0.9 } });
  });

  it('is the plan at that probability, eased by the amount', () => {
    const by = fc.double({ min: 0.001, max: 99, noNaN: true });
    holds(
      fc.property(numbers, better, by, (list, way, amount) => {
        const capability = of(
          list.map((x) => x / 7),
          way,
        );
        const base = planPromise(capability, { keepRate: 0.8 });
        const plan = planSurprise(capability, { by: amount, probability: 0.8 });
        const eased = way === 'higher' ? -amount : amount;
        expect(plan.promise).toBeCloseTo(base.promise + eased, 9);
        expect(plan.surprise.chance.estimate).toBeGreaterThanOrEqual(0.8);
        expect(plan.surprise.chance.estimate).toBe(base.chance.estimate);
        expect(plan.chance.estimate).toBeGreaterThanOrEqual(plan.surprise.chance.estimate);
      }),
    );
  });

  it('refuses', () => {
    const call = (options: object) => refusal(() => planSurprise(normal45, options as never));
    expect(call({ by: 0, probability: 0.8 })).toMatchObject({
      code: 'out-of-range',
      path: 'options.by',
    });
    expect(call({ by: 5, probability: 1 }).path).toBe('options.probability');
    expect(() => planSurprise(of([1]), { by: 1, probability: 0.8 })).toThrow(
      expect.objectContaining({ code: 'not-enough-data', needed: 4 }),
    );
  });
});

describe('planWindow', () => {
  it.each([
    [19, 0.9, 1, 19],
    [20, 0.9, 1, 20],
    [29, 0.9, 2, 29],
    [39, 0.9, 2, 38],
    [99, 0.8, 10, 90],
    [3, 0.5, 1, 3],
  ])('of %d observations at %d runs from the %dth to the %dth', (n, keepRate, from, to) => {
    const plan = planWindow(of(upTo(n)), { keepRate });
    expect(plan).toMatchObject({ from, to, keepRate });
    expect(plan.chance.estimate).toBeCloseTo((to - from) / (n + 1), 14);
    expect(plan.chance.estimate).toBeGreaterThanOrEqual(keepRate);
    const levels = planWindow(of(upTo(n), 'higher'), { keepRate });
    expect([levels.from, levels.to]).toEqual([n + 1 - to, n + 1 - from]);
    expect(levels.chance).toEqual(plan.chance);
  });

  it('holds the next one as often as it says', () => {
    const uniform = uniforms(8);
    let held = 0;
    for (let repeat = 0; repeat < 2000; repeat++) {
      const plan = planWindow(of(Array.from({ length: 19 }, () => uniform() ** 3)), {
        keepRate: 0.8,
      });
      const next = uniform() ** 3;
      if (plan.from <= next && next <= plan.to) held++;
    }
    expect(Math.abs(held / 2000 - 0.8)).toBeLessThan(4 * Math.sqrt(0.16 / 2000));
  });

  it('rounds outwards and says so', () => {
    const plan = planWindow(of(upTo(39)), { keepRate: 0.9, round: toMultipleOf(5) });
    expect(plan).toMatchObject({ from: 0, to: 40, typical: 20, missWhenBroken: null });
    expect(plan.why.map(({ code }) => code)).toEqual([
      'window',
      'rounded',
      'rounded',
      'none-broke',
    ]);
    expect(plan.chance.estimate).toBe(38 / 40);
    const inwards = () => planWindow(of(upTo(39)), { keepRate: 0.9, round: () => 20 });
    expect(refusal(inwards)).toMatchObject({ path: 'options.round', value: 20 });
  });

  it('counts both ends, ties included', () => {
    const all = planWindow(of(new Array<number>(9).fill(5)), { keepRate: 0.7 });
    expect(all).toMatchObject({ from: 5, to: 5, chance: { estimate: 0.8 } });
  });

  it('leaves out equal shares where there are no ranks', () => {
    const plan = planWindow(normal45, { keepRate: 0.9 });
    // scipy.stats.norm.ppf([.05, .95], 45, 10)
    expect(plan.from).toBeCloseTo(28.551464, 5);
    expect(plan.to).toBeCloseTo(61.448536, 5);
    expect(plan.chance.estimate).toBeCloseTo(0.9, 9);
    expect(plan.guarantee).toMatchObject({ kind: 'none', reason: 'no-ranks' });
    expectSurvivesJson(plan);
  });

  it('says how many it needs, or does its best', () => {
    const few = of(upTo(18));
    expect(() => planWindow(few, { keepRate: 0.9 })).toThrow(
      expect.objectContaining({ code: 'not-enough-data', needed: 19, available: 18 }),
    );
    expect(planWindow(few, { keepRate: 0.9, bestEffort: true })).toMatchObject({
      from: 1,
      to: 18,
      guarantee: { kind: 'none', reason: 'too-few', n: 18, needed: 19 },
    });
    expect(refusal(() => planWindow(few, { keepRate: 1 })).path).toBe('options.keepRate');
    expect(() => planWindow(few, { keepRate: 1 - 2 ** -53 })).toThrow(
      expect.objectContaining({ code: 'not-enough-data' }),
    );
  });
});

describe('requiredImprovement', () => {
  it('is done by any of the three ways alone', () => {
    const demanded = fc.integer({ min: 1, max: 200 });
    const positive = fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 20, maxLength: 40 });
    holds(
      fc.property(positive, better, demanded, (list, way, promise) => {
        const must = requiredImprovement(of(list, way), { promise, keepRate: 0.8 });
        const plan = (of: Capability) => planPromise(of, { keepRate: 0.8 });
        const { promise: today, typical } = plan(of(list, way));
        expect(must.today).toBe(today);
        expect(must.needed).toBe(way === 'higher' ? today < promise : today > promise);
        if (!must.needed) {
          expect(must).toMatchObject({ shift: 0, factor: 1, spread: 1 });
          return;
        }
        expect(
          plan(
            of(
              list.map((x) => x + must.shift),
              way,
            ),
          ).promise,
        ).toBeCloseTo(promise, 9);
        const scaled = scaleCapability(of(list, way), must.factor as number);
        expect(plan(scaled).promise).toBeCloseTo(promise, 9);
        const broken = way === 'higher' ? typical < promise : typical > promise;
        expect(must.spread === null).toBe(broken);
        if (must.spread !== null) {
          const steadied = list.map((x) => typical + (must.spread as number) * (x - typical));
          expect(plan(of(steadied, way)).promise).toBeCloseTo(promise, 9);
        }
      }),
    );
  });

  it('knows no factor from lateness to earliness', () => {
    const visits = of(upTo(19).map((x) => x - 5));
    const must = requiredImprovement(visits, { promise: -10, keepRate: 0.9 });
    expect(must).toMatchObject({ needed: true, today: 13, shift: -23, factor: null, spread: null });
    expect(must.chance).toMatchObject({ estimate: 0, low: 0 });
    expectSurvivesJson(must);
  });

  it('is none where the promise is what is kept today, and nothing times 0', () => {
    const days = capabilityFromSamples(upTo(99), { unit: 'days' });
    const must = (promise: number, keepRate: number) =>
      requiredImprovement(days, { promise, keepRate });
    // 90 of 99 + 1 keep 90.
    expect(must(90, 0.9)).toMatchObject({
      needed: false,
      today: 90,
      shift: 0,
      factor: 1,
      spread: 1,
    });
    expect(must(0, 0.9)).toMatchObject({ needed: true, shift: -90, factor: null, spread: null });
    // Better than the median, and kept too seldom: what scatters less is kept less often still.
    expect(must(10, 0.2)).toMatchObject({ needed: true, today: 20, factor: 0.5, spread: null });
  });

  it('refuses', () => {
    const call = (options: object) =>
      refusal(() => requiredImprovement(normal45, options as never));
    expect(call({ promise: Infinity, keepRate: 0.9 }).path).toBe('options.promise');
    expect(call({ promise: 30, keepRate: 0 }).path).toBe('options.keepRate');
    expect(
      refusal(() => requiredImprovement({} as Capability, { promise: 3, keepRate: 0.9 })).path,
    ).toBe('capability');
  });
});

it('betters a promise by much with the chance of the quote that it was planned from', () => {
  const hours = Array.from({ length: 40 }, (_, i) => (1 + (i % 9)) / 1000);
  const kitchen = capabilityFromSamples(hours, { unit: 'hours' });
  for (const by of [1 / 3, 15, 240, 5000]) {
    for (const probability of [0.5, 0.6, 0.7, 0.8, 0.9]) {
      const { chance } = planPromise(kitchen, { keepRate: probability });
      expect(planSurprise(kitchen, { by, probability }).surprise.chance).toEqual(chance);
    }
  }
});

it('leaves no spread where the promise is the typical observation up to rounding', () => {
  const took = [0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2, 0.9, 0.9];
  const kitchen = capabilityFromSamples(took, { unit: 'hours' });
  expect(requiredImprovement(kitchen, { promise: 0.3, keepRate: 0.7 }).spread).toBe(0);
});

it('judges a surprise by the promise as rounded, less what it beats it by', () => {
  const minutes = capabilityFromSamples(
    Array.from({ length: 99 }, (_, i) => i + 1),
    { unit: 'minutes' },
  );
  const options = { by: 12, probability: 0.8 };
  expect(planSurprise(minutes, options)).toMatchObject({
    promise: 92,
    surprise: { by: 12, chance: { estimate: 0.8 } },
  });
  expect(planSurprise(minutes, { ...options, round: toMultipleOf(5) })).toMatchObject({
    promise: 95,
    surprise: { by: 12, chance: { estimate: 0.83 } },
  });
});
