import fc from 'fast-check';
import { formExpectation, placeInZone } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';
import { level } from './arbitraries';
import { given } from './given';

// MODELS.md section 1: superiority gap = P - desired, adequacy gap = P - adequate.
describe('placeInZone', () => {
  const expectation = deepFreeze(given({ desired: 80, adequate: 40 }));

  it.each([
    [0, 'below', -40, -80],
    [39.999, 'below', -0.001, -40.001],
    [40, 'within', 0, -40],
    [60, 'within', 20, -20],
    [80, 'within', 40, 0],
    [80.001, 'above', 40.001, 0.001],
    [100, 'above', 60, 20],
  ])('puts %d %s', (perceived, position, adequacyGap, superiorityGap) => {
    expect(placeInZone(expectation, perceived)).toEqual({
      position,
      adequacyGap: expect.closeTo(adequacyGap, 10),
      superiorityGap: expect.closeTo(superiorityGap, 10),
      width: 40,
    });
  });

  it('needs no more than the two ends', () => {
    expect(placeInZone({ desired: 50, adequate: 50 }, 50)).toEqual({
      position: 'within',
      adequacyGap: 0,
      superiorityGap: 0,
      width: 0,
    });
  });

  it('has gaps that differ by the width and agree with the position', () => {
    holds(
      fc.property(level, level, level, (one, other, perceived) => {
        const zone = { desired: Math.max(one, other), adequate: Math.min(one, other) };
        const { position, adequacyGap, superiorityGap, width } = placeInZone(zone, perceived);
        expect(adequacyGap - superiorityGap).toBeCloseTo(width, 9);
        expect(width).toBeGreaterThanOrEqual(0);
        if (position === 'below') expect(adequacyGap).toBeLessThan(0);
        if (position === 'above') expect(superiorityGap).toBeGreaterThan(0);
        if (position === 'within') {
          expect(adequacyGap).toBeGreaterThanOrEqual(0);
          expect(superiorityGap).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it.each([
    [130, 'out-of-range', 'a level from 0 to 100'],
    [-0.1, 'out-of-range', 'a level from 0 to 100'],
    [Number.NaN, 'out-of-range', 'a finite number'],
    [Number.POSITIVE_INFINITY, 'out-of-range', 'a finite number'],
    ['60', 'wrong-type', 'a finite number'],
    [null, 'wrong-type', 'a finite number'],
    [undefined, 'missing', 'a finite number'],
    [{ perceived: 60 }, 'wrong-type', 'a level alone, such as 80 and not { perceived: 80 }'],
  ])('refuses the level %j', (perceived, code, expected) => {
    expect(refusal(() => placeInZone(expectation, perceived as never))).toMatchObject({
      code,
      function: 'placeInZone',
      path: 'perceived',
      value: perceived,
      expected,
    });
  });

  it.each([
    [undefined, 'missing', ''],
    [{}, 'missing', '.desired'],
    [{ desired: Number.NaN, adequate: 40 }, 'out-of-range', '.desired'],
    [{ desired: 130, adequate: 40 }, 'out-of-range', '.desired'],
    [{ desired: 40, adequate: 80 }, 'out-of-range', ''],
  ])('refuses the zone %j', (zone, code, path) => {
    expect(refusal(() => placeInZone(zone as never, 60))).toMatchObject({
      code,
      function: 'placeInZone',
      path: `expectation${path}`,
    });
  });
});

it('counts the ends of a zone as within, though they were computed', () => {
  for (let level = 0; level <= 100; level++) {
    const signals = { longTermExperience: level };
    const expectation = formExpectation({ stage: 'long-term', signals });
    for (const end of [expectation.adequate, expectation.desired]) {
      const written = Number(end.toPrecision(12));
      expect(placeInZone(expectation, written).position).toBe('within');
    }
  }
  const empty = { desired: 30, adequate: 30.000000000000004 };
  expect(placeInZone(empty, 30).position).toBe('within');
});
