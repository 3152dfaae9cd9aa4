import fc from 'fast-check';
import {
  type Expectation,
  type ExpectationEvent,
  expectationSchema,
  formExpectation,
  updateExpectation,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { holds } from '../core/seeded';
import { days, event, input, level } from './arbitraries';
import { given, later, moved, tuned } from './given';

/** Rounding in the last bits, on a scale of 100. */
const bits = 1e-12;

const life = fc.array(fc.tuple(days, event), { minLength: 1, maxLength: 12 });
const formed = input.map((one) => formExpectation(one));
const sequence = (start: Expectation, events: readonly (readonly [number, ExpectationEvent])[]) =>
  events.reduce(
    (expectation, [elapsedDays, one]) => updateExpectation(expectation, one, { elapsedDays }),
    start,
  );

describe('whatever happens', () => {
  it('an expectation stays on the scale, with desired the highest of the registers', () => {
    holds(
      fc.property(formed, life, (start, events) => {
        const { predicted, desired, adequate, promised } = sequence(start, events);
        for (const one of [predicted.mean, desired, adequate, promised ?? 0]) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(100);
        }
        expect(desired).toBeGreaterThanOrEqual(predicted.mean);
        expect(desired).toBeGreaterThanOrEqual(adequate);
        expect(predicted.variance).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(predicted.variance)).toBe(true);
      }),
      300,
    );
  });

  it('it stays valid for its schema and is plain JSON', () => {
    holds(
      fc.property(formed, life, (start, events) => {
        const end = sequence(start, events);
        expect(expectationSchema.parse(end)).toEqual(end);
        expect(JSON.parse(JSON.stringify(end))).toEqual(end);
      }),
    );
  });

  it('adequate stays at least 0 when it follows predicted all the way down', () => {
    const parameters = tuned({ adequateFollows: 1 });
    holds(
      fc.property(formed, (start) => {
        const fallen = moved(start, { kind: 'information', level: 0, sd: 1e-9 }, parameters);
        expect(fallen.adequate).toBeGreaterThanOrEqual(0);
      }),
      400,
    );
  });

  it('adequate stays at least 0 when predicted is close to nothing', () => {
    const start = given({ predicted: { mean: 1e-307, variance: 100 }, adequate: 50 });
    expect(moved(start, { kind: 'information', level: 0 }).adequate).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ['certain', 0, 1e-170],
    ['vague', 1e300, 1000],
  ])('predicted stays finite under a %s event', (_, variance, sd) => {
    const start = given({ predicted: { mean: 60, variance } });
    const { predicted } = moved(start, { kind: 'experience', perceived: 50, sd });
    expect(Number.isFinite(predicted.mean)).toBe(true);
    expect(Number.isFinite(predicted.variance)).toBe(true);
  });
});

describe('an event', () => {
  it('never makes predicted less certain', () => {
    holds(
      fc.property(formed, event, (start, one) => {
        const { variance } = start.predicted;
        expect(moved(start, one).predicted.variance).toBeLessThanOrEqual(variance * (1 + 1e-15));
      }),
    );
  });

  it('draws predicted towards what is seen, never past it', () => {
    holds(
      fc.property(formed, level, (start, perceived) => {
        const from = start.predicted.mean;
        const to = moved(start, { kind: 'experience', perceived }).predicted.mean;
        expect(to).toBeGreaterThanOrEqual(Math.min(from, perceived) - bits);
        expect(to).toBeLessThanOrEqual(Math.max(from, perceived) + bits);
        if (start.predicted.variance > 1 && Math.abs(perceived - from) > 1) {
          expect(Math.abs(perceived - to)).toBeLessThan(Math.abs(perceived - from));
        }
      }),
    );
  });

  it('makes the same of predicted as another order of what is heard at one time', () => {
    const hearsay = fc
      .tuple(level, level)
      .map((levels) =>
        levels.map((one) => ({ kind: 'information', level: one }) as const),
      ) as fc.Arbitrary<[ExpectationEvent, ExpectationEvent]>;
    holds(
      fc.property(formed, hearsay, (start, [one, other]) => {
        const there = moved(moved(start, one), other).predicted;
        const back = moved(moved(start, other), one).predicted;
        expect(there.mean).toBeCloseTo(back.mean, 9);
        expect(there.variance).toBeCloseTo(back.variance, 9);
      }),
    );
  });

  it('never lowers desired beyond what time does (the ratchet)', () => {
    holds(
      fc.property(formed, days, event, (start, elapsedDays, one) => {
        const waited = later(start, elapsedDays).desired;
        const lived = updateExpectation(start, one, { elapsedDays }).desired;
        expect(lived).toBeGreaterThanOrEqual(waited);
      }),
      300,
    );
  });

  it('leaves more of predicted, the higher what is seen', () => {
    holds(
      fc.property(formed, level, level, (start, one, other) => {
        const seen = (perceived: number) => moved(start, { kind: 'experience', perceived });
        const [low, high] = [seen(Math.min(one, other)), seen(Math.max(one, other))];
        expect(high.predicted.mean).toBeGreaterThanOrEqual(low.predicted.mean - bits);
        expect(high.desired).toBeGreaterThanOrEqual(low.desired - bits);
        expect(high.adequate).toBeGreaterThanOrEqual(low.adequate - bits);
      }),
    );
  });
});

describe('time alone', () => {
  it('widens the variance, lets desired fall towards predicted, and leaves the rest', () => {
    const some = fc.double({ min: 1, max: 2000, noNaN: true });
    holds(
      fc.property(formed, some, (start, elapsedDays) => {
        const end = later(start, elapsedDays);
        expect(end.predicted.variance).toBeGreaterThan(start.predicted.variance);
        expect(end.predicted.mean).toBe(start.predicted.mean);
        expect(end.desired).toBeLessThanOrEqual(start.desired + bits);
        expect(end.desired).toBeGreaterThanOrEqual(start.predicted.mean);
        expect(end).toEqual({
          ...start,
          predicted: end.predicted,
          desired: end.desired,
          adequate: Math.min(start.adequate, end.desired),
        });
      }),
    );
  });

  it('is the same in one stretch as in two', () => {
    holds(
      fc.property(formed, days, days, (start, one, other) => {
        const twice = later(later(start, one), other);
        const once = later(start, one + other);
        expect(twice.predicted.variance).toBeCloseTo(once.predicted.variance, 8);
        expect(twice.desired).toBeCloseTo(once.desired, 9);
        expect(twice.adequate).toBeCloseTo(once.adequate, 9);
        expect(twice.predicted.mean).toBe(once.predicted.mean);
      }),
    );
  });

  it('does nothing in no time', () => {
    holds(
      fc.property(formed, (start) => {
        const end = later(start, 0);
        expect(end.predicted).toEqual(start.predicted);
        expect(end.desired).toBeCloseTo(start.desired, 12);
        expect(end.adequate).toBeCloseTo(start.adequate, 12);
      }),
    );
  });
});
