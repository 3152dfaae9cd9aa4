import fc from 'fast-check';
import {
  type Capability,
  capabilityFromCensored,
  capabilityFromSamples,
  planPromise,
  reviewPromise,
} from 'overdeliver';
import { censoredSource, recencyWeights, scaleCapability } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { relativeError } from '../numerics/relative-error';

const unit = 'days';
const intervalAt = (capability: Capability, t: number, elapsed?: number) => {
  const { chanceInterval } = capability;
  if (chanceInterval === undefined) throw new Error('no interval');
  const { low, high } = chanceInterval(t, elapsed);
  return [low, high] as const;
};

// The last two are still under way.
const times = [34, 32, 9, 19, 50, 48];
const six = capabilityFromCensored(times, { unit, finished: [1, 1, 1, 1, 0, 0] });

/** From how many are at risk and how many it takes at each event time, by the formula, for P(T <= t). */
function byHand(steps: readonly (readonly [atRisk: number, events: number])[]) {
  let [left, variance] = [1, 0];
  for (const [atRisk, events] of steps) {
    left *= 1 - events / atRisk;
    variance += events / (atRisk * (atRisk - events));
  }
  // 1.959964 leaves out 2.5% on either side.
  const half = (1.959963984540054 * Math.sqrt(variance)) / Math.log(left);
  return [1 - left ** Math.exp(-half), 1 - left ** Math.exp(half)].sort((a, b) => a - b);
}

