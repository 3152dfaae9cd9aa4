import fc from 'fast-check';
import {
  expectationSchema,
  factorNames,
  formExpectation,
  type Signals,
  type WeightingOptions,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { informsPredicted, input, level, levelsOf, possible, signals, stage } from './arbitraries';
import { customer, later, tuned } from './given';

/** Rounding in the last bits, on a scale of 100. */
const bits = 1e-12;

describe('a formed expectation', () => {
  it('stays on the scale, with desired the highest of the registers', () => {
    holds(
      fc.property(input, (given) => {
        const { predicted, desired, adequate } = formExpectation(given);
        for (const one of [predicted.mean, desired, adequate]) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(100);
        }
        expect(desired).toBeGreaterThanOrEqual(predicted.mean);
        expect(desired).toBeGreaterThanOrEqual(adequate);
        expect(predicted.variance).toBeGreaterThanOrEqual(0);
      }),
      300,
    );
  });

  it('is valid for its schema and for time to pass, at the ends of every range too', () => {
    const ends = fc.record({
      aspiration: fc.constantFrom(0, 0.2, 1),
      competitorExtra: fc.constantFrom(0, 0.1, 1),
      tolerance: fc.constantFrom(0, 0.2, 1),
      neutralRole: fc.constantFrom(1, 50, 99),
      roleInfluence: fc.constantFrom(0, 0.5, 0.9),
    });
    holds(
      fc.property(input, ends, (given, values) => {
        const parameters = tuned(values);
        const expectation = formExpectation(given, { parameters });
        expect(expectationSchema.safeParse(expectation).success).toBe(true);
        expect(expectationSchema.safeParse(later(expectation, 10, parameters)).success).toBe(true);
      }),
      200,
    );
  });

  it('is valid for its schema when a king is taken at his word', () => {
    const parameters = tuned({ roleInfluence: 1 });
    holds(
      fc.property(level, level, stage, (predicted, competitorOffer, at) => {
        const signals = { wordOfMouth: predicted, competitorOffer, rolePerception: 100 };
        const expectation = formExpectation(customer(signals, at), { parameters });
        expect(expectation.adequate).toBeLessThanOrEqual(expectation.desired);
      }),
      1000,
    );
  });

  it('keeps predicted between the lowest and the highest level', () => {
    holds(
      fc.property(stage, signals, (at, given) => {
        const { price, ...rest } = possible({ stage: at, signals: given }).signals;
        fc.pre(informsPredicted(rest));
        const { predicted } = formExpectation(customer(rest, at));
        const levels = levelsOf(rest);
        expect(predicted.mean).toBeGreaterThanOrEqual(Math.min(...levels) - bits);
        expect(predicted.mean).toBeLessThanOrEqual(Math.max(...levels) + bits);
      }),
      300,
    );
  });

  it('takes equal levels as they are, without disagreement', () => {
    holds(
      fc.property(
        stage,
        level,
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        (at, same, trust) => {
          const sure = { level: same, sd: 0 };
          const { predicted } = formExpectation(
            customer(
              {
                wordOfMouth: sure,
                advertising: { ...sure, reliability: trust },
                ownJudgement: { ...sure, reliability: trust / 3 },
                pastExperience: sure,
              },
              at,
            ),
          );
          expect(Object.is(predicted.mean, same)).toBe(true);
          expect(Object.is(predicted.variance, 0)).toBe(true);
        },
      ),
    );
  });

  it('does not depend on the order of the keys', () => {
    holds(
      fc.property(input, ({ stage: at, signals: given }) => {
        const backwards = Object.fromEntries(Object.entries(given).reverse()) as Signals;
        expect(formExpectation({ signals: backwards, stage: at })).toStrictEqual(
          formExpectation({ stage: at, signals: given }),
        );
      }),
    );
  });

  it('does not see what is undefined', () => {
    holds(
      fc.property(input, (given) => {
        const absent = Object.fromEntries(factorNames.map((name) => [name, undefined]));
        const spelled = { ...given, signals: { ...absent, ...given.signals } };
        const options: WeightingOptions = {
          method: undefined,
          order: undefined,
          parameters: undefined,
        };
        expect(formExpectation(spelled, options)).toStrictEqual(formExpectation(given));
      }),
    );
  });
});
