import fc from 'fast-check';
import {
  adjustParameters,
  capabilityFromCensored,
  capabilityFromSamples,
  chooseDimension,
  type Expectation,
  formExpectation,
  judgeOutcome,
  judgePromise,
  levelFromAnswer,
  planPromise,
  planWindow,
  predictSatisfaction,
  reviewPromise,
  scoreServqual,
  toMultipleOf,
  toPriceEnding,
  triageExpectation,
} from 'overdeliver';
import {
  type Family,
  fitCapability,
  gamma,
  lognormal,
  mixCapabilities,
  normal,
  recencyWeights,
  scaleCapability,
  weibull,
} from 'overdeliver/capability';
import { breakOf, journeyScore, reviewTrend, touchpointGaps, trendOf } from 'overdeliver/journey';
import { requiredImprovement } from 'overdeliver/promise';
import { consistencyOf, planBonuses, responseDefaults } from 'overdeliver/response';
import { outcomeDefaults } from 'overdeliver/satisfaction';
import {
  classifyKano,
  cronbachAlpha,
  customerEffortScore,
  customerSatisfactionScore,
  importancePerformance,
  needProfile,
} from 'overdeliver/survey';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { seriesOf } from '../journey/given';
import { asOf, contact } from '../response/given';

const unit = 'minutes';
const third = 0.1 + 0.2;
const zero = adjustParameters(outcomeDefaults, 'ours/everything', {
  noticeablePoints: 0,
  noticeableShare: 0,
});

describe('weights', () => {
  const rows = fc.array(fc.tuple(fc.nat(20), fc.nat(4), fc.boolean()), {
    minLength: 1,
    maxLength: 15,
  });
  const scale = fc.oneof(
    fc.constantFrom(0.3, 1e-300, 1e300),
    fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  );

  it('count by their proportions alone', () => {
    const shares = Array.from({ length: 20 }, (_, i) => (i + 1) / 20);
    holds(
      fc.property(rows, scale, (list, by) => {
        const weigh = (factor: number) =>
          capabilityFromCensored(
            list.map(([time]) => time),
            {
              unit,
              weights: list.map(([, weight]) => weight * factor),
              finished: list.map(([, , finished]) => finished),
            },
          );
        if (!list.some(([, weight, finished]) => weight > 0 && finished)) return;
        const [one, other] = [weigh(1), weigh(by)];
        expect(other.n).toBeCloseTo(one.n, 9);
        expect(other.identified).toBeCloseTo(one.identified, 12);
        for (const p of shares) {
          if (p < one.identified + 1e-9) expect(other.quantile(p)).toBe(one.quantile(p));
        }
      }),
      500,
    );
  });

  it('of one day are none, however old the day', () => {
    for (let age = 0; age < 40; age++) {
      const day = new Date(asOf.getTime() - age * 8.64e7);
      const dates = Array.from({ length: 20 }, () => day);
      const weights = recencyWeights(dates, { asOf, halfLifeDays: 3.7 });
      const samples = dates.map((_, i) => i + 1);
      const weighted = capabilityFromCensored(samples, { unit, weights });
      const plain = capabilityFromSamples(samples, { unit });
      for (let k = 1; k <= 20; k++) expect(weighted.quantile(k / 20)).toBe(k);
      expect(weighted.ranks?.n).toBe(20);
      expect(planPromise(weighted, { keepRate: 0.9 })).toEqual(
        planPromise(plain, { keepRate: 0.9 }),
      );
    }
  });

  it('of a mixture may be added up in any order', () => {
    const parts = [0.1, 0.2, 0.3, 0.4].map((weight, i) => ({
      capability: capabilityFromSamples([10 * (i + 1)], { unit }),
      weight,
    }));
    for (const some of [parts, [...parts].reverse()]) {
      const { quantile } = mixCapabilities(some);
      expect([0.1, 0.3, 0.6, 1].map(quantile)).toEqual([10, 20, 30, 40]);
    }
  });
});

