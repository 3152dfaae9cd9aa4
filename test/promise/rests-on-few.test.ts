import {
  capabilityByGroup,
  capabilityFromCensored,
  capabilityFromSamples,
  planByBalance,
  planPromise,
  planWindow,
  reviewPromise,
} from 'overdeliver';
import {
  capabilityFromFamily,
  fitCapability,
  gamma,
  scaleCapability,
} from 'overdeliver/capability';
import { inEnglish, reviewInEnglish } from 'overdeliver/english';
import { planByTolerance } from 'overdeliver/promise';
import { describe, expect, it } from 'vitest';

const unit = 'minutes';
const code = 'rests-on-few';
/** Five finished, and one is still under way. */
const five = capabilityFromCensored([20, 30, 40, 35, 28, 22], {
  unit,
  finished: [1, 1, 1, 1, 1, 0],
});
const fewOf = ({ why }: { why: readonly { code: string; detail: object }[] }) =>
  why.filter((reason) => reason.code === code).map(({ detail }) => detail);

describe('a promise without a guarantee', () => {
  it('says on how few observations it rests, as many as a guarantee takes being enough', () => {
    // k / (n + 1) >= .9 wants n = 9, and 5 / 6 = .833... is what five can carry.
    const plan = planPromise(five, { keepRate: 0.9 });
    expect(plan.guarantee).toEqual({ kind: 'none', reason: 'no-ranks', n: 5, needed: null });
    expect(fewOf(plan)).toEqual([{ n: 5, needed: 9 }]);
    expect(fewOf(planPromise(five, { keepRate: 5 / 6 }))).toEqual([]);
    expect(fewOf(planPromise(five, { keepRate: 0.84 }))).toEqual([{ n: 5, needed: 6 }]);
  });

  it('says so of a window, which needs one more on either side', () => {
    // (j - i) / (n + 1) >= .6 with i >= 1 and j <= n wants n = 4, and .7 n = 6.
    expect(fewOf(planWindow(five, { keepRate: 0.6 }))).toEqual([]);
    expect(fewOf(planWindow(five, { keepRate: 0.7 }))).toEqual([{ n: 5, needed: 6 }]);
  });

  it('says so of a window whose sides are said apart, where the stricter side counts', () => {
    // The n-th best of n is missed with 1 / (n + 1), at most .1 for n = 9 and at most .3 for n = 3.
    const sides = planWindow(five, { late: 0.1, early: 0.3 });
    expect(fewOf(sides)).toEqual([{ n: 5, needed: 9 }]);
    expect(fewOf(planWindow(five, { late: 0.3, early: 0.1 }))).toEqual([{ n: 5, needed: 9 }]);
    expect(fewOf(planWindow(five, { late: 0.2, early: 0.3 }))).toEqual([]);
  });

  it('counts what a tolerance takes, where that is asked for', () => {
    // .9^n <= .05 wants n = 29, and .5^n <= .05 n = 5.
    const sure = { confidence: 0.95, bestEffort: true };
    expect(fewOf(planByTolerance(five, { keepRate: 0.9, ...sure }))).toEqual([
      { n: 5, needed: 29 },
    ]);
    expect(fewOf(planByTolerance(five, { keepRate: 0.5, ...sure }))).toEqual([]);
  });

  it('does not say so of what earns most, to which no number of observations gives a guarantee', () => {
    const observations = [20, 30, 40, 35, 28];
    const attraction = () => 1;
    const plans = [five, capabilityFromSamples(observations, { unit })].map((capability) => {
      const goodwillLost = (quote: number) => 100 * (1 - capability.chance(quote));
      return planByBalance(capability, { attraction, revenue: 20, goodwillLost });
    });
    // Where it is to be kept always, there is no such number at all.
    expect(plans[0]?.keepRate).toBe(1);
    expect(plans.map(({ guarantee }) => guarantee.kind)).toEqual(['none', 'none']);
    expect(plans.map(fewOf)).toEqual([[], []]);
  });

  it('says so of fits and of what is borrowed', () => {
    const fit = fitCapability(gamma, [20, 30, 40, 35, 28], { unit });
    expect(fewOf(planPromise(fit, { keepRate: 0.9 }))).toEqual([{ n: 5, needed: 9 }]);
    const rows = [41, 32, 38].map((value) => ({ value, path: ['north'] }));
    const north = capabilityByGroup(rows, { unit, levels: ['shop'] })(['north']);
    expect(fewOf(planPromise(north, { keepRate: 0.9 }))).toMatchObject([{ needed: 9 }]);
  });

  it('does not say so of a guess, which warns of that, nor where ranks carry or refuse it', () => {
    const guess = capabilityFromFamily(gamma, { mean: 30, sd: 10 }, { unit });
    const plan = planPromise(guess, { keepRate: 0.9 });
    expect(plan.warnings.map((warning) => warning.code)).toEqual(['no-observations']);
    expect(fewOf(plan)).toEqual([]);
    const two = capabilityFromSamples([20, 30], { unit });
    const best = planPromise(two, { keepRate: 0.9, bestEffort: true });
    expect(best.guarantee).toEqual({ kind: 'none', reason: 'too-few', n: 2, needed: 9 });
    expect(fewOf(best)).toEqual([]);
  });

  it('counts those alone that lasted as long, where an order is under way', () => {
    // 10 to 49 minutes, and one that is under way: 47, 48 and 49 lasted longer than 46.
    const took = Array.from({ length: 40 }, (_, i) => 10 + i);
    const finished = [...took.map(() => 1), 0];
    const forty = capabilityFromCensored([...took, 12], { unit, finished });
    const left = [
      forty,
      capabilityFromSamples(took, { unit }),
      capabilityFromCensored([...took, 12], {
        unit,
        finished,
        weights: finished.map((_, i) => (i < 37 ? 1 : 0.5)),
      }),
    ].map((capability) => capability.remaining(46));
    expect(left.map(({ n }) => n)).toEqual([3, 3, 3]);
    expect(left.map((capability) => fewOf(planPromise(capability, { keepRate: 0.9 })))).toEqual(
      Array(3).fill([{ n: 3, needed: 9 }]),
    );
    // None that finished lasted longer than 41, and one under way has.
    const weights = [1, 2, 1, 1];
    const open = capabilityFromCensored([30, 35, 41, 50], {
      unit,
      finished: [1, 1, 1, 0],
      weights,
    });
    expect(open.remaining(41).n).toBe(0);
    // As many of one that was scaled.
    expect(scaleCapability(forty, 2).remaining(92).n).toBe(3);

    const plan = { promise: 40, keepRate: 0.9 };
    const { newPromise, ...review } = reviewPromise(forty, { plan, elapsed: 46, revised: false });
    // One in 20 is to be broken of what is promised again.
    expect(newPromise && fewOf(newPromise)).toEqual([{ n: 3, needed: 19 }]);
    expect(reviewInEnglish({ ...review, newPromise }, { unit })).toBe(
      'Give the new promise, once: 49 minutes in all, kept 100% of the time (it rests on 3 observations, ' +
        'and a guarantee takes 19 that are finished and alike). Why: overdue by 6 minutes.',
    );
  });

  it('is put into words', () => {
    const { why } = planPromise(five, { keepRate: 0.9 });
    expect(why.map((reason) => inEnglish(reason))).toContain(
      'it rests on 5 observations, and a guarantee takes 9 that are finished and alike',
    );
  });
});
