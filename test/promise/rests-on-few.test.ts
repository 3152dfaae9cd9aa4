import {
  capabilityByGroup,
  capabilityFromCensored,
  capabilityFromSamples,
  planByBalance,
  planPromise,
  planWindow,
} from 'overdeliver';
import { capabilityFromFamily, fitCapability, gamma } from 'overdeliver/capability';
import { inEnglish } from 'overdeliver/english';
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

  it('says so of fits, of what is borrowed and of what earns most', () => {
    const fit = fitCapability(gamma, [20, 30, 40, 35, 28], { unit });
    expect(fewOf(planPromise(fit, { keepRate: 0.9 }))).toEqual([{ n: 5, needed: 9 }]);
    const rows = [41, 32, 38].map((value) => ({ value, path: ['north'] }));
    const north = capabilityByGroup(rows, { unit, levels: ['shop'] })(['north']);
    expect(fewOf(planPromise(north, { keepRate: 0.9 }))).toMatchObject([{ needed: 9 }]);
    const attraction = (quote: number) => Math.exp(-0.01 * quote);
    const goodwillLost = (quote: number) => 30 * (1 - five.chance(quote));
    const balance = planByBalance(five, { attraction, revenue: 20, goodwillLost });
    expect(balance.keepRate).toBeGreaterThan(5 / 6);
    expect(fewOf(balance)).toHaveLength(1);
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

  it('is put into words', () => {
    const { why } = planPromise(five, { keepRate: 0.9 });
    expect(why.map((reason) => inEnglish(reason))).toContain(
      'it rests on 5 observations, and a guarantee takes 9 that are finished and alike',
    );
  });
});