describe('units', () => {
  const samples = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 12, maxLength: 40 });
  const factor = fc.constantFrom(1 / 60, 60, 0.1, 1 / 7, 3600, 1e-3);

  it('change no plan', () => {
    holds(
      fc.property(samples, factor, fc.integer({ min: 10, max: 18 }), (list, by, twentieths) => {
        const keepRate = twentieths / 20;
        const own = capabilityFromSamples(list, { unit });
        const others = [
          capabilityFromSamples(
            list.map((x) => x * by),
            { unit },
          ),
          scaleCapability(own, by),
        ];
        const plan = planPromise(own, { keepRate, bestEffort: true });
        const window = planWindow(own, { keepRate: 0.5, bestEffort: true });
        for (const other of others) {
          const same = planPromise(other, { keepRate, bestEffort: true });
          expect(same.promise / by).toBeCloseTo(plan.promise, 9);
          expect(same.chance).toEqual(plan.chance);
          expect(planWindow(other, { keepRate: 0.5, bestEffort: true }).chance).toEqual(
            window.chance,
          );
          // However the promise is computed, an outcome that equals it keeps it.
          expect(other.chance(plan.promise * by)).toBe(own.chance(plan.promise));
          expect(other.ranks?.kept(plan.promise / (1 / by))).toBe(own.ranks?.kept(plan.promise));
          const promise = plan.promise * by;
          expect(requiredImprovement(other, { promise, keepRate, bestEffort: true }).needed).toBe(
            false,
          );
          for (const elapsed of [0, 10, plan.promise]) {
            const review = (capability: typeof own, scale: number) =>
              reviewPromise(capability, {
                plan: { promise: plan.promise * scale, keepRate },
                elapsed: elapsed * scale,
                revised: false,
              });
            expect(review(other, by).advice).toBe(review(own, 1).advice);
          }
        }
      }),
      100,
    );
  });

  it('change no verdict on a promise', () => {
    const tenths = fc.integer({ min: 1, max: 60 });
    holds(
      fc.property(tenths, tenths, factor, (promised, actual, by) => {
        const judge = (p: number, a: number) => judgePromise({ promised: p, actual: a });
        const plain = judge(promised, actual);
        expect(judge(promised * by, actual / (1 / by))).toEqual(plain);
        expect(judge(promised / 10, actual * 0.1)).toEqual(plain);
        const feel = (p: number, a: number) =>
          predictSatisfaction({ promised: p, actual: a, unit: 'days' });
        const [one, other] = [feel(promised, actual), feel(promised / 0.7, actual / 0.7)];
        expect(feel(promised / 10, actual * 0.1).outcome).toBe(
          feel(promised / 10, actual / 10).outcome,
        );
        expect(other.outcome).toBe(one.outcome);
      }),
      500,
    );
  });

  it('round a quote to the same place', () => {
    expect(toMultipleOf(5)(59.99999999999999, 'up')).toBe(60);
    expect(toMultipleOf(5)(60.00000000000001, 'up')).toBe(60);
    expect(toMultipleOf(0.1)(third, 'down')).toBe(0.3);
    expect(toPriceEnding(0.99)(20 * 0.9995, 'up')).toBe(19.99);
    const kitchen = capabilityFromSamples([0.1, third], { unit });
    const plan = planPromise(kitchen, { keepRate: 0.6, round: toMultipleOf(0.1) });
    expect([plan.promise, plan.chance.estimate]).toEqual([0.3, 2 / 3]);
  });

  it('rank dimensions alike', () => {
    const of = (dimension: string, gain: number, cost: number) => ({
      dimension,
      gain,
      cost,
      kept: 1,
    });
    for (const by of [1, 100, 1 / 3]) {
      const { ranking, choice } = chooseDimension([
        of('b', 0.3 * by, 0.1 * by),
        of('a', 3 * third * by, third * by),
        of('c', third * by, 0.3 * by),
      ]);
      expect(ranking.map(({ dimension }) => dimension)).toEqual(['a', 'b', 'c']);
      expect([choice, ranking[2]?.verdict]).toEqual(['a', 'does-not-pay']);
    }
  });
});

