import fc from 'fast-check';
import { explainSatisfaction, marketplaceSatisfaction, predictSatisfaction } from 'overdeliver';
import { surveySatisfaction } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { deepFreeze } from '../core/deep-freeze';
import { holds } from '../core/seeded';

/** Experiences that are over. */
type Promised = { promised: number; actual: number; unit: 'days'; stillWaiting?: boolean };
/** What is over by rounding alone is not overdue. */
const isOverdue = ({ promised, actual }: Promised) => actual - promised > 1e-12 * promised;
type Perceived = { expected: number; perceived: number };

/** From a second to millennia, whatever the unit, with the usual range well covered. */
const time = fc.oneof(
  fc.double({ min: 0.5, max: 40, noNaN: true }),
  fc.double({ min: -6, max: 6, noNaN: true }).map((exponent) => 10 ** exponent),
);
const level = fc.integer({ min: 0, max: 10 ** 8 }).map((millionth) => millionth / 1e6);
const unit = fc.constant('days' as const);
/** Who still waits within the promise has nothing to judge yet. */
const inTime = (given: Promised): Promised =>
  isOverdue(given) ? given : { ...given, stillWaiting: false };
const delivery: fc.Arbitrary<Promised> = fc
  .record(
    { promised: time, actual: time, unit, stillWaiting: fc.boolean() },
    { requiredKeys: ['promised', 'actual', 'unit'] },
  )
  .map(inTime);
const use: fc.Arbitrary<Perceived> = fc.record({ expected: level, perceived: level });
const experience = fc.oneof(delivery, use);
const extremes = [1e-6, 1, 1e6].flatMap((promised) =>
  [1e-6, 1, 1e6].flatMap((actual) =>
    [true, false].map((stillWaiting) => inTime({ promised, actual, unit: 'days', stillWaiting })),
  ),
);
const noise = 1e-9;

function expectSound(given: Promised | Perceived): void {
  const { score, answers } = predictSatisfaction(given);
  for (const chance of answers) {
    expect(chance).toBeGreaterThanOrEqual(0);
    expect(chance).toBeLessThanOrEqual(1);
  }
  expect(answers.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  expect(score).toBeGreaterThanOrEqual(0);
  expect(score).toBeLessThanOrEqual(100);
  expect(answers.every(Number.isFinite)).toBe(true);
}

describe('a prediction', () => {
  it('is a distribution of answers with its score, from any experience', () => {
    holds(fc.property(experience, expectSound), 1000);
  });

  it.each(extremes)('is one also of $promised promised, $actual taken', expectSound);

  it.each([
    { expected: 0, perceived: 100 },
    { expected: 100, perceived: 0 },
    { promised: Number.MAX_VALUE, actual: 1e-300, unit: 'days' as const },
    { promised: 1e-300, actual: Number.MAX_VALUE, unit: 'days' as const, stillWaiting: true },
  ])('is one also of %o', expectSound);

  it('survives JSON and leaves its input alone', () => {
    holds(
      fc.property(experience, (given) => {
        expectSurvivesJson(explainSatisfaction(deepFreeze(given)));
      }),
    );
  });
});

describe('of a promise', () => {
  it('later is never better, earlier never worse', () => {
    holds(
      fc.property(delivery, time, (given, other) => {
        const [early, late] = [Math.min(given.actual, other), Math.max(given.actual, other)];
        const sooner = predictSatisfaction(inTime({ ...given, actual: early }));
        const later = predictSatisfaction(inTime({ ...given, actual: late }));
        expect(later.score).toBeLessThanOrEqual(sooner.score + noise);
        expect(later.gaps.time?.gap).toBeLessThanOrEqual(sooner.gaps.time?.gap as number);
      }),
    );
  });

  it('the same delivery is never judged worse by a longer promise', () => {
    holds(
      fc.property(delivery, time, (given, other) => {
        const at = (promised: number) => predictSatisfaction(inTime({ ...given, promised })).score;
        const [short, long] = [Math.min(given.promised, other), Math.max(given.promised, other)];
        expect(at(short)).toBeLessThanOrEqual(at(long) + noise);
      }),
    );
  });

  it('waiting in vain is worse than having', () => {
    holds(
      fc.property(delivery, (given) => {
        fc.pre(isOverdue(given));
        const waits = predictSatisfaction({ ...given, stillWaiting: true });
        const has = predictSatisfaction({ ...given, stillWaiting: false });
        expect(waits.score).toBeLessThan(has.score);
      }),
    );
  });

  it('more than two days early is worth no more than two', () => {
    const at = (promised: number) =>
      predictSatisfaction({ promised, actual: 8, unit: 'days' }).score;
    expect(at(9.9)).toBeLessThan(at(10));
    expect(at(30)).toBe(at(10));
  });
});

describe('of a level', () => {
  it('a better one perceived is never worse', () => {
    holds(
      fc.property(use, level, ({ expected, perceived }, other) => {
        const low = predictSatisfaction({ expected, perceived: Math.min(perceived, other) });
        const high = predictSatisfaction({ expected, perceived: Math.max(perceived, other) });
        expect(low.score).toBeLessThanOrEqual(high.score + noise);
      }),
    );
  });
});

describe('an explanation', () => {
  it('is of the same prediction, adds up to the utility, and the utility makes the answers', () => {
    holds(
      fc.property(experience, (given) => {
        const { prediction, utility, contributions } = explainSatisfaction(given);
        expect(prediction).toEqual(predictSatisfaction(given));
        const sum = contributions.reduce((total, part) => total + part.utility, 0);
        expect(sum).toBeCloseTo(utility, 12);
        const model = 'unit' in given ? marketplaceSatisfaction : surveySatisfaction;
        const thresholds = Object.entries(model.parameters)
          .filter(([name]) => name.startsWith('threshold.'))
          .map(([, { value }]) => value);
        let upTo = 0;
        for (const [k, threshold] of thresholds.entries()) {
          upTo += prediction.answers[k] as number;
          expect(upTo).toBeCloseTo(1 / (1 + Math.exp(utility - threshold)), 12);
        }
        const steps = prediction.answers.reduce((total, chance, k) => total + k * chance, 0);
        expect(prediction.score).toBeCloseTo((100 * steps) / thresholds.length, 9);
      }),
    );
  });
});
