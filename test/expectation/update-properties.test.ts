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
  it('an expectation stays on the scale, with should the highest of the registers', () => {
    holds(
      fc.property(formed, life, (start, events) => {
        const { will, should, adequate, promised } = sequence(start, events);
        for (const one of [will.mean, should, adequate, promised ?? 0]) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(100);
        }
        expect(should).toBeGreaterThanOrEqual(will.mean);
        expect(should).toBeGreaterThanOrEqual(adequate);
        expect(will.variance).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(will.variance)).toBe(true);
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

  it('adequate stays at least 0 when it follows will all the way down', () => {
    const parameters = tuned({ adequateFollows: 1 });
    holds(
      fc.property(formed, (start) => {
        const fallen = moved(start, { kind: 'information', level: 0, sd: 1e-9 }, parameters);
        expect(fallen.adequate).toBeGreaterThanOrEqual(0);
      }),
      400,
    );
  });

  it('adequate stays at least 0 when will is close to nothing', () => {
    const start = given({ will: { mean: 1e-307, variance: 100 }, adequate: 50 });
    expect(moved(start, { kind: 'information', level: 0 }).adequate).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ['certain', 0, 1e-170],
    ['vague', 1e300, 1000],
  ])('will stays finite under a %s event', (_, variance, sd) => {
    const start = given({ will: { mean: 60, variance } });
    const { will } = moved(start, { kind: 'experience', perceived: 50, sd });
    expect(Number.isFinite(will.mean)).toBe(true);
    expect(Number.isFinite(will.variance)).toBe(true);
  });
});

describe('an event', () => {
  it('never makes will less certain', () => {
    holds(
      fc.property(formed, event, (start, one) => {
        const { variance } = start.will;
        expect(moved(start, one).will.variance).toBeLessThanOrEqual(variance * (1 + 1e-15));
      }),
    );
  });

  it('draws will towards what is seen, never past it', () => {
    holds(
      fc.property(formed, level, (start, perceived) => {
        const from = start.will.mean;
        const to = moved(start, { kind: 'experience', perceived }).will.mean;
        expect(to).toBeGreaterThanOrEqual(Math.min(from, perceived) - bits);
        expect(to).toBeLessThanOrEqual(Math.max(from, perceived) + bits);
        if (start.will.variance > 1 && Math.abs(perceived - from) > 1) {
          expect(Math.abs(perceived - to)).toBeLessThan(Math.abs(perceived - from));
        }
      }),
    );
  });

  it('makes the same of will as another order of what is heard at one time', () => {
    const hearsay = fc
      .tuple(level, level)
      .map((levels) =>
        levels.map((one) => ({ kind: 'information', level: one }) as const),
      ) as fc.Arbitrary<[ExpectationEvent, ExpectationEvent]>;
    holds(
      fc.property(formed, hearsay, (start, [one, other]) => {
        const there = moved(moved(start, one), other).will;
        const back = moved(moved(start, other), one).will;
        expect(there.mean).toBeCloseTo(back.mean, 9);
        expect(there.variance).toBeCloseTo(back.variance, 9);
      }),
    );
  });

  it('never lowers should beyond what time does (the ratchet)', () => {
    holds(
      fc.property(formed, days, event, (start, elapsedDays, one) => {
        const waited = later(start, elapsedDays).should;
        const lived = updateExpectation(start, one, { elapsedDays }).should;
        expect(lived).toBeGreaterThanOrEqual(waited);
      }),
      300,
    );
  });

  it('leaves more of will, the higher what is seen', () => {
    holds(
      fc.property(formed, level, level, (start, one, other) => {
        const seen = (perceived: number) => moved(start, { kind: 'experience', perceived });
        const [low, high] = [seen(Math.min(one, other)), seen(Math.max(one, other))];
        expect(high.will.mean).toBeGreaterThanOrEqual(low.will.mean - bits);
        expect(high.should).toBeGreaterThanOrEqual(low.should - bits);
        expect(high.adequate).toBeGreaterThanOrEqual(low.adequate - bits);
      }),
    );
  });
});

describe('time alone', () => {
  it('widens the variance, lets should fall towards will, and leaves the rest', () => {
    const some = fc.double({ min: 1, max: 2000, noNaN: true });
    holds(
      fc.property(formed, some, (start, elapsedDays) => {
        const end = later(start, elapsedDays);
        expect(end.will.variance).toBeGreaterThan(start.will.variance);
        expect(end.will.mean).toBe(start.will.mean);
        expect(end.should).toBeLessThanOrEqual(start.should + bits);
        expect(end.should).toBeGreaterThanOrEqual(start.will.mean);
        expect(end).toEqual({
          ...start,
          will: end.will,
          should: end.should,
          adequate: Math.min(start.adequate, end.should),
        });
      }),
    );
  });

  it('is the same in one stretch as in two', () => {
    holds(
      fc.property(formed, days, days, (start, one, other) => {
        const twice = later(later(start, one), other);
        const once = later(start, one + other);
        expect(twice.will.variance).toBeCloseTo(once.will.variance, 8);
        expect(twice.should).toBeCloseTo(once.should, 9);
        expect(twice.adequate).toBeCloseTo(once.adequate, 9);
        expect(twice.will.mean).toBe(once.will.mean);
      }),
    );
  });

  it('does nothing in no time', () => {
    holds(
      fc.property(formed, (start) => {
        const end = later(start, 0);
        expect(end.will).toEqual(start.will);
        expect(end.should).toBeCloseTo(start.should, 12);
        expect(end.adequate).toBeCloseTo(start.adequate, 12);
      }),
    );
  });
});
