import { capabilityFromSamples } from 'overdeliver';
import {
  capabilityFromFamily,
  gamma,
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
