import { capabilityFromCensored, capabilityFromSamples } from 'overdeliver';
import { capabilityFromFamily, lognormal, mixCapabilities, normal } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { brokenLaw } from './laws';

const minutes = { unit: 'minutes' };
const quick = capabilityFromSamples([29.8], minutes);
const slow = capabilityFromFamily(normal, { mean: 40, sd: 5 }, minutes);

it('nothing is left where all but a rounding is gone', () => {
  const heavy = capabilityFromCensored([0.77, 3, 5], {
    unit: 'minutes',
    finished: [true, true, true],
    weights: [2 ** 53, 1, 1],
  });
  expect(refusal(() => heavy.remaining(0.77)).path).toBe('elapsed');
});

describe('what remains of a mixture', () => {
  it('is what remains of the part that is left, however light it was', () => {
    const mixed = mixCapabilities([
      { capability: quick, weight: 1e9 },
      { capability: slow, weight: 3 },
    ]).remaining(30);
    const alone = slow.remaining(30);
    expect(brokenLaw(mixed)).toBeNull();
    for (const p of [0, 0.001, 0.1, 0.5, 0.9]) {
      expect(mixed.quantile(p)).toBeCloseTo(alone.quantile(p), 9);
      expect(mixed.chance(20 * p)).toBeCloseTo(alone.chance(20 * p), 12);
    }
    expect(mixed.mean()).toBeCloseTo(alone.mean(), 9);
  });

  it('is a mixture of what remains of each part', () => {
    const tail = capabilityFromFamily(lognormal, { mean: 30, sd: 30 }, minutes);
    const mixed = mixCapabilities([
      { capability: slow, weight: 1 },
      { capability: tail, weight: 2 },
    ]);
    const gone = mixed.chance(35);
    const left = mixed.remaining(35);
    for (const x of [0, 1, 5, 20]) {
      expect(left.chance(x)).toBeCloseTo((mixed.chance(35 + x) - gone) / (1 - gone), 12);
    }
    expect(left.remaining(5).chance(7)).toBeCloseTo(mixed.remaining(40).chance(7), 12);
  });
});
