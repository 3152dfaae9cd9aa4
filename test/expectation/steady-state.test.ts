import fc from 'fast-check';
import { steadyStateGain, updateExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { given, later, tuned } from './given';

describe('steadyStateGain', () => {
  // MODELS.md section 1, golden: K = (-r + sqrt(r^2 + 4r)) / 2 with r = q / s2.
  it.each([
    [1, 0.618],
    [0.1, 0.2702],
    [0.01, 0.0951],
  ])('for r = %d is %d', (ratio, gain) => {
    const parameters = tuned({ experienceSd: 10, driftVariancePerDay: 100 * ratio });
    expect(steadyStateGain(1, { parameters })).toBeCloseTo(gain, 4);
    const daily = tuned({ experienceSd: 20, driftVariancePerDay: 4 });
    expect(steadyStateGain(100 * ratio, { parameters: daily })).toBeCloseTo(gain, 4);
  });

  it('takes the defaults', () => {
    // r = 30 x 0.75 / 15^2 = 0.1
    expect(steadyStateGain(30)).toBeCloseTo(0.2702, 4);
    expect(steadyStateGain(30, { parameters: undefined })).toBe(steadyStateGain(30));
  });

  it('is what updateExpectation settles at', () => {
    let expectation = given();
    for (let i = 0; i < 200; i++) {
      expectation = updateExpectation(
        expectation,
        { kind: 'experience', perceived: 60 },
        { elapsedDays: 30 },
      );
    }
    const { variance } = later(expectation, 30).predicted;
    expect(variance / (variance + 15 ** 2)).toBeCloseTo(steadyStateGain(30), 10);
  });

  it('is 0 when nothing drifts', () => {
    expect(steadyStateGain(30, { parameters: tuned({ driftVariancePerDay: 0 }) })).toBe(0);
  });

  it('lies between 0 and 1 and grows with the time between uses', () => {
    const days = fc.double({ min: 0.01, max: 36_500, noNaN: true });
    holds(
      fc.property(days, days, (one, other) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)];
        expect(steadyStateGain(few)).toBeGreaterThan(0);
        expect(steadyStateGain(many)).toBeLessThan(1);
        expect(steadyStateGain(many)).toBeGreaterThanOrEqual(steadyStateGain(few) - 1e-9);
      }),
    );
  });

  it.each([1e12, 1e20, 1e200])(
    'is close to 1 after %d days, not past it and not nothing',
    (days) => {
      expect(steadyStateGain(days)).toBeGreaterThan(0.99);
      expect(steadyStateGain(days)).toBeLessThanOrEqual(1);
    },
  );

  it.each([
    [0, 'out-of-range', 'a number of days above 0'],
    [-3, 'out-of-range', 'a number of days above 0'],
    [Number.NaN, 'out-of-range', 'a finite number'],
    [Number.POSITIVE_INFINITY, 'out-of-range', 'a finite number'],
    ['30', 'wrong-type', 'a finite number'],
    [null, 'wrong-type', 'a finite number'],
    [undefined, 'missing', 'a finite number'],
  ])('refuses %j days', (days, code, expected) => {
    expect(refusal(() => steadyStateGain(days as number))).toMatchObject({
      code,
      function: 'steadyStateGain',
      path: 'daysBetween',
      value: days,
      expected,
    });
  });
});
