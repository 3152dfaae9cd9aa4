import {
  capabilityFromFamily,
  fitCapability,
  gamma,
  mixCapabilities,
  normal,
  weibull,
} from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { brokenLaw } from '../laws';

const minutes = { unit: 'minutes' };

describe('a spread many times the mean', () => {
  it.each([
    ['gamma', () => capabilityFromFamily(gamma, { mean: 1.6, sd: 21 }, minutes)],
    ['a wider gamma', () => capabilityFromFamily(gamma, { mean: 1.6, sd: 1000 }, minutes)],
    [
      'gamma of levels',
      () => capabilityFromFamily(gamma, { mean: 1.6, sd: 21 }, { ...minutes, better: 'higher' }),
    ],
    ['weibull', () => capabilityFromFamily(weibull, { mean: 1.6, sd: 1e12 }, minutes)],
    ['gamma fitted to next to nothing', () => fitCapability(gamma, [1, 2, 3, 5e-324], minutes)],
    [
      'weibull fitted to 1e308',
      () => fitCapability(weibull, [1, 0.1, 0.101, 1e308, 0.1003], minutes),
    ],
    [
      'weibull of which a tenth takes next to nothing',
      () => fitCapability(weibull, [1, 2, 21.1, 1e308, 33.1, 13.1], minutes),
    ],
  ] as const)('has quantiles that are reached: %s', (_, make) => {
    expect(brokenLaw(make())).toBeNull();
  });

  it('has no quantile of 0 but the first', () => {
    const heavy = capabilityFromFamily(gamma, { mean: 1.6, sd: 21 }, minutes);
    expect(heavy.quantile(0)).toBe(0);
    expect(heavy.chance(0)).toBe(0);
    expect(heavy.quantile(0.001)).toBeGreaterThan(0);
    expect(heavy.chance(heavy.quantile(0.001))).toBeGreaterThanOrEqual(0.001);
    // The least number that is reached, though numbers lie far apart there.
    for (const p of [0.013, 0.0135]) {
      const t = heavy.quantile(p);
      expect(heavy.chance(t)).toBeGreaterThanOrEqual(p);
      expect(heavy.chance(t - Number.MIN_VALUE)).toBeLessThan(p);
    }
  });
});

it('a median of 0 is 0', () => {
  const around = capabilityFromFamily(normal, { mean: 0, sd: 3 }, minutes);
  expect(around.quantile(0.5)).toBe(0);
});

it('an overshoot that is nearly none is not less than none', () => {
  const levels = capabilityFromFamily(
    weibull,
    { mean: 11, sd: 10 },
    { unit: 'points', better: 'higher' },
  );
  const mixed = mixCapabilities([{ capability: levels, weight: 1 }]);
  for (const t of [1e-12, 1.4e-10, 2e-10, 3e-9, 1e-6]) {
    expect(levels.expectedOvershoot(t)).toBeGreaterThanOrEqual(0);
    expect(mixed.expectedOvershoot(t)).toBeGreaterThanOrEqual(0);
  }
});
