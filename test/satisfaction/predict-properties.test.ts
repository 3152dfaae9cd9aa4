import fc from 'fast-check';
import {
  explainSatisfaction,
  type LevelExperience,
  marketplaceSatisfaction,
  outcomes,
  type PromiseExperience,
  predictSatisfaction,
  surveySatisfaction,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { deepFreeze } from '../core/deep-freeze';
import { holds } from '../core/seeded';

/** From a second to millennia, whatever the unit, with the usual range well covered. */
const time = fc.oneof(
  fc.double({ min: 0.5, max: 40, noNaN: true }),
  fc.double({ min: -6, max: 6, noNaN: true }).map((exponent) => 10 ** exponent),
);
const level = fc.integer({ min: 0, max: 10 ** 8 }).map((millionth) => millionth / 1e6);
const unit = fc.constantFrom('minutes' as const, 'hours' as const, 'days' as const);
const delivery: fc.Arbitrary<PromiseExperience> = fc.record(
  { promised: time, actual: time, unit, stillWaiting: fc.boolean() },
  { requiredKeys: ['promised', 'actual', 'unit'] },
);
const use: fc.Arbitrary<LevelExperience> = fc.record({ expected: level, perceived: level });
const experience = fc.oneof(delivery, use);
const extremes = [1e-6, 1, 1e6].flatMap((promised) =>
  [1e-6, 1, 1e6].flatMap((actual) =>
    [true, false].map(
      (stillWaiting) => ({ promised, actual, unit: 'days', stillWaiting }) as const,
    ),
  ),
);
const noise = 1e-9;

function expectSound(given: PromiseExperience | LevelExperience): void {
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
    { promised: 1e-300, actual: Number.MAX_VALUE, unit: 'minutes' as const, stillWaiting: true },
  ])('is one also of %o', expectSound);

  it('survives JSON and leaves its input alone', () => {
    holds(
      fc.property(experience, (given) => {
        expectSurvivesJson(explainSatisfaction(deepFreeze(given)));
      }),
    );
  });

  it('is the same whatever the unit', () => {
    holds(
      fc.property(time, time, fc.boolean(), (promised, actual, stillWaiting) => {
        const in_ = (name: PromiseExperience['unit'], times: number) =>
          predictSatisfaction({
            promised: promised * times,
            actual: actual * times,
            unit: name,
            stillWaiting,
          });
        const days = in_('days', 1);
        for (const other of [in_('hours', 24), in_('minutes', 1440)]) {
          expect(other.score).toBeCloseTo(days.score, 8);
          expect(other.outcome).toBe(days.outcome);
          expect(Math.abs(other.gap - days.gap)).toBeLessThanOrEqual(
            1e-12 * Math.max(promised, actual),
          );
        }
      }),
    );
  });

  it('judges an hour and 60 minutes alike, at exactly a tenth early', () => {
    const minutes = predictSatisfaction({ promised: 60, actual: 54, unit: 'minutes' });
    const hours = predictSatisfaction({ promised: 1, actual: 0.9, unit: 'hours' });
    expect([minutes.outcome, hours.outcome]).toEqual(['exceeded', 'exceeded']);
  });
});

describe('of a promise', () => {
  it('later is never better, earlier never worse', () => {
    holds(
      fc.property(delivery, time, (given, other) => {
        const [early, late] = [Math.min(given.actual, other), Math.max(given.actual, other)];
        const sooner = predictSatisfaction({ ...given, actual: early });
        const later = predictSatisfaction({ ...given, actual: late });
        expect(later.score).toBeLessThanOrEqual(sooner.score + noise);
        expect(later.gap).toBeLessThanOrEqual(sooner.gap);
        if (given.stillWaiting) return;
        expect(outcomes.indexOf(later.outcome)).toBeLessThanOrEqual(
          outcomes.indexOf(sooner.outcome),
        );
      }),
    );
  });

  it('the same delivery is never judged worse by a longer promise', () => {
    holds(
      fc.property(delivery, time, (given, other) => {
        const at = (promised: number) => predictSatisfaction({ ...given, promised }).score;
        const [short, long] = [Math.min(given.promised, other), Math.max(given.promised, other)];
        expect(at(short)).toBeLessThanOrEqual(at(long) + noise);
      }),
    );
  });

  it('waiting is never better than having, and worse once the promise has passed', () => {
    holds(
      fc.property(delivery, (given) => {
        const waits = predictSatisfaction({ ...given, stillWaiting: true });
        const has = predictSatisfaction({ ...given, stillWaiting: false });
        if (given.actual > given.promised) expect(waits.score).toBeLessThan(has.score);
        else expect(waits.score).toBe(has.score);
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
        expect(outcomes.indexOf(low.outcome)).toBeLessThanOrEqual(outcomes.indexOf(high.outcome));
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
        const { thresholds } = 'unit' in given ? marketplaceSatisfaction : surveySatisfaction;
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
