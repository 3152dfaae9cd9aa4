import fc from 'fast-check';
import {
  explainExpectation,
  formExpectation,
  formExpectations,
  placeInZone,
  priceLevel,
  updateExpectation,
  weightingSensitivity,
} from 'overdeliver/expectation';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deepFreeze } from '../core/deep-freeze';
import { holds } from '../core/seeded';
import { days, event, input, level } from './arbitraries';
import { asColumns } from './as-columns';
import { tuned } from './given';

const options = deepFreeze({
  parameters: JSON.parse(JSON.stringify(tuned({ tolerance: 0.1 }))),
  order: ['price', ['wordOfMouth', 'advertising'], 'longTermExperience'],
} as const);

describe('every function', () => {
  it('works on frozen input, and leaves it as it was', () => {
    holds(
      fc.property(input, event, days, level, (given, happened, elapsedDays, perceived) => {
        const before = JSON.stringify([given, happened]);
        deepFreeze([given, happened]);
        const expectation = deepFreeze(formExpectation(given, options));
        explainExpectation(given, options);
        weightingSensitivity(given, options);
        updateExpectation(expectation, happened, { elapsedDays, parameters: options.parameters });
        placeInZone(expectation, perceived);
        const { price } = given.signals;
        if (price) {
          const { amount, reference } = price;
          priceLevel(deepFreeze({ amount, reference }), { parameters: options.parameters });
        }
        const columns = deepFreeze(asColumns([given], options.parameters));
        if (columns) formExpectations(columns, options);
        expect(JSON.stringify([given, happened])).toBe(before);
      }),
      100,
    );
  });

  it('gives the same for the same', () => {
    holds(
      fc.property(input, event, days, (given, happened, elapsedDays) => {
        const once = () => updateExpectation(formExpectation(given), happened, { elapsedDays });
        expect(once()).toStrictEqual(once());
      }),
      100,
    );
  });

  it('gives results that survive JSON', () => {
    const alive = input.filter(({ signals }) => Object.values(signals).every((one) => one !== 0));
    holds(
      fc.property(alive, level, (given, perceived) => {
        const expectation = formExpectation(given);
        for (const result of [
          expectation,
          weightingSensitivity(given),
          placeInZone(expectation, perceived),
        ]) {
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        }
      }),
    );
  });

  it('gives explanations that survive JSON', () => {
    holds(
      fc.property(input, (given) => {
        const result = explainExpectation(given);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});

describe('no function', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('reads the clock or chance', () => {
    const chance = vi.spyOn(Math, 'random');
    const clock = vi.spyOn(Date, 'now');
    holds(
      fc.property(input, event, (given, happened) => {
        chance.mockClear();
        clock.mockClear();
        updateExpectation(formExpectation(given), happened, { elapsedDays: 1 });
        explainExpectation(given);
        expect(chance).not.toHaveBeenCalled();
        expect(clock).not.toHaveBeenCalled();
      }),
      50,
    );
  });
});
