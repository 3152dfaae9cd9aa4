import fc from 'fast-check';
import {
  adjustParameters,
  capabilityFromCensored,
  capabilityFromSamples,
  planPromise,
  type ReviewOptions,
  reviewPromise,
  toMultipleOf,
} from 'overdeliver';
import { capabilityFromFamily, gamma, normal } from 'overdeliver/capability';
import { promiseDefaults } from 'overdeliver/promise';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const unit = 'minutes';
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
const of = (samples: readonly number[]) => capabilityFromSamples(samples, { unit });
const kitchen = of(upTo(99));
const exponential = capabilityFromFamily(gamma, { mean: 45, sd: 45 }, { unit });
const first = { plan: { promise: 60, keepRate: 0.6 }, revised: false };
const plan = (promise: number, keepRate = 0.6) => ({ promise, keepRate });
const codes = ({ why }: { why: readonly { code: string }[] }) => why.map(({ code }) => code);

describe('reviewPromise', () => {
  it('goes by the promise of a plan that carries a window, too', () => {
    const both = { ...first, plan: { ...first.plan, to: 80, late: 0.1 } };
    for (const elapsed of [0, 50, 70])
      expect(reviewPromise(kitchen, { ...both, elapsed })).toEqual(
        reviewPromise(kitchen, { ...first, elapsed }),
      );
  });

  it('waits while the promise is likely, and says until when', () => {
    const review = reviewPromise(kitchen, { ...first, elapsed: 0 });
    expect(review).toMatchObject({ advice: 'wait', newPromise: null });
    expect(review.chance?.estimate).toBe(0.6);
    // (60 - e) / (100 - e) falls below .5 just when the 21st is out.
    expect(review.reviewAt).toBe(21);
    expect(review.why).toEqual([{ code: 'likely', detail: { chance: 0.6, speakBelow: 0.5 } }]);
    expect(reviewPromise(kitchen, { ...first, elapsed: 21 }).reviewAt).toBeNull();
    expectSurvivesJson(review);
  });

  it('counts the observations that lasted as long', () => {
    const { chance } = reviewPromise(kitchen, { ...first, elapsed: 50 });
    expect(chance?.estimate).toBe(10 / 50);
    expect(chance?.low).toBeLessThan(0.2);
    expect(chance?.high).toBeGreaterThan(0.2);
  });

  it('says how sure the chance is where some are under way, given that it has lasted as long', () => {
    const samples = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 15];
    const finished = samples.map((_, i) => i < 10);
    const open = capabilityFromCensored(samples, { unit, finished });
    for (const elapsed of [0, 10, 20, 30, 40]) {
      const { chance } = reviewPromise(open, { ...first, elapsed });
      expect(chance).toMatchObject({ ...open.chanceInterval?.(60, elapsed) });
      expect(chance?.estimate).toBeGreaterThan(chance?.low ?? 1);
      expect(chance?.estimate).toBeLessThan(chance?.high ?? 0);
    }
  });

  it('promises again once, with more margin and its guarantee', () => {
    const { advice, newPromise, why } = reviewPromise(kitchen, {
      ...first,
      elapsed: 50,
      round: toMultipleOf(5),
    });
    expect(advice).toBe('promise-again');
    // The 40th of the 49 that lasted longer than 50: 40 / 50 = .8 = 1 - .5 (1 - .6).
    expect(newPromise).toMatchObject({
      promise: 90,
      typical: 75,
      keepRate: 0.8,
      guarantee: { kind: 'finite-sample', rank: 40, n: 49 },
    });
    expect(newPromise?.missWhenBroken).toBeCloseTo(5, 9);
    expect(why[0]).toEqual({ code: 'unlikely', detail: { chance: 0.2, speakBelow: 0.5 } });
  });

  it('makes no second optimistic one', () => {
    const again = { ...first, elapsed: 50, revised: true };
    const review = reviewPromise(kitchen, again);
    expect(review).toMatchObject({ advice: 'tell', newPromise: null });
    expect(codes(review)).toEqual(['unlikely', 'revised-before', 'too-few']);
    expect(review.why[1]?.detail).toEqual({ certain: 0.99 });
    expect(review.why[2]?.detail).toEqual({ needed: 99, available: 49 });
    expect(reviewPromise(kitchen, { ...again, bestEffort: true }).advice).toBe('tell');
    const sure = reviewPromise(of(upTo(999)), { ...again, plan: plan(600), elapsed: 550 });
    expect(sure.advice).toBe('promise-again');
    expect(sure.newPromise).toMatchObject({ promise: 996, keepRate: 0.99 });
  });

  it('tells where too few lasted as long, unless it may do its best', () => {
    const late = { ...first, plan: plan(60, 0.9), elapsed: 90 };
    expect(reviewPromise(kitchen, late)).toMatchObject({ advice: 'tell', chance: { estimate: 0 } });
    expect(codes(reviewPromise(kitchen, late))).toEqual(['overdue', 'too-few']);
    const { advice, newPromise } = reviewPromise(kitchen, { ...late, bestEffort: true });
    expect(advice).toBe('promise-again');
    expect(newPromise).toMatchObject({
      promise: 99,
      guarantee: { reason: 'too-few', n: 9, needed: 19 },
    });
  });

  it('knows nothing of what has taken longer than all', () => {
    const overdue = reviewPromise(kitchen, { ...first, elapsed: 120 });
    expect(overdue).toMatchObject({ advice: 'tell', chance: { estimate: 0, low: 0, high: 0 } });
    const early = reviewPromise(kitchen, { ...first, plan: plan(200), elapsed: 120 });
    expect(early).toMatchObject({ advice: 'tell', chance: null, newPromise: null });
    expect(codes(early)).toEqual(['beyond-experience']);
    expectSurvivesJson(early);
  });

  it('tells a time that is probably in another unit', () => {
    const why = (elapsed: number, promise = 60) =>
      reviewPromise(kitchen, { ...first, plan: plan(promise), elapsed }).why[0];
    // 50 minutes in milliseconds.
    const detail = { by: 2_999_940, times: 50_000 };
    expect(why(50 * 60_000)).toEqual({ code: 'overdue', detail });
    expect(why(60_000)).toEqual({ code: 'overdue', detail: { by: 59_940 } });
    expect(why(60_000, 0)).toEqual({ code: 'overdue', detail: { by: 60_000 } });
  });

  it('reviews what was not ranked by the conditional chance', () => {
    // Exponential times forget: the chance is that of the time left.
    const review = reviewPromise(exponential, { ...first, plan: plan(60), elapsed: 20 });
    expect(review.chance?.estimate).toBeCloseTo(1 - Math.exp(-40 / 45), 9);
    expect(review.reviewAt).toBeCloseTo(60 - 45 * Math.LN2, 6);
    const { newPromise } = reviewPromise(exponential, { ...first, plan: plan(60), elapsed: 40 });
    expect(newPromise?.promise).toBeCloseTo(40 - 45 * Math.log(0.2), 6);
    expect(newPromise?.chance.estimate).toBeCloseTo(0.8, 9);
    expect(newPromise?.typical).toBeCloseTo(40 + 45 * Math.LN2, 6);
    expect(newPromise?.missWhenBroken).toBeCloseTo(45, 5);
  });

  it('tells where so late an observation was not seen', () => {
    const finished = [1, 0, 1, 1, 1];
    const flight = capabilityFromCensored([38, 52, 41, 45, 47], { unit, finished });
    const review = reviewPromise(flight, { ...first, plan: plan(41, 0.9), elapsed: 40 });
    expect(review.advice).toBe('tell');
    expect(codes(review)).toEqual(['unlikely', 'not-identified']);
    // 1 - .5 (1 - .9) is asked; of the four that lasted 40 one is under way still, beyond the others.
    expect(review.why[1]?.detail).toEqual({
      asked: 0.95,
      identified: expect.closeTo(0.75, 12),
    });
  });

  it('calls no promise unlikely that lies beyond what was seen', () => {
    // The one that lasted longest is under way still: of 100 nothing is known but a chance of at least 0.
    const finished = [1, 1, 1, 0];
    const flight = capabilityFromCensored([1, 2, 3, 4], { unit, finished });
    const far = { ...first, plan: plan(100, 0.5) };
    const review = reviewPromise(flight, { ...far, elapsed: 3.2 });
    expect(review).toEqual({
      chance: null,
      advice: 'wait',
      newPromise: null,
      reviewAt: 100,
      why: [{ code: 'not-identified', detail: { atLeast: 0, identified: 0.75 } }],
    });
    expectSurvivesJson(review);
    // Nor when it has taken longer than anything seen, finished or under way; only the promise passing is news.
    const longest = reviewPromise(flight, { ...far, elapsed: 5 });
    expect(longest).toEqual(review);
    const passed = reviewPromise(flight, { ...far, elapsed: 100 });
    expect(passed).toMatchObject({ advice: 'tell', chance: { estimate: 0 }, newPromise: null });
    expect(codes(passed)).toEqual(['overdue', 'not-identified']);
    // Known to be at least likely enough, it may wait.
    expect(reviewPromise(flight, { ...far, elapsed: 1.5 }).advice).toBe('wait');
    // Within what was seen the chance is a number, and may be low.
    const near = reviewPromise(flight, { ...far, plan: plan(2), elapsed: 1.5 });
    expect(near.chance?.estimate).toBeCloseTo(1 / 3, 12);
    expect(codes(near)).toEqual(['unlikely', 'not-identified']);
  });

  it('is not moved by the last bits of a chance', () => {
    // Those that lasted longer than 3.5 end at 4 and 5 with a chance of one half each.
    const options = { unit, finished: [1, 1, 0, 1, 1] };
    const flight = capabilityFromCensored([1, 2, 3, 4, 5], options);
    const review = reviewPromise(flight, { ...first, plan: plan(4), elapsed: 3.5 });
    expect(review.chance?.estimate).toBe(0.4999999999999999);
    expect(review).toMatchObject({ advice: 'wait', reviewAt: 4 });
    expect(codes(review)).toEqual(['likely']);
  });

  it('lets the promise stand where a new one would not be later', () => {
    const parameters = adjustParameters(promiseDefaults, 'ours/anxious', { speakBelow: 0.95 });
    const review = reviewPromise(kitchen, { ...first, plan: plan(90), elapsed: 0, parameters });
    expect(review).toMatchObject({ advice: 'wait', newPromise: null });
    expect(codes(review)).toEqual(['unlikely', 'no-later']);
    expect(review.why[1]?.detail.promise).toBeLessThanOrEqual(90);
  });

  it('is as the plan says at the start, and never more hopeful later', () => {
    const samples = fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 9, maxLength: 60 });
    const times = fc.tuple(fc.nat(240), fc.nat(240));
    holds(
      fc.property(samples, times, (list, [a, b]) => {
        const capability = of(list);
        const plan = planPromise(capability, { keepRate: 0.9 });
        const review = (elapsed: number) =>
          reviewPromise(capability, { plan, revised: false, elapsed });
        expect(review(0).chance).toEqual(plan.chance);
        const [sooner, later] = [review(Math.min(a, b)), review(Math.max(a, b))];
        if (sooner.chance && later.chance) {
          expect(later.chance.estimate).toBeLessThanOrEqual(sooner.chance.estimate);
        }
        const { reviewAt, newPromise } = sooner;
        if (newPromise) expect(newPromise.promise).toBeGreaterThan(plan.promise);
        if (reviewAt !== null) {
          expect(reviewAt).toBeLessThanOrEqual(plan.promise);
          expect(review(reviewAt).chance?.estimate ?? 0).toBeLessThan(0.5);
          // Nearer than 1e-12 of it is that time, up to rounding.
          const before = reviewAt * (1 - 1e-11);
          expect(review(before).chance?.estimate).toBeGreaterThanOrEqual(0.5);
        }
      }),
    );
  });

  it.each([
    [{ elapsed: -1 }, 'out-of-range', 'options.elapsed'],
    [{ elapsed: Number.NaN }, 'out-of-range', 'options.elapsed'],
    [{ plan: undefined }, 'missing', 'options.plan'],
    [{ plan: { keepRate: 0.9 } }, 'missing', 'options.plan.promise'],
    [{ plan: plan(60, 1) }, 'out-of-range', 'options.plan.keepRate'],
    [{ plan: { to: 60 } }, 'missing', 'options.plan.late'],
    [{ plan: { to: 60, late: 0 } }, 'out-of-range', 'options.plan.late'],
    [{ plan: { to: '60', late: 0.1 } }, 'wrong-type', 'options.plan.to'],
    [{ plan: { ...plan(60), unit: 'hours' } }, 'unit-mismatch', 'options.plan.unit'],
    [{ revised: 'no' }, 'wrong-type', 'options.revised'],
    [{ parameters: {} }, 'wrong-type', 'options.parameters'],
  ])('refuses %o', (wrong, code, path) => {
    const options = { ...first, elapsed: 5, ...wrong } as ReviewOptions;
    expect(refusal(() => reviewPromise(kitchen, options))).toMatchObject({
      function: 'reviewPromise',
      code,
      path,
    });
  });

  it('refuses a level, which is not under way', () => {
    const service = capabilityFromSamples([80, 90], { unit: 'points', better: 'higher' });
    const refused = refusal(() => reviewPromise(service, { ...first, elapsed: 5 }));
    expect(refused).toMatchObject({ code: 'out-of-range', path: 'capability' });
  });
});

describe('so late that only rounding is left of a chance', () => {
  const shape = capabilityFromFamily(normal, { mean: 45, sd: 10 }, { unit });
  it.each([116, 120, 123, 124, 125, 127, 128, 150])('gives an answer after %i', (elapsed) => {
    const { advice, why } = reviewPromise(shape, { ...first, plan: plan(60), elapsed });
    expect(advice).toBe('tell');
    expect(why.at(-1)).toEqual({ code: 'beyond-experience', detail: { elapsed } });
  });
});
