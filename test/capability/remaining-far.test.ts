import { capabilityFromSamples } from 'overdeliver';
import {
  capabilityFromFamily,
  gamma,
  lognormal,
  mixCapabilities,
  scaleCapability,
} from 'overdeliver/capability';
import { expect, it } from 'vitest';

it('what remains beyond the last double has a chance', () => {
  const unit = 'minutes' as const;
  const quick = capabilityFromSamples(new Array(12).fill(1), { unit });
  const slow = capabilityFromFamily(gamma, { mean: 26, sd: 18 }, { unit });
  const mixed = mixCapabilities([
    { capability: quick, weight: 1 },
    { capability: slow, weight: 2 },
  ]);
  const elapsed = 1.1141265935371525e305;
  const left = scaleCapability(mixed, Number.MAX_VALUE).remaining(elapsed);
  expect(left.chance(Number.MAX_VALUE)).toBeGreaterThan(0.3);
  expect(left.chance(Number.MAX_VALUE)).toBeLessThanOrEqual(1);
});

it('a business day under way may be the last, and none before it', () => {
  const unit = 'business-days';
  const left = capabilityFromSamples([5, 5, 6, 7], { unit }).remaining(5);
  expect([left.chance(0), left.chance(1)]).toEqual([0.5, 0.75]);
  const smooth = capabilityFromFamily(lognormal, { mean: 5, sd: 2 }, { unit }).remaining(5);
  expect(smooth.chance(-0.5)).toBe(0);
  expect(smooth.chance(0)).toBeGreaterThan(0.2);
});