describe('the interval of a chance while orders are under way', () => {
  // SciPy 1.17.1: stats.ecdf(CensoredData.right_censored(times, open)).cdf.confidence_interval(method='log-log').
  it.each([
    [9, 1 / 6, 0.02528757330910647, 0.7268771500716442],
    [19, 1 / 3, 0.09556583567748356, 0.8053833631937652],
    [32, 1 / 2, 0.19629076314994331, 0.889051739648562],
    [34, 2 / 3, 0.3244356420306993, 0.9539177565879549],
  ])('golden: after %d days', (t, chance, low, high) => {
    expect(six.chance(t)).toBeCloseTo(chance, 14);
    const [is, to] = intervalAt(six, t);
    expect(relativeError(is, low)).toBeLessThan(1e-12);
    expect(relativeError(to, high)).toBeLessThan(1e-12);
  });

  it('is the one by hand', () => {
    const [low, high] = byHand([
      [6, 1],
      [5, 1],
    ]);
    expect(low).toBeCloseTo(0.096, 3);
    expect(high).toBeCloseTo(0.805, 3);
    expect(intervalAt(six, 20)[0]).toBeCloseTo(low as number, 13);
    expect(intervalAt(six, 20)[1]).toBeCloseTo(high as number, 13);
  });

  it('golden: weeks of remission under 6-MP', () => {
    const weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
    const ongoing = new Set([3, 5, 7, 8, 11, 12, 13, 16, 17, 18, 19, 20]);
    const finished = weeks.map((_, i) => !ongoing.has(i));
    const patients = capabilityFromCensored(weeks, { unit: 'weeks', finished });
    // The same of SciPy.
    for (const [t, low, high] of [
      [6, 0.048448252353002985, 0.38028204473401617],
      [10, 0.11063816483073452, 0.4968004892000436],
      [22, 0.2532092823646056, 0.732221063232865],
      [23, 0.31985737150475857, 0.8119479940407677],
    ] as const) {
      expect(relativeError(intervalAt(patients, t)[0], low)).toBeLessThan(1e-12);
      expect(relativeError(intervalAt(patients, t)[1], high)).toBeLessThan(1e-12);
    }
  });

  it('stands in the plan, which gives no reason for having none', () => {
    const { promise, chance, why } = planPromise(six, { keepRate: 0.6 });
    expect(promise).toBe(34);
    expect(chance).toEqual({ estimate: six.chance(34), ...six.chanceInterval?.(34) });
    expect(why.map(({ code }) => code)).not.toContain('no-interval');
  });

  it('is exact where the formula says nothing', () => {
    // None of 6 by then: 1 - .025^(1/6).
    expect(intervalAt(six, 8)).toEqual([0, expect.closeTo(1 - 0.025 ** (1 / 6), 13)]);
    // Beyond what was seen the chance may be 1.
    expect(intervalAt(six, 60)).toEqual([intervalAt(six, 34)[0], 1]);
    // So it is of those that are still under way then.
    expect(intervalAt(six, 45, 40)).toEqual([0, 1]);
    expect(intervalAt(six, 36, 35)).toEqual([0, 1]);
    // All have finished: at least what was certain before the last one did.
    const done = capabilityFromCensored([1, 2, 3, 4], { unit, finished: [1, 1, 0, 1] });
    expect(done.chance(4)).toBe(1);
    expect(intervalAt(done, 4)).toEqual([intervalAt(done, 2)[0], 1]);
    const alike = capabilityFromCensored([1, 2, 2, 2], { unit, finished: [0, 1, 1, 1] });
    expect(intervalAt(alike, 2)).toEqual([expect.closeTo(0.025 ** (1 / 3), 13), 1]);
  });

  it('counts weighted orders by their effective size', () => {
    // Twice as many of half the weight say as much as they are worth: weights alone say nothing.
    const weights = [2, 1, 2, 1, 2, 1, 2, 1];
    const of = capabilityFromCensored([1, 2, 3, 4, 5, 6, 7, 8], { unit, weights });
    // At risk: 12 of weight with squares of 20, 10 with 16, 9 with 15.
    const sizes = [144 / 20, 100 / 16, 81 / 15];
    const shares = [2 / 12, 1 / 10, 2 / 9];
    const variance = shares.reduce((sum, h, k) => sum + h / ((1 - h) * (sizes[k] as number)), 0);
    const left = 7 / 12;
    const half = (1.959963984540054 * Math.sqrt(variance)) / -Math.log(left);
    const [low, high] = intervalAt(of, 3);
    expect(low).toBeCloseTo(1 - left ** Math.exp(-half), 12);
    expect(high).toBeCloseTo(1 - left ** Math.exp(half), 12);
    const tiny = capabilityFromCensored([1, 2, 3, 4, 5, 6, 7, 8], {
      unit,
      weights: weights.map((weight) => weight * 1e-200),
    });
    expect(relativeError(intervalAt(tiny, 3)[0], low)).toBeLessThan(1e-9);
  });

  it('goes with what is made of it', () => {
    const double = scaleCapability(six, 2);
    expect(intervalAt(double, 38)).toEqual(intervalAt(six, 19));
    // After 10 days five are at risk: of these one within 9 days more.
    const [low, high] = byHand([[5, 1]]);
    const left = six.remaining(10);
    expect(intervalAt(left, 9)[0]).toBeCloseTo(low as number, 12);
    expect(intervalAt(left, 9)[1]).toBeCloseTo(high as number, 12);
    expect(intervalAt(six, 19, 10)).toEqual(intervalAt(left, 9));
    expect(intervalAt(double.remaining(20), 18)).toEqual(intervalAt(left, 9));
    expect(intervalAt(left.remaining(10), 12)).toEqual(intervalAt(six, 32, 20));
    const revived = censoredSource.revive(JSON.parse(JSON.stringify(six)), () => six, 'json');
    expect(intervalAt(revived, 19)).toEqual(intervalAt(six, 19));
    const plan = { promise: 34, keepRate: 0.6, unit };
    const { chance } = reviewPromise(six, { plan, elapsed: 10, revised: false });
    expect(chance?.low).toBeCloseTo(intervalAt(left, 24)[0], 14);
  });

  it('is not there where ranks give one', () => {
    expect(capabilityFromSamples([1, 2], { unit })).not.toHaveProperty('chanceInterval');
  });

  it('refuses what is no time', () => {
    const ask = six.chanceInterval as (t: unknown, elapsed?: unknown) => unknown;
    expect(refusal(() => ask(undefined))).toMatchObject({ code: 'missing', path: 't' });
    expect(refusal(() => ask('9')).code).toBe('wrong-type');
    expect(refusal(() => ask(9, -1))).toMatchObject({ code: 'out-of-range', path: 'elapsed' });
  });
});