describe('scales turned round', () => {
  it('leave the share of the satisfied as it is', () => {
    holds(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.array(fc.nat(1000), { minLength: 2, maxLength: 30 }),
        fc.nat(1000),
        (max, numbers, from) => {
          const scale = { min: 1, max };
          const high = numbers.map((x) => 1 + (x % max));
          const low = high.map((x) => max + 1 - x);
          const satisfiedLevel = levelFromAnswer(1 + (from % max), scale);
          const options = { satisfiedLevel, leastAnswers: 2 };
          const plain = customerSatisfactionScore(high, scale, options);
          expect(plain.satisfied).toBe(high.filter((x) => x >= 1 + (from % max)).length);
          expect(customerEffortScore(high, scale, options).satisfied).toBe(plain.satisfied);
          const turned = customerEffortScore(low, scale, { ...options, better: 'lower' });
          expect(turned.satisfied).toBe(plain.satisfied);
        },
      ),
      1000,
    );
  });

  it('find a need tied with one that was asked the other way round', () => {
    const item = (dimension: string, reversed: boolean) =>
      ({
        kind: 'scale',
        id: dimension,
        text: '',
        dimension,
        reversed,
        scale: { min: 1, max: 10 },
      }) as const;
    const items = [item('safety', false), item('comfort', true)];
    for (let answer = 1; answer <= 10; answer++) {
      const given = { safety: answer, comfort: 11 - answer };
      expect(needProfile({ id: 'turned', items }, given).dominant).toBeNull();
    }
  });
});

describe('sums in another order', () => {
  const one = [91.3, 77.7, 84.2];
  const mean = (order: readonly number[]) =>
    order.reduce((sum, i) => sum + (one[i] as number) / 3, 0);
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ];
  const months = Array.from({ length: 12 }, (_, i) => mean(orders[i % 3] as number[]));
  const falling = Array.from({ length: 12 }, (_, i) => mean(orders[i < 6 ? 0 : 1] as number[]));

  it.each([
    ['one after the other', months],
    ['first one, then the other', falling],
    ['turned round', [...falling].reverse()],
  ])('are no trend: %s', (_, values) => {
    const trend = trendOf(seriesOf(values, 30));
    expect(trend).toMatchObject({ s: 0, p: 1, slope: 0, change: 0, direction: 'unclear' });
    expect(trend.autocorrelation).toBeNull();
    const review = reviewTrend(seriesOf(values, 30));
    expect([review.advice, review.break.found]).toEqual(['watch', false]);
    expect(breakOf(seriesOf(values, 30)).shift).toBe(0);
  });

  it('are ties beside values that differ', () => {
    const values = [0.3, 1, third, 2, third - 0.3, 0.3, 5, third, 0];
    const rounded = values.map((x) => Math.round(10 * x) / 10);
    expect(trendOf(seriesOf(values))).toEqual(trendOf(seriesOf(rounded)));
  });

  it('leave nothing that follows from a straight line', () => {
    const line = Array.from({ length: 20 }, (_, i) => 0.1 * i);
    expect(trendOf(seriesOf(line)).autocorrelation).toBeNull();
  });

  it('are no difference that anybody notices', () => {
    const expectation: Expectation = {
      ...formExpectation({ stage: 'long-term', signals: { longTermExperience: 70 } }),
      adequate: 100 * third,
    };
    const judge = (perceived: number, predicted: number) =>
      judgeOutcome(
        { ...expectation, predicted: { mean: predicted, variance: 1 } },
        { perceived },
        { parameters: zero },
      ).outcome;
    expect([judge(100 * third, 30), judge(30, 100 * third)]).toEqual(['met', 'met']);
    for (const [promised, actual] of [
      [0.3, third],
      [third, 0.3],
    ] as const) {
      expect(judgePromise({ promised, actual }, { parameters: zero }).outcome).toBe('met');
      expect(
        predictSatisfaction({ promised, actual, unit: 'days' }, { parameters: zero }).outcomes.met,
      ).toBe(1);
    }
  });

  it('are no gap of a touchpoint, nor a peak of a journey', () => {
    const at = (id: string, expected: number, perceived: number) => ({ id, expected, perceived });
    const points = [at('b', 30, 100 * third), at('a', 100 * third, 30), at('c', 50, 50)];
    const { gaps } = touchpointGaps(points, { parameters: zero });
    expect(gaps.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met']);
    const score = journeyScore(points, { parameters: zero });
    expect([score.peak.id, score.weakest]).toEqual(['b', []]);
    const { items } = importancePerformance(
      [
        { id: 'x', importance: 100 * third, performance: 30 },
        { id: 'y', importance: 30, performance: 100 * third },
      ],
      { importance: 100 * third, performance: 100 * third },
    );
    expect(items.map(({ quadrant }) => quadrant)).toEqual(['keep-up', 'keep-up']);
  });

  it('are no spread of the answers', () => {
    const scale = { min: 1, max: 7 };
    const items = ['a', 'b', 'c'].map((id) => ({ id, dimension: 'x', text: '' }));
    // Each of a step below what was expected, though from other answers.
    const responses = Array.from({ length: 12 }, (_, i) => ({
      respondent: `r${i}`,
      answers: Object.fromEntries(
        items.flatMap(({ id }, j) => {
          const expected = 2 + ((i + 2 * j) % 6);
          return [
            [`expected.${id}`, expected],
            [`perceived.${id}`, expected - 1],
          ];
        }),
      ),
    }));
    const [dimension] = scoreServqual({ id: 'q', scale, items }, responses).dimensions;
    expect(dimension?.reliability.gap.alpha).toBeNull();
    expect(dimension?.gap.sd).toBe(0);
    const rows = Array.from({ length: 12 }, (_, i) => (i % 2 ? [0.1, 0.2, 0] : [0.3, 0, 0]));
    expect(cronbachAlpha(rows).alpha).toBeNull();
  });

  it('choose the same bonuses', () => {
    const bonus = (id: string, cost: number, value: number) => ({
      id,
      cost,
      serves: 'comfort',
      value,
    });
    const given = { kept: { rate: 0.95 }, asOf, contact, budget: 300 };
    const cheaper = [bonus('dear', 200, third), bonus('cheap', 100, 0.3)];
    const customer = { id: 'ada', needs: { comfort: 1 } };
    const { spent } = planBonuses(cheaper, [customer], given);
    expect(spent).toBe(100);
    const two = planBonuses(cheaper, [customer, { ...customer, id: 'bo' }], given);
    expect(two.spent).toBe(200);
    const none = planBonuses(cheaper, [customer], {
      ...given,
      kept: { rate: 1 - 0.1 },
      basicKept: third * 3,
    });
    expect(none.none).toBeNull();
  });
});

