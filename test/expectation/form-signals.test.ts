import fc from 'fast-check';
import { isOverdeliverError } from 'overdeliver';
import {
  type Expectation,
  type ExpectationInput,
  formExpectation,
  type Signals,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { input, level, stage } from './arbitraries';
import { customer } from './given';

/** Rounding in the last bits, on a scale of 100. */
const bits = 1e-12;

const numbers = ({ predicted, desired, adequate }: Expectation) => [
  predicted.mean,
  predicted.variance,
  desired,
  adequate,
];

describe('a signal of reliability 0', () => {
  const alone: Signals = { wordOfMouth: 60, pastExperience: { level: 70, reliability: 0.3 } };
  const shifts = ['rolePerception', 'competitorOffer'] as const;
  const same = (given: ExpectationInput, more: Signals) => {
    const [absent, mute] = [given, { ...given, signals: { ...given.signals, ...more } }].map(
      (one) => formExpectation(one),
    ) as [Expectation, Expectation];
    expect(mute).toStrictEqual(absent);
    numbers(mute).forEach((one, i) => {
      expect(Object.is(one, numbers(absent)[i])).toBe(true);
    });
  };

  it('is as if absent, bit for bit', () => {
    holds(
      fc.property(stage, level, level, (at, one, other) => {
        const given = customer(alone, at);
        for (const name of ['advertising', 'companyPromise', 'ownJudgement'] as const) {
          same(given, { [name]: { level: one, reliability: 0, sd: other } });
        }
        same(given, { price: { amount: one, reference: other + 1, reliability: 0 } });
        for (const name of shifts) same(given, { [name]: { level: one, reliability: 0 } });
      }),
    );
  });

  it('is as if absent when it is a need', () => {
    same(customer(alone), { personalNeeds: { needs: { safety: 90 }, reliability: 0 } });
    same(customer(alone), {
      personalNeeds: { needs: { safety: 90, comfort: 90 }, reliability: 0 },
    });
  });
});

describe('raising a signal', () => {
  it('never lowers predicted', () => {
    const factors = ['wordOfMouth', 'advertising', 'pastExperience', 'companyPromise'] as const;
    holds(
      fc.property(
        input,
        fc.constantFrom(...factors),
        fc.tuple(level, level),
        (given, factor, pair) => {
          const [low, high] = [Math.min(...pair), Math.max(...pair)].map((one) => {
            const signal = { ...levelOf(given.signals[factor]), level: one };
            const all = { ...given.signals, [factor]: signal, ownJudgement: 50 };
            return formExpectation({ ...given, signals: all }).predicted.mean;
          }) as [number, number];
          expect(high).toBeGreaterThanOrEqual(low - bits);
        },
      ),
      200,
    );
  });

  it.each([
    ['competitorOffer', 'desired'],
    ['rolePerception', 'adequate'],
  ] as const)('of %s never lowers %s', (factor, register) => {
    holds(
      fc.property(input, level, level, (given, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map(
          (raised) =>
            formExpectation({ ...given, signals: { ...given.signals, [factor]: raised } })[
              register
            ],
        ) as [number, number];
        expect(high).toBeGreaterThanOrEqual(low - bits);
      }),
    );
  });
});

function levelOf(signal: Signals['wordOfMouth']): { reliability?: number | undefined } {
  return typeof signal === 'object' ? { reliability: signal.reliability } : {};
}

describe('an extreme signal', () => {
  it('that is hardly trusted, but alone, is as certain as any', () => {
    const wordOfMouth = { level: 80, reliability: 1e-200 };
    const { predicted } = formExpectation(customer({ wordOfMouth }));
    expect(predicted).toEqual({ mean: 80, variance: expect.closeTo(225, 9) });
    const both = formExpectation(
      customer({ wordOfMouth, advertising: { ...wordOfMouth, level: 40 } }),
    );
    expect(both.predicted.mean).toBeCloseTo((11 * 80 + 5 * 40) / 16, 9);
    expect(both.predicted.variance).toBeGreaterThan(0);
  });

  it('that is vaguer than the scale is wide never makes the variance infinite', () => {
    const call = () => formExpectation(customer({ wordOfMouth: { level: 80, sd: 1e200 } }));
    let variance = 0;
    try {
      variance = call().predicted.variance;
    } catch (error) {
      expect(isOverdeliverError(error)).toBe(true);
    }
    expect(Number.isFinite(variance)).toBe(true);
  });
});