it('holds the estimate, from 0 to 1, whatever the data', () => {
  const order = fc.record({
    time: fc.integer({ min: 0, max: 9 }),
    end: fc.boolean(),
    weight: fc.double({ min: 0.01, max: 5, noNaN: true }),
  });
  holds(
    fc.property(fc.array(order, { minLength: 1, maxLength: 25 }), fc.boolean(), (orders, weigh) => {
      fc.pre(orders.some(({ end }) => end));
      const capability = capabilityFromCensored(
        orders.map(({ time }) => time),
        {
          unit,
          finished: orders.map(({ end }) => end),
          ...(weigh && { weights: orders.map(({ weight }) => weight) }),
        },
      );
      if (capability.ranks) return;
      for (let t = -1; t <= 10; t += 0.5) {
        const [low, high] = intervalAt(capability, t);
        const chance = capability.chance(t);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(chance + 1e-12);
        expect(high).toBeGreaterThanOrEqual(chance - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
      }
    }),
  );
});

it('holds the truth about as often as it says', () => {
  // Exponential times of mean 10, watched for 0 to 20 days, by a linear congruential sequence.
  let state = 12345;
  const uniform = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state + 0.5) / 2147483648;
  };
  const truth = 1 - Math.exp(-1);
  let held = 0;
  const rounds = 2000;
  for (let round = 0; round < rounds; round++) {
    const drawn = Array.from({ length: 60 }, () => [-10 * Math.log(uniform()), 20 * uniform()]);
    const of = capabilityFromCensored(
      drawn.map(([took, watched]) => Math.min(took as number, watched as number)),
      { unit, finished: drawn.map(([took, watched]) => (took as number) <= (watched as number)) },
    );
    const [low, high] = intervalAt(of, 10);
    held += Number(low <= truth && truth <= high);
  }
  // 95% of 2000 to within 4 standard errors, of which each is half a percent.
  expect(held / rounds).toBeGreaterThan(0.93);
  expect(held / rounds).toBeLessThan(0.97);
});

it('gives recency weights an interval as well', () => {
  const dates = times.map((_, i) => new Date(Date.UTC(2026, 2, 1 + i)));
  const weights = recencyWeights(dates, { asOf: new Date('2026-03-09'), halfLifeDays: 5 });
  const plan = planPromise(capabilityFromCensored(times, { unit, weights }), { keepRate: 0.5 });
  expect(plan.chance.low).toBeLessThan(plan.chance.estimate);
  expect(plan.chance.high).toBeGreaterThan(plan.chance.estimate);
});

it('answers off its capability, as all its functions do', () => {
  const { quantile, chance, chanceInterval, remaining, toJSON } = six;
  expect([quantile(0.5), chance(34)]).toEqual([six.quantile(0.5), six.chance(34)]);
  expect(chanceInterval?.(34)).toEqual(six.chanceInterval?.(34));
  expect(remaining(10).chance(9)).toBe(six.remaining(10).chance(9));
  expect(toJSON()).toEqual(six.toJSON());
  const { mean, expectedOvershoot, ranks } = capabilityFromSamples([1, 2, 3], { unit });
  expect([mean(), expectedOvershoot(2), ranks?.byRank(2)]).toEqual([
    2,
    expect.closeTo(1 / 3, 12),
    2,
  ]);
});

it('what weighs too little to be seen is as nothing before the first event', () => {
  // Of .91 and 1.75e-19 the second comes first: the curve is 1 to the last bit until .2.
  const recent = capabilityFromCensored([0.2, 0.1], {
    unit,
    finished: [1, 1],
    weights: [0.91, 1.75e-19],
  });
  // One order in effect: Clopper & Pearson's bound of 0 of 1 is 1 - .025.
  expect(intervalAt(recent, 0.1)).toEqual([0, expect.closeTo(0.975, 12)]);
  const [low, high] = intervalAt(recent, 0.2);
  expect([low, high]).toEqual([0, 1]);
  expect(planPromise(recent, { keepRate: 0.8 }).promise).toBe(0.2);
});