describe('thresholds', () => {
  it('are met by a share that equals them', () => {
    const own = capabilityFromSamples([0.1, third, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], { unit });
    const { answer, feasible } = triageExpectation(
      { asked: 0.3 },
      { industry: own, own, keepRate: third - 0.1, asOf, contact },
    );
    expect([answer, feasible]).toEqual(['serve', 'now']);
    // A tail of .07 of a hundred days is the seventh, though 100 x .07 is more than 7.
    const days = Array.from({ length: 100 }, (_, i) => i);
    const parameters = adjustParameters(responseDefaults, 'ours/tail', { tail: 0.07 });
    expect(consistencyOf(days, { parameters }).bad).toBe(6);
  });

  it('of Kano hold for a p that equals 1 less the confidence', () => {
    const features = [{ id: 'track', functional: '', dysfunctional: '' }];
    const responses = Array.from({ length: 6 }, (_, i) => ({
      respondent: `${i}`,
      answers: { 'track.functional': 'must-be', 'track.dysfunctional': 'dislike' },
    }));
    // Six to none come by chance once in 32.
    for (const confidence of [1 - 1 / 32, (1 - 1 / 32) * (1 - 2 ** -53)]) {
      const [track] = classifyKano(features, responses, { confidence, leastAnswers: 2 }).features;
      expect(track?.category).toBe('undetermined');
    }
  });
});

describe.each<Family>([gamma, lognormal, normal, weibull])('$kind', (family) => {
  it.each([
    [[0.1 + 0.2, 0.3]],
    [[3.3000000000000003, 3.3, 3.3, 3.3000000000000003]],
    [[0.7, 0.1 * 7, 0.7, 0.7000000000000001, 0.7]],
    [[1e-300, 1e-300 * (1 + 2 ** -52)]],
  ])('refuses samples that are equal up to rounding: %j', (samples) => {
    expect(refusal(() => fitCapability(family, samples, { unit }))).toMatchObject({
      code: 'not-enough-data',
      path: 'samples',
    });
  });

  it('answers or refuses at once for samples that hardly differ', () => {
    for (let step = 1e-13; step < 1e-3; step *= 1.7) {
      for (const at of [1e-9, 0.3, 1, 3.3, 1e9]) {
        const samples = [at, at * (1 + step), at, at * (1 + step)];
        try {
          const { parameters } = fitCapability(family, samples, { unit });
          for (const value of Object.values(parameters)) expect(value).toBeTypeOf('number');
        } catch (error) {
          expect((error as { code: string }).code).toMatch(/out-of-range|not-enough-data/);
        }
      }
    }
  });
});
